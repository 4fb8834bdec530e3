import type { Cell } from '../plan/cells';
import { at, columnOf, extentsOf, rowOf } from './area';
import { isTable } from './grid';
import { readingAhead, strangeAmong } from './met';
import type { SheetPlan } from './plan-sheets';

/** So many cells are read again in the request that takes a sheet away. */
const MOST_READ_AGAIN = 40_000;

/** Takes a sheet away. What somebody else typed there until then is put on a sheet of that name. */
export async function removeOurs(
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
export async function clearOurs(
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
