import { makeStyles, tokens } from '@fluentui/react-components';
import type { SeveralView } from '../../../app/pages/design/several';

const useStyles = makeStyles({
  text: { margin: 0 },
  small: { margin: 0, color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  out: { color: tokens.colorPaletteRedForeground1 },
});

/** What moving several accounts would do: how many and how much, both ends, and how far everything is then. */
export function SeveralEffect({ chosen: { text, effect } }: { chosen: NonNullable<SeveralView['chosen']> }) {
  const styles = useStyles();
  return (
    <div role="status">
      <p className={styles.text}>{text}</p>
      {effect?.ends.map((end) => (
        <p key={end.text} className={end.isOut ? `${styles.small} ${styles.out}` : styles.small}>
          {end.text}
        </p>
      ))}
      {effect !== undefined && effect.more !== '' && <p className={styles.small}>{effect.more}</p>}
      {effect?.far !== undefined && <p className={styles.small}>{effect.far}</p>}
    </div>
  );
}
