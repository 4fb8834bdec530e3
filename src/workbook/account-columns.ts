import type { AccountsOrder, TableRef } from '../app/ports';
import type { RowMatch } from '../plan/account-keys';
import type { Cell } from '../plan/cells';
import { Failure } from '../plan/failures';
import { findAccounts, heightOf, lookAtRange, type AccountsNow } from './accounts';
import { anchor, readAnchors, setAnchor, type Anchors } from './anchors';
import { asWritten, eachInTurn, everywhere, writeBlock } from './cells';
import { columnCells } from './grid';
import { findRows, readColumns } from './keys';
import { CHARACTER_POINTS, TABLE_STYLE, addConditional, addValidation, dress } from './looks';

/** Where the accounts stand before we write, and which of our columns stand there already. */
export interface Placement {
  readonly now: AccountsNow;
  /** Which row of the order each row is. */
  readonly rows: RowMatch;
  readonly exists: readonly boolean[];
}

/**
 * Finds the accounts, our columns among them, and room for those that are missing. Nothing is changed.
 * @param ours headers that are ours as they stand now
 * @throws Failure `tableGone`, `protectedSheet`, `rowsChanged`, `nameTaken`, `noRoom`
 */
export async function placeColumns(
  context: Excel.RequestContext,
  { ref, columns, rows: then }: AccountsOrder,
  ours: ReadonlySet<string>,
): Promise<Placement> {
  const now = await findList(context, ref);
  if (now.isProtected) throw new Failure('protectedSheet', { sheet: now.sheetName });
  const lost = then.by.headers.filter((header) => !now.headers.includes(header));
  if (lost.length > 0) throw new Failure('changedSinceDesign');
  const rows = await findRows(context, now, then);
  refuseChanged(rows);
  const exists = columns.map(({ header }) => now.headers.includes(header));
  const clash = columns.find(({ header }, i) => exists[i] === true && !ours.has(header));
  if (clash !== undefined) throw new Failure('nameTaken', { name: clash.header });
  const added = exists.filter((there) => !there).length;
  if (added > 0) {
    const room = now.sheet.getRangeByIndexes(
      now.headerRow,
      now.firstColumn + now.headers.length,
      heightOf(now),
      added,
    );
    const taken = room.getUsedRangeOrNullObject(true);
    taken.load('address');
    await context.sync();
    if (!taken.isNullObject) throw new Failure('noRoom', { address: taken.address });
  }
  return { now, rows, exists };
}

async function findList(context: Excel.RequestContext, ref: TableRef): Promise<AccountsNow> {
  const found =
    ref.table === undefined
      ? await lookAtRange(context, {
          sheet: ref.sheet,
          headerRow: ref.headerRow - 1,
          firstColumn: ref.firstColumn - 1,
          rows: ref.rowCount,
          columns: ref.columnCount,
        })
      : await findAccounts(context, new Map(), ref.table);
  if (found === undefined) throw new Failure('tableGone', { name: ref.table ?? ref.sheet });
  return found;
}

/** Makes the table reach over our columns; a plain range becomes a table first. No cell is shifted. */
export async function extendTable(
  context: Excel.RequestContext,
  { table: tableName, columns }: AccountsOrder,
  { now, exists }: Placement,
  anchors: Anchors,
): Promise<void> {
  const { sheet, sheetName, headerRow, firstColumn } = now;
  let next = now.headers.length;
  const places = columns.map(({ header }, i) => (exists[i] === true ? now.headers.indexOf(header) : next++));
  columns.forEach(({ key, header }, i) => {
    const column = firstColumn + (places[i] ?? 0);
    if (exists[i] !== true) sheet.getRangeByIndexes(headerRow, column, 1, 1).values = [[asWritten(header)]];
    setAnchor(context, anchors, anchor.column(key), { sheet: sheetName, row: headerRow, column });
  });
  setAnchor(context, anchors, anchor.accounts, { sheet: sheetName, row: headerRow, column: firstColumn });
  const target = sheet.getRangeByIndexes(headerRow, firstColumn, heightOf(now), next);
  if (now.table === undefined) {
    const made = sheet.tables.add(target, true);
    made.name = tableName;
    made.style = TABLE_STYLE;
  } else if (next > now.headers.length) {
    context.workbook.tables.getItem(now.table).resize(target);
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
  { exists }: Placement,
  onProgress: (done: number) => void,
): Promise<void> {
  const now = await standing(context, order);
  if (now.rows === 0) return;
  const placed = order.columns.map((column, i) => ({ column, exists: exists[i] === true }));
  const toFill = placed.filter((spot) => !(spot.column.keepExisting === true && spot.exists));
  for (const { column } of toFill) {
    const body = bodyOf(now, column.header);
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
  await dressColumns(context, await standing(context, order), placed, (done) => {
    onProgress(0.7 + 0.3 * done);
  });
}

async function dressColumns(
  context: Excel.RequestContext,
  now: AccountsNow,
  placed: readonly { readonly column: AccountsOrder['columns'][number]; readonly exists: boolean }[],
  onProgress: (done: number) => void,
): Promise<void> {
  let done = 0;
  await eachInTurn(placed, async ({ column, exists }) => {
    const body = bodyOf(now, column.header);
    const at = now.firstColumn + now.headers.indexOf(column.header);
    body.conditionalFormats.clearAll();
    if (column.style !== undefined) dress(body, column.style);
    if (column.validation !== undefined) addValidation(body, column.validation);
    column.conditional?.forEach((conditional) => {
      addConditional(body, conditional, now.headerRow + 1, at);
    });
    const header = now.sheet.getRangeByIndexes(now.headerRow, at, 1, 1);
    header.format.font.bold = true;
    const whole = header.getEntireColumn();
    whole.format.columnWidth = column.width * CHARACTER_POINTS;
    // Hidden, not grouped: no host tells whether a group is there, and Revert must be repeatable.
    if (column.folded === true && !exists) whole.columnHidden = true;
    await context.sync();
    onProgress(++done / placed.length);
  });
}

function bodyOf(now: AccountsNow, header: string): Excel.Range {
  const at = now.headers.indexOf(header);
  if (at < 0) throw new Failure('changedSinceDesign');
  return now.sheet.getRangeByIndexes(now.headerRow + 1, now.firstColumn + at, now.rows, 1);
}

/** The accounts at this moment; they are a table by now. */
async function standing(
  context: Excel.RequestContext,
  { table }: Pick<AccountsOrder, 'table'>,
): Promise<AccountsNow> {
  const now = await findAccounts(context, await readAnchors(context), table);
  if (now === undefined) throw new Failure('tableGone', { name: table });
  return now;
}

/** How often rows may move under our hands before we give up. */
const MOST_TRIES = 3;

/**
 * Puts cells to their accounts: reads the keys, writes in the very next request, and reads keys and cells
 * back. If rows moved in between, all are placed again.
 * @throws Failure `rowsChanged` when accounts came or went, `rowsMoved` when rows move each time
 */
export async function placeCells(
  context: Excel.RequestContext,
  order: Pick<AccountsOrder, 'table' | 'rows'>,
  columns: readonly { readonly header: string; readonly cells: readonly (Cell | { formula: string })[] }[],
): Promise<void> {
  if (columns.length === 0) return;
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const now = await standing(context, order);
    const rows = await findRows(context, now, order.rows);
    refuseChanged(rows);
    const written = columns.map(({ cells }) =>
      columnCells(
        Array.from(rows.then, (was) => cells[was] ?? ''),
        now.rows,
      ),
    );
    await eachInTurn(
      columns.map(({ header }, k) => ({ body: bodyOf(now, header), cells: written[k] ?? [] })),
      ({ body, cells }) =>
        writeBlock(
          context,
          body.getCell(0, 0),
          cells.map((cell) => [cell]),
        ),
    );
    const after = await standing(context, order);
    const stayed = await findRows(context, after, order.rows);
    const at = columns.map(({ header }) => after.headers.indexOf(header));
    const read = at.includes(-1) ? [] : await readColumns(context, after, at, 'formulas');
    const isThere = columns.every((_, k) => allStand(written[k] ?? [], read[k] ?? []));
    if (isThere && stayed.then.every((was, r) => was === rows.then[r])) return;
  }
  throw new Failure('rowsMoved');
}

const allStand = (written: readonly Cell[], read: readonly Cell[]): boolean =>
  written.length === read.length && written.every((cell, r) => stands(cell, read[r] ?? ''));

/** Whether a cell holds what was written: formulas come back in Excel's own spelling. */
export function stands(written: Cell, read: Cell): boolean {
  if (typeof written !== 'string') return written === read;
  if (written.startsWith('=')) return String(read).startsWith('=');
  return String(read) === (written.startsWith("'") ? written.slice(1) : written);
}

function refuseChanged({ added, gone }: RowMatch): void {
  if (added + gone > 0) throw new Failure('rowsChanged', { total: added + gone, added, gone, changed: 0 });
}
