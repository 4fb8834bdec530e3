import type { EditOrder } from '../app/ports';
import { Failure } from '../plan/failures';
import type { RowKeys } from '../plan/account-keys';
import { findAccounts, type AccountsNow } from './accounts';
import { asWritten, eachInTurn, inBlocks } from './cells';
import type { KeptAccounts } from './journal';
import { lookAtKept } from './kept-list';
import { readKeys } from './read-keys';

/** So many cells are written with one request. */
const MOST_CELLS = 20_000;

/**
 * Puts accounts into a list, before its last rows: there a table grows by itself, and columns with one formula fill
 * themselves. Room and cells are made in one request, by the table and its columns' names. They are looked for afterwards.
 * @throws Failure `tableGone`, `changedSinceDesign`; `rowsMoved` where not each of them stands there once
 */
export async function addRows(
  context: Excel.RequestContext,
  name: string,
  by: RowKeys['by'],
  came: NonNullable<EditOrder['came']>,
): Promise<void> {
  const headers = [...new Set(came.flatMap(({ cells }) => [...cells.keys()]))];
  const { rows: there, headers: known } = await standing(context, name);
  if (there === 0 || headers.some((header) => !known.includes(header)))
    throw new Failure('changedSinceDesign');
  // Rows make room for as many as they are: no more can be inserted above them at once.
  const most = Math.min(there, Math.max(1, Math.floor(MOST_CELLS / headers.length)));
  await inBlocks(came.length, most, async (start, count) => {
    const part = came.slice(start, start + count);
    const table = context.workbook.tables.getItem(name);
    lastRows(table.getDataBodyRange(), count, 0).insert('Down');
    for (const header of headers)
      lastRows(table.columns.getItem(header).getDataBodyRange(), count, count).formulas = part.map(
        ({ cells }) => [asWritten(cells.get(header) ?? '')],
      );
    await fillFormulas(context, table, { there: there + start, count });
  });
  const { keys } = await readKeys(context, await standing(context, name), by);
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  if (!came.every(({ key }) => counts.get(key) === 1)) throw new Failure('rowsMoved');
}

/**
 * Columns with one formula fill themselves where Excel is set to do so: where it is not, they are filled here, as in the
 * first and the last row that were there before. What is filled already stays.
 * @param rows how many were there before, and how many came above as many last ones
 */
async function fillFormulas(
  context: Excel.RequestContext,
  table: Excel.Table,
  { there, count }: { readonly there: number; readonly count: number },
): Promise<void> {
  const body = table.getDataBodyRange();
  const came = lastRows(body, count, count);
  const samples = [body.getRow(there > count ? 0 : count), body.getLastRow()];
  for (const range of [came, ...samples]) range.load('formulas');
  await context.sync();
  const [first = [], last = []] = samples.map(({ formulas }) => formulas[0] ?? []);
  first.forEach((formula: unknown, c) => {
    if (typeof formula !== 'string' || !formula.startsWith('=') || formula !== last[c]) return;
    if (came.formulas.some((row) => row[c] !== '')) return;
    came.getColumn(c).formulas = Array.from({ length: count }, () => [formula]);
  });
  await context.sync();
}

/** So many rows of a body, above so many last ones. */
const lastRows = (body: Excel.Range, count: number, above: number): Excel.Range =>
  body
    .getLastRow()
    .getOffsetRange(1 - count - above, 0)
    .getResizedRange(count - 1, 0);

/** Takes accounts that came with a job out of the list again. */
export async function dropRows(context: Excel.RequestContext, kept: KeptAccounts): Promise<void> {
  const came = new Set(kept.came);
  if (came.size === 0) return;
  const now = await lookAtKept(context, kept);
  const { keys } = await readKeys(context, now, kept.rows.by);
  const theirs = [...keys.keys()].filter((r) => came.has(keys[r] ?? '')).reverse();
  await eachInTurn(runsOf(theirs), async ({ first, count }) => {
    now.sheet
      .getRangeByIndexes(now.headerRow + 1 + first, now.firstColumn, count, now.headers.length)
      .delete('Up');
    await context.sync();
  });
}

/** Rows that follow each other as one. @param rows from the last to the first */
function runsOf(rows: readonly number[]): { readonly first: number; readonly count: number }[] {
  const runs: { first: number; count: number }[] = [];
  for (const row of rows) {
    const run = runs.at(-1);
    if (run !== undefined && run.first === row + 1) {
      run.first = row;
      run.count++;
    } else runs.push({ first: row, count: 1 });
  }
  return runs;
}

async function standing(context: Excel.RequestContext, name: string): Promise<AccountsNow> {
  const now = await findAccounts(context, name);
  if (now === undefined) throw new Failure('tableGone', { name });
  return now;
}
