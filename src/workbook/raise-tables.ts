import type { Cell } from '../plan/cells';
import { TABLE_STYLE } from './styles';
import type { Extent } from './grid';

/** A table of ours as it is going to stand. */
export interface TableToRaise extends Extent {
  readonly name: string;
  /** As they must be written. */
  readonly headers: readonly Cell[];
}

/**
 * Makes tables stand where they belong, with their headers, whatever stood there under their names before. A table that
 * keeps its place is resized, so that formulas that speak of it go on doing so. Headers come before the formulas that
 * speak of them, and by way of names that nothing has: a header that moves on by a column, or has another language,
 * would else be doubled for a moment, and be given another name by Excel.
 * @param seen where they were seen to stand
 * @returns whether one stood elsewhere, or had another size, right before it was raised: somebody has moved its rows since
 */
export async function raiseTables(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  wanted: readonly TableToRaise[],
  seen: readonly (Extent & { readonly name: string })[] = [],
): Promise<boolean> {
  const { tables } = context.workbook;
  sheet.load('name');
  const found = wanted.map((one) => {
    const table = tables.getItemOrNullObject(one.name);
    table.load('name');
    table.worksheet.load('name');
    const range = table.getRange();
    range.load('rowIndex,columnIndex');
    return { one, table, range };
  });
  await context.sync();
  const placed = found.map(({ one, table, range }) => ({
    one,
    table,
    stays:
      !table.isNullObject &&
      table.worksheet.name === sheet.name &&
      range.rowIndex === one.row &&
      range.columnIndex === one.column,
  }));
  // In the same request.
  const last = placed.flatMap(({ one, table }) => {
    const then = seen.find(({ name }) => name === one.name);
    if (table.isNullObject || then === undefined) return [];
    const range = tables.getItem(one.name).getRange();
    range.load('rowIndex,columnIndex,rowCount,columnCount');
    return [{ one, then, range }];
  });
  // No cell is shifted, as deleting a table would: what stands below may be the user's.
  for (const { table, stays } of placed) if (!table.isNullObject && !stays) table.convertToRange();
  for (const { one, table, stays } of placed) {
    const target = sheet.getRangeByIndexes(one.row, one.column, one.rows, one.columns);
    const header = target.getRow(0);
    if (stays) {
      table.resize(target);
      header.values = [one.headers.map((_, c) => `${one.name} ${c}`)];
      header.formulas = [[...one.headers]];
      continue;
    }
    header.formulas = [[...one.headers]];
    const made = sheet.tables.add(target, true);
    made.name = one.name;
    made.style = TABLE_STYLE;
    made.showFilterButton = false;
  }
  await context.sync();
  return last.some(
    ({ one, then, range }) =>
      ![one, then].some(
        ({ row, column, rows, columns }) =>
          row === range.rowIndex &&
          column === range.columnIndex &&
          rows === range.rowCount &&
          columns === range.columnCount,
      ),
  );
}

/**
 * Whether tables stand neither where they were seen nor where they are to be. Where Excel refused to raise them, that is
 * why: somebody has moved them in between.
 */
export async function haveMoved(
  context: Excel.RequestContext,
  wanted: readonly Spot[],
  seen: readonly Spot[] = [],
): Promise<boolean> {
  const asked = wanted.map((one) => {
    const table = context.workbook.tables.getItemOrNullObject(one.name);
    table.load('name');
    const range = table.getRange();
    range.load('rowIndex,columnIndex');
    return { one, table, range, then: seen.find(({ name }) => name === one.name) };
  });
  await context.sync();
  return asked.some(
    ({ one, table, range, then }) =>
      !table.isNullObject &&
      ![one, then].some((spot) => spot?.row === range.rowIndex && spot.column === range.columnIndex),
  );
}

/** Where a table begins. */
type Spot = Pick<Extent, 'row' | 'column'> & { readonly name: string };
