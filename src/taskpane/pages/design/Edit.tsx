import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { keepEdit } from '../../../app/actions/keep-edit';
import { undoEdit } from '../../../app/actions/undo-edit';
import type { EditView } from '../../../app/pages/design/edit';
import type { AdviceView } from '../../../app/pages/design/suggestions';
import { usePane } from '../../pane-context';
import { Suggestions } from './Suggestions';

const useStyles = makeStyles({
  card: {
    display: 'grid',
    gap: '4px',
    padding: '8px 10px',
    border: `1px solid ${tokens.colorBrandStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  said: { display: 'grid', gap: '4px' },
  title: { margin: 0, fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  text: { margin: 0, color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  list: { margin: 0, padding: 0, listStyle: 'none', display: 'grid', gap: '2px' },
  out: { color: tokens.colorPaletteRedForeground1, fontWeight: tokens.fontWeightSemibold },
  bar: { display: 'flex', flexWrap: 'wrap', gap: '8px', marginTop: '4px' },
  heading: { margin: '4px 0 0', fontSize: tokens.fontSizeBase200, fontWeight: tokens.fontWeightSemibold },
});

/** What the last move by hand did to the territories at both its ends, and what can be done about it. */
export function Edit({
  view: { title, texts, ends },
  advice,
}: {
  view: EditView;
  advice: AdviceView | undefined;
}) {
  const styles = useStyles();
  const { store, say, run } = usePane();
  const { repair, helps = [] } = advice ?? {};
  return (
    <section className={styles.card} aria-label={say('edit.label')}>
      <div className={styles.said} role="status">
        <p className={styles.title}>{title}</p>
        <ul className={styles.list}>
          {ends.map(({ text, isOut }) => (
            <li key={text} className={isOut ? styles.out : undefined}>
              {text}
            </li>
          ))}
        </ul>
        {texts.length > 0 && <p className={styles.text}>{texts.join(' · ')}</p>}
      </div>
      <div className={styles.bar}>
        <Button size="small" onClick={() => void run(undoEdit)}>
          {say('action.undoEdit')}
        </Button>
        {store.can(keepEdit) && (
          <Button size="small" onClick={() => void run(keepEdit)}>
            {say('action.keepEdit')}
          </Button>
        )}
      </div>
      {advice === undefined && <p className={styles.text}>{say('advice.working')}</p>}
      {(repair !== undefined || helps.length > 0) && (
        <h2 className={styles.heading}>{say('advice.title')}</h2>
      )}
      {repair !== undefined && <Suggestions of={[repair]} label="action.repair" />}
      <Suggestions of={helps} label="action.carryOut" />
    </section>
  );
}
