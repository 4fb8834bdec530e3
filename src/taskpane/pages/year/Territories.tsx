import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { carveTerritory } from '../../../app/actions/carve-territory';
import { closeTerritory } from '../../../app/actions/close-territory';
import { reopenTerritory } from '../../../app/actions/reopen-territory';
import { mergeTerritories } from '../../../app/actions/merge-territories';
import type { YearView } from '../../../app/pages/year/view';
import { usePane } from '../../pane-context';
import { Pick } from '../../Pick';
import { readPercent, Section, Text, useStyles } from '../parts';

/** Two become one; what is empty then can be closed, and opened again. */
export function Merger({ view: { territories, closable } }: { view: YearView }) {
  const styles = useStyles();
  const { say, run } = usePane();
  const [from, setFrom] = useState('');
  const [into, setInto] = useState('');
  const first = territories.includes(from) ? from : (territories[0] ?? '');
  const others = territories.filter((name) => name !== first && !closable.closed.includes(name));
  const second = others.includes(into) ? into : (others[0] ?? '');
  const choices = (names: readonly string[]) => names.map((value) => ({ value, label: value }));
  return (
    <Section id="year-merge" title={say('year.merge')}>
      <p className={styles.hint}>{say('year.mergeHint')}</p>
      <Pick label={say('year.territory')} choices={choices(territories)} value={first} onPick={setFrom} />
      <Pick label={say('year.into')} choices={choices(others)} value={second} onPick={setInto} />
      <div>
        <Button onClick={() => void run(mergeTerritories, first, second)}>
          {say(mergeTerritories.label)}
        </Button>
      </div>
      {closable.empty.map((name) => (
        <div key={name} className={styles.file}>
          <span>{say('year.empty', { name })}</span>
          <Button size="small" onClick={() => void run(closeTerritory, name)}>
            {say(closeTerritory.label)}
          </Button>
        </div>
      ))}
      {closable.closed.map((name) => (
        <div key={name} className={styles.file}>
          <span>{say('year.closed', { name })}</span>
          <Button size="small" onClick={() => void run(reopenTerritory, name)}>
            {say(reopenTerritory.label)}
          </Button>
        </div>
      ))}
    </Section>
  );
}

/** One more territory for somebody who joins. */
export function Carve({ view: { territories, closable, effective } }: { view: YearView }) {
  const styles = useStyles();
  const { say, run } = usePane();
  const [from, setFrom] = useState('');
  const [name, setName] = useState('');
  const [day, setDay] = useState('');
  const [accounts, setAccounts] = useState('10');
  const [customers, setCustomers] = useState('10');
  const open = territories.filter((one) => !closable.closed.includes(one));
  const picked = open.includes(from) ? from : '';
  const start = day === '' ? effective : day;
  const said = {
    ...{ name, start, accounts: readPercent(accounts), customers: readPercent(customers) },
    ...(picked === '' ? {} : { from: picked }),
  };
  return (
    <Section id="year-carve" title={say('year.carve')}>
      <p className={styles.hint}>{say('year.carveHint')}</p>
      <Pick
        label={say('year.carveFrom')}
        choices={[
          { value: '', label: say('year.overloaded') },
          ...open.map((value) => ({ value, label: value })),
        ]}
        value={picked}
        onPick={setFrom}
      />
      <Text label={say('year.joinerName')} value={name} onText={setName} />
      <Text label={say('year.joinerStart')} type="date" value={start} onText={setDay} />
      <Text label={say('year.mostAccounts')} value={accounts} onText={setAccounts} />
      <Text label={say('year.mostCustomers')} value={customers} onText={setCustomers} />
      <div>
        <Button onClick={() => void run(carveTerritory, said)}>{say(carveTerritory.label)}</Button>
      </div>
    </Section>
  );
}
