import type { Cell } from '../plan/cells';
import { areaOf, at, columnOf, rowOf } from './area';
import { asRead } from './cells';
import type { Status } from './checkpoint';
import { contentsOf, extentOf, isTable, type Extent } from './grid';
import type { SheetSpec } from '../reports/spec';
import type { KeptSheet } from './journal';
import { type MetCell, type MetOnSheet } from './met';
import type { Other } from './foreign-cells';
import { makeRoom, NO_ROOM, placesIn, type MovedCell, type Room } from './make-room';
import { saysOfOurs, tablesToCome } from './speaks-of-gone';

/** What was ours before, cell by cell. */
export function contentsBefore({ ours, cells }: NonNullable<KeptSheet['before']>): Map<number, Cell> {
  const contents = new Map<number, Cell>();
  for (const cell of areaOf(ours)) contents.set(cell, cells[rowOf(cell)]?.[columnOf(cell)] ?? '');
  return contents;
}

const standingIn =
  ({ cells }: NonNullable<KeptSheet['before']>) =>
  (row: number, column: number): Cell =>
    asRead(cells[row]?.[column] ?? '');

/** Where the user's cells go when the sheet is as it was before. Those that Apply moved go back, if they still stand there. */
export function roomFor(
  { before, next, moved = [], looks = [] }: KeptSheet,
  others: readonly Other[],
  phase: Status['phase'],
): Room {
  if (before === undefined) return NO_ROOM;
  const there = new Map(others.map((other) => [at(other.row, other.column), other.cell]));
  const back = moved
    .filter(({ to, cell }) => phase !== 'applied' || there.get(to) === cell)
    .map(({ from, to, cell, was = cell, look }): MovedCell => {
      // While it moves it may have lost its looks; afterwards they are what the user has made of them.
      const isKnown = phase !== 'applied' && look !== undefined;
      return { from: to, to: from, cell: was, ...(isKnown && { look }) };
    });
  const gone = new Set(back.map(({ from }) => from));
  // What Apply was going to move may not have moved yet.
  if (phase !== 'applied') for (const { to } of back) gone.add(to);
  const rest = others.filter(({ row, column }) => !gone.has(at(row, column)));
  const tables = tablesToCome([next], [before.spec]);
  const room = makeRoom(
    rest,
    before.spec,
    contentsBefore(before),
    placesIn(before.spec, standingIn(before)),
    (cell) => saysOfOurs(cell, tables),
  );
  return { ...room, looks: phase === 'applied' ? [] : looks, carried: [...room.carried, ...back] };
}

/** So much of what was typed is written down before reverting begins, in one cell with all else. */
const MOST_TYPED = 20_000;

/** Where words go that were typed since: beside what they stood beside, if that is listed in the table of before. */
export function typedSince(
  { before }: KeptSheet,
  typed: readonly Other[],
): Pick<Room, 'typed' | 'typedGone'> {
  const placeOf = before && placesIn(before.spec, standingIn(before));
  const found: MovedCell[] = [];
  let gone = 0;
  let size = 0;
  for (const other of typed) {
    const { row, column, cell, choice } = other;
    const to = placeOf?.(other);
    // It is so already, or can be chosen no more.
    if (before !== undefined && to !== undefined && before.cells[rowOf(to)]?.[columnOf(to)] === cell)
      continue;
    if (to === undefined && choice !== undefined) continue;
    size += String(cell).length + MOVED_SIZE;
    if (to !== undefined && size < MOST_TYPED) found.push({ from: at(row, column), to, cell });
    else if (cell !== '') gone++;
  }
  return { ...(found.length > 0 && { typed: found }), ...(gone > 0 && { typedGone: gone }) };
}

/** What else there is of a cell that moves, as it is written down. */
const MOVED_SIZE = 40;

/** Cells of others that a job wrote over: in cells of ours that they had filled, and elsewhere. */
export function metIn(
  { before }: KeptSheet,
  met: MetOnSheet | undefined,
): { readonly inPlace: readonly MetCell[]; readonly others: readonly MetCell[] } {
  if (met === undefined) return { inPlace: [], others: [] };
  const ours = met.isShifted ? new Set<number>() : areaOf(before?.ours ?? []);
  const isOurs = ({ row, column }: MetCell) => ours.has(at(row, column));
  return { inPlace: met.cells.filter(isOurs), others: met.cells.filter((one) => !isOurs(one)) };
}

/** The room with cells that do not stand there any more, and must be written where they stay. */
export function writtenHere(room: Room, others: readonly MetCell[], inPlace: readonly MetCell[]): Room {
  if (others.length + inPlace.length === 0) return room;
  const goes = new Set([...room.carried, ...room.moved, ...(room.typed ?? [])].map(({ from }) => from));
  const here = [...inPlace, ...others.filter(({ row, column }) => !goes.has(at(row, column)))].map(
    ({ row, column, cell }): MovedCell => ({ from: at(row, column), to: at(row, column), cell }),
  );
  const places = new Set(here.map(({ to }) => to));
  return {
    ...room,
    stay: room.stay.filter((cell) => !places.has(cell)),
    typed: [...(room.typed ?? []), ...here],
  };
}

/**
 * A cell that neither the state before nor the one after fills; or that says what neither says anywhere: somebody else
 * may have put rows in while the job wrote, so that nothing stands where it stood.
 */
export function isNotOf({ before, next, moved = [] }: KeptSheet): (other: Other) => boolean {
  const then = before === undefined ? new Map<number, Cell>() : contentsBefore(before);
  const after = next === undefined ? new Map<number, Cell>() : contentsOf(next);
  const ours = new Set([...then.values(), ...after.values(), ...moved.map(({ cell }) => cell)].map(String));
  // Of long tables it is not remembered what was written.
  const isWhole = next?.blocks.every(
    (block) =>
      !isTable(block) ||
      block.rows === 0 ||
      block.columns.every(({ cells }) => typeof cells === 'string' || cells.length > 0),
  );
  const isStrange = (cell: Cell): boolean =>
    isWhole === true && !ours.has(String(cell)) && !String(cell).startsWith('=');
  return ({ row, column, cell }) =>
    ((then.get(at(row, column)) ?? '') === '' && (after.get(at(row, column)) ?? '') === '') ||
    isStrange(cell);
}

/** A cell of the user's stood on the sheet before, where it is going to stand. */
export function isWhereItWas(
  { before }: KeptSheet,
  { row, column, cell }: Other,
  { carried, moved }: Room,
): boolean {
  const from = at(row, column);
  const { to = from, cell: then = cell } = [...carried, ...moved].find((one) => one.from === from) ?? {};
  return before?.cells[rowOf(to)]?.[columnOf(to)] === then;
}

/** The tables of a sheet stood as we had written them: only then its looks come back as they were. */
export const stoodWhole = ({ before }: KeptSheet): boolean =>
  before === undefined ||
  before.spec.blocks.filter(isTable).every((block) => {
    const { row, column, rows, columns } = extentOf(block);
    return before.tables.some(
      (table) =>
        table.name === block.name &&
        table.row === row &&
        table.column === column &&
        table.rows === rows &&
        table.columns === columns,
    );
  });

/** Columns came into a sheet of ours, or went, since it was written. */
export const isShifted = (
  { next }: KeptSheet,
  spec: SheetSpec,
  tables: readonly (Extent & { readonly name: string })[],
): boolean =>
  next?.blocks.some((block, n) => {
    const table = isTable(block) ? tables.find(({ name }) => name === block.name) : undefined;
    return (
      block.column !== spec.blocks[n]?.column ||
      (isTable(block) && table !== undefined && table.columns !== block.columns.length)
    );
  }) === true;
