import type { Cell } from '../plan/cells';
import { Failure } from '../plan/failures';
import { stands } from './account-columns';
import { anchor, readAnchors, type Anchors } from './anchors';
import { areaOf, at, columnOf, extentsOf, rowOf } from './area';
import { withLooks } from './cell-looks';
import { asRead, eachInTurn } from './cells';
import type { Status } from './checkpoint';
import { addressOf, contentsOf, extentOf, isTable, meet, type Extent } from './grid';
import type { SheetSpec } from '../reports/spec';
import type { Journal, KeptSheet } from './journal';
import { lookAtSheet, readCells, type Other } from './foreign-cells';
import { makeRoom, NO_ROOM, placesIn, type MovedCell, type Room } from './make-room';
import { dropColumns, reachesBeyond, spotOfMade } from './made-list';
import { loadObjects } from './floating-objects';
import { raiseTables } from './raise-tables';
import { loadWidths } from './widths';
import { withoutColumns } from './restore-accounts';
import { drawCharts } from './charts';
import { CHARACTER_POINTS } from './styles';
import { decorateSheet, fillSheet, heightsOf, setSheetAnchors } from './sheets';
import { removeSheet } from './hidden-store';

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
}

/** What was decided when reverting began, by the key of the sheet. */
export type Rooms = Readonly<Record<string, Room>>;

/**
 * @param phase `applied`: sheets are whole, so cells that are not ours are the user's. Else they may be half written
 * @param rooms what was decided before a break
 */
export async function planSheets(
  context: Excel.RequestContext,
  kept: readonly KeptSheet[],
  anchors: Anchors,
  phase: Status['phase'],
  rooms: Rooms | undefined,
): Promise<SheetPlan[]> {
  const plans: SheetPlan[] = [];
  await eachInTurn(kept, async (sheet) => {
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
    const nothing = {
      ours: new Set<number>(),
      others: [],
      typed: [],
      tables: [],
      spec: undefined,
      ownTables: [],
    };
    const now =
      isThere && sheet.next !== undefined
        ? await lookAtSheet(context, found, anchors, sheet.key, sheet.next, sheet.before?.spec)
        : nothing;
    const typed = new Set(now.typed.map(({ row, column }) => at(row, column)));
    const theirs =
      isThere && phase !== 'applied'
        ? now.others.filter(isNotOf(sheet))
        : now.others.filter(({ row, column }) => !typed.has(at(row, column)));
    const inTheWay = now.tables.find((table) => sheet.before?.ours.some((extent) => meet(extent, table)));
    if (inTheWay !== undefined) throw new Failure('sheetTaken', { address: addressOf(found.name, inTheWay) });
    const ours = new Set(now.ours);
    if (phase !== 'applied' && sheet.next !== undefined) {
      // Tables may be smaller again already: cells that they left blank have looks of ours all the same.
      const taken = new Set(theirs.map(({ row, column }) => at(row, column)));
      for (const cell of contentsOf(sheet.next).keys()) if (!taken.has(cell)) ours.add(cell);
    }
    const room = rooms?.[sheet.key] ?? {
      ...(await withLooks(context, found, roomFor(sheet, theirs, phase))),
      ...(phase === 'applied' ? typedSince(sheet, now.typed) : {}),
      ...(now.spec === undefined || isShifted(sheet, now.spec, now.ownTables) ? { allWidths: true } : {}),
    };
    // A sheet that was there before stays in any case, and no object is touched on it.
    const holdsObjects =
      isThere &&
      sheet.before === undefined &&
      (sheet.next !== undefined || sheet.made !== undefined) &&
      objects.others(new Set(sheet.next?.charts.map(({ name }) => name)));
    const hasGrown = isThere && sheet.made !== undefined && reachesBeyond(used, sheet.made);
    plans.push({
      ...sheet,
      holdsObjects,
      isNow: isThere ? found.name : undefined,
      ours,
      room,
      stays: isThere && sheet.before === undefined && (theirs.length > 0 || holdsObjects || hasGrown),
      isAsBefore:
        !holdsObjects &&
        !hasGrown &&
        stoodWhole(sheet) &&
        (room.typed ?? []).length === 0 &&
        (room.typedGone ?? 0) === 0 &&
        theirs.every((other) => isWhereItWas(sheet, other, room)),
    });
  });
  return plans;
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
    const { row, column, cell } = other;
    const to = placeOf?.(other);
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
 */
export async function raiseBefore(context: Excel.RequestContext, plan: SheetPlan): Promise<void> {
  if (plan.before === undefined) return;
  const { worksheets } = context.workbook;
  // Renamed sheets have their old name for the time being.
  const sheet = worksheets.getItemOrNullObject(plan.name);
  sheet.load('name');
  await context.sync();
  const { tables, cells, position } = plan.before;
  const there = sheet.isNullObject ? worksheets.add(plan.name) : sheet;
  if (sheet.isNullObject) there.position = position;
  else await dropTables(context, there, plan.next, tables);
  await raiseTables(
    context,
    there,
    tables.map((one) => ({
      ...one,
      headers: (cells[one.row] ?? []).slice(one.column, one.column + one.columns),
    })),
  );
}

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

/**
 * Pass two: what stood on the sheet, and how it looked; a sheet that was not there before goes.
 * @returns whether a column has a width that the user gave it since, and keeps it
 */
export async function restoreSheet(
  context: Excel.RequestContext,
  plan: SheetPlan,
  gone: readonly string[],
  { accounts }: Journal,
): Promise<boolean> {
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
  const rows = [...heightsOf(plan.before?.spec ?? { blocks: [] }).keys()].map((row) => {
    const range = there.getRangeByIndexes(row, 0, 1, 1);
    range.load('rowHidden');
    return { row, range };
  });
  await context.sync();
  if (plan.before === undefined) {
    if (there.isNullObject || plan.isNow === undefined) return false;
    if (plan.stays && plan.made !== undefined) await dropColumns(context, there, plan.made.headers);
    else if (plan.stays) await clearOurs(context, there, plan);
    else await removeSheet(context, there);
    return false;
  }
  const { spec, visibility, freeze, widths } = plan.before;
  const contents = contentsAgain(plan.before, gone, accounts?.table ?? '');
  for (const { to, cell } of plan.room.typed ?? []) contents.set(to, cell);
  setSheetAnchors(context, await readAnchors(context), spec, plan.name);
  await fillSheet(context, spec, plan.name, { contents, ours: plan.ours, room: plan.room });
  const hidden = new Set(rows.flatMap(({ row, range }) => (range.rowHidden ? [row] : [])));
  await decorateSheet(context, spec, plan.name, plan.room, { rows: hidden, widths: true });
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
  return plan.room.allWidths !== true && widths.some((width, c) => widthsNow.isTheirs(c, width));
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

/** Takes away what is ours on a sheet where something of the user's stands too: all of it in one request. */
async function clearOurs(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  { ours, next }: SheetPlan,
): Promise<void> {
  const names = new Set(next?.blocks.filter(isTable).map(({ name }) => name));
  const charts = new Set(next?.charts.map(({ name }) => name));
  sheet.charts.load('items/name');
  sheet.tables.load('items/name');
  await context.sync();
  for (const table of sheet.tables.items) if (names.has(table.name)) table.convertToRange();
  for (const chart of sheet.charts.items) if (charts.has(chart.name)) chart.delete();
  for (const { row, column, rows, columns } of extentsOf(ours)) {
    const cells = sheet.getRangeByIndexes(row, column, rows, columns);
    cells.dataValidation.clear();
    cells.conditionalFormats.clearAll();
    cells.clear();
  }
  await context.sync();
}
