import type { TableRef } from '../app/ports';
import { Failure } from '../plan/failures';
import type { Body } from './read-keys';
import { anchor, isOfList, loadAnchors, readAnchors, type Anchors, type Spot } from './anchors';

/** The accounts as they stand at this moment. Rows and columns count from 0. */
export interface AccountsNow extends Body {
  readonly sheetName: string;
  /** Name of the Excel table; undefined where the list is none any more. */
  readonly table: string | undefined;
  readonly hasTotals: boolean;
  readonly isProtected: boolean;
  /** Where the anchors pointed at the same moment: other hands may move all of it from one request to the next. */
  readonly anchors: Anchors;
}

/** Nothing of the list has moved, its columns least of all. */
export const isSteady = (one: AccountsNow, other: AccountsNow | undefined): boolean =>
  one.headerRow === other?.headerRow &&
  one.firstColumn === other.firstColumn &&
  one.headers.length === other.headers.length &&
  one.headers.every((header, c) => header === other.headers[c]);

/** Rows of the table with its header and its totals. */
export const heightOf = ({ rows, hasTotals }: Pick<AccountsNow, 'rows' | 'hasTotals'>): number =>
  1 + rows + (hasTotals ? 1 : 0);

/**
 * The accounts table: that in which most of its anchors stand, else the one with the name it had; undefined where there
 * is no such table. One request where it has its name still, and all of its anchors.
 */
export async function findAccounts(
  context: Excel.RequestContext,
  name: string | undefined,
): Promise<AccountsNow | undefined> {
  return (await findTable(context, name)).table;
}

/** The same, and the anchors by which it was found or not. */
async function findTable(
  context: Excel.RequestContext,
  name: string | undefined,
): Promise<{ readonly table: AccountsNow | undefined; readonly anchors: Anchors }> {
  const named = await lookAtTable(context, name ?? '');
  const anchors = named?.anchors ?? (await readAnchors(context));
  const spots = spotsOfList(anchors);
  if (named !== undefined && spots.every((spot) => isHeaderOf(named, spot))) return { table: named, anchors };
  const around = spots.map(({ sheet, row, column }) => {
    const { worksheets } = context.workbook;
    const there = worksheets.getItemOrNullObject(sheet).getRangeByIndexes(row, column, 1, 1).getTables(false);
    there.load('items/name');
    return there;
  });
  await context.sync();
  const anchored = mostCommon(around.flatMap(({ items }) => items.map((table) => table.name)));
  // Where anchors stand elsewhere the list is no table any more, whatever has its name now.
  if (anchored !== undefined)
    return { table: anchored === named?.table ? named : await lookAtTable(context, anchored), anchors };
  const isThere = spots.some(({ sheet, row }) => sheet === named?.sheetName && row === named.headerRow);
  return { table: isThere ? named : undefined, anchors };
}

const isHeaderOf = (now: AccountsNow, { sheet, row, column }: Spot): boolean =>
  sheet === now.sheetName &&
  row === now.headerRow &&
  column >= now.firstColumn &&
  column < now.firstColumn + now.headers.length;

/** Where the anchors of the accounts are; that of the first column first. */
const spotsOfList = (anchors: Anchors): Spot[] =>
  [...anchors]
    .filter(([name]) => isOfList(name))
    .sort(([a], [b]) => Number(b === anchor.accounts) - Number(a === anchor.accounts))
    .flatMap(([, spot]) => (spot === null ? [] : [spot]));

/** The value that comes most often, the first of equals. */
function mostCommon<T>(values: readonly T[]): T | undefined {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}

/** A table by its name; undefined if there is none. One request. @throws Failure `headerRowOff` */
export async function lookAtTable(
  context: Excel.RequestContext,
  name: string,
): Promise<AccountsNow | undefined> {
  const table = context.workbook.tables.getItemOrNullObject(name);
  table.load('name,showTotals,showHeaders');
  const header = table.getRange().getRow(0);
  header.load('rowIndex,columnIndex,values');
  const body = table.getDataBodyRange();
  body.load('rowCount');
  const { worksheet } = table;
  worksheet.load('name');
  const { protection } = worksheet;
  protection.load('protected');
  const anchors = loadAnchors(context);
  await context.sync();
  if (table.isNullObject) return undefined;
  if (!table.showHeaders) throw new Failure('headerRowOff', { name: table.name });
  return {
    sheet: context.workbook.worksheets.getItem(worksheet.name),
    sheetName: worksheet.name,
    table: table.name,
    headerRow: header.rowIndex,
    firstColumn: header.columnIndex,
    rows: body.rowCount,
    headers: (header.values[0] ?? []).map(String),
    hasTotals: table.showTotals,
    isProtected: protection.protected,
    anchors: anchors(),
  };
}

/**
 * The accounts, whatever they are by now: the table, else the range around their anchors, as wide as headers and our
 * columns reach, and as deep as the sheet is filled. Undefined where neither is there.
 */
export async function findList(
  context: Excel.RequestContext,
  name: string | undefined,
): Promise<AccountsNow | undefined> {
  return (await findAnchored(context, name)).list;
}

/** The same; where there is none the anchors tell what has become of it. */
export async function findAnchored(
  context: Excel.RequestContext,
  name: string | undefined,
): Promise<{ readonly list: AccountsNow | undefined; readonly anchors: Anchors }> {
  const { table, anchors } = await findTable(context, name);
  return { list: table ?? (await findRange(context, anchors)), anchors };
}

/** The same, or the failure where its table has no header row: it is there, and cannot be read. */
export const findListOrOff = (
  context: Excel.RequestContext,
  name: string | undefined,
): Promise<AccountsNow | Failure | undefined> =>
  findList(context, name).catch((error: unknown) => {
    if (!(error instanceof Failure) || error.code !== 'headerRowOff') throw error;
    return error;
  });

async function findRange(context: Excel.RequestContext, anchors: Anchors): Promise<AccountsNow | undefined> {
  const spots = spotsOfList(anchors);
  const place = mostCommon(spots.map(({ sheet, row }) => `${row} ${sheet}`));
  const own = spots.filter(({ sheet, row }) => `${row} ${sheet}` === place);
  const [spot] = own;
  if (spot === undefined) return undefined;
  const used = context.workbook.worksheets.getItemOrNullObject(spot.sheet).getUsedRangeOrNullObject(true);
  used.load('rowIndex,columnIndex,rowCount,columnCount');
  await context.sync();
  if (used.isNullObject) return undefined;
  const rows = used.rowIndex + used.rowCount - spot.row - 1;
  const columns = used.columnIndex + used.columnCount;
  if (rows < 0 || columns <= spot.column) return undefined;
  const row = { sheet: spot.sheet, headerRow: spot.row, firstColumn: 0, rows, columns };
  const found = await lookAtRange(context, row);
  if (found === undefined) return undefined;
  const { headers } = found;
  let firstColumn = Math.min(...own.map(({ column }) => column));
  let end = 1 + Math.max(...own.map(({ column }) => column));
  while (firstColumn > 0 && headers[firstColumn - 1] !== '') firstColumn--;
  while (end < headers.length && headers[end] !== '') end++;
  return { ...found, firstColumn, headers: headers.slice(firstColumn, end) };
}

/** Whether the accounts are the list that is spoken of. */
export const isList = (now: AccountsNow | undefined, ref: TableRef): boolean =>
  now !== undefined &&
  now.table === ref.table &&
  (ref.table !== undefined || (now.sheetName === ref.sheet && now.headerRow === ref.headerRow - 1));

/** A list that is no Excel table, where it is known to stand. Undefined if its sheet is gone. */
export async function lookAtRange(
  context: Excel.RequestContext,
  place: {
    readonly sheet: string;
    readonly headerRow: number;
    readonly firstColumn: number;
    readonly rows: number;
    readonly columns: number;
  },
): Promise<AccountsNow | undefined> {
  const sheet = context.workbook.worksheets.getItemOrNullObject(place.sheet);
  sheet.load('name');
  sheet.protection.load('protected');
  const header = sheet.getRangeByIndexes(place.headerRow, place.firstColumn, 1, place.columns);
  header.load('values');
  const anchors = loadAnchors(context);
  await context.sync();
  if (sheet.isNullObject) return undefined;
  return {
    sheet,
    sheetName: sheet.name,
    table: undefined,
    headerRow: place.headerRow,
    firstColumn: place.firstColumn,
    rows: place.rows,
    headers: (header.values[0] ?? []).map(String),
    hasTotals: false,
    isProtected: sheet.protection.protected,
    anchors: anchors(),
  };
}

/** Where in the list one of our columns stands, by its anchor, else by its header; −1 if it is not there. */
export function columnAt(now: AccountsNow, name: string, header: string): number {
  const spot = now.anchors.get(name);
  // Without an anchor the header is all there is to go by; an anchor that lost its cell says: deleted.
  if (spot === undefined) return now.headers.indexOf(header);
  if (spot === null || spot.sheet !== now.sheetName || spot.row !== now.headerRow) return -1;
  const at = spot.column - now.firstColumn;
  return at < now.headers.length ? at : -1;
}

/**
 * All cells of a column, its header and totals among them: found when Excel carries the request out, for other hands may
 * have moved it since it was read.
 * @param name its anchor
 */
export function wholeColumn(
  context: Excel.RequestContext,
  now: AccountsNow,
  name: string,
  at: number,
): Excel.Range {
  const { names, tables } = context.workbook;
  const { table, sheet, headerRow, firstColumn, headers } = now;
  if (table !== undefined)
    return tables
      .getItem(table)
      .columns.getItem(headers[at] ?? '')
      .getRange();
  if (now.anchors.has(name))
    return names
      .getItem(name)
      .getRange()
      .getResizedRange(heightOf(now) - 1, 0);
  return sheet.getRangeByIndexes(headerRow, firstColumn + at, heightOf(now), 1);
}

/** The same without its header and totals; there must be rows. */
export function columnBody(
  context: Excel.RequestContext,
  now: AccountsNow,
  name: string,
  at: number,
): Excel.Range {
  const { table, headers, rows } = now;
  if (table !== undefined)
    return context.workbook.tables
      .getItem(table)
      .columns.getItem(headers[at] ?? '')
      .getDataBodyRange();
  return wholeColumn(context, now, name, at)
    .getCell(1, 0)
    .getResizedRange(rows - 1, 0);
}
