import { Button, Field, Input, makeStyles } from '@fluentui/react-components';
import { useState } from 'react';
import { setQuota } from '../../../app/actions/set-quota';
import {
  dayChanges,
  DAYS_OF_SEAT,
  rampsTyped,
  tiersTyped,
  type QuotaTables,
  type RampTyped,
  type TierTyped,
} from '../../../app/pages/quota/tables';
import { NumberField } from '../../NumberField';
import { usePane } from '../../pane-context';
import { Pick } from '../../Pick';

const useStyles = makeStyles({
  fields: { display: 'grid', gap: '8px' },
  two: { display: 'grid', gridTemplateColumns: '1fr 1fr', gap: '8px' },
  grid: { display: 'grid', gridTemplateColumns: '1fr 1fr 1fr', gap: '8px' },
  row: { display: 'grid', gridTemplateColumns: '1fr 1fr auto', gap: '8px', alignItems: 'end' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
});

function TextField({
  label,
  value,
  onText,
  trouble,
  type = 'text',
  placeholder,
}: {
  label: string;
  value: string;
  onText: (text: string) => void;
  trouble?: string | undefined;
  type?: 'text' | 'date';
  placeholder?: string;
}) {
  return (
    <Field
      label={label}
      size="small"
      {...(trouble === undefined ? {} : { validationState: 'error' as const, validationMessage: trouble })}
    >
      <Input
        size="small"
        type={type}
        value={value}
        {...(placeholder === undefined ? {} : { placeholder })}
        onChange={(_, { value: text }) => {
          onText(text);
        }}
      />
    </Field>
  );
}

/** What is edited until it is set: a draft, or what stands. */
function useDraft<Row>(standing: readonly Row[]) {
  const [draft, setDraft] = useState<readonly Row[]>();
  const rows = draft ?? standing;
  return {
    rows,
    isChanged: draft !== undefined,
    change: (n: number, row: Row) => {
      setDraft(rows.map((one, at) => (at === n ? row : one)));
    },
    remove: (n: number) => {
      setDraft(rows.filter((_, at) => at !== n));
    },
    add: (row: Row, at = rows.length) => {
      setDraft([...rows.slice(0, at), row, ...rows.slice(at)]);
    },
    settle: () => {
      setDraft(undefined);
    },
  };
}

/** Ramps by role and segment, month by month. */
export function Ramps({ tables }: { tables: QuotaTables }) {
  const styles = useStyles();
  const { say, numbers, run } = usePane();
  const { rows, isChanged, change, remove, add, settle } = useDraft<RampTyped>(tables.ramps);
  const ramps = rampsTyped(rows, numbers);
  return (
    <div className={styles.fields}>
      {rows.map((ramp, n) => (
        <div
          key={n}
          className={styles.fields}
          role="group"
          aria-label={say('quota.ramp.nth', { number: n + 1 })}
        >
          <div className={styles.two}>
            <TextField
              label={say('quota.role')}
              value={ramp.role}
              placeholder={say('quota.ramps.other')}
              onText={(role) => {
                change(n, { ...ramp, role });
              }}
            />
            <TextField
              label={say('plan.segment')}
              value={ramp.segment}
              onText={(segment) => {
                change(n, { ...ramp, segment });
              }}
            />
          </div>
          <TextField
            label={say('quota.ramp.months')}
            value={ramp.months}
            placeholder="25 50 75"
            trouble={
              rampsTyped([ramp], numbers) === undefined
                ? say('quota.ramp.trouble')
                : ramps === undefined && n === rows.length - 1
                  ? say('quota.ramp.twice')
                  : undefined
            }
            onText={(months) => {
              change(n, { ...ramp, months });
            }}
          />
          {rows.length > 1 && (
            <div className={styles.buttons}>
              <Button
                size="small"
                onClick={() => {
                  remove(n);
                }}
              >
                {say('quota.ramp.remove', { number: n + 1 })}
              </Button>
            </div>
          )}
        </div>
      ))}
      <div className={styles.buttons}>
        <Button
          size="small"
          onClick={() => {
            add({ role: '', segment: '', months: '' });
          }}
        >
          {say('quota.ramp.add')}
        </Button>
        <Button
          size="small"
          appearance="primary"
          disabled={!isChanged || ramps === undefined}
          onClick={() => {
            if (ramps !== undefined) void run(setQuota, { ramps });
            settle();
          }}
        >
          {say('quota.ramp.set')}
        </Button>
      </div>
    </div>
  );
}

/** Weights of the twelve months. */
export function Season({ season }: { season: readonly number[] }) {
  const styles = useStyles();
  const { say, run } = usePane();
  return (
    <div className={styles.grid}>
      {season.map((weight, m) => (
        <NumberField
          key={m}
          label={say('quota.month', { month: m + 1 })}
          value={weight}
          min={0}
          max={1000}
          step={1}
          onNumber={(typed) =>
            void run(setQuota, { season: season.map((one, at) => (at === m ? typed : one)) })
          }
        />
      ))}
    </div>
  );
}

/** Tiers of pay: each begins where the one before ends. */
export function Tiers({ tables }: { tables: QuotaTables }) {
  const styles = useStyles();
  const { say, numbers, run } = usePane();
  const { rows, isChanged, change, remove, add, settle } = useDraft<TierTyped>(tables.tiers);
  const { tiers, trouble } = tiersTyped(rows, numbers);
  return (
    <div className={styles.fields}>
      {rows.map((tier, n) => (
        <div
          key={n}
          className={styles.row}
          role="group"
          aria-label={say('quota.tier.nth', { number: n + 1 })}
        >
          <TextField
            label={say('quota.tiers.to')}
            value={tier.to}
            placeholder={say('quota.tiers.above')}
            onText={(to) => {
              change(n, { ...tier, to });
            }}
          />
          <TextField
            label={say('quota.tiers.multiplier')}
            value={tier.multiplier}
            onText={(multiplier) => {
              change(n, { ...tier, multiplier });
            }}
          />
          <Button
            size="small"
            disabled={rows.length === 1}
            aria-label={say('quota.tier.remove', { number: n + 1 })}
            onClick={() => {
              remove(n);
            }}
          >
            −
          </Button>
        </div>
      ))}
      {trouble !== undefined && <p role="alert">{say(`quota.tier.trouble.${trouble}`)}</p>}
      <div className={styles.buttons}>
        <Button
          size="small"
          onClick={() => {
            add({ to: '', multiplier: '1' }, Math.max(0, rows.length - 1));
          }}
        >
          {say('quota.tier.add')}
        </Button>
        <Button
          size="small"
          appearance="primary"
          disabled={!isChanged || trouble !== undefined}
          onClick={() => {
            void run(setQuota, { tiers });
            settle();
          }}
        >
          {say('quota.tier.set')}
        </Button>
      </div>
    </div>
  );
}

/** Hire, start, end and leave of a seat. */
export function Dates({ tables: { seats } }: { tables: QuotaTables }) {
  const styles = useStyles();
  const { say, run } = usePane();
  const [picked, pick] = useState('');
  const [draft, setDraft] = useState<Readonly<Record<string, string>>>({});
  const seat = seats.find(({ id }) => id === picked) ?? seats[0];
  if (seat === undefined) return null;
  const changed = DAYS_OF_SEAT.filter((key) => draft[key] !== undefined && draft[key] !== seat.days[key]);
  return (
    <div className={styles.fields}>
      <Pick
        label={say('quota.pay.seat')}
        choices={seats.map(({ id, label }) => ({ value: id, label }))}
        value={seat.id}
        onPick={(id) => {
          pick(id);
          setDraft({});
        }}
      />
      <div className={styles.two}>
        {DAYS_OF_SEAT.map((key) => (
          <TextField
            key={key}
            type="date"
            label={say(`quota.${key}`)}
            value={draft[key] ?? seat.days[key]}
            onText={(day) => {
              setDraft({ ...draft, [key]: day });
            }}
          />
        ))}
      </div>
      <div className={styles.buttons}>
        <Button
          size="small"
          appearance="primary"
          disabled={changed.length === 0}
          onClick={() => {
            void run(
              setQuota,
              dayChanges(
                seat.id,
                changed.map((key) => [key, draft[key] ?? ''] as const),
              ),
            );
            setDraft({});
          }}
        >
          {say('quota.dates.set')}
        </Button>
      </div>
    </div>
  );
}
