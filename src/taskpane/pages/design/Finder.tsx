import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useMemo } from 'react';
import { select } from '../../../app/actions/select';
import { finderView, foundIn } from '../../../app/pages/design/finder';
import type { PaneState } from '../../../app/state';
import { FINDING, useKept } from '../../kept';
import { usePane } from '../../pane-context';
import { Pick } from '../../Pick';

const useStyles = makeStyles({
  part: { display: 'grid', gap: '4px' },
  row: { display: 'flex', flexWrap: 'wrap', gap: '4px', alignItems: 'end' },
  pick: { flex: '1 1 9rem', minWidth: 0 },
  step: { minWidth: '28px' },
  text: {
    margin: 0,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    overflowWrap: 'anywhere',
  },
});

/** From one account that is worth a look to the next: the row is selected in the sheet, and its card stands below. */
export default function Finder({ state }: { state: PaneState }) {
  const styles = useStyles();
  const { say, numbers, run } = usePane();
  const [picked, pick] = useKept(FINDING, '');
  const { standing, understanding } = state;
  const found = useMemo(
    () =>
      standing === undefined || understanding === undefined ? undefined : foundIn(standing, understanding),
    [standing, understanding],
  );
  if (found === undefined) return null;
  const view = finderView(state, picked, () => found, say, numbers);
  if (view === undefined) return null;
  const { kinds, kind, text, previous, next } = view;
  const steps = [
    { key: 'find.previous', sign: '‹', to: previous },
    { key: 'find.next', sign: '›', to: next },
  ] as const;
  return (
    <div className={styles.part}>
      <div className={styles.row}>
        <div className={styles.pick}>
          <Pick
            label={say('find.title')}
            choices={[{ value: '', label: say('find.none') }, ...kinds]}
            value={kind}
            onPick={pick}
          />
        </div>
        {kind !== '' &&
          steps.map(({ key, sign, to }) => (
            <Button
              key={key}
              className={styles.step}
              size="small"
              aria-label={say(key)}
              title={say(key)}
              onClick={() => void run(select, to)}
            >
              {sign}
            </Button>
          ))}
      </div>
      {/* There before it says anything, so that what it says is heard. */}
      <p className={styles.text} role="status">
        {text}
      </p>
    </div>
  );
}
