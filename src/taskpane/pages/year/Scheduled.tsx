import { Button } from '@fluentui/react-components';
import { carryOutDue } from '../../../app/actions/carry-out-due';
import { holdDeals } from '../../../app/actions/hold-deals';
import { scheduleMoves } from '../../../app/actions/schedule-moves';
import type { FoldedYear } from '../../../app/pages/year/folds';
import { Fold } from '../../Fold';
import { useKept } from '../../kept';
import { usePane } from '../../pane-context';
import { Pick } from '../../Pick';
import { List, Text, useStyles } from '../parts';

/** What is due today: one click. */
export function Due({ view: { scheduled } }: { view: FoldedYear }) {
  const { say, run } = usePane();
  if (scheduled.due === undefined) return null;
  return (
    <Fold id="year-due" title={say('year.due')} about={scheduled.due} isOpen>
      <Listed scheduled={scheduled} />
      <div>
        <Button appearance="primary" onClick={() => void run(carryOutDue, '')}>
          {say(carryOutDue.label)}
        </Button>
      </div>
    </Fold>
  );
}

function Listed({ scheduled: { listed, more } }: Pick<FoldedYear, 'scheduled'>) {
  return <List lines={[...listed, ...(more === undefined ? [] : [more])]} />;
}

/** Accounts that are to go elsewhere on a day. */
export function Schedule({
  view: { territories, effective, scheduled, holdable, about },
}: {
  view: FoldedYear;
}) {
  const styles = useStyles();
  const { say, run } = usePane();
  const [accounts, setAccounts] = useKept('year-schedule.accounts', '');
  const [picked, setPicked] = useKept('year-schedule.picked', '');
  const [from, setFrom] = useKept('year-schedule.from', '');
  const [until, setUntil] = useKept('year-schedule.until', '');
  const to = territories.includes(picked) ? picked : (territories[0] ?? '');
  const said = {
    accounts: accounts
      .split(/[;\n]/)
      .map((word) => word.trim())
      .filter((word) => word !== ''),
    to,
    from: from === '' ? effective : from,
    ...(until === '' ? {} : { until }),
  };
  return (
    <Fold id="year-schedule" title={say('year.scheduled')} about={about.schedule}>
      <p className={styles.hint}>{say('year.scheduledHint')}</p>
      {scheduled.due === undefined && <Listed scheduled={scheduled} />}
      {holdable.map(({ kind, text }) => (
        <div key={kind} className={styles.buttons}>
          <span>{text}</span>
          <Button onClick={() => void run(holdDeals, kind)}>{say(holdDeals.label)}</Button>
        </div>
      ))}
      <Text label={say('year.accounts')} value={accounts} onText={setAccounts} />
      <Pick
        label={say('year.toTerritory')}
        choices={territories.map((name) => ({ value: name, label: name }))}
        value={to}
        onPick={setPicked}
      />
      <Text label={say('year.fromDay')} type="date" value={said.from} onText={setFrom} />
      <Text label={say('year.untilDay')} type="date" value={until} onText={setUntil} />
      <div>
        <Button onClick={() => void run(scheduleMoves, said)}>{say(scheduleMoves.label)}</Button>
      </div>
    </Fold>
  );
}
