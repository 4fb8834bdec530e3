import type { Cell } from '../plan/cells';
import { stands } from './account-columns';
import { readAnchors } from './anchors';
import { columnOf, rowOf } from './area';
import { contentsBefore } from './sheet-rooms';
import { isTable } from './grid';
import type { SheetSpec } from '../reports/spec';
import { type Journal, type KeptSheet } from './journal';
import { metAmong, inTables, strangeAmong } from './met';
import { readCells } from './foreign-cells';
import type { MovedCell } from './make-room';
import { dropColumns } from './made-list';
import { haveMoved, raiseTables } from './raise-tables';
import { loadWidths } from './widths';
import { withoutColumns } from './restore-accounts';
import { drawCharts } from './charts';
import { CHARACTER_POINTS } from './styles';
import { heightsOf, loadHigh } from './heights';
import { decorateSheet, fillSheet, setSheetAnchors, type Filled } from './sheets';
import type { SheetPlan } from './plan-sheets';
import { removeOurs, clearOurs } from './clear-sheets';

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
