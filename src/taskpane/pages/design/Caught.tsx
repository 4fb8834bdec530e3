import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect } from 'react';
import { carryOut } from '../../../app/actions/carry-out';
import { weighCaught } from '../../../app/actions/weigh-caught';
import { severalView } from '../../../app/pages/design/several';
import type { PaneState } from '../../../app/state';
import { useKept } from '../../kept';
import { usePane } from '../../pane-context';
import { Pick } from '../../Pick';
import { SeveralEffect } from './SeveralEffect';

const useStyles = makeStyles({
  list: { display: 'grid', gap: '8px', marginBottom: '8px' },
  small: { margin: 0, color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

/** Accounts that were caught on the map: where they would go, and what that would do, said at once. */
export default function Caught({ state, accounts }: { state: PaneState; accounts: readonly number[] }) {
  const styles = useStyles();
  const { say, numbers, run } = usePane();
  const [to, choose] = useKept('caught.to', '');
  const { standing } = state;
  const view = severalView(state, say, numbers);
  const wanted = view?.territories.includes(to) === true ? to : '';
  const hasQuestion = standing !== undefined && accounts.length > 0 && wanted !== '';
  useEffect(() => {
    if (hasQuestion) void run(weighCaught, standing, accounts, wanted);
  }, [hasQuestion, run, standing, accounts, wanted]);
  if (view === undefined) return null;
  const isAnswered = hasQuestion && view.chosen?.to === wanted && state.several?.selected === accounts.length;
  const chosen = isAnswered ? view.chosen : undefined;
  const effect = chosen?.effect;
  return (
    <div className={styles.list}>
      <p className={styles.small}>{say('caught.hint', { count: accounts.length })}</p>
      {accounts.length > 0 && (
        <Pick
          label={say('several.to')}
          choices={[
            { value: '', label: say('caught.choose') },
            ...view.territories.map((name) => ({ value: name, label: name })),
          ]}
          value={wanted}
          onPick={choose}
        />
      )}
      {chosen !== undefined && <SeveralEffect chosen={chosen} />}
      {effect !== undefined && (
        <div>
          <Button size="small" appearance="primary" onClick={() => void run(carryOut, effect.key)}>
            {say('several.move')}
          </Button>
        </div>
      )}
    </div>
  );
}
