import type { Cell } from '../plan/cells';
import { Failure } from '../plan/failures';
import { stands } from './account-columns';
import { bytesOfColumn, inRequests, refusalOf } from './in-requests';
import { columnAt, columnBody, heightOf, isSteady, wholeColumn, type AccountsNow } from './accounts';
import { anchor, anchorCell } from './anchors';
import { asWritten, everywhere, writeAll } from './cells';
import { isTheirKey, keptCell, type KeptAccounts, type KeptColumn } from './journal';
import { escaped } from './undo-copy';
import { lookAtKept, rowsNow, withBlankRows } from './kept-list';
import { dropRows } from './list-rows';
import { isFormula, writtenAgain, type Met } from './met';
import { readColumns } from './read-keys';
import { areSame, MOST_TRIES } from './read-steadily';
import type { AccountsPlan } from './revert-accounts';
import { removeColumns } from './revert-added';
import { validate, validationsNow } from './validations';
import { loadWidths } from './widths';

/**
 * Gives our columns back as they were, each cell to its account, and takes those away that were not there.
 * @param note puts into the request what others filled while cells were written over; it is written again
 * @returns headers of columns with formulas that cannot be given back, for what they speak of is gone, and whether a
 * column has a width that the user gave it since, and keeps it
 */
export async function restoreAccounts(
  context: Excel.RequestContext,
  kept: KeptAccounts,
  plan: AccountsPlan,
  note: (met: NonNullable<Met['columns']>) => void,
): Promise<{
  readonly formulasLost: string[];
  readonly areWidthsTheirs: boolean;
  /** How many cells that users have filled went with columns that were not there before. */
  readonly typedGone: number;
}> {
  if (plan.now === undefined) return { formulasLost: [], areWidthsTheirs: false, typedGone: plan.typedGone };
  await dropRows(context, kept);
  await remakeColumns(context, kept);
  const refused = await restoreColumns(context, kept, plan, note);
  const now = await lookAtKept(context, kept);
  const areWidthsTheirs = await restoreWidths(context, kept, now);
  const gone = await removeColumns(context, kept, now);
  return {
    typedGone: Math.max(plan.typedGone, gone),
    formulasLost: kept.kept
      .filter(({ cells }) => cells.some((cell) => refused.has(cell)))
      .map(({ header }) => header),
    areWidthsTheirs,
  };
}

/** Columns that are as wide as the job made them get the width they had; travels with the caller's request. */
async function restoreWidths(
  context: Excel.RequestContext,
  kept: KeptAccounts,
  now: AccountsNow,
): Promise<boolean> {
  const columns = kept.kept.flatMap((column) => {
    const name = anchor.column(column.key);
    const at = columnAt(now, name, column.header);
    if (at < 0 || column.made === undefined) return [];
    return [{ ...column, range: wholeColumn(context, now, name, at) }];
  });
  if (columns.length === 0) return false;
  const widths = loadWidths(columns);
  await context.sync();
  columns.forEach(({ range, width }, n) => {
    if (widths.isMade(n)) range.getEntireColumn().format.columnWidth = width;
  });
  return columns.some(({ width }, n) => widths.isTheirs(n, width));
}

/** Kept columns that were deleted since come back at the list's right end, wherever that is by then. */
async function remakeColumns(context: Excel.RequestContext, kept: KeptAccounts): Promise<void> {
  if (kept.kept.length === 0) return;
  const now = await lookAtKept(context, kept);
  // A column of the user's that went in the meantime went by the user's hand.
  const missing = kept.kept.filter(
    ({ key, header }) => !isTheirKey(key) && columnAt(now, anchor.column(key), header) < 0,
  );
  if (missing.length === 0) return;
  const table = now.table === undefined ? undefined : context.workbook.tables.getItem(now.table);
  const list = (): Excel.Range =>
    table?.getRange() ??
    now.sheet.getRangeByIndexes(now.headerRow, now.firstColumn, heightOf(now), now.headers.length);
  const beside = () =>
    list()
      .getLastColumn()
      .getOffsetRange(0, 1)
      .getResizedRange(0, missing.length - 1);
  const taken = beside().getUsedRangeOrNullObject(true);
  taken.load('address');
  await context.sync();
  if (!taken.isNullObject) beside().insert('Right');
  missing.forEach(({ key, header, width, isHidden }, n) => {
    const cell = beside().getCell(0, n);
    const whole = cell.getEntireColumn();
    whole.format.columnWidth = width;
    whole.columnHidden = isHidden;
    cell.values = [[asWritten(header)]];
    anchorCell(context, now.anchors, anchor.column(key), cell);
  });
  table?.resize(list().getResizedRange(0, missing.length));
  await context.sync();
}

/**
 * What cells of a kept column are to be, in the rows as they stand now; undefined: they stay what they are. What users fill
 * in a row without an account is theirs.
 */
function cellsNow(
  { table, rows: { keys } }: KeptAccounts,
  column: KeptColumn,
  then: Int32Array,
  { gone, typed, met }: Pick<AccountsPlan, 'gone' | 'typed' | 'met'>,
  refused: ReadonlySet<Cell> = new Set(),
): (Cell | undefined)[] {
  return Array.from(then, (was) => {
    const theirs = met.get(column.key)?.get(was);
    if (theirs !== undefined) return theirs;
    if (typed.get(column.key)?.has(was) === true) return undefined;
    if (column.typed === true && keys[was] === '') return undefined;
    const before = keptCell(column, was);
    if (before === undefined) return undefined;
    return refused.has(before) ? '=#REF!' : withoutColumns(before, table, gone);
  });
}

/**
 * Puts back what the columns held, each cell to its account: rows are read, written in the very next request, and read
 * again. If they moved in between, all is placed again.
 * @returns formulas that Excel refuses, whoever moves: `#REF!` stands in their place
 * @throws Failure `rowsMoved` when they move each time
 */
async function restoreColumns(
  context: Excel.RequestContext,
  kept: KeptAccounts,
  plan: AccountsPlan,
  note: (met: NonNullable<Met['columns']>) => void,
): Promise<ReadonlySet<Cell>> {
  const { gone } = plan;
  let refused: ReadonlySet<Cell> = new Set();
  if (kept.kept.length === 0) return refused;
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const now = await lookAtKept(context, kept);
    if (now.rows === 0) return refused;
    const then = withBlankRows(kept.rows, await rowsNow(context, kept, now));
    const columns = kept.kept.flatMap((column) => {
      const at = columnAt(now, anchor.column(column.key), column.header);
      return at < 0 ? [] : [{ column, at, cells: cellsNow(kept, column, then, plan, refused) }];
    });
    const ahead = columns.map(({ column, at }) => {
      // What stands there in the request that writes over it.
      const body = columnBody(context, now, anchor.column(column.key), at);
      if (column.typed === true) body.load('formulas');
      return body;
    });
    const refusal = await inRequests(
      context,
      columns,
      ({ column, cells }) =>
        bytesOfColumn(cells) + (typeof column.formats === 'string' ? 0 : bytesOfColumn(column.formats)),
      ({ column, at, cells }) => restoreColumn(context, now, at, column, then, cells),
    );
    const after = await lookAtKept(context, kept);
    const stayed = await rowsNow(context, kept, after);
    const isStill = areSame(withBlankRows(kept.rows, stayed), then);
    if (refusal === undefined && isStill) {
      const isMet = columns
        .map(({ column, cells }, n) => {
          if (column.typed !== true) return false;
          return meet(plan, column, then, cells, (ahead[n]?.formulas ?? []) as Cell[][]);
        })
        .includes(true);
      if (!isMet) return refused;
      note(Object.fromEntries([...plan.met].map(([key, rows]) => [key, [...rows]])));
      continue;
    }
    if (refusal === undefined || !isStill || !isSteady(now, after)) continue;
    const known = refused.size;
    refused = new Set([...refused, ...(await refusedFormulas(context, now, kept, then, gone))]);
    if (refused.size === known) throw refusal;
  }
  throw new Failure('rowsMoved');
}

/** Remembers what others filled in a column of theirs to fill since it was looked at. @returns whether there was any */
function meet(
  { typed, met }: AccountsPlan,
  { key, cells: before, wrote = before }: KeptColumn,
  then: Int32Array,
  written: readonly (Cell | undefined)[],
  read: readonly (readonly Cell[])[],
): boolean {
  const found = new Map<number, Cell>();
  then.forEach((was, r) => {
    const cell = writtenAgain(read[r]?.[0] ?? '');
    if (was < 0 || cell === '' || isFormula(cell) || typed.get(key)?.has(was) === true) return;
    if (cell !== (wrote[was] ?? '') && cell !== written[r]) found.set(was, cell);
  });
  if (found.size > 0) met.set(key, new Map([...(met.get(key) ?? []), ...found]));
  return found.size > 0;
}

/** So often Excel is asked which formulas it refuses. */
const MOST_QUESTIONS = 100;

/** Kept formulas that Excel does not take, found by writing each once where it is to stand. */
async function refusedFormulas(
  context: Excel.RequestContext,
  now: AccountsNow,
  kept: KeptAccounts,
  then: Int32Array,
  gone: readonly string[],
): Promise<Cell[]> {
  const spots = new Map<Cell, () => void>();
  for (const column of kept.kept) {
    const at = columnAt(now, anchor.column(column.key), column.header);
    if (at < 0) continue;
    then.forEach((was, r) => {
      const cell = keptCell(column, was);
      if (typeof cell !== 'string' || !cell.startsWith('=') || spots.has(cell)) return;
      spots.set(cell, () => {
        columnBody(context, now, anchor.column(column.key), at).getCell(r, 0).formulas = [
          [withoutColumns(cell, kept.table, gone)],
        ];
      });
    });
  }
  let questions = 0;
  const ask = async (some: readonly (readonly [Cell, () => void])[]): Promise<Cell[]> => {
    if (some.length === 0) return [];
    if (questions++ < MOST_QUESTIONS) {
      for (const [, write] of some) write();
      if ((await refusalOf(context)) === undefined) return [];
      const half = some.length >> 1;
      if (half > 0) return [...(await ask(some.slice(0, half))), ...(await ask(some.slice(half)))];
    }
    return some.map(([cell]) => cell);
  };
  return ask([...spots]);
}

async function restoreColumn(
  context: Excel.RequestContext,
  now: AccountsNow,
  at: number,
  column: KeptColumn,
  then: Int32Array,
  cells: readonly (Cell | undefined)[],
): Promise<void> {
  const body = columnBody(context, now, anchor.column(column.key), at);
  const { formats } = column;
  body.numberFormat =
    typeof formats === 'string'
      ? everywhere(formats)
      : Array.from(then, (was) => [formats[was] ?? formats[0] ?? 'General']);
  for (const { from, rows, validation } of validationsNow(column, then))
    validate(body.getCell(from, 0).getResizedRange(rows - 1, 0).dataValidation, validation);
  await writeAll(
    context,
    body,
    cells.map((cell) => [cell ?? null]),
  );
}

/** Headers of kept columns in which a cell is not what it was, and of added ones that are still there. */
export async function unlike(
  context: Excel.RequestContext,
  kept: KeptAccounts,
  plan: AccountsPlan,
): Promise<string[]> {
  const { users } = plan;
  if (plan.now === undefined) return [];
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const now = await lookAtKept(context, kept);
    const then = withBlankRows(kept.rows, await rowsNow(context, kept, now));
    const places = kept.kept.map(({ key, header }) => columnAt(now, anchor.column(key), header));
    const there = places.filter((at) => at >= 0);
    const formulas = await readColumns(context, now, there, 'formulas');
    const found = kept.kept.filter((column, n) => {
      const cells = formulas[there.indexOf(places[n] ?? -1)];
      const wanted = cellsNow(kept, column, then, plan);
      return (
        cells === undefined || !wanted.every((cell, r) => cell === undefined || stands(cell, cells[r] ?? ''))
      );
    });
    const left = kept.added.filter(({ header }) => now.headers.includes(header) && !users.includes(header));
    const differs = [...found, ...left].map(({ header }) => header);
    if (differs.length === 0) return differs;
    const after = await lookAtKept(context, kept);
    if (isSteady(now, after) && areSame(withBlankRows(kept.rows, await rowsNow(context, kept, after)), then))
      return differs;
  }
  throw new Failure('rowsMoved');
}

/** A formula with columns that are not there any more is refused: Excel says `#REF!` in their place. */
export function withoutColumns(cell: Cell, table: string, gone: readonly string[]): Cell {
  if (typeof cell !== 'string' || !cell.startsWith('=') || gone.length === 0) return cell;
  return gone.reduce((text, header) => {
    const name = escaped(header);
    return [
      `${table}[${name}]`,
      `${table}[[#Headers],[${name}]]`,
      `${table}[@[${name}]]`,
      `${table}[@${name}]`,
      `[@[${name}]]`,
      `[@${name}]`,
    ].reduce((rest, reference) => rest.replaceAll(reference, '#REF!'), text);
  }, cell);
}
