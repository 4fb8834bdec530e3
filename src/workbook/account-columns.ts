import type { AccountColumnSpec } from '../reports/spec';
import type { AccountsOrder, TableRef } from '../app/ports';
import { Failure } from '../plan/failures';
import { asWritten, eachInTurn, everywhere, writeBlock } from './cells';
import { columnCells } from './grid';
import { CHARACTER_POINTS, TABLE_STYLE, addConditional, addValidation, dress } from './looks';
import { locateTable } from './read';

/** Where the accounts table stands now and where our columns are, or will be, in it. */
export interface Placement {
  readonly sheet: string;
  readonly headerRow: number;
  readonly firstColumn: number;
  readonly rows: number;
  /** Columns of the table before we add any. */
  readonly columns: number;
  readonly hasTotals: boolean;
  /** Column of the sheet for each column spec, and whether it stands there already. */
  readonly at: readonly { readonly column: number; readonly exists: boolean }[];
}

/** Finds our columns in the accounts table, and room for those that are missing. */
export async function placeColumns(
  context: Excel.RequestContext,
  ref: TableRef,
  columns: readonly AccountColumnSpec[],
): Promise<Placement> {
  const where = await locateTable(context, ref);
  const { sheet, headerRow, firstColumn, rows } = where;
  const header = sheet.getRangeByIndexes(headerRow, firstColumn, 1, where.columns);
  header.load('values');
  sheet.protection.load('protected');
  const table = context.workbook.tables.getItemOrNullObject(ref.table ?? '');
  table.load('showTotals');
  await context.sync();
  if (sheet.protection.protected) throw new Failure('protectedSheet', { sheet: ref.sheet });

  const headers = (header.values[0] ?? []).map(String);
  let next = firstColumn + where.columns;
  const at = columns.map((column) => {
    const c = headers.indexOf(column.header);
    return c >= 0 ? { column: firstColumn + c, exists: true } : { column: next++, exists: false };
  });
  const added = at.filter(({ exists }) => !exists).length;
  const hasTotals = !table.isNullObject && table.showTotals;
  if (added > 0) {
    const room = sheet.getRangeByIndexes(
      headerRow,
      firstColumn + where.columns,
      rows + 1 + (hasTotals ? 1 : 0),
      added,
    );
    const taken = room.getUsedRangeOrNullObject(true);
    taken.load('address');
    await context.sync();
    if (!taken.isNullObject) throw new Failure('noRoom', { address: taken.address });
  }
  return { sheet: ref.sheet, headerRow, firstColumn, rows, columns: where.columns, hasTotals, at };
}

/** Makes the table reach over our columns; a plain range becomes a table first. No cell is shifted. */
export async function extendTable(
  context: Excel.RequestContext,
  { ref, table: tableName, columns }: AccountsOrder,
  place: Placement,
): Promise<void> {
  const sheet = context.workbook.worksheets.getItem(place.sheet);
  const found = context.workbook.tables.getItemOrNullObject(ref.table ?? tableName);
  found.load('name');
  await context.sync();
  const body = place.rows + 1;
  const added = place.at.filter(({ exists }) => !exists).length;
  const width = place.columns + added;
  columns.forEach((column, i) => {
    const spot = place.at[i];
    if (spot === undefined || spot.exists) return;
    sheet.getRangeByIndexes(place.headerRow, spot.column, 1, 1).values = [[asWritten(column.header)]];
  });
  const target = sheet.getRangeByIndexes(
    place.headerRow,
    place.firstColumn,
    body + (place.hasTotals ? 1 : 0),
    width,
  );
  if (found.isNullObject) {
    const made = sheet.tables.add(target, true);
    made.name = tableName;
    made.style = TABLE_STYLE;
  } else {
    found.resize(target);
  }
  await context.sync();
}

/** Contents, number formats, looks, drop-downs and conditional formats of our columns. */
export async function writeColumns(
  context: Excel.RequestContext,
  place: Placement,
  columns: readonly AccountColumnSpec[],
  onProgress: (done: number) => void,
): Promise<void> {
  const sheet = context.workbook.worksheets.getItem(place.sheet);
  let done = 0;
  await eachInTurn(
    columns.map((column, i) => ({ column, spot: place.at[i] })),
    async ({ column, spot }) => {
      done++;
      if (spot === undefined || place.rows === 0) return;
      const body = sheet.getRangeByIndexes(place.headerRow + 1, spot.column, place.rows, 1);
      if (!(column.keepExisting === true && spot.exists)) {
        if (column.format !== undefined) body.numberFormat = everywhere(column.format);
        if (typeof column.cells === 'string') body.formulas = everywhere(column.cells);
        else {
          const cells = columnCells(column.cells, place.rows).map((cell) => [cell]);
          await writeBlock(context, body.getCell(0, 0), cells);
        }
      }
      body.conditionalFormats.clearAll();
      if (column.style !== undefined) dress(body, column.style);
      if (column.validation !== undefined) addValidation(body, column.validation);
      column.conditional?.forEach((conditional) => {
        addConditional(body, conditional, place.headerRow + 1, spot.column);
      });
      const header = sheet.getRangeByIndexes(place.headerRow, spot.column, 1, 1);
      header.format.font.bold = true;
      const whole = header.getEntireColumn();
      whole.format.columnWidth = column.width * CHARACTER_POINTS;
      // Hidden, not grouped: no host tells whether a group is there, and Revert must be repeatable.
      if (column.folded === true && !spot.exists) whole.columnHidden = true;
      await context.sync();
      onProgress(done / columns.length);
    },
  );
}
