import type { Cell } from '../plan/cells';
import { Failure } from '../plan/failures';
import { anchor, readAnchors, type Anchors } from './anchors';
import { at } from './area';
import { withLooks } from './cell-looks';
import { asRead } from './cells';
import type { Status } from './checkpoint';
import { addressOf, contentsOf, meet, widthOf, type Extent } from './grid';
import type { Standing } from './inserted-rows';
import { asKept, type KeptSheet } from './journal';
import { refuseMergedIn } from './merged';
import { type Met, type MetCell } from './met';
import { lookAtSheet, standsStill, type Other, type SheetNow } from './foreign-cells';
import type { Room } from './make-room';
import { filledOnMade, reachesBeyond, spotOfMade } from './made-list';
import { loadObjects } from './floating-objects';
import { sideBySide } from './side-by-side';
import {
  roomFor,
  typedSince,
  metIn,
  writtenHere,
  isNotOf,
  isWhereItWas,
  stoodWhole,
  isShifted,
} from './sheet-rooms';

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
    const there = await lookAt(context, sheet, anchors);
    const { found, isThere, now } = there;
    const strangers = metIn(sheet, met[sheet.key]);
    const { theirsAmong, roomIn } = sharedOut(sheet, there, phase);
    const strange = new Set(strangers.others.map(({ row, column }) => at(row, column)));
    const theirs = [
      ...theirsAmong(now, new Set()).filter(({ row, column }) => !strange.has(at(row, column))),
      ...strangers.others,
    ];
    const onMade =
      isThere && sheet.made?.prints !== undefined && phase === 'applied'
        ? await filledOnMade(context, found, sheet.made, anchors)
        : undefined;
    const planned =
      rooms?.[sheet.key] ??
      writtenHere(
        await withLooks(context, found, roomIn(theirs, now.typed)),
        strangers.others,
        strangers.inPlace,
      );
    const room = onMade !== undefined && onMade.typed > 0 ? { ...planned, typedGone: onMade.typed } : planned;
    const hasGrown =
      isThere && sheet.made !== undefined && (onMade?.isTheirs ?? reachesBeyond(there.used, sheet.made));
    const { holdsObjects } = there;
    return {
      ...sheet,
      holdsObjects,
      isNow: isThere ? found.name : undefined,
      ours: oursOn(sheet, now, theirs, phase),
      room,
      seen: seenOn(now.cells),
      print: now.print,
      tablesNow: now.ownTables,
      roomWith: (more) => {
        const then = now.among(overlaid(now.cells, more));
        const met = new Set(more.map(({ row, column }) => at(row, column)));
        return writtenHere(roomIn(theirsAmong(then, met), then.typed), more, []);
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

/** A sheet of ours as it is found. */
interface There {
  readonly found: Excel.Worksheet;
  readonly isThere: boolean;
  readonly used: Excel.Range;
  readonly now: Omit<SheetNow, 'spec' | 'print'> & Partial<Pick<SheetNow, 'spec' | 'print'>>;
  readonly holdsObjects: boolean;
}

const NOTHING: There['now'] = {
  ours: new Set(),
  others: [],
  typed: [],
  tables: [],
  cells: [],
  ownTables: [],
  among: () => ({ ours: new Set(), others: [], typed: [] }),
};

/** @throws Failure where it cannot be given back as it stands */
async function lookAt(context: Excel.RequestContext, sheet: KeptSheet, anchors: Anchors): Promise<There> {
  const { before, next, made } = sheet;
  const spot =
    made === undefined
      ? anchors.get(anchor.sheet(sheet.key))
      : await spotOfMade(context, sheet.name, anchors);
  const found = context.workbook.worksheets.getItemOrNullObject(spot?.sheet ?? sheet.name);
  found.load('name');
  found.protection.load('protected');
  const objects = loadObjects(found);
  const used = found.getUsedRangeOrNullObject(true);
  used.load('rowIndex,columnIndex,rowCount,columnCount');
  await context.sync();
  if (found.isNullObject || spot === null)
    return { found, isThere: false, used, now: NOTHING, holdsObjects: false };
  if (found.protection.protected) throw new Failure('protectedSheet', { sheet: found.name });
  await refuseMergedIn(context, found, found.name, before?.tables ?? []);
  const now = next === undefined ? NOTHING : await lookAtSheet(context, found, sheet.key, next, before?.spec);
  const inTheWay = now.tables.find((table) => before?.ours.some((extent) => meet(extent, table)));
  if (inTheWay !== undefined) throw new Failure('sheetTaken', { address: addressOf(found.name, inTheWay) });
  // A sheet that was there before stays in any case, and no object is touched on it.
  const holdsObjects =
    before === undefined &&
    (next !== undefined || made !== undefined) &&
    objects.others(new Set(next?.charts.map(({ name }) => name)));
  return { found, isThere: true, used, now, holdsObjects };
}

/** Which of the cells that are not ours are the user's, and where they go. */
function sharedOut(sheet: KeptSheet, { isThere, now }: There, phase: Status['phase']) {
  const isNot = isNotOf(sheet);
  return {
    theirsAmong: (
      { others, typed }: Pick<SheetNow, 'others' | 'typed'>,
      met: ReadonlySet<number>,
    ): readonly Other[] => {
      if (isThere && phase !== 'applied')
        return others.filter((other) => met.has(at(other.row, other.column)) || isNot(other));
      const places = new Set(typed.map(({ row, column }) => at(row, column)));
      return others.filter(({ row, column }) => !places.has(at(row, column)));
    },
    roomIn: (all: readonly Other[], typed: readonly Other[]): Room => ({
      ...roomFor(sheet, all, phase),
      ...(phase === 'applied' ? typedSince(sheet, typed) : {}),
      ...(now.spec === undefined || isShifted(sheet, now.spec, now.ownTables) ? { allWidths: true } : {}),
    }),
  };
}

/** Cells that are ours on the sheet. */
function oursOn(
  { next }: KeptSheet,
  now: There['now'],
  theirs: readonly Other[],
  phase: Status['phase'],
): Set<number> {
  const ours = new Set(now.ours);
  if (phase === 'applied' || next === undefined) return ours;
  // Tables may be smaller again already: cells that they left blank have looks of ours all the same.
  const taken = new Set(theirs.map(({ row, column }) => at(row, column)));
  for (const cell of contentsOf(next).keys()) if (!taken.has(cell)) ours.add(cell);
  return ours;
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
