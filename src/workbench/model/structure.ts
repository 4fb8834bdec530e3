import { intersection, lastColumn, lastRow, MAX_COLUMNS, MAX_ROWS, rectOf } from '../grid/rect';
import type { Rect, Shift } from '../grid/rect';
import { Mutation } from '../grid/spreadsheet';
import { shiftFormula } from '../formula/references';
import { hostErrors } from '../protocol/host-error';
import type { Book, FormulaSpot } from './book';
import type { ChangeType } from './events';
import type { Sheet } from './sheet';
import { afterTableShift, forgetColumns } from './table-registry';

/** Inserts cells at a block; whole rows or columns if the block spans the sheet. */
export function insertCells(book: Book, sheet: Sheet, rect: Rect, direction: 'Down' | 'Right'): void {
  shiftCells(book, sheet, rect, direction === 'Down' ? 'rows' : 'columns', 1);
}

/** Deletes the cells of a block; what lies below or to the right moves up. */
export function deleteCells(book: Book, sheet: Sheet, rect: Rect, direction: 'Up' | 'Left'): void {
  shiftCells(book, sheet, rect, direction === 'Up' ? 'rows' : 'columns', -1);
}

function shiftCells(book: Book, sheet: Sheet, rect: Rect, axis: Shift['axis'], sign: 1 | -1): void {
  sheet.checkUnprotected();
  const byRows = axis === 'rows';
  const whole = byRows ? rect.columns === MAX_COLUMNS : rect.rows === MAX_ROWS;
  const shift: Shift = {
    axis,
    at: byRows ? rect.row : rect.column,
    count: sign * (byRows ? rect.rows : rect.columns),
    from: byRows ? rect.column : rect.row,
    to: byRows ? lastColumn(rect) : lastRow(rect),
  };
  checkRoom(sheet, rect, shift);
  checkTables(book, sheet, shift);
  if (whole) moveLines(sheet, shift);
  else moveBlock(sheet, rect, shift);
  shiftMerges(sheet, shift);
  follow(book, sheet, shift, () => true);
  book.events.changed({ sheetId: sheet.id, rect, type: changeType(byRows, whole, sign) });
}

/** Lets everything that points at cells follow a shift: blocks, formulas, names, rules, tables. */
function follow(book: Book, sheet: Sheet, shift: Shift, concerns: (spot: FormulaSpot) => boolean): void {
  const columns = book.tables
    .filter((table) => table.sheet === sheet)
    .map((table) => [table, [...table.columns]] as const);
  sheet.shiftAreas(shift);
  for (const [table, before] of columns) forgetColumns(book, table, before);
  const { name } = sheet;
  book.rewriteFormulas(
    (text, spot) => (concerns(spot) ? shiftFormula(text, spot.sheet.name, name, shift) : text),
    { cellsMoved: true },
  );
  afterTableShift(book, sheet);
}

/**
 * Somebody inserted (`count` > 0) or deleted whole rows or columns in Univer's own user interface: cells,
 * merges and plain formulas have followed there; the rest follows here.
 */
export function followUserShift(
  book: Book,
  sheet: Sheet,
  axis: Shift['axis'],
  at: number,
  count: number,
): void {
  const to = (axis === 'rows' ? MAX_COLUMNS : MAX_ROWS) - 1;
  follow(book, sheet, { axis, at, count, from: 0, to }, (spot) => spot.asWritten);
  const size = Math.abs(count);
  const rect = axis === 'rows' ? rectOf(at, 0, size, MAX_COLUMNS) : rectOf(0, at, MAX_ROWS, size);
  book.events.changed({
    sheetId: sheet.id,
    rect,
    type: changeType(axis === 'rows', true, count > 0 ? 1 : -1),
  });
}

function changeType(byRows: boolean, whole: boolean, sign: 1 | -1): ChangeType {
  if (!whole) return sign > 0 ? 'CellInserted' : 'CellDeleted';
  if (byRows) return sign > 0 ? 'RowInserted' : 'RowDeleted';
  return sign > 0 ? 'ColumnInserted' : 'ColumnDeleted';
}

/** Excel refuses to push filled cells off the sheet. */
function checkRoom(sheet: Sheet, rect: Rect, { axis, count }: Shift): void {
  if (count < 0) return;
  const edge =
    axis === 'rows'
      ? rectOf(MAX_ROWS - count, rect.column, count, rect.columns)
      : rectOf(rect.row, MAX_COLUMNS - count, rect.rows, count);
  if (sheet.cells.usedRect(edge, true)) throw hostErrors.insertDeleteConflict();
}

/** Excel refuses to move a part of a table or of a merged block. */
function checkTables(book: Book, sheet: Sheet, { axis, at, from, to }: Shift): void {
  const moving =
    axis === 'rows'
      ? rectOf(at, from, MAX_ROWS - at, to - from + 1)
      : rectOf(from, at, to - from + 1, MAX_COLUMNS - at);
  const blocks = [...book.tablesIn(sheet, moving).map((table) => table.rect), ...sheet.mergesIn(moving)];
  for (const block of blocks) {
    const spanned =
      axis === 'rows'
        ? from <= block.column && lastColumn(block) <= to
        : from <= block.row && lastRow(block) <= to;
    if (!spanned) throw hostErrors.insertDeleteConflict();
  }
}

function moveLines(sheet: Sheet, { axis, at, count }: Shift): void {
  const size = Math.abs(count);
  const range =
    axis === 'rows'
      ? { startRow: at, endRow: at + size - 1, startColumn: 0, endColumn: MAX_COLUMNS - 1 }
      : { startRow: 0, endRow: MAX_ROWS - 1, startColumn: at, endColumn: at + size - 1 };
  const { univerSheet } = sheet.cells;
  const used = axis === 'rows' ? univerSheet.getRowCount() : univerSheet.getColumnCount();
  // Univer's sheet ends before Excel's: there is nothing to move beyond its end.
  if (at >= used) return;
  if (count < 0 && at + size > used) {
    if (axis === 'rows') range.endRow = used - 1;
    else range.endColumn = used - 1;
  }
  if (axis === 'rows') sheet.mutate(count > 0 ? Mutation.InsertRows : Mutation.RemoveRows, { range });
  else sheet.mutate(count > 0 ? Mutation.InsertColumns : Mutation.RemoveColumns, { range });
  if (count > 0) inheritStyles(sheet, axis, at, size);
}

/** New rows look like the row above, new columns like the column to the left. */
function inheritStyles(sheet: Sheet, axis: Shift['axis'], at: number, size: number): void {
  if (at === 0) return;
  const before = axis === 'rows' ? rectOf(at - 1, 0, 1, MAX_COLUMNS) : rectOf(0, at - 1, MAX_ROWS, 1);
  const styles: { row: number; column: number; s: NonNullable<unknown> }[] = [];
  sheet.cells.forEachCell(before, (row, column, cell) => {
    if (cell.s) styles.push({ row, column, s: cell.s });
  });
  for (const { row, column, s } of styles) {
    for (let i = 0; i < size; i++) {
      const style = s as string;
      if (axis === 'rows') sheet.cells.put(at + i, column, { s: style });
      else sheet.cells.put(row, at + i, { s: style });
    }
  }
}

function moveBlock(sheet: Sheet, rect: Rect, { axis, at, count, from, to }: Shift): void {
  const byRows = axis === 'rows';
  const size = Math.abs(count);
  if (count < 0) sheet.cells.clear(rect, 'All');
  const start = count > 0 ? at : at + size;
  const moving = byRows
    ? rectOf(start, from, MAX_ROWS - start, to - from + 1)
    : rectOf(from, start, to - from + 1, MAX_COLUMNS - start);
  if (moving.rows > 0 && moving.columns > 0) {
    sheet.cells.move(moving, byRows ? count : 0, byRows ? 0 : count);
  }
}

function shiftMerges(sheet: Sheet, shift: Shift): void {
  const merges = sheet.mergesIn(rectOf(0, 0, MAX_ROWS, MAX_COLUMNS));
  if (merges.length === 0) return;
  const areas = merges.map((merge) => sheet.follow(merge));
  for (const area of areas) {
    area.shift(shift);
    sheet.untrack(area);
  }
  setMerges(
    sheet,
    areas.filter((area) => !area.isGone).map((area) => area.rect),
  );
}

/** Replaces all merged blocks of a sheet. */
export function setMerges(sheet: Sheet, merges: readonly Rect[]): void {
  const old = [...sheet.config.mergeData];
  if (old.length > 0) sheet.mutate(Mutation.RemoveMerge, { ranges: old });
  if (merges.length > 0) sheet.mutate(Mutation.AddMerge, { ranges: merges.map(rangeOf) });
}

/** Merges a block; the values but the first are lost, as Excel warns. */
export function mergeCells(book: Book, sheet: Sheet, rect: Rect): void {
  sheet.checkUnprotected();
  if (book.tablesIn(sheet, rect).length > 0) {
    throw hostErrors.invalidOperation('Cells of a table cannot be merged.');
  }
  const others = sheet
    .mergesIn(rectOf(0, 0, MAX_ROWS, MAX_COLUMNS))
    .filter((merge) => intersection(merge, rect) === null);
  sheet.cells.forEachCell(rect, (row, column, cell) => {
    if (row === rect.row && column === rect.column) return;
    sheet.cells.put(row, column, cell.s ? { s: cell.s } : null);
  });
  setMerges(sheet, [...others, rect]);
}

export function unmergeCells(sheet: Sheet, rect: Rect): void {
  sheet.checkUnprotected();
  const all = sheet.mergesIn(rectOf(0, 0, MAX_ROWS, MAX_COLUMNS));
  setMerges(
    sheet,
    all.filter((merge) => intersection(merge, rect) === null),
  );
}

function rangeOf(rect: Rect) {
  return {
    startRow: rect.row,
    endRow: lastRow(rect),
    startColumn: rect.column,
    endColumn: lastColumn(rect),
  };
}
