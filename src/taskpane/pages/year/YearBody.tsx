import { Button } from '@fluentui/react-components';
import { useMemo } from 'react';
import { compareExport } from '../../../app/actions/compare-export';
import { spreadTerritory } from '../../../app/actions/spread-territory';
import { takeExport } from '../../../app/actions/take-export';
import { verify } from '../../../app/actions/verify';
import { writeLoads } from '../../../app/actions/write-loads';
import { writeSheet } from '../../../app/actions/write-sheet';
import { foldedYear, type FoldedYear } from '../../../app/pages/year/folds';
import { yearPage } from '../../../app/pages/year/view';
import { Fold } from '../../Fold';
import { useKept } from '../../kept';
import { usePane } from '../../pane-context';
import { Pick } from '../../Pick';
import type { PageProps } from '../page';
import { Group, List, useStyles } from '../parts';
import { Schedule } from './Scheduled';
import { AccountHappens } from './AccountHappens';
import { Open } from './Open';
import { Files } from './Files';
import { Joiner, Leave } from './Seats';
import { Managers } from './Managers';
import { Approval, SignOff } from './SignOff';
import { Systems } from './Systems';
import { Today } from './Today';
import { Carve, Merger } from './Territories';

/** What needs a decision in the course of the year, and the plan on its way to other systems. */
export default function YearBody({ state, goTo }: PageProps) {
  const styles = useStyles();
  const { say, numbers } = usePane();
  const { understanding, standing, pending, designed, loads, refresh, mismatches, merge } = state;
  const view = useMemo(
    () =>
      foldedYear(
        yearPage(
          { understanding, standing, pending, designed, loads, refresh, mismatches, merge },
          say,
          numbers,
          new Date().toISOString().slice(0, 10),
        ),
        say,
      ),
    [understanding, standing, pending, designed, loads, refresh, mismatches, merge, say, numbers],
  );
  if (view.closed !== undefined) return <p className={styles.plain}>{view.closed}</p>;
  return (
    <>
      <Today
        view={view}
        onOpen={() => {
          goTo('year', 'year-open');
        }}
      />
      <Group id="year-events" title={say('year.events')}>
        <NewExport view={view} />
        <AccountHappens state={state} view={view} />
        <Leaver view={view} />
        <Joiner state={state} view={view} />
        <Leave state={state} view={view} />
        <Open state={state} view={view} />
        <Carve view={view} />
        <Merger state={state} view={view} />
        <Schedule view={view} />
      </Group>
      <Group id="year-others" title={say('year.others')}>
        <Loads view={view} />
        <Systems view={view} />
        <SignOff view={view} />
        <Approval view={view} />
        <Managers view={view} />
      </Group>
      <Group id="year-checks" title={say('year.checks')}>
        <Health view={view} />
        <Verify view={view} />
      </Group>
    </>
  );
}

function NewExport({ view: { exports, refresh, about } }: { view: FoldedYear }) {
  const styles = useStyles();
  const { say, run } = usePane();
  const [picked, setPicked] = useKept('year-refresh.picked', '');
  const name = exports.includes(picked) ? picked : exports[0];
  return (
    <Fold id="year-refresh" title={say('year.refresh')} about={about.refresh}>
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
    </Fold>
  );
}

function Leaver({ view: { territories, about } }: { view: FoldedYear }) {
  const styles = useStyles();
  const { say, run } = usePane();
  const [picked, setPicked] = useKept('year-leaver.picked', '');
  const territory = territories.includes(picked) ? picked : (territories[0] ?? '');
  return (
    <Fold id="year-leaver" title={say('year.leaver')} about={about.leaver}>
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
    </Fold>
  );
}

function Loads({ view: { files, blocked, about } }: { view: FoldedYear }) {
  const styles = useStyles();
  const { say, run } = usePane();
  return (
    <Fold id="year-loads" title={say('year.loads')} about={about.loads}>
      <p className={styles.plain}>{say('year.loadsHint')}</p>
      <div>
        <Button appearance="primary" onClick={() => void run(writeLoads)}>
          {say('action.loads')}
        </Button>
      </div>
      <Files files={files} />
      {blocked !== undefined && <p className={styles.plain}>{blocked}</p>}
    </Fold>
  );
}

function Health({ view: { about } }: { view: FoldedYear }) {
  const styles = useStyles();
  const { say, run } = usePane();
  return (
    <Fold id="year-health" title={say('year.health')} about={about.health}>
      <p className={styles.plain}>{say('year.healthHint')}</p>
      <div>
        <Button onClick={() => void run(writeSheet, 'health')}>{say('action.health')}</Button>
      </div>
    </Fold>
  );
}

function Verify({ view: { about } }: { view: FoldedYear }) {
  const styles = useStyles();
  const { say, run } = usePane();
  return (
    <Fold id="year-verify" title={say('year.verify')} about={about.verify}>
      <p className={styles.hint}>{say('year.verifyHint')}</p>
      <div>
        <Button onClick={() => void run(verify)}>{say(verify.label)}</Button>
      </div>
    </Fold>
  );
}
