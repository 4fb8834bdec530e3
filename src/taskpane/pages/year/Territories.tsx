import { Fragment } from 'react';
import { Button } from '@fluentui/react-components';
import { carveTerritory } from '../../../app/actions/carve-territory';
import { closeTerritory } from '../../../app/actions/close-territory';
import { reopenTerritory } from '../../../app/actions/reopen-territory';
import { mergeTerritories } from '../../../app/actions/merge-territories';
import type { FoldedYear } from '../../../app/pages/year/folds';
import { seatMoneyLines, seatShareLines } from '../../../app/pages/year/seats';
import type { PaneState } from '../../../app/state';
import { Fold } from '../../Fold';
import { useKept } from '../../kept';
import { usePane } from '../../pane-context';
import { Pick } from '../../Pick';
import { List, readPercent, Text, useStyles } from '../parts';

/** Two become one; what is empty then can be closed, and opened again. */
export function Merger({
  state,
  view: { territories, closable, about },
}: {
  readonly state: PaneState;
  readonly view: FoldedYear;
}) {
  const styles = useStyles();
  const { say, numbers, run } = usePane();
  const money = (name: string, share: 'none' | 'again') => (
    <List
      lines={[
        ...seatShareLines(state, say, numbers, name, share),
        ...seatMoneyLines(state, say, numbers, name, { share }),
      ]}
    />
  );
  const [from, setFrom] = useKept('year-merge.from', '');
  const [into, setInto] = useKept('year-merge.into', '');
  const first = territories.includes(from) ? from : (territories[0] ?? '');
  const others = territories.filter((name) => name !== first && !closable.closed.includes(name));
  const second = others.includes(into) ? into : (others[0] ?? '');
  const choices = (names: readonly string[]) => names.map((value) => ({ value, label: value }));
  return (
    <Fold id="year-merge" title={say('year.merge')} about={about.merge}>
      <p className={styles.hint}>{say('year.mergeHint')}</p>
      <Pick label={say('year.territory')} choices={choices(territories)} value={first} onPick={setFrom} />
      <Pick label={say('year.into')} choices={choices(others)} value={second} onPick={setInto} />
      <div>
        <Button onClick={() => void run(mergeTerritories, first, second)}>
          {say(mergeTerritories.label)}
        </Button>
      </div>
      {closable.empty.map((name) => (
        <Fragment key={name}>
          <div className={styles.file}>
            <span>{say('year.empty', { name })}</span>
            <Button size="small" onClick={() => void run(closeTerritory, name)}>
              {say(closeTerritory.label)}
            </Button>
          </div>
          {money(name, 'none')}
        </Fragment>
      ))}
      {closable.closed.map((name) => (
        <Fragment key={name}>
          <div className={styles.file}>
            <span>{say('year.closed', { name })}</span>
            <Button size="small" onClick={() => void run(reopenTerritory, name)}>
              {say(reopenTerritory.label)}
            </Button>
          </div>
          {money(name, 'again')}
        </Fragment>
      ))}
    </Fold>
  );
}

/** One more territory for somebody who joins. */
export function Carve({ view: { territories, closable, effective, about } }: { view: FoldedYear }) {
  const styles = useStyles();
  const { say, run } = usePane();
  const [from, setFrom] = useKept('year-carve.from', '');
  const [name, setName] = useKept('year-carve.name', '');
  const [day, setDay] = useKept('year-carve.day', '');
  const [accounts, setAccounts] = useKept('year-carve.accounts', '10');
  const [customers, setCustomers] = useKept('year-carve.customers', '10');
  const open = territories.filter((one) => !closable.closed.includes(one));
  const picked = open.includes(from) ? from : '';
  const start = day === '' ? effective : day;
  const said = {
    ...{ name, start, accounts: readPercent(accounts), customers: readPercent(customers) },
    ...(picked === '' ? {} : { from: picked }),
  };
  return (
    <Fold id="year-carve" title={say('year.carve')} about={about.carve}>
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
    </Fold>
  );
}
