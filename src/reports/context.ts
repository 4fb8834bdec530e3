import type { Accounts } from '../plan/accounts';
import type { LayerId } from '../plan/layer';
import type { MetricSpec } from '../plan/metrics';
import type { PlanResult } from '../plan/design';
import type { RunRecord } from '../plan/run';
import type { Say } from '../text/say';
import { tableName, type TableKey } from './names';
import { columnRef } from './spec';

/** A plan that stands in a workbook, and how things are called there: enough for a sheet of formulas alone. */
export interface StandingContext {
  readonly layer: LayerId;
  readonly say: Say;
  readonly record: RunRecord;
  readonly metrics: readonly MetricSpec[];
  /** The Excel table of the accounts and the headers of its columns. */
  readonly table: string;
  /** Header of a column that every account fills (id or name), so that sheets can tell blank rows. */
  readonly keyHeader: string | undefined;
  /** Header of what an account is called: its name, else its id. */
  readonly nameHeader: string | undefined;
  /** Header of the column that names today's owner (or, lacking one, today's territory). */
  readonly ownerHeader: string | undefined;
  readonly workloadHeader: string | undefined;
  /** Headers summed for each metric, in the plan's order; empty for a count. */
  readonly metricHeaders: readonly (readonly string[])[];
  /** Headers that our own account columns got, by key. */
  readonly column: Readonly<Record<'territory' | 'owner' | 'moved' | 'lock' | 'reason' | 'designed', string>>;
}

/** What the sheets of a new plan are made from. */
export interface ReportContext extends StandingContext {
  /** Who holds each account today, as the plan names people, where the list names them otherwise or not at all. */
  readonly holders?: readonly string[];
  readonly plan: PlanResult;
  readonly accounts: Accounts;
  /** Rows of the table's body, and the body row (from 0) of each account: blank rows hold none. */
  readonly bodyRows: number;
  readonly rowOf: Int32Array;
  /** Columns to add for numbers whose own cells hold text (`$1,500,000.00 `): header and what was read. */
  readonly readColumns: readonly {
    readonly field: string;
    readonly header: string;
    readonly values: Float64Array;
  }[];
}

/** A column of one of our tables, as formulas say it. */
export const ownColumn = (
  { layer }: Pick<StandingContext, 'layer'>,
  table: TableKey,
  header: string,
): string => columnRef(tableName(layer, table), header);

/** `ARR + Open pipeline`. */
export function metricLabel(say: Say, metric: Pick<MetricSpec, 'fields'>): string {
  if (metric.fields.length === 0) return say('metric.count');
  return metric.fields.map((field) => say(`metric.${field}`)).join(' + ');
}
