import { BooleanNumber } from '@univerjs/core';
import { MAX_COLUMNS, MAX_ROWS } from '../grid/rect';
import type { Rect } from '../grid/rect';
import { Mutation } from '../grid/spreadsheet';
import type { Sheet } from './sheet';

export type Axis = 'rows' | 'columns';

const span = (rect: Rect, axis: Axis) =>
  axis === 'rows' ? { first: rect.row, count: rect.rows } : { first: rect.column, count: rect.columns };

/** Rows or columns of a block that Univer's sheet really has; a whole sheet is not walked. */
function lineNumbers(sheet: Sheet, rect: Rect, axis: Axis): number[] {
  const { first, count } = span(rect, axis);
  const limit = axis === 'rows' ? MAX_ROWS : MAX_COLUMNS;
  const { univerSheet } = sheet.cells;
  const used = axis === 'rows' ? univerSheet.getRowCount() : univerSheet.getColumnCount();
  const end = count === limit ? Math.max(used, first + 1) : first + count;
  return Array.from({ length: end - first }, (_, i) => first + i);
}

/** Sets data of rows or columns: size in pixels, hidden. */
export function patchLines(sheet: Sheet, rect: Rect, axis: Axis, data: Record<string, unknown>): void {
  const lines = lineNumbers(sheet, rect, axis);
  const key = axis === 'rows' ? 'rowData' : 'columnData';
  sheet.mutate(axis === 'rows' ? Mutation.RowData : Mutation.ColumnData, {
    [key]: Object.fromEntries(lines.map((line) => [line, data])),
  });
}

function isHidden(sheet: Sheet, axis: Axis, line: number): boolean {
  const data = axis === 'rows' ? sheet.config.rowData : sheet.config.columnData;
  return data[line]?.hd === BooleanNumber.TRUE;
}

/** True, false, or null if the lines differ. */
export function hiddenState(sheet: Sheet, rect: Rect, axis: Axis): boolean | null {
  const [first, ...rest] = lineNumbers(sheet, rect, axis).map((line) => isHidden(sheet, axis, line));
  return rest.every((hidden) => hidden === first) ? (first ?? false) : null;
}

export function setHidden(sheet: Sheet, rects: readonly Rect[], axis: Axis, hidden: boolean): void {
  sheet.checkUnprotected();
  if (rects.length === 0) return;
  const [hide, show] =
    axis === 'rows' ? [Mutation.HideRows, Mutation.ShowRows] : [Mutation.HideColumns, Mutation.ShowColumns];
  // Of rows and columns that Univer knows as hidden it takes the room away, too.
  sheet.mutate(hidden ? hide : show, {
    ranges: rects.map((rect) => {
      const lines = lineNumbers(sheet, rect, axis);
      const [from, to] = [lines[0] ?? 0, lines[lines.length - 1] ?? 0];
      return axis === 'rows'
        ? { startRow: from, endRow: to, startColumn: 0, endColumn: 0 }
        : { startRow: 0, endRow: 0, startColumn: from, endColumn: to };
    }),
  });
}

/** The size in pixels if all lines share it, else null. */
export function commonSize(sheet: Sheet, rect: Rect, axis: Axis): number | null {
  const { univerSheet } = sheet.cells;
  const size = (line: number) =>
    axis === 'rows' ? univerSheet.getRowHeight(line) : univerSheet.getColumnWidth(line);
  const [first, ...rest] = lineNumbers(sheet, rect, axis).map(size);
  return first !== undefined && rest.every((other) => other === first) ? first : null;
}
