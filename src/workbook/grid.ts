import { columnLetters, quoteSheet, type Cell } from '../plan/cells';
import type { Block, CellSpec, SheetSpec, TableBlock, TableColumn } from '../reports/spec';
import { at, columnOf, rowOf, type Area } from './area';
import { asWritten } from './cells';

/** A rectangle of cells, counted from 0. */
export interface Extent {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** Whether two rectangles have a cell in common. */
export const meet = (a: Extent, b: Extent): boolean =>
  a.row < b.row + b.rows &&
  b.row < a.row + a.rows &&
  a.column < b.column + b.columns &&
  b.column < a.column + a.columns;

/** `Balance!A12:C14`. */
export function addressOf(sheet: string, { row, column, rows, columns }: Extent): string {
  const cell = (r: number, c: number) => `${columnLetters(c + 1)}${r + 1}`;
  const first = cell(row, column);
  const last = cell(row + rows - 1, column + columns - 1);
  return `${quoteSheet(sheet)}!${first === last ? first : `${first}:${last}`}`;
}

/** Cells of the longest line; 0 for none. There may be more lines than a call takes arguments. */
export const widthOf = (lines: readonly (readonly unknown[])[]): number =>
  lines.reduce((most, line) => Math.max(most, line.length), 0);

export const isTable = (block: Block): block is TableBlock => block.kind === 'table';

/** Users fill cells of a column. */
export const isFilled = ({ style, typed, looks = [] }: TableColumn): boolean =>
  style === 'input' || typed === true || looks.some((look) => look.style === 'input');

export function extentOf(block: Block): Extent {
  const { row, column } = block;
  if (isTable(block)) return { row, column, rows: block.rows + 1, columns: block.columns.length };
  const columns = Math.max(0, ...block.cells.map((cells) => cells.length));
  return { row, column, rows: block.cells.length, columns };
}

/** Every cell of a spec that we write, as it must be written; what a block leaves alone is not in it. */
export function contentsOf(spec: SheetSpec): Map<number, Cell> {
  const contents = new Map<number, Cell>();
  for (const block of spec.blocks) {
    if (isTable(block)) {
      block.columns.forEach((column, c) => {
        contents.set(at(block.row, block.column + c), asWritten(column.header));
        columnCells(column.cells, block.rows).forEach((cell, r) => {
          contents.set(at(block.row + 1 + r, block.column + c), cell);
        });
      });
    } else {
      block.cells.forEach((line, r) => {
        line.forEach((cell, c) => {
          if (cell !== null) contents.set(at(block.row + r, block.column + c), written(cell));
        });
      });
    }
  }
  return contents;
}

/** Contents as one block from A1, and a blank for each cell that is to be cleared; null leaves a cell alone. */
export function gridOf(contents: ReadonlyMap<number, Cell>, clear: Area = new Set()): (Cell | null)[][] {
  const cells = [...clear, ...contents.keys()];
  let rows = 0;
  let columns = 0;
  for (const cell of cells) {
    rows = Math.max(rows, rowOf(cell) + 1);
    columns = Math.max(columns, columnOf(cell) + 1);
  }
  const grid = Array.from({ length: rows }, () => new Array<Cell | null>(columns).fill(null));
  for (const cell of cells) {
    const line = grid[rowOf(cell)];
    if (line !== undefined) line[columnOf(cell)] = contents.get(cell) ?? '';
  }
  return grid;
}

const written = (cell: CellSpec): Cell => cell.formula ?? asWritten(cell.value ?? '');

/** The cells of a table column as they must be written, one a row. */
export function columnCells(cells: TableColumn['cells'], rows: number): Cell[] {
  if (typeof cells === 'string') return new Array<Cell>(rows).fill(cells);
  return Array.from({ length: rows }, (_, r) => {
    const cell = cells[r] ?? '';
    return typeof cell === 'object' ? cell.formula : asWritten(cell);
  });
}

/** Of tables with more rows only looks are remembered. */
const MOST_ROWS = 100;

/**
 * The spec as it is remembered: enough to remake the looks of a sheet that is put back, and to tell what we wrote from
 * what came in among it. Of long tables it is remembered which cells were left blank; those that users fill are remembered
 * whole, to tell what they typed since.
 */
export function remembered(spec: SheetSpec): SheetSpec {
  return {
    ...spec,
    blocks: spec.blocks.map((block): Block =>
      isTable(block) && block.rows > MOST_ROWS && !block.columns.some(({ typed }) => typed === true)
        ? {
            ...block,
            columns: block.columns.map((column) =>
              typeof column.cells === 'string'
                ? column
                : { ...column, cells: [], blank: blankRuns(column.cells) },
            ),
          }
        : block,
    ),
  };
}

/** Runs of rows that a column leaves blank. */
function blankRuns(cells: readonly unknown[]): [from: number, rows: number][] {
  const runs: [from: number, rows: number][] = [];
  cells.forEach((cell, r) => {
    if (cell !== '') return;
    const last = runs.at(-1);
    if (last !== undefined && last[0] + last[1] === r) last[1]++;
    else runs.push([r, 1]);
  });
  return runs;
}
