import type { PlanResult } from '../plan/design';
import type { RunRecord } from '../plan/run';
import type { Say } from '../text/say';
import type { MetricSpec } from '../plan/metrics';
import type { Accounts } from '../plan/accounts';

/** What every report is made from: the plan, and how things are called in this workbook. */
export interface ReportContext {
  readonly say: Say;
  readonly plan: PlanResult;
  readonly record: RunRecord;
  readonly accounts: Accounts;
  /** The Excel table of the accounts and the headers of its columns. */
  readonly table: string;
  /** Rows of the table's body, and the body row (from 0) of each account: blank rows hold none. */
  readonly bodyRows: number;
  readonly rowOf: Int32Array;
  /** Header of a column that every account fills (id or name), so that sheets can tell blank rows. */
  readonly keyHeader: string | undefined;
  /** Header of the column that names today's owner (or, lacking one, today's territory). */
  readonly ownerHeader: string | undefined;
  readonly workloadHeader: string | undefined;
  /** Headers summed for each metric, in the plan's order; empty for a count. */
  readonly metricHeaders: readonly (readonly string[])[];
  /** Headers that our own account columns got, by key. */
  readonly column: Readonly<Record<'territory' | 'owner' | 'moved' | 'lock' | 'reason' | 'designed', string>>;
  /** Columns to add for numbers whose own cells hold text (`$1,500,000.00 `): header and what was read. */
  readonly readColumns: readonly {
    readonly field: string;
    readonly header: string;
    readonly values: Float64Array;
  }[];
}

/** Names of our tables, in formulas and in the workbook. */
export const TABLES = {
  balance: 'EfBalance',
  territories: 'EfTerritories',
  settings: 'EfSettings',
  metrics: 'EfMetrics',
  findingKinds: 'EfFindingKinds',
  findings: 'EfFindings',
} as const;

/** Defined names that drop-downs and conditional formats point to (they take no structured references). */
export const NAMES = { territoryList: 'EfTerritoryList', lockList: 'EfLockList' } as const;

/** Defined name of a metric's tolerance; `index` from 0 in the plan's order. */
export const toleranceName = (index: number): string => `EfTolerance${index + 1}`;

/** `ARR + Open pipeline`. */
export function metricLabel(say: Say, metric: MetricSpec): string {
  if (metric.fields.length === 0) return say('metric.count');
  return metric.fields.map((field) => say(`metric.${field}`)).join(' + ');
}
