import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  Button,
  Field,
  makeStyles,
  MessageBar,
  MessageBarBody,
  Select,
  SpinButton,
  tokens,
} from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import type { Session } from '../app/session';
import type { Choice, Summary } from '../app/summary';
import { Columns } from './Columns';
import { Findings } from './Findings';

const useStyles = makeStyles({
  intro: { margin: 0, color: tokens.colorNeutralForeground2 },
  list: { display: 'grid', gap: '8px', margin: 0, padding: 0, listStyle: 'none' },
  card: {
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    padding: '8px 8px 8px 12px',
    display: 'grid',
    gridTemplateColumns: '1fr auto',
    alignItems: 'center',
    columnGap: '8px',
    rowGap: '8px',
  },
  text: { margin: 0, overflowWrap: 'anywhere' },
  change: { gridColumn: '1 / -1' },
  team: { display: 'grid', gap: '8px', justifyItems: 'stretch', marginTop: '12px' },
  credit: { margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
  above: { marginBottom: '8px' },
  heading: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
});

/** What was found and chosen, one sentence each, with Change. */
export function Found({ summary, session }: { summary: Summary; session: Session }) {
  const styles = useStyles();
  const { say } = session;
  const problems = summary.findings.reduce((n, group) => n + group.count, 0);
  return (
    <>
      {summary.blocked !== undefined && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{summary.blocked}</MessageBarBody>
        </MessageBar>
      )}
      {summary.warnings.map((text) => (
        <MessageBar key={text} intent="warning" layout="multiline">
          <MessageBarBody>{text}</MessageBarBody>
        </MessageBar>
      ))}
      <ul className={styles.list}>
        <Line text={summary.accounts} what={say('change.accounts')} say={say}>
          <Pick
            label={say('change.accounts')}
            choices={summary.tables}
            value={summary.table}
            onPick={(value) => void session.chooseTable(value)}
          />
        </Line>
        <Line text={summary.balance} what={say('change.balance')} say={say}>
          <Pick
            label={say('change.balance')}
            choices={summary.metrics}
            value={summary.metric}
            onPick={(metric) => void session.adjust({ balance: [{ metric }] })}
          />
          <Count
            label={say('change.tolerance')}
            value={Math.round(summary.tolerance * 1000) / 10}
            min={0.1}
            max={100}
            step={1}
            onCount={(percent) =>
              void session.adjust({ balance: [{ metric: summary.metric, tolerance: percent / 100 }] })
            }
          />
          {summary.rates.map(({ currency, base, rate }) => (
            <Count
              key={currency}
              label={say('change.rate', { currency, base })}
              value={rate}
              min={0.000001}
              max={1000000}
              step={0.01}
              onCount={(value) => void session.setRate(currency, value)}
            />
          ))}
        </Line>
        <Line text={summary.team} what={say('change.team')} say={say}>
          <Count
            label={say('change.territories')}
            value={summary.territories}
            min={1}
            max={1000}
            step={1}
            onCount={(territories) => void session.adjust({ territories })}
          />
          <Team summary={summary} session={session} />
        </Line>
        <Line text={summary.places} what={say('change.columns')} say={say}>
          <Columns
            columns={summary.columns}
            say={say}
            onMap={(field, header) => void session.mapColumn(field, header)}
          />
        </Line>
      </ul>
      {problems > 0 && (
        <Accordion collapsible>
          <AccordionItem value="findings">
            <AccordionHeader>{say('findings.title', { count: problems })}</AccordionHeader>
            <AccordionPanel>
              <Button className={styles.above} size="small" onClick={() => void session.listFindings()}>
                {say('action.listOnSheet')}
              </Button>
              <Findings groups={summary.findings} session={session} />
            </AccordionPanel>
          </AccordionItem>
        </Accordion>
      )}
      <p className={styles.intro}>{say('pane.promise')}</p>
      <p className={styles.credit}>{summary.credit}</p>
    </>
  );
}

/** The team list: which table, which columns; or the way to make one. */
function Team({ summary, session }: { summary: Summary; session: Session }) {
  const styles = useStyles();
  const { say } = session;
  const { teams, teamTable, teamColumns } = summary;
  if (teamColumns === undefined) {
    return (
      <div className={styles.team}>
        <p className={styles.intro}>{say('team.makeHint')}</p>
        <Button size="small" onClick={() => void session.makeTeamList()}>
          {say('team.make')}
        </Button>
      </div>
    );
  }
  return (
    <div className={styles.team}>
      {teams.length > 1 && (
        <Pick
          label={say('team.table')}
          choices={teams}
          value={teamTable}
          onPick={(key) => void session.chooseTeam(key)}
        />
      )}
      <h2 className={styles.heading}>{say('team.columns')}</h2>
      <Columns
        columns={teamColumns}
        say={say}
        onMap={(field, header) => void session.mapTeamColumn(field, header)}
      />
    </div>
  );
}

function Line({
  text,
  what,
  say,
  children,
}: {
  text: string;
  what: string;
  say: Session['say'];
  children: ReactNode;
}) {
  const styles = useStyles();
  const [open, setOpen] = useState(false);
  return (
    <li className={styles.card}>
      <p className={styles.text}>{text}</p>
      <Button
        size="small"
        appearance="subtle"
        aria-expanded={open}
        aria-label={say('action.changeWhat', { what })}
        onClick={() => {
          setOpen(!open);
        }}
      >
        {say('action.change')}
      </Button>
      {open && <div className={styles.change}>{children}</div>}
    </li>
  );
}

function Pick({
  label,
  choices,
  value,
  onPick,
}: {
  label: string;
  choices: readonly Choice[];
  value: string;
  onPick: (value: string) => void;
}) {
  return (
    <Field label={label} size="small">
      <Select
        size="small"
        value={value}
        onChange={(_, data) => {
          onPick(data.value);
        }}
      >
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </Select>
    </Field>
  );
}

/** A number that counts when it is settled: on the buttons, on Enter, on leaving the field. */
function Count({
  label,
  value,
  min,
  max,
  step,
  onCount,
}: {
  label: string;
  /** Undefined: nothing given yet. */
  value: number | undefined;
  min: number;
  max: number;
  step: number;
  onCount: (value: number) => void;
}) {
  return (
    <Field label={label} size="small">
      <SpinButton
        size="small"
        defaultValue={value ?? null}
        min={min}
        max={max}
        step={step}
        onChange={(_, data) => {
          const typed = data.value ?? Number((data.displayValue ?? '').replace(',', '.'));
          if (Number.isFinite(typed) && typed !== value) onCount(Math.min(max, Math.max(min, typed)));
        }}
      />
    </Field>
  );
}
