import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  Button,
  makeStyles,
  MessageBar,
  MessageBarBody,
  tokens,
} from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import { changeSettings } from '../../../app/actions/change-settings';
import { changeBalance } from '../../../app/actions/change-balance';
import { chooseTable } from '../../../app/actions/choose-table';
import { listFindings } from '../../../app/actions/list-findings';
import { makeTeamList } from '../../../app/actions/make-team-list';
import { useSelection } from '../../../app/actions/use-selection';
import type { Summary } from '../../../app/pages/design/summary';
import { NumberField } from '../../NumberField';
import { usePane } from '../../pane-context';
import { Pick } from '../../Pick';
import { Balance } from './Balance';
import { Columns } from './Columns';
import { Findings } from './Findings';
import { Stays } from './Stays';

const useStyles = makeStyles({
  intro: { margin: 0, color: tokens.colorNeutralForeground2 },
  list: { display: 'grid', gap: '8px', margin: 0, padding: 0, listStyle: 'none' },
  card: {
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    padding: '8px 8px 8px 12px',
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '8px',
  },
  // Beside the button, as long as there is room for a few words.
  text: { margin: 0, flex: '1 1 9rem' },
  change: { flex: '1 1 100%', minWidth: 0 },
  team: { display: 'grid', gap: '8px', justifyItems: 'stretch', marginTop: '12px' },
  credit: { margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
  above: { marginBottom: '8px' },
  below: { marginTop: '8px' },
  heading: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
});

/** What was found and chosen, one sentence each, with Change. */
export function Found({ summary }: { summary: Summary }) {
  const styles = useStyles();
  const { say, run } = usePane();
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
        <Line text={summary.accounts} what={say('change.accounts')}>
          <Pick
            label={say('change.accounts')}
            choices={summary.tables}
            value={summary.table}
            onPick={(key) => void run(chooseTable, 'accounts', key)}
          />
          <Button className={styles.below} size="small" onClick={() => void run(useSelection)}>
            {say(useSelection.label)}
          </Button>
        </Line>
        <Line text={summary.balance} what={say('change.balance')}>
          <Balance summary={summary} />
        </Line>
        {summary.leftOut !== undefined && <LeftOut {...summary.leftOut} />}
        <Line text={summary.team} what={say('change.team')}>
          <NumberField
            label={say('change.territories')}
            value={summary.territories}
            min={1}
            max={1000}
            step={1}
            isWhole
            onNumber={(territories) => void run(changeSettings, { territories })}
          />
          <Team summary={summary} />
        </Line>
        {summary.bound.map((line) => (
          <BoundBy key={line.key} line={line} />
        ))}
        {summary.stays !== undefined && (
          <Line text={summary.stays.text} what={say('change.stays')}>
            <Stays line={summary.stays} />
          </Line>
        )}
        <Line text={summary.places} what={say('change.places')}>
          <Pick
            label={say('change.country')}
            choices={summary.countries}
            value={summary.country}
            onPick={(country) => void run(changeSettings, { country: country === '' ? null : country })}
          />
        </Line>
        <Line text={summary.columns.text} what={say('change.columns')}>
          <Columns
            columns={summary.columns}
            onMap={(field, header) => void run(changeSettings, { accountColumns: { [field]: header } })}
          />
        </Line>
      </ul>
      {problems > 0 && (
        <Accordion collapsible>
          <AccordionItem value="findings">
            <AccordionHeader>{say('findings.title', { count: problems })}</AccordionHeader>
            <AccordionPanel>
              <Button className={styles.above} size="small" onClick={() => void run(listFindings)}>
                {say(listFindings.label)}
              </Button>
              <Findings groups={summary.findings} />
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
function Team({ summary }: { summary: Summary }) {
  const styles = useStyles();
  const { say, run } = usePane();
  const { teams, teamTable, teamColumns } = summary;
  if (teamColumns === undefined) {
    return (
      <div className={styles.team}>
        <p className={styles.intro}>{say('team.makeHint')}</p>
        <Button size="small" onClick={() => void run(makeTeamList)}>
          {say(makeTeamList.label)}
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
          onPick={(key) => void run(chooseTable, 'reps', key)}
        />
      )}
      <h2 className={styles.heading}>{say('team.columns')}</h2>
      <p className={styles.intro}>{teamColumns.text}</p>
      <Columns
        columns={teamColumns}
        onMap={(field, header) => void run(changeSettings, { repColumns: { [field]: header } })}
      />
    </div>
  );
}

/** What binds accounts to reps by itself, and the click that turns it round. */
function BoundBy({ line }: { line: Summary['bound'][number] }) {
  const styles = useStyles();
  const { run } = usePane();
  return (
    <li className={styles.card}>
      <p className={styles.text}>{line.text}</p>
      <Button
        size="small"
        appearance="subtle"
        onClick={() => void run(changeSettings, { [line.key]: line.turned })}
      >
        {line.action}
      </Button>
    </li>
  );
}

/** An amount that was not balanced unasked, and the click that balances it. */
function LeftOut({ text, metric, action }: NonNullable<Summary['leftOut']>) {
  const styles = useStyles();
  const { run } = usePane();
  return (
    <li className={styles.card}>
      <p className={styles.text}>{text}</p>
      <Button
        size="small"
        appearance="subtle"
        onClick={() => void run(changeBalance, { kind: 'metric', at: 0, metric })}
      >
        {action}
      </Button>
    </li>
  );
}

function Line({ text, what, children }: { text: string; what: string; children: ReactNode }) {
  const styles = useStyles();
  const { say } = usePane();
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
