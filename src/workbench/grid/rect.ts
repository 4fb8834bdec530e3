/** A block of cells; rows and columns count from 0. */
export interface Rect {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** Excel's sheet size (Excel specifications and limits). */
export const MAX_ROWS = 1_048_576;
export const MAX_COLUMNS = 16_384;

export const rectOf = (row: number, column: number, rows = 1, columns = 1): Rect => ({
  row,
  column,
  rows,
  columns,
});

export const WHOLE_SHEET: Rect = rectOf(0, 0, MAX_ROWS, MAX_COLUMNS);

export const lastRow = (rect: Rect) => rect.row + rect.rows - 1;
export const lastColumn = (rect: Rect) => rect.column + rect.columns - 1;

export function isInSheet(rect: Rect): boolean {
  return (
    rect.row >= 0 &&
    rect.column >= 0 &&
    rect.rows >= 1 &&
    rect.columns >= 1 &&
    rect.row + rect.rows <= MAX_ROWS &&
    rect.column + rect.columns <= MAX_COLUMNS
  );
}

export function sameRect(a: Rect, b: Rect): boolean {
  return a.row === b.row && a.column === b.column && a.rows === b.rows && a.columns === b.columns;
}

export function contains(outer: Rect, inner: Rect): boolean {
  return (
    inner.row >= outer.row &&
    inner.column >= outer.column &&
    lastRow(inner) <= lastRow(outer) &&
    lastColumn(inner) <= lastColumn(outer)
  );
}

/** The common cells, or null. */
export function intersection(a: Rect, b: Rect): Rect | null {
  const row = Math.max(a.row, b.row);
  const column = Math.max(a.column, b.column);
  const rows = Math.min(lastRow(a), lastRow(b)) - row + 1;
  const columns = Math.min(lastColumn(a), lastColumn(b)) - column + 1;
  return rows > 0 && columns > 0 ? { row, column, rows, columns } : null;
}

/** The smallest block that holds both. */
export function bounding(a: Rect, b: Rect): Rect {
  const row = Math.min(a.row, b.row);
  const column = Math.min(a.column, b.column);
  return {
    row,
    column,
    rows: Math.max(lastRow(a), lastRow(b)) - row + 1,
    columns: Math.max(lastColumn(a), lastColumn(b)) - column + 1,
  };
}

/** What of `a` is left without `b`: up to four blocks. */
export function subtract(a: Rect, b: Rect): Rect[] {
  const hole = intersection(a, b);
  if (!hole) return [a];
  const below = lastRow(a) - lastRow(hole);
  const right = lastColumn(a) - lastColumn(hole);
  return [
    rectOf(a.row, a.column, hole.row - a.row, a.columns),
    rectOf(lastRow(hole) + 1, a.column, below, a.columns),
    rectOf(hole.row, a.column, hole.rows, hole.column - a.column),
    rectOf(hole.row, lastColumn(hole) + 1, hole.rows, right),
  ].filter((rect) => rect.rows > 0 && rect.columns > 0);
}

/**
 * Cells inserted or deleted along one axis. `from`/`to` bound the other axis (inclusive): a whole row
 * spans every column, while `range.insert("Down")` moves only the columns of its range.
 */
export interface Shift {
  readonly axis: 'rows' | 'columns';
  /** First inserted or deleted row or column. */
  readonly at: number;
  /** Positive: inserted; negative: deleted. */
  readonly count: number;
  readonly from: number;
  readonly to: number;
}

/**
 * Where a block is after a shift; null if all its cells were deleted. As in Excel a block moves only if
 * the shift spans it wholly on the other axis; it grows when cells are inserted inside it.
 */
export function shiftRect(rect: Rect, shift: Shift): Rect | null {
  const byRows = shift.axis === 'rows';
  const crossStart = byRows ? rect.column : rect.row;
  const crossEnd = byRows ? lastColumn(rect) : lastRow(rect);
  if (crossStart < shift.from || crossEnd > shift.to) return rect;
  const limit = byRows ? MAX_ROWS : MAX_COLUMNS;
  const moved = shiftSpan(byRows ? rect.row : rect.column, byRows ? rect.rows : rect.columns, shift, limit);
  if (!moved) return null;
  return byRows
    ? { ...rect, row: moved.start, rows: moved.size }
    : { ...rect, column: moved.start, columns: moved.size };
}

function shiftSpan(
  start: number,
  size: number,
  { at, count }: Shift,
  limit: number,
): { start: number; size: number } | null {
  // A whole column stays a whole column whatever rows come and go.
  if (start === 0 && size === limit) return { start, size };
  const end = start + size - 1;
  if (count > 0) {
    if (at <= start)
      return start + count < limit
        ? { start: start + count, size: Math.min(size, limit - start - count) }
        : null;
    if (at <= end) return { start, size: Math.min(size + count, limit - start) };
    return { start, size };
  }
  const removed = -count;
  const lastRemoved = at + removed - 1;
  if (lastRemoved < start) return { start: start - removed, size };
  if (at > end) return { start, size };
  const lost = Math.min(end, lastRemoved) - Math.max(start, at) + 1;
  return lost === size ? null : { start: Math.min(start, at), size: size - lost };
}
