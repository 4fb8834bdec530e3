import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  Button,
  Field,
  Input,
  Link,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import { issueQuotas } from '../../../app/actions/issue-quotas';
import { withdrawQuotas } from '../../../app/actions/withdraw-quotas';
import { makeTeamList } from '../../../app/actions/make-team-list';
import { select } from '../../../app/actions/select';
import { setQuota } from '../../../app/actions/set-quota';
import { writeQuotas } from '../../../app/actions/write-quotas';
import { firstOf, quotaPage, type OpenQuota } from '../../../app/pages/quota/view';
import type { PaneState } from '../../../app/state';
import type { QuotaLine } from '../../../plan/quota';
import { Fold } from '../../Fold';
import { NumberField } from '../../NumberField';
import { Dates, Ramps, Season, Tiers } from './Tables';
import { usePane } from '../../pane-context';
import { Pick } from '../../Pick';

const useStyles = makeStyles({
  plain: { margin: 0 },
  hint: { margin: 0, color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  fields: { display: 'grid', gap: '8px' },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  bridge: { margin: 0, display: 'grid', gap: '2px' },
  step: { display: 'flex', justifyContent: 'space-between', gap: '12px' },
  sum: { fontWeight: tokens.fontWeightSemibold, borderTop: `1px solid ${tokens.colorNeutralStroke1}` },
  amount: { margin: 0, fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' },
  list: { margin: 0, paddingLeft: '18px', display: 'grid', gap: '4px' },
  start: { display: 'grid', gridTemplateColumns: '1fr 1fr', gap: '8px' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
});

/** One number, one click: quotas for all seats, with the way from the plan to them. */
export default function QuotaBody({ state }: { state: PaneState }) {
  const styles = useStyles();
  const { say, numbers } = usePane();
  const [draft, setDraft] = useState<Partial<QuotaLine>>({});
  const { closed, open } = useMemo(() => quotaPage(state, say, numbers, draft), [state, say, numbers, draft]);
  if (open === undefined) return <p className={styles.plain}>{closed}</p>;
  return (
    <>
      <Plan quota={open} draft={draft} onDraft={setDraft} />
      <Bridge quota={open} />
      <ToLookAt quota={open} />
      <Conventions quota={open} />
      {open.isWritten && <Issue quota={open} />}
    </>
  );
}

function Plan({
  quota,
  draft,
  onDraft,
}: {
  quota: OpenQuota;
  draft: Partial<QuotaLine>;
  onDraft: (draft: Partial<QuotaLine>) => void;
}) {
  const styles = useStyles();
  const { say, run } = usePane();
  const { line, over, methods, several, isWritten, isPayWritten } = quota;
  const isTyped = Object.keys(draft).length > 0;
  const write = (more: readonly string[]) => {
    void run(writeQuotas, isTyped ? { lines: [{ ...line, ...draft }] } : {}, more);
    onDraft({});
  };
  return (
    <section className={styles.fields} aria-label={say('quota.amount')}>
      {several === undefined ? (
        <>
          <NumberField
            label={say('quota.planNumber')}
            value={line.amount === 0 ? undefined : line.amount}
            min={0}
            max={1e13}
            step={100_000}
            isMoney
            onNumber={(amount) => {
              onDraft({ ...draft, amount });
            }}
          />
          <NumberField
            label={say('quota.overField')}
            value={Math.round(over * 100_000) / 1000}
            min={0}
            max={200}
            step={1}
            onNumber={(percent) => {
              onDraft({ ...draft, overAssignment: percent / 100 });
            }}
          />
          <Pick
            label={say('quota.methodField')}
            choices={methods}
            value={line.method}
            onPick={(method) => {
              onDraft({ ...draft, method: method as QuotaLine['method'] });
            }}
          />
        </>
      ) : (
        <p className={styles.plain}>{several}</p>
      )}
      <p className={styles.hint}>{quota.year}</p>
      <div className={styles.buttons}>
        <Button
          appearance="primary"
          disabled={line.amount === 0 && several === undefined}
          onClick={() => {
            write([]);
          }}
        >
          {say(isWritten ? 'quota.writeAgain' : 'quota.write')}
        </Button>
        {isWritten && !isPayWritten && (
          <Button
            onClick={() => {
              write(['pay']);
            }}
          >
            {say('quota.writePay')}
          </Button>
        )}
      </div>
    </section>
  );
}

export function Bridge({
  quota: { bridge, bridgesBy, cost, isWritten, line, several },
}: {
  quota: Pick<OpenQuota, 'bridge' | 'bridgesBy' | 'cost' | 'isWritten' | 'line' | 'several'>;
}) {
  const styles = useStyles();
  const { say } = usePane();
  if (line.amount === 0 && several === undefined) return null;
  return (
    <section className={styles.fields}>
      <h2 className={styles.title}>{say(isWritten ? 'quota.bridge' : 'quota.indicated')}</h2>
      <Steps lines={bridge} />
      {cost !== undefined && <p className={styles.hint}>{cost}</p>}
      {bridgesBy.map(({ title, parts }, n) => (
        <Fold
          key={title}
          id={`quota-bridge-${n}`}
          title={title}
          about={parts.map(({ name }) => name).join(', ')}
        >
          {parts.map(({ name, lines }) => (
            <div key={name} role="group" aria-label={name}>
              <h4 className={styles.title}>{name}</h4>
              <Steps lines={lines} />
            </div>
          ))}
        </Fold>
      ))}
    </section>
  );
}

function Steps({ lines }: { lines: OpenQuota['bridge'] }) {
  const styles = useStyles();
  return (
    <dl className={styles.bridge}>
      {lines.map(({ label, amount, isSum }) => (
        <div key={label} className={`${styles.step} ${isSum ? styles.sum : ''}`}>
          <dt>{label}</dt>
          <dd className={styles.amount}>{amount}</dd>
        </div>
      ))}
    </dl>
  );
}

/** More than so many are on the sheet alone. */
const LISTED = 6;

function ToLookAt({ quota: { flags, missing, hasTeam } }: { quota: OpenQuota }) {
  const styles = useStyles();
  const { say, run } = usePane();
  if (flags.length === 0 && missing.length === 0) return null;
  return (
    <section className={styles.fields}>
      <h2 className={styles.title}>{say('quota.flags')}</h2>
      <ul className={styles.list}>
        {missing.map((text) => (
          <li key={text}>{text}</li>
        ))}
        {flags.slice(0, LISTED).map(({ text, address }) => (
          <li key={text}>
            {address === undefined ? (
              text
            ) : (
              <Link as="button" onClick={() => void run(select, address)}>
                {text}
              </Link>
            )}
          </li>
        ))}
        {flags.length > LISTED && <li>{say('quota.flagsMore', { count: flags.length - LISTED })}</li>}
      </ul>
      {!hasTeam && (
        <div className={styles.buttons}>
          <Button size="small" onClick={() => void run(makeTeamList)}>
            {say(makeTeamList.label)}
          </Button>
        </div>
      )}
    </section>
  );
}

function Conventions({ quota: { choices, amounts, starts, pay, tables, inCells } }: { quota: OpenQuota }) {
  const styles = useStyles();
  const { say, run } = usePane();
  const folds = [
    ['ramps', 'quota.ramps.short', <Ramps key="ramps" tables={tables} />],
    ...(tables.season === undefined
      ? []
      : [['season', 'quota.season', <Season key="season" season={tables.season} />] as const]),
    ['tiers', 'quota.tiers.title', <Tiers key="tiers" tables={tables} />],
    ['dates', 'quota.dates.title', <Dates key="dates" tables={tables} />],
  ] as const;
  return (
    <Accordion collapsible multiple>
      <AccordionItem value="conventions">
        <AccordionHeader>{say('quota.conventions')}</AccordionHeader>
        <AccordionPanel>
          <div className={styles.fields}>
            <div className={styles.start}>
              <Pick
                label={say('quota.set.fiscalYear')}
                choices={starts.months}
                value={String(starts.month)}
                onPick={(month) => void run(setQuota, { fiscalYear: firstOf(starts.year, Number(month)) })}
              />
              <NumberField
                label={say('quota.ofYear')}
                value={starts.year}
                min={2000}
                max={2100}
                step={1}
                isWhole
                onNumber={(year) => void run(setQuota, { fiscalYear: firstOf(year, starts.month) })}
              />
            </div>
            <Settings choices={choices} amounts={amounts} />
          </div>
        </AccordionPanel>
      </AccordionItem>
      <AccordionItem value="pay">
        <AccordionHeader>{say('sheet.pay')}</AccordionHeader>
        <AccordionPanel>
          <div className={styles.fields}>
            <Settings {...pay} />
            {pay.notes.map((note) => (
              <p key={note} className={styles.hint}>
                {note}
              </p>
            ))}
          </div>
        </AccordionPanel>
      </AccordionItem>
      {folds.map(([value, label, body]) => (
        <AccordionItem key={value} value={value}>
          <AccordionHeader>{say(label)}</AccordionHeader>
          <AccordionPanel>{body}</AccordionPanel>
        </AccordionItem>
      ))}
      {inCells.length > 0 && (
        <AccordionItem value="cells">
          <AccordionHeader>{say('quota.inCells')}</AccordionHeader>
          <AccordionPanel>
            <ul className={styles.list}>
              {inCells.map(({ label, address }) => (
                <li key={label}>
                  <Link as="button" onClick={() => void run(select, address)}>
                    {label}
                  </Link>
                </li>
              ))}
            </ul>
          </AccordionPanel>
        </AccordionItem>
      )}
    </Accordion>
  );
}

/** Words that are picked, and numbers; what may be nothing can be cleared. */
function Settings({ choices, amounts }: Pick<OpenQuota, 'choices' | 'amounts'>) {
  const { run } = usePane();
  return (
    <>
      {choices.map(({ key, label, value, choices: all }) => (
        <Pick
          key={key}
          label={label}
          choices={all}
          value={value}
          onPick={(code) => void run(setQuota, { [key]: code })}
        />
      ))}
      {amounts.map(({ key, label, value, isPercent, min, max, step, isOptional }) => {
        const shown = (part: number) => (isPercent ? Math.round(part * 100_000) / 1000 : part);
        return (
          <NumberField
            key={key}
            label={label}
            value={value === undefined ? undefined : shown(value)}
            min={shown(min)}
            max={shown(max)}
            step={shown(step)}
            isMoney={!isPercent}
            onNumber={(typed) => void run(setQuota, { [key]: isPercent ? typed / 100 : typed })}
            {...(isOptional ? { onBlank: () => void run(setQuota, { [key]: null }) } : {})}
          />
        );
      })}
    </>
  );
}

function Issue({ quota: { issued } }: { quota: OpenQuota }) {
  const styles = useStyles();
  const { say, run } = usePane();
  const [by, setBy] = useState('');
  return (
    <section className={styles.fields}>
      <h2 className={styles.title}>{say('quota.issue')}</h2>
      {issued === undefined ? (
        <>
          <Field label={say('quota.issuer')} size="small">
            <Input
              size="small"
              value={by}
              onChange={(_, { value }) => {
                setBy(value);
              }}
            />
          </Field>
          <div className={styles.buttons}>
            <Button disabled={by.trim() === ''} onClick={() => void run(issueQuotas, by)}>
              {say(issueQuotas.label)}
            </Button>
          </div>
        </>
      ) : (
        <>
          <p className={styles.plain}>{issued.text}</p>
          <p className={styles.plain}>{issued.changed}</p>
          <div className={styles.buttons}>
            <Button onClick={() => void run(withdrawQuotas)}>{say(withdrawQuotas.label)}</Button>
          </div>
        </>
      )}
    </section>
  );
}
