import type { Cell } from '../plan/cells';
import type { Block, CellSpec, SheetSpec, TableBlock, TableColumn } from '../reports/spec';
import { asWritten } from './cells';

/** A rectangle of cells, counted from 0. */
export interface Extent {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

export const isTable = (block: Block): block is TableBlock => block.kind === 'table';

export function extentOf(block: Block): Extent {
  const { row, column } = block;
  if (isTable(block)) return { row, column, rows: block.rows + 1, columns: block.columns.length };
  const columns = Math.max(0, ...block.cells.map((cells) => cells.length));
  return { row, column, rows: block.cells.length, columns };
}

/** The whole sheet as one block of formulas as they must be written: one request, nothing left over. */
export function gridOf(
  spec: SheetSpec,
  atLeast: { rows: number; columns: number },
  /** What was ours there before: whatever stands outside of it is left alone. Without it all is ours. */
  before?: readonly Extent[],
): (Cell | null)[][] {
  const extents = spec.blocks.map(extentOf);
  const rows = Math.max(atLeast.rows, ...extents.map((e) => e.row + e.rows));
  const columns = Math.max(atLeast.columns, ...extents.map((e) => e.column + e.columns));
  const ours = before && [...before, ...extents];
  const grid = Array.from({ length: rows }, (_, r) =>
    Array.from({ length: columns }, (__, c): Cell | null => (isOurs(ours, r, c) ? '' : null)),
  );
  const put = (row: number, column: number, cell: Cell) => {
    const line = grid[row];
    if (line !== undefined) line[column] = cell;
  };
  for (const block of spec.blocks) {
    if (isTable(block)) {
      block.columns.forEach((column, c) => {
        put(block.row, block.column + c, asWritten(column.header));
        columnCells(column.cells, block.rows).forEach((cell, r) => {
          put(block.row + 1 + r, block.column + c, cell);
        });
      });
    } else {
      block.cells.forEach((line, r) => {
        line.forEach((cell, c) => {
          if (cell !== null) put(block.row + r, block.column + c, written(cell));
        });
      });
    }
  }
  return grid;
}

const isOurs = (ours: readonly Extent[] | undefined, row: number, column: number): boolean =>
  ours === undefined || ours.some((extent) => isIn(extent, row, column));

export const isIn = ({ row, column, rows, columns }: Extent, r: number, c: number): boolean =>
  r >= row && r < row + rows && c >= column && c < column + columns;

const written = (cell: CellSpec): Cell => cell.formula ?? asWritten(cell.value ?? '');

/** The cells of a table column as they must be written, one a row. */
export function columnCells(cells: TableColumn['cells'], rows: number): Cell[] {
  if (typeof cells === 'string') return new Array<Cell>(rows).fill(cells);
  return Array.from({ length: rows }, (_, r) => {
    const cell = cells[r] ?? '';
    return typeof cell === 'object' ? cell.formula : asWritten(cell);
  });
}

/** The spec without its contents: enough to remake the formats of a sheet that is put back. */
export function looksOnly(spec: SheetSpec): SheetSpec {
  return {
    ...spec,
    blocks: spec.blocks.map((block): Block => {
      if (isTable(block))
        return { ...block, columns: block.columns.map((column) => ({ ...column, cells: [] })) };
      const bare = ({ style, format, validation }: CellSpec): CellSpec => ({
        ...(validation === undefined ? {} : { validation }),
        ...(style === undefined ? {} : { style }),
        ...(format === undefined ? {} : { format }),
      });
      return {
        ...block,
        cells: block.cells.map((line) => line.map((cell) => (cell === null ? null : bare(cell)))),
      };
    }),
  };
}
