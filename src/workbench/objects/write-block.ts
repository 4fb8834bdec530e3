import { GENERAL, isValidNumberFormat, valueOf, valueTypeOf } from '../grid/cell-value';
import { MAX_COLUMNS, MAX_ROWS, rectOf } from '../grid/rect';
import type { Rect } from '../grid/rect';
import { hostErrors } from '../protocol/host-error';
import type { Book } from '../model/book';
import type { ChangeDetails } from '../model/events';
import type { Sheet } from '../model/sheet';

/** A block of inputs: a 2-D array of the range's size, or one value for every cell. */
function inputs(value: unknown, rect: Rect): (row: number, column: number) => unknown {
  if (!Array.isArray(value)) return () => value;
  const rows = value as readonly unknown[];
  const fits =
    rows.length === rect.rows && rows.every((line) => Array.isArray(line) && line.length === rect.columns);
  if (!fits) throw hostErrors.sizeMismatch();
  return (row, column) => (rows[row - rect.row] as readonly unknown[])[column - rect.column];
}

/** Excel refuses to set the cells of whole rows or columns one by one. */
function checkBounded(rect: Rect): void {
  if (rect.rows === MAX_ROWS || rect.columns === MAX_COLUMNS) {
    throw hostErrors.invalidArgument('The cells of an unbounded range cannot be set.');
  }
}

export const writeBlock = {
  /** Values and formulas share one rule of reading (FIDELITY.md, "Values"). */
  values(book: Book, sheet: Sheet, rect: Rect, value: unknown): void {
    checkBounded(rect);
    sheet.checkEditable(rect);
    const input = inputs(value, rect);
    const single = rect.rows === 1 && rect.columns === 1;
    const before = sheet.cells.raw(rect.row, rect.column);
    const old = { value: valueOf(before), type: valueTypeOf(before) };
    const sheetName = sheet.name;
    sheet.cells.write(rect, input, (text, row, column) => book.readFormula(text, { sheetName, row, column }));
    book.calculation.markDirty(sheet.id, rect);
    const after = sheet.cells.raw(rect.row, rect.column);
    const details: ChangeDetails | undefined = single
      ? {
          valueBefore: old.value,
          valueAfter: valueOf(after),
          valueTypeBefore: old.type,
          valueTypeAfter: valueTypeOf(after),
        }
      : undefined;
    book.events.changed({ sheetId: sheet.id, rect, type: 'RangeEdited', ...(details ? { details } : {}) });
  },

  numberFormats(_book: Book, sheet: Sheet, rect: Rect, value: unknown): void {
    sheet.checkEditable(rect);
    if (!Array.isArray(value)) {
      setFormat(sheet, rect, value);
      return;
    }
    checkBounded(rect);
    const input = inputs(value, rect);
    // Columns mostly share a format: write runs of equal formats, not cells.
    for (let column = rect.column; column < rect.column + rect.columns; column++) {
      let start = rect.row;
      for (let row = rect.row + 1; row <= rect.row + rect.rows; row++) {
        if (row < rect.row + rect.rows && input(row, column) === input(start, column)) continue;
        setFormat(sheet, rectOf(start, column, row - start, 1), input(start, column));
        start = row;
      }
    }
  },
};

function setFormat(sheet: Sheet, rect: Rect, value: unknown): void {
  if (value === null) return;
  if (typeof value !== 'string' || !isValidNumberFormat(value)) {
    throw hostErrors.invalidArgument(`${String(value)} is not a number format.`);
  }
  sheet.cells.patchStyle(rect, { n: value === GENERAL || value === '' ? null : { pattern: value } });
}
