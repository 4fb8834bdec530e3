import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { insertSample } from '../../../app/actions/insert-sample';
import { tryAgain } from '../../../app/actions/try-again';
import { useSelection } from '../../../app/actions/use-selection';
import type { PaneState } from '../../../app/state';
import { usePane } from '../../pane-context';

const useStyles = makeStyles({
  text: { margin: '0 0 12px', color: tokens.colorNeutralForeground2 },
  ways: { display: 'grid', gap: '8px', justifyItems: 'stretch' },
});

/** Nothing in the workbook can be planned as it stands: the ways on. */
export function NoList({ state }: { state: PaneState }) {
  const styles = useStyles();
  const { say, run } = usePane();
  return (
    <section>
      <p className={styles.text}>{say('noList.intro')}</p>
      <div className={styles.ways}>
        {[useSelection, tryAgain, insertSample]
          .filter((action) => action.when(state))
          .map((action) => (
            <Button key={action.name} onClick={() => void run(action)}>
              {say(action.label)}
            </Button>
          ))}
      </div>
    </section>
  );
}
