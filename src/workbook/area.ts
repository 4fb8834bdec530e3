import type { Extent } from './grid';

/** Cells of a sheet, as a set: Excel's sheets are 16,384 columns wide. */
export type Area = ReadonlySet<number>;

/** Columns of a sheet. */
export const WIDTH = 16_384;
export const at = (row: number, column: number): number => row * WIDTH + column;
export const rowOf = (cell: number): number => Math.floor(cell / WIDTH);
export const columnOf = (cell: number): number => cell % WIDTH;

function* cellsOf({ row, column, rows, columns }: Extent): Generator<number> {
  for (let r = row; r < row + rows; r++) for (let c = column; c < column + columns; c++) yield at(r, c);
}

export const areaOf = (extents: readonly Extent[]): Set<number> => {
  const area = new Set<number>();
  for (const extent of extents) for (const cell of cellsOf(extent)) area.add(cell);
  return area;
};

/** The area as few rectangles, from the top: runs in a row, and equal runs in rows that follow each other as one. */
export function extentsOf(area: Area): Extent[] {
  const cells = [...area].sort((a, b) => a - b);
  const open = new Map<string, { row: number; column: number; rows: number; columns: number }>();
  const found: Extent[] = [];
  let from = 0;
  cells.forEach((cell, i) => {
    const next = cells[i + 1];
    if (next === cell + 1 && rowOf(next) === rowOf(cell)) return;
    const first = cells[from] ?? cell;
    from = i + 1;
    const columns = cell - first + 1;
    const key = `${columnOf(first)} ${columns}`;
    const above = open.get(key);
    if (above !== undefined && above.row + above.rows === rowOf(first)) {
      above.rows++;
      return;
    }
    const extent = { row: rowOf(first), column: columnOf(first), rows: 1, columns };
    open.set(key, extent);
    found.push(extent);
  });
  return found;
}
