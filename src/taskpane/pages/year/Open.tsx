import { Button } from '@fluentui/react-components';
import { changeSettings } from '../../../app/actions/change-settings';
import { coverOpen } from '../../../app/actions/cover-open';
import { writeSheet } from '../../../app/actions/write-sheet';
import type { FoldedYear } from '../../../app/pages/year/folds';
import { seatMoneyLines } from '../../../app/pages/year/seats';
import type { PaneState } from '../../../app/state';
import { Fold } from '../../Fold';
import { useKept } from '../../kept';
import { usePane } from '../../pane-context';
import { Pick } from '../../Pick';
import { List, readPercent, Text, useStyles } from '../parts';

/** Territories that wait for their owner: who covers, who comes, and what that asks of whoever covers. */
export function Open({
  state,
  view: { open, seats, about },
}: {
  readonly state: PaneState;
  readonly view: FoldedYear;
}) {
  const styles = useStyles();
  const { say, numbers, run } = usePane();
  const [picked, setPicked] = useKept('year-open.picked', '');
  const [typed, setTyped] = useKept<{ by?: string; future?: string; start?: string }>('year-open.typed', {});
  const [most, setMost] = useKept<string | undefined>('year-open.most', undefined);
  const { lines = [], loads = [], cap = 0 } = open ?? {};
  const line = lines.find(({ territory }) => territory === picked) ?? lines[0];
  if (line === undefined) return null;
  const { territory, interim, future, start, isAway } = line;
  const said = { territory, by: interim, future, start, ...typed };
  const shown = most ?? String(Math.round(100 * cap));
  /** The sheet shows it too: it is written with it. */
  const limit = async (typedMost: string) => {
    await run(changeSettings, { open: { cap: readPercent(typedMost) } });
    await run(writeSheet, 'open-territories');
  };
  return (
    <Fold id="year-open" title={say('open.card')} about={about.open}>
      <List lines={lines.map(({ text }) => text)} />
      <List lines={loads} />
      <Pick
        label={say('year.territory')}
        choices={lines.map(({ territory: value }) => ({ value, label: value }))}
        value={territory}
        onPick={(value) => {
          setPicked(value);
          setTyped({});
        }}
      />
      <Pick
        label={say('open.interim')}
        choices={[
          { value: '', label: say('year.nobody') },
          ...seats.people.map((value) => ({ value, label: value })),
        ]}
        value={said.by}
        onPick={(by) => {
          setTyped({ ...typed, by });
        }}
      />
      <Text
        label={say('open.future')}
        value={said.future}
        onText={(text) => {
          setTyped({ ...typed, future: text });
        }}
      />
      <Text
        label={say('open.from')}
        type="date"
        value={said.start}
        onText={(text) => {
          setTyped({ ...typed, start: text });
        }}
      />
      {!isAway && <List lines={seatMoneyLines(state, say, numbers, territory, { opens: said.start })} />}
      <Text label={say('open.cap')} value={shown} onText={setMost} />
      <div className={styles.buttons}>
        <Button onClick={() => void run(coverOpen, said)}>{say(coverOpen.label)}</Button>
        {most !== undefined && <Button onClick={() => void limit(most)}>{say('open.setCap')}</Button>}
        <Button onClick={() => void run(writeSheet, 'open-territories')}>{say('action.open')}</Button>
      </div>
    </Fold>
  );
}
