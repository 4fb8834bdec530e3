import { Button } from '@fluentui/react-components';
import { compareSystem } from '../../../app/actions/compare-system';
import type { FoldedYear } from '../../../app/pages/year/folds';
import { Fold } from '../../Fold';
import { useKept } from '../../kept';
import { usePane } from '../../pane-context';
import { Pick } from '../../Pick';
import { List, useStyles } from '../parts';
import { Files } from './Files';

/** What other systems say of owners and territories, beside the plan. */
export function Systems({ view: { systems, mismatches, about } }: { view: FoldedYear }) {
  const styles = useStyles();
  const { say, run } = usePane();
  const [picked, setPicked] = useKept('year-system.picked', '');
  const name = systems.includes(picked) ? picked : systems[0];
  return (
    <Fold id="year-system" title={say('year.system')} about={about.system}>
      <p className={styles.hint}>{say('year.systemHint')}</p>
      {name === undefined ? (
        <p className={styles.plain}>{say('year.systemNone')}</p>
      ) : (
        <>
          <Pick
            label={say('year.systemTable')}
            choices={systems.map((value) => ({ value, label: value }))}
            value={name}
            onPick={setPicked}
          />
          <div>
            <Button onClick={() => void run(compareSystem, name)}>{say(compareSystem.label)}</Button>
          </div>
        </>
      )}
      {mismatches !== undefined && (
        <>
          <p className={styles.plain}>{mismatches.text}</p>
          <List lines={mismatches.kinds} />
          <Files files={mismatches.files} />
        </>
      )}
    </Fold>
  );
}
