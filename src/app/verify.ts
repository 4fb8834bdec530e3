import type { Progress } from '../engine/problem';
import type { SourceTable } from '../plan/cells';
import { ownHeaders } from '../plan/ownership';
import { UNASSIGNED } from '../plan/territory';
import { designPlan } from './design';
import type { PlacesPort, SolverPort, WorkbookPort } from './ports';
import { ourColumn } from './understanding/our-column';
import { understand, type Understanding } from './understanding/understand';
import { VERSION } from './version';
import { changedColumns, whatWasRead } from './what-was-read';

/** What a re-run of the plan that stands came to. */
export type Verdict =
  | { readonly code: 'same'; readonly accounts: number; readonly seed: number }
  /** So many accounts stand elsewhere than the re-run puts them; by which version it was designed. */
  | { readonly code: 'differs'; readonly accounts: number; readonly was: string; readonly is: string }
  /** What it was designed from has changed: columns of the list and of the team. */
  | { readonly code: 'changed'; readonly columns: readonly string[] }
  /** It was designed over an earlier plan, of which this one has taken the place. */
  | { readonly code: 'onPlan' }
  /** The column of what was designed is not in the list any more. */
  | { readonly code: 'noColumn' }
  /** The record is of a version that did not say what was read. */
  | { readonly code: 'early' };

interface Desk {
  readonly workbook: WorkbookPort;
  readonly places: PlacesPort;
  readonly solver: SolverPort;
  readonly signal: AbortSignal;
}

/**
 * Designs the plan that stands once more, from its recorded settings and seed and the cells of list and team as they are,
 * as if nothing of ours were in the workbook, and compares it with the column of what was designed, account by account.
 * @returns undefined where no plan stands
 */
export async function verifyPlan(
  { workbook, places, solver, signal }: Desk,
  { book, list }: Pick<Understanding, 'book' | 'list'>,
  onProgress?: (progress: Progress) => void,
): Promise<Verdict | undefined> {
  const { record } = book;
  const designed = ourColumn({ whole: list.whole, owned: book.owned }, 'designed');
  if (record === undefined) return undefined;
  if (!designed.isThere) return { code: 'noColumn' };
  if (record.read === undefined) return { code: 'early' };
  if (record.read.onPlan) return { code: 'onPlan' };
  const ours = new Set(ownHeaders(book.owned));
  const bare = { ...book, record: undefined, whose: undefined };
  const then = await understand(
    { places, workbook: reading(workbook, (table) => withoutCells(table, ours)) },
    bare,
    record.settings,
  );
  const now = whatWasRead(then);
  const columns = [
    ...changedColumns(record.read.accounts, now.accounts),
    ...changedColumns(record.read.team, now.team),
  ];
  if (columns.length > 0) return { code: 'changed', columns: [...new Set(columns)] };
  const clock = { now: () => new Date(record.designedAt) };
  const { plan } = await designPlan(then, solver, clock, onProgress, signal);
  const nameOf = (j: number) => (record.territories[j]?.name ?? UNASSIGNED).toLowerCase();
  const elsewhere = then.list.accounts.sheetRow.filter(
    (row, i) => designed.at(row).toLowerCase() !== nameOf(plan.assignment[i] ?? -1),
  ).length;
  return elsewhere === 0
    ? { code: 'same', accounts: then.list.accounts.count, seed: record.seed }
    : { code: 'differs', accounts: elsewhere, was: record.version, is: VERSION };
}

/** The workbook, with what is read of tables changed on the way. */
const reading = (workbook: WorkbookPort, change: (table: SourceTable) => SourceTable): WorkbookPort => {
  const read: WorkbookPort['read'] = async (...args) => change(await workbook.read(...args));
  return Object.assign(Object.create(workbook) as WorkbookPort, { read });
};

/** A table whose columns of ours say nothing. */
const withoutCells = (table: SourceTable, ours: ReadonlySet<string>): SourceTable => ({
  ...table,
  columns: table.columns.map((column, c) =>
    ours.has(table.headers[c] ?? '') ? column.map(() => '') : column,
  ),
});
