import type { Cell } from '../plan/cells';
import { Failure } from '../plan/failures';
import { anchor, readAnchors, setAnchor, type Anchors } from './anchors';
import { eachInTurn } from './cells';
import { isIn, isTable, type Extent } from './grid';
import { type Journal, type KeptSheet } from './journal';
import { TABLE_STYLE } from './looks';
import { withoutColumns } from './revert-accounts';
import { decorateSheet, drawCharts, refillSheet, takeTable } from './sheets';
import { removeSheet } from './store';

/** What happens to one of our sheets. */
export interface SheetPlan extends KeptSheet {
  /** What it is called now; undefined: it is not there. */
  readonly now: string | undefined;
  /** It holds cells of the user's: ours go, the sheet stays. */
  readonly stays: boolean;
  /** Cells that the user has filled since beside ours. */
  readonly hasMore: boolean;
}

export async function planSheets(
  context: Excel.RequestContext,
  kept: readonly KeptSheet[],
  anchors: Anchors,
): Promise<SheetPlan[]> {
  const plans: SheetPlan[] = [];
  await eachInTurn(kept, async (sheet) => {
    const spot = anchors.get(anchor.sheet(sheet.key));
    const found = context.workbook.worksheets.getItemOrNullObject(spot?.sheet ?? sheet.name);
    found.load('name');
    found.protection.load('protected');
    await context.sync();
    const isThere = !found.isNullObject && spot !== null;
    if (isThere && found.protection.protected) throw new Failure('protectedSheet', { sheet: found.name });
    const { before, writes } = sheet;
    const then = before && {
      row: 0,
      column: 0,
      rows: before.cells.length,
      columns: before.cells[0]?.length ?? 0,
    };
    const hasMore =
      isThere &&
      writes !== undefined &&
      (await hasOthers(context, found, then === undefined ? writes : [...writes, then]));
    plans.push({
      ...sheet,
      now: isThere ? found.name : undefined,
      stays: hasMore && before === undefined,
      hasMore,
    });
  });
  return plans;
}

/** The tables of a sheet stood where we had written them: only then its looks come back as they were. */
export const stoodInPlace = ({ before }: KeptSheet): boolean =>
  before === undefined ||
  before.spec.blocks
    .filter(isTable)
    .every((block) =>
      before.tables.some(
        ({ name, row, column, columns }) =>
          name === block.name &&
          row === block.row &&
          column === block.column &&
          columns === block.columns.length,
      ),
    );

/** Whether filled cells stand outside of all that we wrote. */
async function hasOthers(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  ours: readonly Extent[],
): Promise<boolean> {
  const areas = await areasOf(context, sheet, ours);
  const used = sheet.getUsedRangeOrNullObject(true);
  used.load('rowIndex,columnIndex,values');
  await context.sync();
  if (used.isNullObject) return false;
  return (used.values as Cell[][]).some((line, r) =>
    line.some(
      (cell, c) => cell !== '' && !areas.some((area) => isIn(area, used.rowIndex + r, used.columnIndex + c)),
    ),
  );
}

/** What we wrote on a sheet: the blocks of its spec, and its tables as far as they reach now. */
async function areasOf(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  ours: readonly Extent[],
): Promise<Extent[]> {
  sheet.tables.load('items/name');
  await context.sync();
  const ranges = sheet.tables.items.map((table) => {
    const range = table.getRange();
    range.load('rowIndex,columnIndex,rowCount,columnCount');
    return range;
  });
  await context.sync();
  return [
    ...ours,
    ...ranges.map((range) => ({
      row: range.rowIndex,
      column: range.columnIndex,
      rows: range.rowCount,
      columns: range.columnCount,
    })),
  ];
}

/**
 * Pass one: the sheet as it was, its tables with the headers they had. Formulas anywhere may speak of them, so all
 * sheets are raised before any formula is written.
 */
export async function raiseBefore(context: Excel.RequestContext, plan: SheetPlan): Promise<void> {
  if (plan.before === undefined) return;
  const { worksheets, tables } = context.workbook;
  // Renamed sheets have their old name for the time being.
  const sheet = worksheets.getItemOrNullObject(plan.name);
  sheet.load('name');
  await context.sync();
  const { tables: old, cells, position } = plan.before;
  const there = sheet.isNullObject ? worksheets.add(plan.name) : sheet;
  if (sheet.isNullObject) there.position = position;
  const found = old.map((one) => {
    const table = tables.getItemOrNullObject(one.name);
    const range = table.getRange();
    range.load('rowIndex,columnIndex');
    table.load('name');
    table.worksheet.load('name');
    return { one, table, range };
  });
  await context.sync();
  const isAt = ({ one, table, range }: (typeof found)[number]) =>
    !table.isNullObject &&
    table.worksheet.name === plan.name &&
    range.rowIndex === one.row &&
    range.columnIndex === one.column;
  for (const each of found) if (!each.table.isNullObject && !isAt(each)) takeTable(each.table);
  for (const each of found) {
    const { one, table } = each;
    const target = there.getRangeByIndexes(one.row, one.column, one.rows, one.columns);
    const headers = (cells[one.row] ?? []).slice(one.column, one.column + one.columns);
    if (isAt(each)) {
      table.resize(target);
      // Headers come before the formulas that speak of them, and by way of names that nothing has: a header that
      // moves on by a column would else be doubled for a moment, and be given another name.
      target.getRow(0).values = [headers.map((_, c) => `${one.name} ${c}`)];
      target.getRow(0).formulas = [headers];
      continue;
    }
    target.getRow(0).formulas = [headers];
    const made = there.tables.add(target, true);
    made.name = one.name;
    made.style = TABLE_STYLE;
    made.showFilterButton = false;
  }
  await context.sync();
}

/** Pass two: what stood on the sheet, and how it looked; a sheet that was not there before goes. */
export async function restoreSheet(
  context: Excel.RequestContext,
  plan: SheetPlan,
  gone: readonly string[],
  { accounts }: Journal,
): Promise<void> {
  const { worksheets } = context.workbook;
  const there = worksheets.getItemOrNullObject(
    plan.before === undefined ? (plan.now ?? plan.name) : plan.name,
  );
  there.load('name');
  await context.sync();
  if (plan.before === undefined) {
    if (there.isNullObject || plan.now === undefined) return;
    if (plan.stays) await clearOurs(context, there, plan.writes ?? []);
    else await removeSheet(context, there);
    return;
  }
  const { spec, visibility, freeze, widths } = plan.before;
  const cells = plan.before.cells.map((line) =>
    line.map((cell) => withoutColumns(cell, accounts?.table ?? '', gone)),
  );
  const anchors = await readAnchors(context);
  setAnchor(context, anchors, anchor.sheet(plan.key), { sheet: plan.name, row: 0, column: 0 });
  const spot = anchors.get(anchor.sheet(plan.key));
  const isInPlace = spot?.row === 0 && spot.column === 0;
  await refillSheet(context, spec, plan.name, cells, isInPlace ? plan.writes : undefined);
  await decorateSheet(context, spec, plan.name);
  await drawCharts(context, spec, plan.name);
  widths.forEach((width, c) => {
    there.getRangeByIndexes(0, c, 1, 1).format.columnWidth = width;
  });
  if (freeze.rows > 0 && freeze.columns > 0)
    there.freezePanes.freezeAt(there.getRangeByIndexes(0, 0, freeze.rows, freeze.columns));
  else if (freeze.rows > 0) there.freezePanes.freezeRows(freeze.rows);
  else if (freeze.columns > 0) there.freezePanes.freezeColumns(freeze.columns);
  else there.freezePanes.unfreeze();
  there.visibility = visibility;
  await context.sync();
}

/** Takes away what is ours on a sheet where something of the user's stands too. */
async function clearOurs(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  ours: readonly Extent[],
): Promise<void> {
  const areas = await areasOf(context, sheet, ours);
  sheet.charts.load('items/name');
  await context.sync();
  for (const table of sheet.tables.items) table.convertToRange();
  for (const chart of sheet.charts.items) chart.delete();
  await context.sync();
  for (const { row, column, rows, columns } of areas) {
    if (rows === 0 || columns === 0) continue;
    const cells = sheet.getRangeByIndexes(row, column, rows, columns);
    cells.dataValidation.clear();
    cells.conditionalFormats.clearAll();
    cells.clear();
  }
  await context.sync();
}
