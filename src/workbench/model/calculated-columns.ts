import { intersection, lastRow, rectOf, subtract } from '../grid/rect';
import type { Rect } from '../grid/rect';
import type { Book } from './book';
import type { Table } from './table';

/**
 * The formula of a calculated column: every one of its data cells holds it. Excel keeps such columns
 * filled as a table grows.
 */
export function calculatedFormula(
  table: Table,
  index: number,
  rows: Rect = table.dataRect,
): string | undefined {
  const column = table.rect.column + index;
  const first = table.sheet.cells.formula(rows.row, column);
  if (first === undefined) return undefined;
  for (let row = rows.row + 1; row <= lastRow(rows); row++) {
    if (table.sheet.cells.formula(row, column) !== first) return undefined;
  }
  return first;
}

/** Fills calculated columns into the rows a table has gained. `before` was its data block. */
export function fillCalculatedColumns(book: Book, table: Table, before: Rect, inserted?: Rect): void {
  const { sheet } = table;
  const gained = inserted ? [intersection(inserted, table.dataRect)] : subtract(table.dataRect, before);
  const known = inserted ? rowsWithout(table.dataRect, inserted) : intersection(table.dataRect, before);
  if (!known) return;
  for (let index = 0; index < table.columns.length; index++) {
    const formula = calculatedFormula(table, index, known);
    if (formula === undefined) continue;
    const column = rectOf(table.dataRect.row, table.rect.column + index, table.dataRect.rows, 1);
    for (const block of gained) {
      const cells = block && intersection(block, column);
      if (!cells || (cells.row === known.row && cells.rows === known.rows)) continue;
      if (sheet.cells.usedRect(cells, true)) continue;
      const sheetName = sheet.name;
      sheet.cells.write(
        cells,
        () => formula,
        (text, row, at) => book.readFormula(text, { sheetName, row, column: at }),
      );
      book.calculation.markDirty(sheet.id, cells);
    }
  }
}

/** The larger part of the data block that was there before rows were inserted. */
function rowsWithout(data: Rect, inserted: Rect): Rect | undefined {
  return subtract(data, inserted).sort((a, b) => b.rows - a.rows)[0];
}
