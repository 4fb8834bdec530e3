import { Button } from '@fluentui/react-components';
import { joinOpen } from '../../../app/actions/join-open';
import { endLeave } from '../../../app/actions/end-leave';
import { takeLeave } from '../../../app/actions/take-leave';
import { seatMoneyLines } from '../../../app/pages/year/seats';
import type { FoldedYear } from '../../../app/pages/year/folds';
import type { PaneState } from '../../../app/state';
import { Fold } from '../../Fold';
import { useKept } from '../../kept';
import { usePane } from '../../pane-context';
import { Pick } from '../../Pick';
import { List, Text, useStyles } from '../parts';

interface Shown {
  readonly state: PaneState;
  readonly view: FoldedYear;
}

/** Somebody takes an open territory. */
export function Joiner({ state, view: { seats, effective, about } }: Shown) {
  const styles = useStyles();
  const { say, numbers, run } = usePane();
  const [picked, setPicked] = useKept('year-joiner.picked', '');
  const [name, setName] = useKept('year-joiner.name', '');
  const [day, setDay] = useKept('year-joiner.day', '');
  const territory = seats.open.includes(picked) ? picked : seats.open[0];
  const start = day === '' ? effective : day;
  return (
    <Fold id="year-joiner" title={say('year.joiner')} about={about.joiner}>
      <p className={styles.hint}>{say('year.joinerOpen')}</p>
      {territory === undefined ? (
        <p className={styles.plain}>{say('year.noOpen')}</p>
      ) : (
        <>
          <Pick
            label={say('year.territory')}
            choices={seats.open.map((value) => ({ value, label: value }))}
            value={territory}
            onPick={setPicked}
          />
          <Text label={say('year.joinerName')} value={name} onText={setName} />
          <Text label={say('year.joinerStart')} type="date" value={start} onText={setDay} />
          <List lines={seatMoneyLines(state, say, numbers, territory, { start, name })} />
          <div>
            <Button onClick={() => void run(joinOpen, territory, { name, start })}>
              {say(joinOpen.label)}
            </Button>
          </div>
        </>
      )}
    </Fold>
  );
}

/** Somebody is away, and somebody else covers. */
export function Leave({ state, view: { seats, effective, about } }: Shown) {
  const styles = useStyles();
  const { say, numbers, run } = usePane();
  const [picked, setPicked] = useKept('year-leave.picked', '');
  const [from, setFrom] = useKept('year-leave.from', '');
  const [to, setTo] = useKept('year-leave.to', '');
  const [cover, setCover] = useKept('year-leave.cover', '');
  const territory = seats.filled.includes(picked) ? picked : seats.filled[0];
  if (territory === undefined) return null;
  const said = { territory, from: from === '' ? effective : from, to, cover };
  return (
    <Fold id="year-leave" title={say('year.leave')} about={about.leave}>
      <p className={styles.hint}>{say('year.leaveHint')}</p>
      <List lines={seats.leaves} />
      <Pick
        label={say('year.territory')}
        choices={seats.filled.map((value) => ({ value, label: value }))}
        value={territory}
        onPick={setPicked}
      />
      <Text label={say('year.leaveFrom')} type="date" value={said.from} onText={setFrom} />
      <Text label={say('year.leaveTo')} type="date" value={to} onText={setTo} />
      <Pick
        label={say('year.cover')}
        choices={[
          { value: '', label: say('year.nobody') },
          ...seats.people.map((value) => ({ value, label: value })),
        ]}
        value={cover}
        onPick={setCover}
      />
      <List lines={seatMoneyLines(state, say, numbers, territory, { from: said.from, to })} />
      <div className={styles.buttons}>
        <Button onClick={() => void run(takeLeave, said)}>{say(takeLeave.label)}</Button>
        {seats.away.includes(territory) && (
          <Button onClick={() => void run(endLeave, territory)}>{say(endLeave.label)}</Button>
        )}
      </div>
    </Fold>
  );
}
