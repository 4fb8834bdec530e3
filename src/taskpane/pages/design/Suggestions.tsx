import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import { carryOut } from '../../../app/actions/carry-out';
import type { SuggestionView } from '../../../app/pages/design/suggestions';
import { usePane } from '../../pane-context';

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyle: 'none', display: 'grid', gap: '6px' },
  item: { display: 'flex', flexWrap: 'wrap', gap: '4px 8px', alignItems: 'start' },
  what: { flex: '1 1 9rem', minWidth: 0 },
  title: { margin: 0, overflowWrap: 'anywhere' },
  small: { margin: 0, color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  out: { color: tokens.colorPaletteRedForeground1 },
});

/** Things that could be done, each with what it would do and the button that does it. */
export function Suggestions({
  of,
  label,
}: {
  of: readonly SuggestionView[];
  label: 'action.carryOut' | 'action.moveTo' | 'action.repair';
}) {
  const styles = useStyles();
  const { say, run } = usePane();
  const id = useId();
  return (
    <ul className={styles.list}>
      {of.map(({ key, title, ends, far }, at) => (
        <li key={key} className={styles.item}>
          <div id={`${id}-${at}`} className={styles.what}>
            <p className={styles.title}>{title}</p>
            {ends.map(({ text, isOut }) => (
              <p key={text} className={isOut ? `${styles.small} ${styles.out}` : styles.small}>
                {text}
              </p>
            ))}
            {far !== undefined && <p className={styles.small}>{far}</p>}
          </div>
          <Button size="small" aria-describedby={`${id}-${at}`} onClick={() => void run(carryOut, key)}>
            {say(label)}
          </Button>
        </li>
      ))}
    </ul>
  );
}
