import type { Evidence, Standing } from '../plan/account-standing';
import type { Accounts } from '../plan/accounts';
import type { Cell } from '../plan/cells';
import type { LayerId } from '../plan/layer';
import type { MetricSpec } from '../plan/metrics';
import type { PlanResult } from '../plan/design';
import { sharing } from '../plan/roster';
import { segmentPools } from '../plan/rules/segment';
import type { RunRecord } from '../plan/run-record';
import type { Say } from '../text/say';
import { tableName, type TableKey } from './names';
import type { OverlayRole } from './overlays/context';
import type { Reading } from './reading';
import type { SegmentFigures } from './segments/context';
import { columnRef, type ACCOUNT_COLUMNS } from './spec';

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
  readonly column: Readonly<Record<(typeof ACCOUNT_COLUMNS)[number], string>>;
  /** The columns that the table of Balance has, by key, with their number formats: one without data is not there. */
  readonly balance: ReadonlyMap<string, string | undefined>;
}

/** A column of ours that is summed in place of one of the list's. */
export interface ReadColumn {
  readonly field: string;
  readonly header: string;
  /** What was read, a row of the table's body each. */
  readonly values: Float64Array;
  /** How a formula reads the cells; undefined where the values stand as they were read. */
  readonly reading: Reading | undefined;
  /** Cells that hold a date where a number should be: 0 stands in the column of ours. */
  readonly dates: number;
  /** Of values: what is in no plain number, no text and no date of the list (rows that are no accounts, conversion), as designed. */
  readonly rest: number;
  /** Where the amounts stand in another table: how formulas speak of them there, and what brings them to an account. */
  readonly beside?: { readonly source: string; readonly formula: string | undefined };
}

/** What accounts are, in a column of ours. */
export interface AccountStandings {
  readonly header: string;
  readonly told: readonly Standing[];
  readonly evidence: Evidence;
  readonly of: (account: number) => Standing;
  /** Headers of the cells that tell it, where formulas can read all of them; else it stands as it was read. */
  readonly headers: Readonly<Record<string, string>> | undefined;
}

/** What the sheets of a new plan are made from. */
export interface ReportContext extends StandingContext {
  readonly plan: PlanResult;
  readonly accounts: Accounts;
  /** Rows of the table's body, and the body row (from 0) of each account: blank rows hold none. */
  readonly bodyRows: number;
  readonly rowOf: Int32Array;
  /** Customers and prospects told apart; undefined where the list does not tell. */
  readonly standings: AccountStandings | undefined;
  /** The territory of an account in the plan that was accepted last, empty for none; undefined before the first. */
  readonly accepted: ((account: number) => string) | undefined;
  /** What stands in the column of locks from now on, by account; undefined where it stays as it is. */
  readonly lockCells: ((account: number) => Cell) | undefined;
  /** Name of the owner before the plan, by account; empty for none. */
  readonly holder: (account: number) => string;
  /** For each metric the headers of the list's own columns that it sums, and of ours that is summed in place of one. */
  readonly metricSources: readonly (readonly {
    readonly source: string;
    readonly read: ReadColumn | undefined;
  }[])[];
  /** Sum of metric m over the accounts that have no territory, as designed. */
  readonly unassignedOf: (m: number) => number;
  /** ISO code of the amounts, where it is known. */
  readonly currency: string | undefined;
  /** Accounts of the pool: rank of those beyond a book, a word for house accounts; blank for all others. Undefined where nobody is there. */
  readonly pool: { readonly header: string; readonly of: (account: number) => Cell } | undefined;
  /** The column of oversized accounts, which are outside of what is shared; undefined where there are none. */
  readonly oversized: { readonly header: string; readonly is: (account: number) => boolean } | undefined;
  /** Columns that tell how good accounts are. */
  readonly qualities: SegmentFigures;
  /** Columns to add for numbers whose own cells are not all plain. */
  readonly readColumns: readonly ReadColumn[];
  /** Roles of people who help, where the sheet of overlays is written along: shown beside territories. */
  readonly pods: readonly OverlayRole[];
  /** Rates of conversion in use, by the word of the list for each currency. */
  readonly rates: readonly { readonly word: string; readonly code: string; readonly rate: number }[];
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
  return metric.fields.map((field) => say(`field.${field}`)).join(' + ');
}

/** Whether owners before and after can be compared: the list names some, and so does the plan. */
export const hasOwners = ({ ownerHeader, plan }: ReportContext): boolean =>
  ownerHeader !== undefined && plan.territories.some(({ owner }) => owner !== '');

/** Whether each region is fair within itself. */
export const isByRegion = ({ plan }: Pick<ReportContext, 'plan'>): boolean =>
  plan.territories.some(({ region }) => region !== undefined);

/** Whether each segment is fair within itself, as the engine sees it too. */
export const isPooled = ({ record, plan, accounts }: ReportContext): boolean =>
  record.settings.bySegment === true && segmentPools(accounts, sharing(plan.territories)) !== undefined;
