import type { AccountsOrder } from '../app/ports';
import type { RowMatch } from '../plan/account-keys';
import type { Cell } from '../plan/cells';
import { Failure } from '../plan/failures';
import { asWritten, eachInTurn, everywhere, writeBlock } from './cells';
import { columnCells } from './grid';
import { CHARACTER_POINTS, TABLE_STYLE, addConditional, addValidation, dress } from './looks';
import { findRows, readColumns, type Body } from './keys';
import { locateNamed, locateTable } from './read';

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
  { ref, columns, rows: then }: AccountsOrder,
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
  refuseChanged(await findRows(context, { sheet, headerRow, firstColumn, rows, headers }, then));
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

/**
 * Contents, number formats, looks, drop-downs and conditional formats of our columns. What speaks of an
 * account is written to the row where that account stands at this moment.
 */
export async function writeColumns(
  context: Excel.RequestContext,
  order: AccountsOrder,
  place: Placement,
  onProgress: (done: number) => void,
): Promise<void> {
  const sheet = context.workbook.worksheets.getItem(place.sheet);
  const placed = order.columns.flatMap((column, i) => {
    const spot = place.at[i];
    return spot === undefined || place.rows === 0 ? [] : [{ column, spot }];
  });
  const toFill = placed.filter(({ column, spot }) => !(column.keepExisting === true && spot.exists));
  for (const { column, spot } of toFill) {
    const body = sheet.getRangeByIndexes(place.headerRow + 1, spot.column, place.rows, 1);
    if (column.format !== undefined) body.numberFormat = everywhere(column.format);
    if (typeof column.cells === 'string') body.formulas = everywhere(column.cells);
  }
  await context.sync();
  onProgress(0.2);
  await placeCells(
    context,
    order,
    toFill.flatMap(({ column: { header, cells } }) => (typeof cells === 'string' ? [] : [{ header, cells }])),
  );
  onProgress(0.7);
  let done = 0;
  await eachInTurn(placed, async ({ column, spot }) => {
    const body = sheet.getRangeByIndexes(place.headerRow + 1, spot.column, place.rows, 1);
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
    onProgress(0.7 + (0.3 * ++done) / placed.length);
  });
}

/** How often rows may move under our hands before we give up. */
const MOST_TRIES = 3;

/**
 * Puts cells to their accounts: reads the keys, writes in the very next request, and reads keys and cells
 * back. If rows moved in between, all are placed again.
 * @throws Failure `rowsChanged` when accounts came or went, `rowsMoved` when rows move each time
 */
async function placeCells(
  context: Excel.RequestContext,
  order: AccountsOrder,
  columns: readonly { readonly header: string; readonly cells: readonly (Cell | { formula: string })[] }[],
): Promise<void> {
  if (columns.length === 0) return;
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const body = await bodyOf(context, order);
    const rows = await findRows(context, body, order.rows);
    refuseChanged(rows);
    const spots = columns.map(({ header }) => body.headers.indexOf(header));
    const written = columns.map(({ cells }) =>
      columnCells(
        Array.from(rows.then, (was) => cells[was] ?? ''),
        body.rows,
      ),
    );
    await eachInTurn(
      spots.map((spot, k) => ({ spot, cells: written[k] ?? [] })),
      ({ spot, cells }) =>
        writeBlock(
          context,
          body.sheet.getRangeByIndexes(body.headerRow + 1, body.firstColumn + spot, 1, 1),
          cells.map((cell) => [cell]),
        ),
    );
    const after = await bodyOf(context, order);
    const stayed = await findRows(context, after, order.rows);
    const read = await readColumns(
      context,
      after,
      columns.map(({ header }) => after.headers.indexOf(header)),
      'formulas',
    );
    const isThere = read.every((cells, k) => cells.every((cell, r) => stands(written[k]?.[r] ?? '', cell)));
    if (isThere && stayed.then.every((was, r) => was === rows.then[r])) return;
  }
  throw new Failure('rowsMoved');
}

/** Whether a cell holds what was written: formulas come back in Excel's own spelling. */
function stands(written: Cell, read: Cell): boolean {
  if (typeof written !== 'string') return written === read;
  if (written.startsWith('=')) return String(read).startsWith('=');
  return String(read) === (written.startsWith("'") ? written.slice(1) : written);
}

function refuseChanged({ added, gone }: RowMatch): void {
  if (added + gone > 0) throw new Failure('rowsChanged', { total: added + gone, added, gone, changed: 0 });
}

/** The accounts' body at this moment: as a table from the time it is one. */
async function bodyOf(
  context: Excel.RequestContext,
  { ref, table }: Pick<AccountsOrder, 'ref' | 'table'>,
): Promise<Body> {
  const { sheet, headerRow, firstColumn, rows, columns } = await locateNamed(context, ref.table ?? table);
  const header = sheet.getRangeByIndexes(headerRow, firstColumn, 1, columns);
  header.load('values');
  await context.sync();
  return { sheet, headerRow, firstColumn, rows, headers: (header.values[0] ?? []).map(String) };
}
