import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useMemo, useRef, useState } from 'react';
import { dropScenario } from '../../../app/actions/drop-scenario';
import { openScenario } from '../../../app/actions/open-scenario';
import { saveScenario } from '../../../app/actions/save-scenario';
import { hasStandingPlan, writeSheet } from '../../../app/actions/write-sheet';
import { weighScenarios } from '../../../app/actions/weigh-scenarios';
import { scenariosPage, type ScenarioLine } from '../../../app/pages/scenarios/view';
import { usePane } from '../../pane-context';
import { designPage } from '../design';
import type { PageProps } from '../page';
import { Beside } from './Beside';
import { Section, Text, useStyles as useParts } from '../parts';

const useStyles = makeStyles({
  card: {
    display: 'grid',
    gap: '4px',
    padding: '8px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  name: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
  },
});

/** Saves the plan that is looked at, and sets saved ones beside today, the workbook and each other. */
export default function ScenariosBody({ state, goTo }: PageProps) {
  const styles = useParts();
  const { say, numbers, run } = usePane();
  const view = useMemo(() => scenariosPage(state, say, numbers), [state, say, numbers]);
  const { designed } = state;
  const openedBefore = useRef(designed?.scenario);
  useEffect(() => {
    // What was opened is shown where plans are shown.
    if (designed?.scenario !== undefined && designed.scenario !== openedBefore.current) goTo(designPage.key);
    openedBefore.current = designed?.scenario;
  }, [designed, goTo]);
  const isIdle = state.doing === undefined && state.waiting === 0 && state.trouble === undefined;
  const hasMore = isIdle && weighScenarios.when(state);
  useEffect(() => {
    if (hasMore) void run(weighScenarios);
  }, [hasMore, run]);
  return (
    <>
      <p className={styles.hint}>{say('scenarios.intro')}</p>
      {view.saves === undefined ? (
        <p className={styles.plain}>{say('scenarios.nothing')}</p>
      ) : (
        <Save key={view.saves.name} {...view.saves} />
      )}
      <Section id="scenarios-list" title={say('scenarios.list')}>
        {view.today !== undefined && <p className={styles.plain}>{view.today}</p>}
        <ul className={styles.list}>
          {view.lines.map((line, at) => (
            <Line
              key={`${line.name}-${at}`}
              line={line}
              onOpen={() => {
                openedBefore.current = undefined;
              }}
            />
          ))}
        </ul>
        {view.lines.every(({ isSaved }) => !isSaved) && (
          <p className={styles.hint}>{say('scenarios.none')}</p>
        )}
        {view.damaged !== undefined && <p className={styles.plain}>{view.damaged}</p>}
        {hasStandingPlan(state) && (
          <div className={styles.buttons}>
            <Button size="small" onClick={() => void run(writeSheet, 'scenarios')}>
              {say('action.scenariosSheet')}
            </Button>
          </div>
        )}
        {view.isWorking && <p className={styles.hint}>{say('scenarios.working')}</p>}
      </Section>
      <Beside state={state} />
    </>
  );
}

function Save({ text, name }: { text: string; name: string }) {
  const styles = useParts();
  const { say, run } = usePane();
  const [typed, type] = useState(name);
  return (
    <Section id="scenarios-save" title={text}>
      <Text label={say('scenarios.name')} value={typed} onText={type} />
      <div className={styles.buttons}>
        <Button size="small" disabled={typed.trim() === ''} onClick={() => void run(saveScenario, typed)}>
          {say(saveScenario.label)}
        </Button>
      </div>
    </Section>
  );
}

/** Deleting is asked twice: it cannot be undone. */
function Line({
  line: { name, isSaved, about, figures, more },
  onOpen,
}: {
  line: ScenarioLine;
  onOpen: () => void;
}) {
  const parts = useParts();
  const styles = useStyles();
  const { say, run } = usePane();
  const [isSure, ask] = useState(false);
  return (
    <li className={styles.card}>
      <h3 className={styles.name}>{name}</h3>
      {figures.length > 0 && <p className={parts.plain}>{figures.join(' · ')}</p>}
      {more.length > 0 && <p className={parts.hint}>{say('plans.besides', { list: more.join(', ') })}</p>}
      {about !== '' && <p className={parts.hint}>{about}</p>}
      {isSaved && (
        <div className={parts.buttons}>
          <Button
            size="small"
            aria-label={`${say(openScenario.label)}: ${name}`}
            onClick={() => {
              onOpen();
              void run(openScenario, name);
            }}
          >
            {say(openScenario.label)}
          </Button>
          <Button
            size="small"
            appearance="subtle"
            aria-label={`${say(isSure ? 'action.dropReally' : dropScenario.label)}: ${name}`}
            onClick={() => {
              if (isSure) void run(dropScenario, name);
              else ask(true);
            }}
            onBlur={() => {
              ask(false);
            }}
          >
            {say(isSure ? 'action.dropReally' : dropScenario.label)}
          </Button>
        </div>
      )}
    </li>
  );
}
