import type { Cell } from '../plan/cells';
import type { Block, SheetSpec, TableBlock } from '../reports/spec';
import { anchor, type Anchors } from './anchors';
import { at, columnOf, rowOf } from './area';
import { asWritten, inBlocks } from './cells';
import { addressOf, contentsOf, extentOf, isTable, type Extent } from './grid';
import { inserted, type Standing } from './inserted-rows';
import { asKept } from './journal';
import { NOTHING_CAME, specNow, type Came } from './spec-now';

/** A filled cell on a sheet of ours that we did not write. */
export interface Other {
  readonly row: number;
  readonly column: number;
  /** As it must be written. */
  readonly cell: Cell;
  /** It stands in a cell of a table of ours that we left blank: it goes with its row. */
  readonly of?: { readonly table: string; readonly column: string; readonly key: string };
}

/** A sheet of ours as it stands: what on it is ours, and what is not. */
export interface SheetNow {
  readonly ours: ReadonlySet<number>;
  /** The spec, its blocks where they are now. */
  readonly spec: SheetSpec;
  readonly others: readonly Other[];
  /** All cells from A1 to the last one filled. */
  readonly cells: readonly (readonly Standing[])[];
  readonly ownTables: readonly (Extent & { readonly name: string })[];
  /** Tables that are not ours. */
  readonly tables: readonly Extent[];
}

/**
 * Looks at a sheet that we wrote by this spec. Blocks are found by their anchors and tables by their names, so rows and
 * columns that came in are noticed; what came in among our own cells is told from them by what we wrote.
 */
export async function lookAtSheet(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  anchors: Anchors,
  key: string,
  spec: SheetSpec,
): Promise<SheetNow> {
  sheet.load('name');
  sheet.tables.load('items/name');
  await context.sync();
  const ranges = sheet.tables.items.map((table) => {
    const range = table.getRange();
    range.load('rowIndex,columnIndex,rowCount,columnCount');
    return { name: table.name, range };
  });
  const cells = await readCells(context, sheet);
  const tables = new Map(
    ranges.map(({ name, range }): [string, Extent] => [
      name,
      { row: range.rowIndex, column: range.columnIndex, rows: range.rowCount, columns: range.columnCount },
    ]),
  );
  const areas = spec.blocks.map((block, n): Extent | undefined => {
    if (isTable(block)) return tables.get(block.name);
    const spot = anchors.get(anchor.block(key, n));
    // A sheet that was written before blocks had anchors: they are taken to be where they were.
    if (spot === undefined) return extentOf(block);
    if (spot?.sheet !== sheet.name) return undefined;
    return { row: spot.row, column: spot.column, rows: spot.rows ?? 1, columns: spot.columns ?? 1 };
  });
  const came = spec.blocks.map((block, n) => cameInto(block, areas[n], cells));
  const names = new Set(spec.blocks.filter(isTable).map(({ name }) => name));
  return {
    ...tellApart(spec, areas, came, cells),
    spec: specNow(spec, areas, came),
    cells,
    ownTables: [...tables].flatMap(([name, extent]) => (names.has(name) ? [{ name, ...extent }] : [])),
    tables: [...tables].flatMap(([name, extent]) => (names.has(name) ? [] : [extent])),
  };
}

const BLANK: Standing = { formula: '', value: '' };
const kept = ({ formula, value }: Standing): Cell => asKept(formula, value);
const isFormula = ({ formula, value }: Standing): boolean =>
  typeof formula === 'string' && formula.startsWith('=') && formula !== value;

const cellAt = (cells: readonly (readonly Standing[])[], row: number, column: number): Standing =>
  cells[row]?.[column] ?? BLANK;

/** The cells of an area, line by line. */
const linesOf = (area: Extent, cells: readonly (readonly Standing[])[]): Standing[][] =>
  Array.from({ length: area.rows }, (_, r) =>
    Array.from({ length: area.columns }, (__, c) => cellAt(cells, area.row + r, area.column + c)),
  );

/** What came in among the cells of a block. */
function cameInto(
  block: Block,
  area: Extent | undefined,
  cells: readonly (readonly Standing[])[],
): Came | undefined {
  const then = extentOf(block);
  if (area === undefined || (area.rows <= then.rows && area.columns <= then.columns)) return undefined;
  return inserted(block, linesOf(area, cells));
}

function tellApart(
  spec: SheetSpec,
  areas: readonly (Extent | undefined)[],
  cameIn: readonly (Came | undefined)[],
  cells: readonly (readonly Standing[])[],
): Pick<SheetNow, 'ours' | 'others'> {
  const contents = contentsOf(spec);
  const ours = new Set<number>();
  const others = new Map<number, Other>();
  spec.blocks.forEach((block, n) => {
    const area = areas[n];
    if (area === undefined) return;
    const then = extentOf(block);
    const hasShrunk = area.rows < then.rows || area.columns < then.columns;
    const came = cameIn[n] ?? NOTHING_CAME;
    let r = -1;
    linesOf(area, cells).forEach((line, i) => {
      const isRowOurs = !came.rows.has(i);
      if (isRowOurs) r++;
      let c = -1;
      line.forEach((one, j) => {
        const cell = at(area.row + i, area.column + j);
        const other = (text: Cell, of = {}): void => {
          others.set(cell, { row: area.row + i, column: area.column + j, cell: text, ...of });
        };
        if (came.columns.has(j)) {
          // What speaks of its own table cannot stand outside of it.
          if (one.value === '') ours.add(cell);
          else other(isTable(block) ? asWritten(one.value) : kept(one));
          return;
        }
        c++;
        // A cell for users to change is ours whatever they put there: it is read, and written again with what it says.
        if (isInput(block, c) && i > 0 && !isFormula(one)) {
          ours.add(cell);
          return;
        }
        if (!isRowOurs) {
          // Excel fills formulas of ours into rows that come in.
          if (isFormula(one)) ours.add(cell);
          else if (one.value === '') ours.add(cell);
          else other(kept(one));
          return;
        }
        const wrote = hasShrunk ? undefined : contents.get(at(then.row + r, then.column + c));
        if (hasShrunk || (wrote !== undefined && wrote !== '') || isLong(block)) ours.add(cell);
        else if (wrote === '' && one.formula === '') ours.add(cell);
        else if (wrote === '') other(kept(one), ofRow(block, r, c));
      });
    });
  });
  cells.forEach((line, row) => {
    line.forEach(({ formula, value }, column) => {
      const cell = at(row, column);
      if (formula !== '' && !ours.has(cell) && !others.has(cell))
        others.set(cell, { row, column, cell: kept({ formula, value }) });
    });
  });
  return { ours, others: [...others.values()] };
}

/** Its contents are not remembered, so all of it is taken to be ours. */
const isLong = (block: Block): boolean =>
  isTable(block) &&
  block.rows > 0 &&
  block.columns.every(({ cells }) => typeof cells !== 'string' && cells.length === 0);

const isInput = (block: Block, c: number): boolean => isTable(block) && block.columns[c]?.style === 'input';

function ofRow(block: Block, r: number, c: number): Pick<Other, 'of'> {
  if (!isTable(block) || r < 1) return {};
  const keys = keysOf(block);
  const key = keys?.[r - 1];
  const column = block.columns[c]?.key;
  return key === undefined || column === undefined ? {} : { of: { table: block.name, column, key } };
}

/** What the rows of a table of ours are known by: the first column of texts that are not the user's to change. */
function keysOf({ columns }: TableBlock): readonly string[] | undefined {
  const column = columns.find(
    ({ cells, style }) =>
      typeof cells !== 'string' &&
      style !== 'input' &&
      cells.length > 0 &&
      cells.every((cell) => typeof cell === 'string' && cell !== ''),
  );
  return column === undefined || typeof column.cells === 'string' ? undefined : column.cells.map(String);
}

/** Where a cell that goes with its row stands in another spec of the same sheet. */
export function placeOf({ of }: Other, spec: SheetSpec): number | undefined {
  if (of === undefined) return undefined;
  const block = spec.blocks.filter(isTable).find(({ name }) => name === of.table);
  const row = block && keysOf(block)?.indexOf(of.key);
  const column = block?.columns.findIndex(({ key }) => key === of.column);
  if (block === undefined || row === undefined || column === undefined || row < 0 || column < 0)
    return undefined;
  return at(block.row + 1 + row, block.column + column);
}

const CELLS_PER_READ = 40_000;

/** All cells from A1 to the last one filled. */
export async function readCells(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
): Promise<Standing[][]> {
  const used = sheet.getUsedRangeOrNullObject(true);
  used.load('rowIndex,columnIndex,rowCount,columnCount');
  await context.sync();
  if (used.isNullObject) return [];
  const rows = used.rowIndex + used.rowCount;
  const columns = used.columnIndex + used.columnCount;
  const step = Math.max(1, Math.floor(CELLS_PER_READ / columns));
  const cells: Standing[][] = [];
  await inBlocks(rows, step, async (start, count) => {
    const part = sheet.getRangeByIndexes(start, 0, count, columns);
    part.load('formulas,values');
    await context.sync();
    const values = part.values as Cell[][];
    (part.formulas as Cell[][]).forEach((line, r) => {
      cells.push(line.map((formula, c) => ({ formula, value: values[r]?.[c] ?? '' })));
    });
  });
  return cells;
}

/** A cell of the user's that stood where we need the room, and where it goes. */
export interface MovedCell {
  readonly from: number;
  readonly to: number;
  readonly cell: Cell;
}

/** What becomes of the user's cells when a sheet is written. */
export interface Room {
  /** They go with a row of ours. */
  readonly carried: readonly MovedCell[];
  readonly moved: readonly MovedCell[];
  /** They stay where they are. */
  readonly stay: readonly number[];
  /** Columns came in or went since, or all of the sheet: no width can be told from the user's. */
  readonly allWidths?: true;
}

export const NO_ROOM: Room = { carried: [], moved: [], stay: [] };

/**
 * Cells that go with a row of ours go with it, those that stand where we need the room move below everything, as they
 * stand to each other, and all others stay.
 */
export function makeRoom(
  others: readonly Other[],
  spec: SheetSpec,
  contents: ReadonlyMap<number, Cell>,
): Room {
  const carried: MovedCell[] = [];
  const stay: number[] = [];
  const homeless: Other[] = [];
  let bottom = Math.max(0, ...spec.blocks.map(extentOf).map(({ row, rows }) => row + rows));
  const isFree = (cell: number) => (contents.get(cell) ?? '') === '';
  for (const other of others) {
    const { of, row, column, cell } = other;
    const here = at(row, column);
    const home = placeOf(other, spec);
    if (home !== undefined && isFree(home)) carried.push({ from: here, to: home, cell });
    else if (of === undefined && isFree(here)) {
      stay.push(here);
      bottom = Math.max(bottom, row + 1);
    } else if (home === undefined || contents.get(home) !== cell) homeless.push(other);
  }
  const top = Math.min(...homeless.map(({ row }) => row));
  const moved = homeless.map(({ row, column, cell }) => ({
    from: at(row, column),
    to: at(bottom + 1 + row - top, column),
    cell,
  }));
  return { carried, moved, stay };
}

/** `A12:C14`: the rectangle around cells. */
function rectangleOf(cells: readonly number[]): Extent {
  const rows = cells.map(rowOf);
  const columns = cells.map(columnOf);
  const row = Math.min(...rows);
  const column = Math.min(...columns);
  return { row, column, rows: Math.max(...rows) - row + 1, columns: Math.max(...columns) - column + 1 };
}

/** What was moved on a sheet, as it is told. */
export function movedOn(sheet: string, { moved }: Pick<Room, 'moved'>): { from: string; to: string }[] {
  if (moved.length === 0) return [];
  const address = (cells: readonly number[]) => addressOf(sheet, rectangleOf(cells));
  return [{ from: address(moved.map(({ from }) => from)), to: address(moved.map(({ to }) => to)) }];
}
