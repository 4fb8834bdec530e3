import { Button } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import { acceptChanges } from '../../../app/actions/accept-changes';
import { compareExport } from '../../../app/actions/compare-export';
import { placeAccounts } from '../../../app/actions/place-accounts';
import { placeStrays } from '../../../app/actions/place-strays';
import { putBack } from '../../../app/actions/put-back';
import { rebalance } from '../../../app/actions/rebalance';
import { spreadTerritory } from '../../../app/actions/spread-territory';
import { takeExport } from '../../../app/actions/take-export';
import { verify } from '../../../app/actions/verify';
import { writeLoads } from '../../../app/actions/write-loads';
import { writeSheet } from '../../../app/actions/write-sheet';
import { yearPage, type YearView } from '../../../app/pages/year/view';
import type { PaneState } from '../../../app/state';
import { usePane } from '../../pane-context';
import { Pick } from '../../Pick';
import { List, readPercent, Section, Text, useStyles } from '../parts';
import { Due, Schedule } from './Scheduled';
import { Open } from './Open';
import { Files } from './Files';
import { Joiner, Leave } from './Seats';
import { Managers } from './Managers';
import { Systems } from './Systems';
import { Carve, Merger } from './Territories';

/** What needs a decision in the course of the year, and the plan on its way to other systems. */
export default function YearBody({ state }: { state: PaneState }) {
  const styles = useStyles();
  const { say, numbers } = usePane();
  const { understanding, standing, pending, designed, loads, refresh, mismatches, merge } = state;
  const view = useMemo(
    () =>
      yearPage(
        { understanding, standing, pending, designed, loads, refresh, mismatches, merge },
        say,
        numbers,
        new Date().toISOString().slice(0, 10),
      ),
    [understanding, standing, pending, designed, loads, refresh, mismatches, merge, say, numbers],
  );
  if (view.closed !== undefined) return <p className={styles.plain}>{view.closed}</p>;
  return (
    <>
      <NewAccounts view={view} />
      <Strays view={view} />
      <Due view={view} />
      <Changes view={view} />
      <Schedule view={view} />
      <BackInBand view={view} />
      <NewExport view={view} />
      <Leaver view={view} />
      <Merger view={view} />
      <Open view={view} />
      <Joiner state={state} view={view} />
      <Carve view={view} />
      <Leave state={state} view={view} />
      <Loads view={view} />
      <Systems view={view} />
      <Managers view={view} />
      <Health />
      <Verify />
    </>
  );
}

function NewAccounts({ view: { newAccounts } }: { view: YearView }) {
  const styles = useStyles();
  const { say, run } = usePane();
  if (newAccounts === undefined) return null;
  return (
    <Section id="year-new" title={say('year.new')}>
      <p className={styles.plain}>{newAccounts}</p>
      <p className={styles.hint}>{say('year.newHint')}</p>
      <div className={styles.buttons}>
        <Button onClick={() => void run(placeAccounts)}>{say(placeAccounts.label)}</Button>
      </div>
    </Section>
  );
}

function Strays({ view: { strays } }: { view: YearView }) {
  const styles = useStyles();
  const { say, run } = usePane();
  if (strays === undefined) return null;
  return (
    <Section id="year-strays" title={say('year.strays')}>
      <p className={styles.plain}>{strays.text}</p>
      <List lines={strays.listed} />
      <div>
        <Button onClick={() => void run(placeStrays)}>{say(placeStrays.label)}</Button>
      </div>
    </Section>
  );
}

function Changes({ view: { proposed, effective } }: { view: YearView }) {
  const styles = useStyles();
  const { say, run } = usePane();
  const [by, setBy] = useState('');
  const [reason, setReason] = useState('');
  const [day, setDay] = useState('');
  const { count, isUndated, listed, more, against, shares, quotas } = proposed;
  if (listed.length === 0)
    return (
      <Section id="year-changes" title={say('year.changes')}>
        <p className={styles.plain}>{say('year.noChanges')}</p>
      </Section>
    );
  return (
    <Section id="year-changes" title={say('year.changes')}>
      <ul className={styles.list}>
        {listed.map((text) => (
          <li key={text}>{text}</li>
        ))}
        {more !== undefined && <li>{more}</li>}
      </ul>
      {against !== undefined && <p className={styles.plain}>{against}</p>}
      <List lines={shares} />
      <List lines={quotas} />
      {count > 0 && (
        <>
          <Text label={say('year.by')} value={by} onText={setBy} />
          <Text label={say('year.reason')} value={reason} onText={setReason} />
          {isUndated && (
            <Text
              label={say('year.effective')}
              type="date"
              value={day === '' ? effective : day}
              onText={setDay}
            />
          )}
        </>
      )}
      <div className={styles.buttons}>
        {count > 0 && (
          <Button
            appearance="primary"
            onClick={() => void run(acceptChanges, { by, reason, effective: day === '' ? effective : day })}
          >
            {say('year.acceptCount', { count })}
          </Button>
        )}
        <Button onClick={() => void run(putBack)}>{say(putBack.label)}</Button>
      </div>
    </Section>
  );
}

function BackInBand({ view: { out } }: { view: YearView }) {
  const styles = useStyles();
  const { say, run } = usePane();
  const [most, setMost] = useState('10');
  if (out === undefined) return null;
  return (
    <Section id="year-rebalance" title={say('year.rebalance')}>
      <p className={styles.plain}>{out.text}</p>
      {out.count > 0 && (
        <>
          <Text label={say('year.most')} value={most} onText={setMost} />
          <div>
            <Button onClick={() => void run(rebalance, readPercent(most))}>{say(rebalance.label)}</Button>
          </div>
        </>
      )}
    </Section>
  );
}

function NewExport({ view: { exports, refresh } }: { view: YearView }) {
  const styles = useStyles();
  const { say, run } = usePane();
  const [picked, setPicked] = useState('');
  const name = exports.includes(picked) ? picked : exports[0];
  return (
    <Section id="year-refresh" title={say('year.refresh')}>
      <p className={styles.hint}>{say('year.refreshHint')}</p>
      {name === undefined ? (
        <p className={styles.plain}>{say('year.refreshNone')}</p>
      ) : (
        <>
          <Pick
            label={say('year.export')}
            choices={exports.map((value) => ({ value, label: value }))}
            value={name}
            onPick={setPicked}
          />
          <div>
            <Button onClick={() => void run(compareExport, name)}>{say(compareExport.label)}</Button>
          </div>
        </>
      )}
      {refresh !== undefined && (
        <>
          <p className={styles.plain}>{refresh.text}</p>
          <List lines={refresh.columns} />
          <List lines={refresh.left} />
          {refresh.isNew && (
            <div>
              <Button appearance="primary" onClick={() => void run(takeExport)}>
                {say(takeExport.label)}
              </Button>
            </div>
          )}
        </>
      )}
    </Section>
  );
}

function Leaver({ view: { territories } }: { view: YearView }) {
  const styles = useStyles();
  const { say, run } = usePane();
  const [picked, setPicked] = useState('');
  const territory = territories.includes(picked) ? picked : (territories[0] ?? '');
  return (
    <Section id="year-leaver" title={say('year.leaver')}>
      <p className={styles.hint}>{say('year.leaverHint')}</p>
      <Pick
        label={say('year.territory')}
        choices={territories.map((name) => ({ value: name, label: name }))}
        value={territory}
        onPick={setPicked}
      />
      <div>
        <Button onClick={() => void run(spreadTerritory, territory)}>{say(spreadTerritory.label)}</Button>
      </div>
    </Section>
  );
}

function Verify() {
  const styles = useStyles();
  const { say, run } = usePane();
  return (
    <Section id="year-verify" title={say('year.verify')}>
      <p className={styles.hint}>{say('year.verifyHint')}</p>
      <div>
        <Button onClick={() => void run(verify)}>{say(verify.label)}</Button>
      </div>
    </Section>
  );
}

function Health() {
  const styles = useStyles();
  const { say, run } = usePane();
  return (
    <Section id="year-health" title={say('year.health')}>
      <p className={styles.plain}>{say('year.healthHint')}</p>
      <div>
        <Button onClick={() => void run(writeSheet, 'health')}>{say('action.health')}</Button>
      </div>
    </Section>
  );
}

function Loads({ view: { files, blocked } }: { view: YearView }) {
  const styles = useStyles();
  const { say, run } = usePane();
  return (
    <Section id="year-loads" title={say('year.loads')}>
      <p className={styles.plain}>{say('year.loadsHint')}</p>
      <div>
        <Button appearance="primary" onClick={() => void run(writeLoads)}>
          {say('action.loads')}
        </Button>
      </div>
      <Files files={files} />
      {blocked !== undefined && <p className={styles.plain}>{blocked}</p>}
    </Section>
  );
}
