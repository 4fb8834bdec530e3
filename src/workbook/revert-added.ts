import type { Cell } from '../plan/cells';
import { columnAt, wholeColumn, heightOf, type AccountsNow } from './accounts';
import { anchor } from './anchors';
import { rulesOn } from './conditionals';
import type { KeptAccounts, KeptLooks } from './journal';
import { giveBackCells, giveBackFonts } from './room';

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
 */
export async function removeColumns(
  context: Excel.RequestContext,
  kept: KeptAccounts,
  now: AccountsNow,
): Promise<void> {
  const ours = kept.added
    .map(({ key, isHidden = false, ...one }) => ({ ...one, isHidden, name: anchor.column(key) }))
    .map((one) => ({ ...one, at: columnAt(now, one.name, one.header) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at);
  const isAtEnd = ours.every(({ at }) => at >= now.headers.length - ours.length);
  const table = now.table === undefined ? undefined : context.workbook.tables.getItem(now.table);
  const beyond = isAtEnd ? undefined : besideOf(now, table).getUsedRangeOrNullObject(true);
  beyond?.load('address');
  if (beyond !== undefined) await context.sync();
  const own = ours.map(({ at, name, width, isHidden, looks }): Own => ({
    at,
    looks,
    width,
    isHidden,
    cells: wholeColumn(context, now, name, at),
  }));
  const rules =
    beyond === undefined
      ? await rulesOn(
          context,
          own.map(({ cells }) => cells),
        )
      : [];
  const headers = kept.wasRange && table !== undefined ? headersBefore(kept, now, table, own) : [];
  for (const { cells, width, isHidden } of own) {
    const whole = cells.getEntireColumn();
    if (width > 0) whole.format.columnWidth = width;
    whole.columnHidden = isHidden;
  }
  if (beyond === undefined) {
    const [first] = own;
    if (table !== undefined && !kept.wasRange && first !== undefined)
      table.resize(table.getRange().getColumn(0).getBoundingRect(first.cells.getOffsetRange(0, -1)));
  } else {
    closeUp(now, table, own, !beyond.isNullObject);
  }
  if (kept.wasRange) table?.convertToRange();
  for (const { cell, was } of headers) cell.formulas = [[was]];
  const cleared =
    beyond === undefined
      ? own.flatMap(({ cells, looks }, n) =>
          giveBackCells(cells, now.rows, looks, rules[n] ?? { own: [], isCrossed: false }, kept.font),
        )
      : [];
  await context.sync();
  await giveBackFonts(context, cleared);
}

/** What stands to the right of the list, as far as the sheet goes. */
function besideOf(now: AccountsNow, table: Excel.Table | undefined): Excel.Range {
  const { sheet, headerRow, firstColumn, headers } = now;
  const end = firstColumn + headers.length;
  if (table === undefined) return sheet.getRangeByIndexes(headerRow, end, heightOf(now), 16_384 - end);
  return table.getRange().getColumnsAfter(Math.max(1, 16_384 - end - ROOM));
}

/** Columns that may have come since the list was read, so that it does not reach over the sheet's end. */
const ROOM = 64;

/**
 * Something of the user's stands to the right of ours in the table: it moves up to it. What stands beyond the table
 * stays where it is.
 */
function closeUp(
  now: AccountsNow,
  table: Excel.Table | undefined,
  own: readonly Own[],
  isTaken: boolean,
): void {
  const { sheet, headerRow, firstColumn, headers } = now;
  for (const { at, cells } of [...own].reverse()) {
    if (table === undefined) cells.delete('Left');
    else table.columns.getItem(headers[at] ?? '').delete();
  }
  if (!isTaken) return;
  const end = firstColumn + headers.length - own.length;
  const gap =
    table === undefined
      ? sheet.getRangeByIndexes(headerRow, end, heightOf(now), own.length)
      : table.getRange().getColumnsAfter(own.length);
  gap.insert('Right');
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
