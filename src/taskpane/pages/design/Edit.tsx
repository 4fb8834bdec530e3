import { makeStyles, tokens } from '@fluentui/react-components';
import type { EditView } from '../../../app/pages/design/edit';
import { usePane } from '../../pane-context';

const useStyles = makeStyles({
  card: {
    display: 'grid',
    gap: '4px',
    padding: '8px 10px',
    border: `1px solid ${tokens.colorBrandStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  title: { margin: 0, fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  text: { margin: 0, color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  list: { margin: 0, padding: 0, listStyle: 'none', display: 'grid', gap: '2px' },
  out: { color: tokens.colorPaletteRedForeground1, fontWeight: tokens.fontWeightSemibold },
});

/** What the last move by hand did to the territories at both its ends. */
export function Edit({ view: { title, texts, ends } }: { view: EditView }) {
  const styles = useStyles();
  const { say } = usePane();
  return (
    <section className={styles.card} role="status" aria-label={say('edit.label')}>
      <p className={styles.title}>{title}</p>
      <ul className={styles.list}>
        {ends.map(({ text, isOut }) => (
          <li key={text} className={isOut ? styles.out : undefined}>
            {text}
          </li>
        ))}
      </ul>
      {texts.length > 0 && <p className={styles.text}>{texts.join(' · ')}</p>}
    </section>
  );
}
