import { Button } from '@fluentui/react-components';
import { compareCopy } from '../../../app/actions/compare-copy';
import { decideConflict } from '../../../app/actions/decide-conflict';
import { takeCopy } from '../../../app/actions/take-copy';
import { writeCopy } from '../../../app/actions/write-copy';
import type { FoldedYear } from '../../../app/pages/year/folds';
import type { Merging } from '../../../app/pages/year/view';
import { Fold } from '../../Fold';
import { useKept } from '../../kept';
import { usePane } from '../../pane-context';
import { Pick } from '../../Pick';
import { List, useStyles } from '../parts';

/** What managers get to plan with, and what comes back. */
export function Managers({ view: { managers, copies, merging, about } }: { view: FoldedYear }) {
  const styles = useStyles();
  const { say, run } = usePane();
  const [manager, setManager] = useKept('year-copies.manager', '');
  const [copy, setCopy] = useKept('year-copies.copy', '');
  const who = managers.includes(manager) ? manager : managers[0];
  const returned = copies.includes(copy) ? copy : copies[0];
  const choices = (names: readonly string[]) => names.map((value) => ({ value, label: value }));
  return (
    <Fold id="year-copies" title={say('year.copies')} about={about.copies}>
      <p className={styles.hint}>{say('year.copyHint')}</p>
      {who === undefined ? (
        <p className={styles.plain}>{say('year.copyNone')}</p>
      ) : (
        <>
          <Pick label={say('year.manager')} choices={choices(managers)} value={who} onPick={setManager} />
          <div>
            <Button onClick={() => void run(writeCopy, who)}>{say(writeCopy.label)}</Button>
          </div>
        </>
      )}
      {returned !== undefined && (
        <>
          <Pick label={say('year.returned')} choices={choices(copies)} value={returned} onPick={setCopy} />
          <div>
            <Button onClick={() => void run(compareCopy, returned)}>{say(compareCopy.label)}</Button>
          </div>
        </>
      )}
      {merging !== undefined && <Returned merging={merging} />}
    </Fold>
  );
}

/** A returned copy beside the list: what it moved, and what both moved, to be decided one by one. */
function Returned({ merging: { text, takes, more, conflicts, left, isReady } }: { merging: Merging }) {
  const styles = useStyles();
  const { say, run } = usePane();
  return (
    <>
      <p className={styles.plain}>{text}</p>
      <List lines={more === undefined ? takes : [...takes, more]} />
      {conflicts.map(({ key, text: conflict, decided }) => (
        <div key={key} role="group" aria-label={conflict} className={styles.file}>
          <span>{conflict}</span>
          {(['mine', 'theirs'] as const).map((whose) => (
            <Button
              key={whose}
              size="small"
              aria-pressed={decided === whose}
              appearance={decided === whose ? 'primary' : 'secondary'}
              onClick={() => void run(decideConflict, key, whose)}
            >
              {say(`year.${whose}`)}
            </Button>
          ))}
        </div>
      ))}
      <List lines={left} />
      {isReady && (
        <div>
          <Button appearance="primary" onClick={() => void run(takeCopy)}>
            {say(takeCopy.label)}
          </Button>
        </div>
      )}
    </>
  );
}
