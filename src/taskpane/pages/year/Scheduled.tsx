import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { carryOutDue } from '../../../app/actions/carry-out-due';
import { scheduleMoves } from '../../../app/actions/schedule-moves';
import type { YearView } from '../../../app/pages/year/view';
import { usePane } from '../../pane-context';
import { Pick } from '../../Pick';
import { List, Section, Text, useStyles } from '../parts';

/** What is due today: one click. */
export function Due({
  view: {
    scheduled: { due, listed, more },
  },
}: {
  view: YearView;
}) {
  const styles = useStyles();
  const { say, run } = usePane();
  if (due === undefined && listed.length === 0) return null;
  return (
    <Section id="year-due" title={say('year.due')}>
      {due !== undefined && <p className={styles.plain}>{due}</p>}
      <List lines={[...listed, ...(more === undefined ? [] : [more])]} />
      {due !== undefined && (
        <div>
          <Button appearance="primary" onClick={() => void run(carryOutDue, '')}>
            {say(carryOutDue.label)}
          </Button>
        </div>
      )}
    </Section>
  );
}

/** Accounts that are to go elsewhere on a day. */
export function Schedule({ view: { territories, effective } }: { view: YearView }) {
  const styles = useStyles();
  const { say, run } = usePane();
  const [accounts, setAccounts] = useState('');
  const [picked, setPicked] = useState('');
  const [from, setFrom] = useState('');
  const [until, setUntil] = useState('');
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
    <Section id="year-schedule" title={say('year.scheduled')}>
      <p className={styles.hint}>{say('year.scheduledHint')}</p>
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
    </Section>
  );
}
