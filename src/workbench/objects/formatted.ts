import type { IStyleData } from '@univerjs/core';
import type { StylePatch } from '../grid/cell-style';
import { MAX_COLUMNS, MAX_ROWS, lastColumn, lastRow } from '../grid/rect';
import type { Rect } from '../grid/rect';
import type { Sheet } from '../model/sheet';

/** What a format is of: the cells of a range. */
export interface Formatted {
  readonly sheet: Sheet;
  readonly rect: Rect;
}

/** The value all cells share, or null if they differ, as Excel answers. */
export function common<T>({ sheet, rect }: Formatted, read: (style: IStyleData) => T): T | null {
  const first = read(sheet.cells.style(rect.row, rect.column));
  if (rect.rows === MAX_ROWS || rect.columns === MAX_COLUMNS) {
    let same = true;
    sheet.cells.forEachCell(rect, (row, column) => {
      same &&= read(sheet.cells.style(row, column)) === first;
    });
    return same ? first : null;
  }
  for (let row = rect.row; row <= lastRow(rect); row++) {
    for (let column = rect.column; column <= lastColumn(rect); column++) {
      if (read(sheet.cells.style(row, column)) !== first) return null;
    }
  }
  return first;
}

export function patch({ sheet, rect }: Formatted, change: StylePatch): void {
  sheet.checkEditable(rect);
  sheet.cells.patchStyle(rect, change);
}
