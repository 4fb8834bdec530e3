import type { Cell } from '../plan/cells';
import { Failure } from '../plan/failures';
import { stands } from './account-columns';
import { anchor, readAnchors, type Anchors } from './anchors';
import { areaOf, at, columnOf, extentsOf, rowOf } from './area';
import { withLooks } from './cell-looks';
import { asRead } from './cells';
import type { Status } from './checkpoint';
import { addressOf, contentsOf, extentOf, isTable, meet, widthOf, type Extent } from './grid';
import type { SheetSpec } from '../reports/spec';
import type { Standing } from './inserted-rows';
import { asKept, type Journal, type KeptSheet } from './journal';
import { refuseMergedIn } from './merged';
import {
  metAmong,
  readingAhead,
  inTables,
  strangeAmong,
  type Met,
  type MetCell,
  type MetOnSheet,
} from './met';
import { lookAtSheet, readCells, standsStill, type Other, type SheetNow } from './foreign-cells';
import { makeRoom, NO_ROOM, placesIn, type MovedCell, type Room } from './make-room';
import { dropColumns, filledOnMade, reachesBeyond, spotOfMade } from './made-list';
import { loadObjects } from './floating-objects';
import { haveMoved, raiseTables } from './raise-tables';
import { sideBySide } from './side-by-side';
import { loadWidths } from './widths';
import { withoutColumns } from './restore-accounts';
import { drawCharts } from './charts';
import { CHARACTER_POINTS } from './styles';
import { heightsOf, loadHigh } from './heights';
import { decorateSheet, fillSheet, setSheetAnchors, type Filled } from './sheets';

/** What happens to one of our sheets. */
export interface SheetPlan extends KeptSheet {
  /** What it is called now; undefined: it is not there. */
  readonly isNow: string | undefined;
  /** Cells that are ours on it now. */
  readonly ours: ReadonlySet<number>;
  /** What becomes of the user's cells on it. */
  readonly room: Room;
  /** It holds charts, pictures, comments or the like of the user's. */
  readonly holdsObjects: boolean;
  /** It holds cells or objects of the user's: ours go, the sheet stays. */
  readonly stays: boolean;
  /** It is going to be what it was before, with nothing of the user's that came since. */
  readonly isAsBefore: boolean;
  /** All cells that were seen on it, as they must be written. */
  readonly seen: ReadonlyMap<number, Cell>;
  /** Its rows had moved when it was filled, and these cells of others were written over. */
  readonly shifted?: readonly MetCell[];
  /** Where tables and blocks stood on it, to compare; undefined where that was not looked at. */
  readonly print: string | undefined;
  readonly tablesNow: readonly (Extent & { readonly name: string })[];
  /** What becomes of the user's cells if these stand there too. */
  readonly roomWith: (met: readonly MetCell[]) => Room;
}

/** What was decided when reverting began, by the key of the sheet. */
export type Rooms = Readonly<Record<string, Room>>;

/**
 * @param phase `applied`: sheets are whole, so cells that are not ours are the user's. Else they may be half written
 * @param rooms what was decided before a break
 * @param met what others had filled when a job wrote over it
 */
export async function planSheets(
  context: Excel.RequestContext,
  kept: readonly KeptSheet[],
  anchors: Anchors,
  phase: Status['phase'],
  rooms: Rooms | undefined,
  met: Met['sheets'] = {},
): Promise<SheetPlan[]> {
  return sideBySide(context, kept, async (context, sheet) => {
    const spot =
      sheet.made === undefined
        ? anchors.get(anchor.sheet(sheet.key))
        : await spotOfMade(context, sheet.name, anchors);
    const found = context.workbook.worksheets.getItemOrNullObject(spot?.sheet ?? sheet.name);
    found.load('name');
    found.protection.load('protected');
    const objects = loadObjects(found);
    const used = found.getUsedRangeOrNullObject(true);
    used.load('rowIndex,columnIndex,rowCount,columnCount');
    await context.sync();
    const isThere = !found.isNullObject && spot !== null;
    if (isThere && found.protection.protected) throw new Failure('protectedSheet', { sheet: found.name });
    if (isThere) await refuseMergedIn(context, found, found.name, sheet.before?.tables ?? []);
    const nothing = {
      ours: new Set<number>(),
      others: [],
      typed: [],
      tables: [],
      spec: undefined,
      cells: [],
      ownTables: [],
      print: undefined,
      among: () => ({ ours: new Set<number>(), others: [], typed: [] }),
    };
    const now =
      isThere && sheet.next !== undefined
        ? await lookAtSheet(context, found, sheet.key, sheet.next, sheet.before?.spec)
        : nothing;
    const theirsAmong = (
      { others, typed }: Pick<SheetNow, 'others' | 'typed'>,
      found: ReadonlySet<number>,
    ) => {
      const places = new Set(typed.map(({ row, column }) => at(row, column)));
      const isNot = isNotOf(sheet);
      return isThere && phase !== 'applied'
        ? others.filter((other) => found.has(at(other.row, other.column)) || isNot(other))
        : others.filter(({ row, column }) => !places.has(at(row, column)));
    };
    const { inPlace, others: strangers } = metIn(sheet, met[sheet.key]);
    const strange = new Set(strangers.map(({ row, column }) => at(row, column)));
    const theirs = [
      ...theirsAmong(now, new Set()).filter(({ row, column }) => !strange.has(at(row, column))),
      ...strangers,
    ];
    const inTheWay = now.tables.find((table) => sheet.before?.ours.some((extent) => meet(extent, table)));
    if (inTheWay !== undefined) throw new Failure('sheetTaken', { address: addressOf(found.name, inTheWay) });
    const ours = new Set(now.ours);
    if (phase !== 'applied' && sheet.next !== undefined) {
      // Tables may be smaller again already: cells that they left blank have looks of ours all the same.
      const taken = new Set(theirs.map(({ row, column }) => at(row, column)));
      for (const cell of contentsOf(sheet.next).keys()) if (!taken.has(cell)) ours.add(cell);
    }
    const roomIn = (all: readonly Other[], typed: readonly Other[]): Room => ({
      ...roomFor(sheet, all, phase),
      ...(phase === 'applied' ? typedSince(sheet, typed) : {}),
      ...(now.spec === undefined || isShifted(sheet, now.spec, now.ownTables) ? { allWidths: true } : {}),
    });
    const onMade =
      isThere && sheet.made?.prints !== undefined && phase === 'applied'
        ? await filledOnMade(context, found, sheet.made, anchors)
        : undefined;
    const planned =
      rooms?.[sheet.key] ??
      writtenHere(await withLooks(context, found, roomIn(theirs, now.typed)), strangers, inPlace);
    const room = onMade !== undefined && onMade.typed > 0 ? { ...planned, typedGone: onMade.typed } : planned;
    // A sheet that was there before stays in any case, and no object is touched on it.
    const holdsObjects =
      isThere &&
      sheet.before === undefined &&
      (sheet.next !== undefined || sheet.made !== undefined) &&
      objects.others(new Set(sheet.next?.charts.map(({ name }) => name)));
    const hasGrown =
      isThere && sheet.made !== undefined && (onMade?.isTheirs ?? reachesBeyond(used, sheet.made));
    return {
      ...sheet,
      holdsObjects,
      isNow: isThere ? found.name : undefined,
      ours,
      room,
      seen: seenOn(now.cells),
      print: now.print,
      tablesNow: now.ownTables,
      roomWith: (more) => {
        const then = now.among(overlaid(now.cells, more));
        const found = new Set(more.map(({ row, column }) => at(row, column)));
        const all = theirsAmong(then, found);
        return writtenHere(roomIn(all, then.typed), more, []);
      },
      stays: isThere && sheet.before === undefined && (theirs.length > 0 || holdsObjects || hasGrown),
      isAsBefore:
        !holdsObjects &&
        !hasGrown &&
        stoodWhole(sheet) &&
        sheet.looks?.some(({ isRuled }) => isRuled) !== true &&
        (room.typed ?? []).length === 0 &&
        (room.typedGone ?? 0) === 0 &&
        theirs.every((other) => isWhereItWas(sheet, other, room)),
    };
  });
}

/** Cells of others that a job wrote over: in cells of ours that they had filled, and elsewhere. */
function metIn(
  { before }: KeptSheet,
  met: MetOnSheet | undefined,
): { readonly inPlace: readonly MetCell[]; readonly others: readonly MetCell[] } {
  if (met === undefined) return { inPlace: [], others: [] };
  const ours = met.isShifted ? new Set<number>() : areaOf(before?.ours ?? []);
  const isOurs = ({ row, column }: MetCell) => ours.has(at(row, column));
  return { inPlace: met.cells.filter(isOurs), others: met.cells.filter((one) => !isOurs(one)) };
}

/** The room with cells that do not stand there any more, and must be written where they stay. */
function writtenHere(room: Room, others: readonly MetCell[], inPlace: readonly MetCell[]): Room {
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

/** All that is filled, as it must be written. */
function seenOn(cells: SheetNow['cells']): Map<number, Cell> {
  const seen = new Map<number, Cell>();
  cells.forEach((line, row) => {
    line.forEach(({ formula, value }, column) => {
      if (formula !== '') seen.set(at(row, column), asKept(formula, value));
    });
  });
  return seen;
}

/** The cells with others in their places. */
function overlaid(cells: SheetNow['cells'], met: readonly MetCell[]): Standing[][] {
  const all = cells.map((line) => [...line]);
  const width = met.reduce((most, { column }) => Math.max(most, column + 1), widthOf(all));
  for (const { row, column, cell } of met) {
    while (all.length <= row) all.push([]);
    const line = all[row] ?? [];
    while (line.length < width) line.push({ formula: '', value: '' });
    line[column] = { formula: asRead(cell), value: asRead(cell) };
  }
  return all;
}

/** Whether tables and blocks of a sheet stand where they stood when it was planned what becomes of it. */
export async function standsAsPlanned(
  context: Excel.RequestContext,
  { print, isNow }: Pick<SheetPlan, 'print' | 'isNow'>,
): Promise<boolean> {
  if (print === undefined || isNow === undefined) return true;
  const sheet = context.workbook.worksheets.getItemOrNullObject(isNow);
  sheet.load('name');
  await context.sync();
  return !sheet.isNullObject && standsStill(context, sheet, { print });
}

/** The tables of a sheet stood as we had written them: only then its looks come back as they were. */
const stoodWhole = ({ before }: KeptSheet): boolean =>
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
const isShifted = (
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

/** A cell of the user's stood on the sheet before, where it is going to stand. */
function isWhereItWas(
  { before }: KeptSheet,
  { row, column, cell }: Other,
  { carried, moved }: Room,
): boolean {
  const from = at(row, column);
  const { to = from, cell: then = cell } = [...carried, ...moved].find((one) => one.from === from) ?? {};
  return before?.cells[rowOf(to)]?.[columnOf(to)] === then;
}

/**
 * A cell that neither the state before nor the one after fills; or that says what neither says anywhere: somebody else
 * may have put rows in while the job wrote, so that nothing stands where it stood.
 */
function isNotOf({ before, next, moved = [] }: KeptSheet): (other: Other) => boolean {
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

/** Where the user's cells go when the sheet is as it was before. Those that Apply moved go back, if they still stand there. */
function roomFor(
  { before, moved = [], looks = [] }: KeptSheet,
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
  const room = makeRoom(rest, before.spec, contentsBefore(before), placesIn(before.spec, standingIn(before)));
  return { ...room, looks: phase === 'applied' ? [] : looks, carried: [...room.carried, ...back] };
}

/** So much of what was typed is written down before reverting begins, in one cell with all else. */
const MOST_TYPED = 20_000;

/** Where words go that were typed since: beside what they stood beside, if that is listed in the table of before. */
function typedSince({ before }: KeptSheet, typed: readonly Other[]): Pick<Room, 'typed' | 'typedGone'> {
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

const standingIn =
  ({ cells }: NonNullable<KeptSheet['before']>) =>
  (row: number, column: number): Cell =>
    asRead(cells[row]?.[column] ?? '');

/** What was ours before, cell by cell. */
export function contentsBefore({ ours, cells }: NonNullable<KeptSheet['before']>): Map<number, Cell> {
  const contents = new Map<number, Cell>();
  for (const cell of areaOf(ours)) contents.set(cell, cells[rowOf(cell)]?.[columnOf(cell)] ?? '');
  return contents;
}

/**
 * Pass one: the sheet as it was, its tables with the headers they had. Formulas anywhere may speak of them, so all
 * sheets are raised before any formula is written.
 * @returns whether its tables stood elsewhere by then than where they had been seen
 */
export async function raiseBefore(context: Excel.RequestContext, plan: SheetPlan): Promise<boolean> {
  if (plan.before === undefined) return false;
  const { worksheets } = context.workbook;
  // Renamed sheets have their old name for the time being.
  const sheet = worksheets.getItemOrNullObject(plan.name);
  sheet.load('name');
  await context.sync();
  const { tables, cells, position } = plan.before;
  const there = sheet.isNullObject ? worksheets.add(plan.name) : sheet;
  if (sheet.isNullObject) there.position = position;
  else await dropTables(context, there, plan.next, tables);
  return raiseTables(
    context,
    there,
    tables.map((one) => ({
      ...one,
      headers: (cells[one.row] ?? []).slice(one.column, one.column + one.columns),
    })),
    plan.tablesNow,
  );
}

/** Whether the tables of a sheet stand neither where they were seen nor where they are to be. */
export const hasMoved = async (
  context: Excel.RequestContext,
  { before, tablesNow }: SheetPlan,
): Promise<boolean> => before !== undefined && haveMoved(context, before.tables, tablesNow);

/** Tables that the job added to a sheet that was there before: their cells are ours, and go with what else is ours there. */
async function dropTables(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  next: SheetSpec | undefined,
  before: readonly { readonly name: string }[],
): Promise<void> {
  const kept = new Set(before.map(({ name }) => name));
  const added = (next?.blocks ?? []).filter(isTable).filter(({ name }) => !kept.has(name));
  if (added.length === 0) return;
  const found = added.map(({ name }) => {
    const table = sheet.tables.getItemOrNullObject(name);
    table.load('name');
    return table;
  });
  await context.sync();
  for (const table of found) if (!table.isNullObject) table.convertToRange();
  await context.sync();
}

/** What came of giving a sheet back. */
export interface Restored {
  /** The plan, with what was met on the way. */
  readonly plan: SheetPlan;
  /** A column has a width that the user gave it since, and keeps it. */
  readonly areWidthsTheirs: boolean;
  /** Somebody else typed there meanwhile, or moved its rows: it must be given back once more by this plan. */
  readonly isAgain: boolean;
}

/** Pass two: what stood on the sheet, and how it looked; a sheet that was not there before goes. */
export async function restoreSheet(
  context: Excel.RequestContext,
  plan: SheetPlan,
  gone: readonly string[],
  { accounts }: Journal,
): Promise<Restored> {
  const { worksheets } = context.workbook;
  const there = worksheets.getItemOrNullObject(
    plan.before === undefined ? (plan.isNow ?? plan.name) : plan.name,
  );
  there.load('name');
  const widthsNow = loadWidths(
    (plan.before === undefined ? [] : (plan.next?.widths ?? [])).map((characters, c) => ({
      range: there.getRangeByIndexes(0, c, 1, 1),
      made: characters * CHARACTER_POINTS,
    })),
  );
  const rows = [...heightsOf(plan.before?.spec ?? { blocks: [], widths: [] }).keys()].map((row) => {
    const range = there.getRangeByIndexes(row, 0, 1, 1);
    range.load('rowHidden');
    return { row, range };
  });
  const high = plan.before === undefined ? () => [] : loadHigh(there, plan.next, plan.before.spec);
  await context.sync();
  const whole: Restored = { plan, areWidthsTheirs: false, isAgain: false };
  if (plan.before === undefined) {
    if (there.isNullObject || plan.isNow === undefined) return whole;
    if (plan.stays && plan.made !== undefined) await dropColumns(context, there, plan.made.headers);
    else if (plan.stays) await clearOurs(context, there, plan);
    else return { ...whole, plan: await removeOurs(context, there, plan) };
    return whole;
  }
  const { spec, visibility, freeze, widths, tables } = plan.before;
  const contents = contentsAgain(plan.before, gone, accounts?.table ?? '');
  for (const { to, cell } of plan.room.typed ?? []) contents.set(to, cell);
  setSheetAnchors(context, await readAnchors(context), spec, plan.name);
  const stand = tables.map(({ name }) => {
    const range = context.workbook.tables.getItem(name).getRange();
    range.load('rowIndex,columnIndex,rowCount,columnCount');
    return range;
  });
  const filled = await fillSheet(context, spec, plan.name, { contents, ours: plan.ours, room: plan.room });
  const hidden = new Set(rows.flatMap(({ row, range }) => (range.rowHidden ? [row] : [])));
  const low = there.isNullObject ? [] : high();
  await decorateSheet(context, spec, plan.name, plan.room, { rows: hidden, widths: true }, low);
  const isMoved = tables.some(({ row, column, rows: count, columns }, n) => {
    const { rowIndex, columnIndex, rowCount, columnCount } = stand[n] as Excel.Range;
    return rowIndex !== row || columnIndex !== column || rowCount !== count || columnCount !== columns;
  });
  const again = afterFilling(plan, filled, isMoved);
  if (again !== undefined) return { plan: again, areWidthsTheirs: false, isAgain: true };
  await drawCharts(context, spec, plan.name);
  // What was folded away for the first time is seen again.
  for (const c of plan.next?.hidden ?? [])
    if (spec.hidden?.includes(c) !== true)
      there.getRangeByIndexes(0, c, 1, 1).getEntireColumn().columnHidden = false;
  widths.forEach((width, c) => {
    if (plan.room.allWidths === true || widthsNow.isMade(c))
      there.getRangeByIndexes(0, c, 1, 1).format.columnWidth = width;
  });
  if (freeze.rows > 0 && freeze.columns > 0)
    there.freezePanes.freezeAt(there.getRangeByIndexes(0, 0, freeze.rows, freeze.columns));
  else if (freeze.rows > 0) there.freezePanes.freezeRows(freeze.rows);
  else if (freeze.columns > 0) there.freezePanes.freezeColumns(freeze.columns);
  else there.freezePanes.unfreeze();
  there.visibility = visibility;
  await context.sync();
  return {
    ...whole,
    areWidthsTheirs: plan.room.allWidths !== true && widths.some((width, c) => widthsNow.isTheirs(c, width)),
  };
}

/** How the sheet must be given back once more, if others typed there until it was filled, or moved its rows. */
function afterFilling(plan: SheetPlan, filled: Filled, isMoved: boolean): SheetPlan | undefined {
  const { room, seen, before } = plan;
  const stay = new Set(room.stay);
  const cells = isMoved
    ? strangeAmong(
        filled.cells(),
        [...seen].flatMap(([cell, content]) => (stay.has(cell) ? [] : [content])),
        filled.wrote,
      )
    : metAmong(
        filled.cells(),
        seen,
        filled.wrote,
        inTables(before?.spec ?? { blocks: [] }, plan.tablesNow, before?.tables ?? []),
      );
  if (isMoved) return { ...plan, shifted: cells, isAsBefore: false };
  if (cells.length === 0) return undefined;
  const now = plan.roomWith(cells);
  // What had no look of its own when it was read gets none of ours.
  const looking = (one: MovedCell): MovedCell => {
    const look = [...room.carried, ...room.moved].find(({ from }) => from === one.from)?.look;
    return look === undefined ? one : { ...one, look };
  };
  const next = {
    ...now,
    looks: room.looks ?? [],
    carried: now.carried.map(looking),
    moved: now.moved.map(looking),
  };
  const written = [...room.carried, ...room.moved, ...(room.typed ?? [])].map(({ to }) => to);
  const after = new Map(seen);
  for (const [cell, content] of filled.wrote) if (content !== null) after.set(cell, content);
  return { ...plan, room: next, ours: new Set([...plan.ours, ...written]), seen: after, isAsBefore: false };
}

/**
 * How a sheet whose rows others moved while it was given back is given back once more: as one that was half written.
 * What users had typed before goes where it was to go.
 */
export async function planShifted(
  context: Excel.RequestContext,
  { shifted: cells = [], room, stays, key }: SheetPlan,
  kept: readonly KeptSheet[],
): Promise<SheetPlan | undefined> {
  const sheet = kept.find((one) => one.key === key);
  if (sheet === undefined) return undefined;
  const met = { [key]: { cells, isShifted: true } };
  const [plan] = await planSheets(context, [sheet], await readAnchors(context), 'reverting', undefined, met);
  if (plan === undefined) return undefined;
  const typed = [...(room.typed ?? []), ...(plan.room.typed ?? [])];
  return {
    ...plan,
    stays: stays || plan.stays,
    isAsBefore: false,
    room: { ...room, ...plan.room, ...(typed.length > 0 && { typed }) },
  };
}

/** What was ours before, as far as it can be written now. */
const contentsAgain = (
  before: NonNullable<KeptSheet['before']>,
  gone: readonly string[],
  table: string,
): Map<number, Cell> =>
  new Map([...contentsBefore(before)].map(([cell, content]) => [cell, withoutColumns(content, table, gone)]));

/** Whether a cell of ours on a sheet that was given back is not what it was. */
export async function isUnlike(
  context: Excel.RequestContext,
  { before, name, room }: SheetPlan,
  gone: readonly string[],
  table: string,
): Promise<boolean> {
  if (before === undefined) return false;
  const cells = await readCells(context, context.workbook.worksheets.getItem(name));
  const theirs = new Set([
    ...room.stay,
    ...[...room.carried, ...room.moved, ...(room.typed ?? [])].map(({ to }) => to),
  ]);
  return [...contentsAgain(before, gone, table)].some(
    ([cell, content]) =>
      !theirs.has(cell) && !stands(content, cells[rowOf(cell)]?.[columnOf(cell)]?.formula ?? ''),
  );
}

/** So many cells are read again in the request that takes a sheet away. */
const MOST_READ_AGAIN = 40_000;

/** Takes a sheet away. What somebody else typed there until then is put on a sheet of that name. */
async function removeOurs(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  plan: SheetPlan,
): Promise<SheetPlan> {
  const { seen, isNow = plan.name } = plan;
  const isRead = plan.made === undefined && plan.next !== undefined && seen.size <= MOST_READ_AGAIN;
  const used = sheet.getUsedRangeOrNullObject(true);
  if (isRead) used.load('formulas,rowIndex,columnIndex');
  // As `removeSheet`, so that what is read travels with it.
  sheet.visibility = 'Hidden';
  sheet.delete();
  await context.sync();
  if (!isRead || used.isNullObject) return plan;
  const stood = new Map<number, Cell>();
  (used.formulas as Cell[][]).forEach((line, r) => {
    line.forEach((cell, c) => {
      if (cell !== '') stood.set(at(used.rowIndex + r, used.columnIndex + c), cell);
    });
  });
  const all = new Map([...stood.keys()].map((cell) => [cell, ''] as const));
  const met = strangeAmong(stood, seen.values(), all);
  if (met.length === 0) return plan;
  const again = context.workbook.worksheets.add(isNow);
  for (const { row, column, cell } of met) again.getRangeByIndexes(row, column, 1, 1).formulas = [[cell]];
  await context.sync();
  return { ...plan, isNow, stays: true, ours: new Set(), isAsBefore: false };
}

/** Takes away what is ours on a sheet where something of the user's stands too: all of it in one request. */
async function clearOurs(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  { ours, next, seen, room: { typed = [] } }: SheetPlan,
): Promise<void> {
  const names = new Set(next?.blocks.filter(isTable).map(({ name }) => name));
  const charts = new Set(next?.charts.map(({ name }) => name));
  sheet.charts.load('items/name');
  sheet.tables.load('items/name');
  await context.sync();
  for (const table of sheet.tables.items) if (names.has(table.name)) table.convertToRange();
  for (const chart of sheet.charts.items) if (charts.has(chart.name)) chart.delete();
  const stood = readingAhead(sheet);
  const extents = extentsOf(ours);
  const wide = Math.max(0, ...extents.map(({ column, columns }) => column + columns));
  const high = Math.max(0, ...extents.map(({ row, rows }) => row + rows));
  if (wide * high > 0 && wide * high <= MOST_READ_AGAIN) stood.ahead(0, high, wide);
  for (const { row, column, rows, columns } of extents) {
    const cells = sheet.getRangeByIndexes(row, column, rows, columns);
    cells.dataValidation.clear();
    cells.conditionalFormats.clearAll();
    cells.clear();
  }
  await context.sync();
  const cleared = new Map([...ours].map((cell) => [cell, ''] as const));
  const met = strangeAmong(stood.cells(), seen.values(), cleared);
  const back = new Map([
    ...typed.map(({ to, cell }) => [to, cell] as const),
    ...met.map(({ row, column, cell }) => [at(row, column), cell] as const),
  ]);
  if (back.size === 0) return;
  for (const [place, cell] of back)
    sheet.getRangeByIndexes(rowOf(place), columnOf(place), 1, 1).formulas = [[cell]];
  await context.sync();
}
