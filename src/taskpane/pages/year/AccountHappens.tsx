import { Button } from '@fluentui/react-components';
import { useMemo } from 'react';
import { ACCOUNT_EVENTS, type AccountEventKind } from '../../../app/account-event';
import { accountEvent } from '../../../app/actions/account-event';
import { accountEventLines } from '../../../app/pages/year/account-event';
import type { FoldedYear } from '../../../app/pages/year/folds';
import { Fold } from '../../Fold';
import { useKept } from '../../kept';
import { usePane } from '../../pane-context';
import { Pick } from '../../Pick';
import type { PageProps } from '../page';
import { List, Text, useStyles } from '../parts';

/** An account is gone, merged, under another parent, or with another owner: what follows, before it is proposed. */
export function AccountHappens({
  state,
  view: { effective, about },
}: Pick<PageProps, 'state'> & { view: FoldedYear }) {
  const styles = useStyles();
  const { say, numbers, run } = usePane();
  const { understanding, standing } = state;
  const [picked, setPicked] = useKept('year-account.what', '');
  const [account, setAccount] = useKept('year-account.account', '');
  const [other, setOther] = useKept('year-account.other', '');
  const [day, setDay] = useKept('year-account.day', '');
  const kind: AccountEventKind = ACCOUNT_EVENTS.find((one) => one === picked) ?? 'gone';
  const from = day === '' ? effective : day;
  const lines = useMemo(
    () =>
      accountEventLines({ understanding, standing }, { kind, account, other, effective: from }, say, numbers),
    [understanding, standing, kind, account, other, from, say, numbers],
  );
  return (
    <Fold id="year-account" title={say('year.account')} about={about.account}>
      <p className={styles.hint}>{say('year.accountHint')}</p>
      <Pick
        label={say('year.accountWhat')}
        choices={ACCOUNT_EVENTS.map((value) => ({ value, label: say(`year.event.${value}`) }))}
        value={kind}
        onPick={setPicked}
      />
      <Text label={say('year.accountOne')} value={account} onText={setAccount} />
      {kind !== 'gone' && <Text label={say(`year.other.${kind}`)} value={other} onText={setOther} />}
      <Text label={say('year.effective')} type="date" value={from} onText={setDay} />
      <List lines={lines} />
      <div>
        <Button onClick={() => void run(accountEvent, { kind, account, other, effective: from })}>
          {say(accountEvent.label)}
        </Button>
      </div>
    </Fold>
  );
}
