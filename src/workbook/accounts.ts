import { readColumns, type Body } from './keys';
import { anchor, loadAnchors, type Anchors } from './anchors';

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

/** The accounts table, found by its anchor, else by the name it had; undefined where there is no such table. */
export async function findAccounts(
  context: Excel.RequestContext,
  anchors: Anchors,
  name: string | undefined,
): Promise<AccountsNow | undefined> {
  const spot = anchors.get(anchor.accounts);
  const { worksheets, tables } = context.workbook;
  const here = spot ? worksheets.getItemOrNullObject(spot.sheet) : undefined;
  const around = here?.getRangeByIndexes(spot?.row ?? 0, spot?.column ?? 0, 1, 1).getTables(false);
  around?.load('items/name');
  const named = tables.getItemOrNullObject(name ?? '');
  named.load('name');
  await context.sync();
  const anchored = here === undefined ? undefined : around?.items[0]?.name;
  const found = anchored ?? (named.isNullObject ? undefined : named.name);
  return found === undefined ? undefined : lookAtTable(context, found);
}

async function lookAtTable(context: Excel.RequestContext, name: string): Promise<AccountsNow> {
  const table = context.workbook.tables.getItem(name);
  table.load('name,showTotals');
  const header = table.getHeaderRowRange();
  header.load('rowIndex,columnIndex,values');
  const body = table.getDataBodyRange();
  body.load('rowCount');
  const { worksheet } = table;
  worksheet.load('name');
  const { protection } = worksheet;
  protection.load('protected');
  const anchors = loadAnchors(context);
  await context.sync();
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

/** How many rows of a list that is no Excel table follow its header, down to the first blank one. */
export async function rowsBelow(
  context: Excel.RequestContext,
  place: {
    readonly sheet: string;
    readonly headerRow: number;
    readonly firstColumn: number;
    readonly columns: number;
  },
): Promise<number> {
  const { headerRow, firstColumn, columns } = place;
  const sheet = context.workbook.worksheets.getItemOrNullObject(place.sheet);
  const used = sheet.getUsedRangeOrNullObject(true);
  used.load('rowIndex,rowCount');
  await context.sync();
  const count = sheet.isNullObject || used.isNullObject ? 0 : used.rowIndex + used.rowCount - headerRow - 1;
  if (count <= 0) return 0;
  const cells = await readColumns(
    context,
    { sheet, headerRow, firstColumn, rows: count },
    Array.from({ length: columns }, (_, c) => c),
  );
  const isBlank = (r: number) => cells.every((column) => (column[r] ?? '') === '');
  let rows = 0;
  while (rows < count && !isBlank(rows)) rows++;
  return rows;
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
