import type { Cell } from '../plan/cells';
import type { SheetSpec } from '../reports/spec';
import { at, columnOf, rowOf } from './area';
import { asText } from './cells';
import { addressOf, extentOf, isFilled, isTable, type Extent } from './grid';

/** A cell that somebody else filled between our look at a sheet and the request that wrote over it. As it must be written. */
export interface MetCell {
  readonly row: number;
  readonly column: number;
  readonly cell: Cell;
}

/** What was met on a sheet. */
export interface MetOnSheet {
  readonly cells: readonly MetCell[];
  /** Rows or columns had moved by then: cells do not stand where those stood that were seen. */
  readonly isShifted: boolean;
}

/** What a job met, by the key of the sheet, and by the key of the column: row as it stands in the kept cells, and cell. */
export interface Met {
  readonly sheets?: Readonly<Record<string, MetOnSheet>>;
  readonly columns?: Readonly<Record<string, readonly (readonly [row: number, cell: Cell])[]>>;
}

/** Cells of a sheet as they stood in the very request that wrote over them. */
export interface Stood {
  /** Known after the request: contents, formulas as they are. */
  readonly cells: () => ReadonlyMap<number, Cell>;
}

/**
 * Reads cells in the request that is going to write them, ahead of it: actions of a request are carried out in order, and
 * nobody comes in between.
 */
export function readingAhead(sheet: Excel.Worksheet): Stood & {
  readonly ahead: (row: number, rows: number, columns: number) => void;
} {
  const parts: { readonly row: number; readonly range: Excel.Range }[] = [];
  return {
    ahead: (row, rows, columns) => {
      const range = sheet.getRangeByIndexes(row, 0, rows, columns);
      range.load('formulas');
      parts.push({ row, range });
    },
    cells: () => {
      const found = new Map<number, Cell>();
      for (const { row, range } of parts)
        (range.formulas as Cell[][]).forEach((line, r) => {
          line.forEach((cell, c) => {
            if (cell !== '') found.set(at(row + r, c), cell);
          });
        });
      return found;
    },
  };
}

export const isFormula = (cell: Cell): boolean => typeof cell === 'string' && cell.startsWith('=');

/** A cell that was read as formula, as it must be written. */
export const writtenAgain = (cell: Cell): Cell =>
  typeof cell === 'string' && !isFormula(cell) ? asText(cell) : cell;

/**
 * What somebody else filled meanwhile.
 * @param stood the cells as they stood when they were written over
 * @param seen the cells as they had been seen, and what we have written among them since, as they must be written
 * @param wrote what was written over them
 * @param isOurs cells in which Excel or we may have written since: heads of tables, formulas in them
 */
export function metAmong(
  stood: ReadonlyMap<number, Cell>,
  seen: ReadonlyMap<number, Cell>,
  wrote: ReadonlyMap<number, Cell | null>,
  isOurs: (cell: number, isFormula: boolean) => boolean,
): MetCell[] {
  return [...stood].flatMap(([place, read]) => {
    const over = wrote.get(place);
    if (over === undefined || over === null || isOurs(place, isFormula(read))) return [];
    const cell = writtenAgain(read);
    const was = seen.get(place) ?? '';
    // Formulas follow what they speak of. A text may begin as they do.
    if (cell === was || cell === over || (isFormula(read) && (isFormula(was) || was === `'${read}`)))
      return [];
    return [{ row: rowOf(place), column: columnOf(place), cell }];
  });
}

/**
 * The same where rows had moved: what is none of the cells that were known there is somebody else's, and has been written
 * over. Formulas are not told apart.
 * @param known what is ours there, and what of the user's is written again elsewhere
 */
export function strangeAmong(
  stood: ReadonlyMap<number, Cell>,
  known: Iterable<Cell>,
  wrote: ReadonlyMap<number, Cell | null>,
): MetCell[] {
  const counts = new Map<string, number>();
  for (const cell of known) counts.set(String(cell), (counts.get(String(cell)) ?? 0) + 1);
  return [...stood].flatMap(([place, read]) => {
    const over = wrote.get(place);
    const cell = writtenAgain(read);
    const count = counts.get(String(cell)) ?? 0;
    if (count > 0) counts.set(String(cell), count - 1);
    if (count > 0 || over === undefined || over === null || cell === over || isFormula(read)) return [];
    return [{ row: rowOf(place), column: columnOf(place), cell }];
  });
}

/** Heads of the tables of a sheet, as they must be written. */
export const headsOf = ({ blocks }: Pick<SheetSpec, 'blocks'>): Cell[] =>
  blocks.filter(isTable).flatMap(({ columns }) => columns.map(({ header }) => asText(header)));

/**
 * Heads of tables are written before cells are, and Excel fills columns of tables with formulas by itself: not the cells
 * that stood already in columns of blue cells.
 * @param tables where they are going to stand
 * @param stood where they stood
 */
export function inTables(
  { blocks }: Pick<SheetSpec, 'blocks'>,
  stood: readonly Extent[],
  tables: readonly Extent[] = blocks.filter(isTable).map(extentOf),
): (cell: number, isFormula: boolean) => boolean {
  const blue = blocks.filter(isTable).flatMap((block) => {
    const { row, rows } = extentOf(block);
    return block.columns.flatMap((column, c): Extent[] =>
      isFilled(column) ? [{ row: row + 1, column: block.column + c, rows: rows - 1, columns: 1 }] : [],
    );
  });
  const isIn = (cell: number, extents: readonly Extent[]) => extents.some((extent) => holds(extent, cell));
  return (cell, isAFormula) =>
    tables.some(
      (table) =>
        holds(table, cell) &&
        (rowOf(cell) === table.row || (isAFormula && !(isIn(cell, blue) && isIn(cell, stood)))),
    );
}

const holds = ({ row, column, rows, columns }: Extent, cell: number): boolean =>
  rowOf(cell) >= row &&
  rowOf(cell) < row + rows &&
  columnOf(cell) >= column &&
  columnOf(cell) < column + columns;

/** `Balance!A3:C5`: the rectangle around what was met. */
export function cellsAddress(sheet: string, cells: readonly Pick<MetCell, 'row' | 'column'>[]): string {
  const rows = cells.map(({ row }) => row);
  const columns = cells.map(({ column }) => column);
  const [row, column] = [Math.min(...rows), Math.min(...columns)];
  return addressOf(sheet, {
    row,
    column,
    rows: Math.max(...rows) - row + 1,
    columns: Math.max(...columns) - column + 1,
  });
}
