import type { Cell } from '../plan/cells';
import { columnAt, wholeColumn, heightOf, type AccountsNow } from './accounts';
import { anchor } from './anchors';
import { rulesOn } from './conditionals';
import type { AddedColumn, KeptAccounts, KeptLooks } from './journal';
import { writtenAgain } from './met';
import { isNear } from './widths';
import { giveBackCells, giveBackFonts, giveLooks, isPlain } from './room-for-columns';

interface Own {
  readonly at: number;
  readonly width: number;
  readonly isHidden: boolean;
  readonly cells: Excel.Range;
  readonly looks: KeptLooks | undefined;
}

/**
 * Takes our columns away that were not there before, and makes the list a range again if it was one. All cells are
 * found when Excel carries the request out: other hands may have moved them since they were read.
 * @returns how many cells go with them that users have filled, those below them in a row of totals among them
 */
export async function removeColumns(
  context: Excel.RequestContext,
  kept: KeptAccounts,
  now: AccountsNow,
): Promise<number> {
  const ours = kept.added
    .map(({ key, isHidden = false, ...one }) => ({ ...one, isHidden, name: anchor.column(key) }))
    .map((one) => ({ ...one, at: columnAt(now, one.name, one.header) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at);
  const isAtEnd = ours.every(({ at }) => at >= now.headers.length - ours.length);
  const table = now.table === undefined ? undefined : context.workbook.tables.getItem(now.table);
  const own = ours.map(({ at, name, width, isHidden, looks }): Own => ({
    at,
    looks,
    width,
    isHidden,
    cells: wholeColumn(context, now, name, at),
  }));
  const left = isAtEnd ? leftBehind(kept, now, ours.length) : NONE_LEFT;
  const rules = await rulesOn(
    context,
    own.map(({ cells }) => cells),
  );
  const filled = ours
    .map((column, n) => ({ column, cells: own[n]?.cells }))
    .filter(({ column }) => column.typed === true)
    .map(({ column: { wrote = [] }, cells }) => {
      cells?.load('formulas');
      return { cells, wrote: new Set<Cell>(wrote) };
    });
  const totals = now.hasTotals ? own.map(({ cells }) => cells.getLastRow()) : [];
  for (const cell of totals) cell.load('formulas');
  const headers = kept.wasRange && table !== undefined ? headersBefore(kept, now, table, own) : [];
  const beyond = left.areOurs() ? left.columns : [];
  [...own.map(({ cells }) => cells), ...beyond].forEach((cells, n) => {
    // Columns of the sheet stay in their places where cells of a table went.
    const { width = 0, isHidden = false } = (beyond.length > 0 ? kept.added[n] : own[n]) ?? {};
    const whole = cells.getEntireColumn();
    if (width > 0) whole.format.columnWidth = width;
    whole.columnHidden = isHidden;
  });
  if (isAtEnd) {
    const [first] = own;
    if (table !== undefined && !kept.wasRange && first !== undefined)
      table.resize(table.getRange().getColumn(0).getBoundingRect(first.cells.getOffsetRange(0, -1)));
  }
  // What users put to the right of ours stands where ours began, and the cells behind it are as those were that it took.
  const gap = isAtEnd ? [] : closeUp(now, table, own, roomAgain(kept, now));
  const isCrossed = rules.some((one) => one.isCrossed);
  const cleared = gap.flatMap(({ cells, looks }) => giveLooks(cells, now.rows, looks, isCrossed, kept.font));
  if (kept.wasRange) table?.convertToRange();
  for (const { cell, was } of headers) cell.formulas = [[was]];
  if (isAtEnd)
    own.forEach(({ cells, looks }, n) => {
      const on = rules[n] ?? { own: [], isCrossed: false };
      cleared.push(...giveBackCells(cells, now.rows, looks, on, kept.font));
    });
  await context.sync();
  await giveBackFonts(context, cleared);
  const inTotals = totals.filter(({ formulas }) => (formulas as Cell[][])[0]?.[0] !== '').length;
  return filled.reduce(
    (sum, { cells, wrote }) =>
      sum +
      ((cells?.formulas ?? []) as Cell[][]).filter(
        ([cell = ''], r) => r > 0 && r <= now.rows && cell !== '' && !wrote.has(writtenAgain(cell)),
      ).length,
    inTotals,
  );
}

interface LeftBehind {
  readonly columns: readonly Excel.Range[];
  /** Known after the request that they were asked for with. */
  readonly areOurs: () => boolean;
}
const NONE_LEFT: LeftBehind = { columns: [], areOurs: () => false };

/**
 * Columns of the sheet that are as wide as we made them, and folded as we folded them, though nothing of ours stands in
 * them any more: who deletes a column of a table deletes its cells alone, and the others move up. Asked with the
 * caller's next request.
 * @param count how many of our columns are there still, all at the list's right end
 */
function leftBehind({ added }: KeptAccounts, now: AccountsNow, count: number): LeftBehind {
  const gone = added.slice(count);
  const columns = gone.map((_, n) => {
    const cell = now.sheet.getRangeByIndexes(0, now.firstColumn + now.headers.length + n, 1, 1);
    cell.load('columnHidden');
    cell.format.load('columnWidth');
    return cell;
  });
  return {
    columns,
    areOurs: () =>
      gone.length > 0 &&
      gone.every(({ made, isFolded = false }, n) => {
        const cell = columns[n];
        // A column that is folded away says no width.
        return (
          cell !== undefined &&
          made !== undefined &&
          cell.columnHidden === isFolded &&
          (isFolded || isNear(cell.format.columnWidth, made))
        );
      }),
  };
}

/**
 * How the cells are to look that are free again behind the user's columns, where these stand to the right of ours: they
 * took the cells of our first columns. One of `lost`: it had looks that nothing has any more.
 */
export function roomAgain(
  { added }: KeptAccounts,
  now: AccountsNow,
): { readonly looks: readonly (KeptLooks | undefined)[]; readonly lost: readonly AddedColumn[] } {
  const places = added.map(({ key, header }) => columnAt(now, anchor.column(key), header));
  // Where some of ours were deleted, nobody knows which cells came after which.
  const taken = places.includes(-1) ? added.length : now.headers.length - 1 - Math.max(...places);
  const closesUp = places.some((at) => at < now.headers.length - added.length);
  return {
    looks: added.slice(taken).map(({ looks }) => looks),
    lost: closesUp
      ? added.filter(
          ({ looks }, n) =>
            looks !== undefined &&
            (n < taken ? !isPlain(looks) : looks.hasOthers === true || looks.rules.length > 0),
        )
      : [],
  };
}

/**
 * Something of the user's stands to the right of ours in the list: it moves up to it. What stands beyond the list
 * stays where it is.
 * @returns the cells that are free now, one column each, with the looks they are to have
 */
function closeUp(
  now: AccountsNow,
  table: Excel.Table | undefined,
  own: readonly Own[],
  { looks }: ReturnType<typeof roomAgain>,
): { readonly cells: Excel.Range; readonly looks: KeptLooks | undefined }[] {
  const { sheet, headerRow, firstColumn, headers } = now;
  for (const { at, cells } of [...own].reverse()) {
    if (table === undefined) cells.delete('Left');
    else table.columns.getItem(headers[at] ?? '').delete();
  }
  const end = firstColumn + headers.length - own.length;
  const gap = (): Excel.Range =>
    table === undefined
      ? sheet.getRangeByIndexes(headerRow, end, heightOf(now), own.length)
      : table.getRange().getColumnsAfter(own.length);
  gap().insert('Right');
  return own.map((_, n) => ({ cells: gap().getColumn(n), looks: looks[n] }));
}

/** Header cells that Excel changed to make a table, and what they were. */
function headersBefore(
  { headers, columns }: KeptAccounts,
  now: AccountsNow,
  table: Excel.Table,
  ours: readonly Own[],
): { readonly cell: Excel.Range; readonly was: Cell }[] {
  const places = now.headers.flatMap((_, at) => (ours.some((own) => own.at === at) ? [] : [at]));
  const changed: { cell: Excel.Range; was: Cell }[] = [];
  let next = 0;
  for (let c = 0; c < columns; c++) {
    const was = headers[c] ?? '';
    const at = places.findIndex(
      (place, n) =>
        n >= next && (now.headers[place] === was || isMadeFrom(headers, c, was, now.headers[place] ?? '')),
    );
    if (at < 0) continue;
    next = at + 1;
    const header = now.headers[places[at] ?? 0] ?? '';
    if (header !== was) changed.push({ cell: table.columns.getItem(header).getHeaderRowRange(), was });
  }
  return changed;
}

/** Whether Excel may have made a header from one that was no text, blank, or there twice. */
export function isMadeFrom(headers: readonly Cell[], c: number, was: Cell, header: string): boolean {
  if (typeof was !== 'string' || was.startsWith('='))
    return String(was) === header || String(was).startsWith('=');
  const isDouble = headers.findIndex((other) => String(other).toLowerCase() === was.toLowerCase()) < c;
  const bare = header.replace(/\d+$/, '');
  return header !== bare && (was === '' ? /^\p{L}+$/u.test(bare) : isDouble && bare === was);
}
