import type { Moved } from '../app/ports';
import type { Cell } from '../plan/cells';
import type { SheetSpec } from '../reports/spec';
import { at, columnOf, rowOf } from './area';
import { asRead } from './cells';
import type { CellLook } from './cell-looks';
import type { Other } from './foreign-cells';
import { addressOf, extentOf, isTable, meet, type Extent } from './grid';
import { rowNamed, rowNames, type StandingCell } from './row-names';
import type { saysOfOurs } from './speaks-of-gone';

/** Where a cell that goes with its row stands in another spec of the same sheet. */
export type PlaceOf = (other: Other) => number | undefined;

/** @param standing the cells of a sheet that was written by this spec, its blocks where they stand */
export function placesIn(spec: SheetSpec, standing?: (row: number, column: number) => Cell): PlaceOf {
  const tables = new Map(
    spec.blocks.filter(isTable).map((block) => {
      const cell: StandingCell | undefined =
        standing && ((row, column) => standing(block.row + 1 + row, block.column + column));
      return [block.name, { block, rows: rowNames(block, cell) }];
    }),
  );
  return ({ of, choice, cell: said }) => {
    if (choice !== undefined) {
      const block = spec.blocks[choice.block];
      const cell = block === undefined || isTable(block) ? null : block.cells[choice.row]?.[choice.column];
      const canBeMade = cell?.keep?.includes(asRead(said)) === true;
      return block !== undefined && canBeMade
        ? at(block.row + choice.row, block.column + choice.column)
        : undefined;
    }
    const { block, rows } = tables.get(of?.table ?? '') ?? {};
    if (of === undefined || block === undefined || rows === undefined) return undefined;
    const row = rowNamed(of.row, rows);
    const column = block.columns.findIndex(({ key }) => key === of.column);
    return row < 0 || column < 0 ? undefined : at(block.row + 1 + row, block.column + column);
  };
}

/** A cell of the user's that stood where we need the room, and where it goes. */
export interface MovedCell {
  readonly from: number;
  readonly to: number;
  readonly cell: Cell;
  /** It was this formula, that says nothing outside of the table that it stood in, or where a column is gone. */
  readonly was?: Cell;
  /** How it looks: which of its room's looks. */
  readonly look?: number;
}

/** What becomes of the user's cells when a sheet is written. */
export interface Room {
  /** They go with a row of ours. */
  readonly carried: readonly MovedCell[];
  readonly moved: readonly MovedCell[];
  /** How the cells of both look. */
  readonly looks?: readonly CellLook[];
  /** They stay where they are. */
  readonly stay: readonly number[];
  /** What users typed since in cells of ours that are theirs to fill, and where it goes. */
  readonly typed?: readonly MovedCell[];
  /** How many of these have no place any more. */
  readonly typedGone?: number;
  /** Columns came in or went since, or all of the sheet: no width can be told from the user's. */
  readonly allWidths?: true;
}

export const NO_ROOM: Room = { carried: [], moved: [], stay: [] };

/** The table that covers a cell. Blank cells in it are not free: what comes to stand there is taken to be said of their row. */
function tablesOver({ blocks }: SheetSpec): (cell: number) => string | undefined {
  const tables = blocks.filter(isTable).map((block) => ({ name: block.name, extent: extentOf(block) }));
  return (cell) =>
    tables.find(({ extent }) =>
      meet(extent, { row: rowOf(cell), column: columnOf(cell), rows: 1, columns: 1 }),
    )?.name;
}

/**
 * Cells that go with a row of ours go with it, those that stand where we need the room move below everything, as they
 * stand to each other, and all others stay.
 * @param says whether a formula speaks of our tables: where it stays it is written again, and where it speaks of what is
 * not going to be there any more it moves as its value
 */
export function makeRoom(
  others: readonly Other[],
  spec: SheetSpec,
  contents: ReadonlyMap<number, Cell>,
  placeOf: PlaceOf = placesIn(spec),
  says: (cell: Cell) => ReturnType<typeof saysOfOurs> = () => undefined,
): Room {
  const carried: MovedCell[] = [];
  const taken = new Set<number>();
  const stay: number[] = [];
  const homeless: Other[] = [];
  let bottom = Math.max(0, ...spec.blocks.map(extentOf).map(({ row, rows }) => row + rows));
  const tableOver = tablesOver(spec);
  const isFree = (cell: number) => (contents.get(cell) ?? '') === '';
  const homes = others.map((other) => {
    const home = placeOf(other);
    if (home === undefined || !isFree(home) || taken.has(home) || says(other.cell) === 'gone')
      return { other, home };
    taken.add(home);
    carried.push({ from: at(other.row, other.column), to: home, cell: other.cell });
    return { other, home, isCarried: true };
  });
  const canStay = ({ row, column, within }: Other) => {
    const here = at(row, column);
    const table = tableOver(here);
    return isFree(here) && !taken.has(here) && (table === undefined || table === within);
  };
  const leaves = linesThatLeave(others, spec, canStay);
  for (const { other, home, isCarried } of homes) {
    const { of, row, column, cell, among } = other;
    const here = at(row, column);
    if (isCarried === true) continue;
    const said = says(cell);
    if (of === undefined && said !== 'gone' && canStay(other) && !leaves.has(lineOf(among))) {
      if (said === undefined) stay.push(here);
      else carried.push({ from: here, to: here, cell });
      bottom = Math.max(bottom, row + 1);
    } else if (home === undefined || contents.get(home) !== cell) homeless.push(other);
  }
  const top = Math.min(...homeless.map(({ row }) => row));
  const moved = homeless.map(
    ({ row, column, cell, worth, outside = says(cell) === 'gone' ? worth : undefined }) => ({
      from: at(row, column),
      to: at(bottom + 1 + row - top, column),
      ...(outside === undefined ? { cell } : { cell: outside, was: cell }),
    }),
  );
  return { carried, moved, stay };
}

const lineOf = (among: Other['among']): string => (among === undefined ? '' : `${among.table} ${among.line}`);

/** Rows and columns that came into tables of ours, and cannot stay as a whole: we need a cell of them, or the table goes. */
function linesThatLeave(
  others: readonly Other[],
  spec: SheetSpec,
  canStay: (other: Other) => boolean,
): ReadonlySet<string> {
  const tables = new Map(spec.blocks.filter(isTable).map((block) => [block.name, block]));
  return new Set(
    others.flatMap((other) => {
      const { among } = other;
      if (among === undefined) return [];
      const table = tables.get(among.table);
      const isPut = table?.row === among.row && table.column === among.column;
      return isPut && canStay(other) ? [] : [lineOf(among)];
    }),
  );
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
export function movedOn(sheet: string, { moved, looks = [] }: Pick<Room, 'moved' | 'looks'>): Moved[] {
  if (moved.length === 0) return [];
  const address = (cells: readonly number[]) => addressOf(sheet, rectangleOf(cells));
  const values = moved.filter(({ was }) => was !== undefined).length;
  const rules = moved.filter(({ look }) => looks[look ?? -1]?.isRuled === true).length;
  return [
    {
      from: address(moved.map(({ from }) => from)),
      to: address(moved.map(({ to }) => to)),
      ...(values > 0 && { values }),
      ...(rules > 0 && { rules }),
    },
  ];
}
