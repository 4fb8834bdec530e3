import type { AccountsOrder } from '../app/ports';
import { Failure } from '../plan/failures';
import { heightOf, type AccountsNow } from './accounts';
import { refuseChanged, type Placement } from './account-columns';
import { anchor, anchorCell, setAnchor, type Anchors } from './anchors';
import { asWritten } from './cells';
import { findRows } from './read-keys';
import { TABLE_STYLE } from './styles';

/**
 * Makes the table reach over our columns; a plain range becomes a table first. No cell is shifted. Other hands may
 * work in the list at the same time: the list is asked for where it stands when Excel carries a request out, never
 * where it stood when it was read.
 * @param references headers of the user's columns that get an anchor
 * @throws Failure `rowsChanged`, `changedSinceDesign`, `noRoom` when somebody was faster
 */
export async function extendTable(
  context: Excel.RequestContext,
  order: AccountsOrder,
  { now, exists }: Placement,
  references: readonly string[],
  anchors: Anchors,
): Promise<void> {
  const missing = order.columns.filter((_, i) => exists[i] !== true);
  await anchorList(context, order, now, missing.length, anchors);
  const list = listOf(context, now);
  const header = list.getRow(0);
  header.load('values');
  const cellOf = (name: string): Excel.Range =>
    now.table === undefined
      ? header.getCell(0, now.headers.indexOf(name))
      : context.workbook.tables.getItem(now.table).columns.getItem(name).getHeaderRowRange();
  const newCellOf = (n: number) => header.getLastCell().getOffsetRange(0, n + 1);
  missing.forEach((column, n) => {
    newCellOf(n).values = [[asWritten(column.header)]];
    anchorCell(context, anchors, anchor.column(column.key), newCellOf(n));
  });
  order.columns.forEach(({ key, header: name }, i) => {
    if (exists[i] === true) anchorCell(context, anchors, anchor.column(key), cellOf(name));
  });
  references.forEach((name, n) => {
    anchorCell(context, anchors, anchor.reference(n), cellOf(name));
  });
  anchorCell(context, anchors, anchor.accounts, header.getCell(0, 0));
  const target = list.getResizedRange(0, missing.length);
  if (now.table === undefined) {
    const made = now.sheet.tables.add(target, true);
    made.name = order.table;
    made.style = TABLE_STYLE;
    context.workbook.names.getItem(anchor.list).delete();
  } else if (missing.length > 0) {
    context.workbook.tables.getItem(now.table).resize(target);
  }
  await context.sync();
  refuseOthers(now, header);
}

/** The whole list with header and totals, wherever it stands when the request is carried out. */
function listOf(context: Excel.RequestContext, { table }: AccountsNow): Excel.Range {
  return table === undefined
    ? context.workbook.names.getItem(anchor.list).getRange()
    : context.workbook.tables.getItem(table).getRange();
}

/** A list that is no table yet gets a name that follows it; then it is looked at once more. */
async function anchorList(
  context: Excel.RequestContext,
  order: AccountsOrder,
  now: AccountsNow,
  added: number,
  anchors: Anchors,
): Promise<void> {
  if (now.table === undefined) {
    setAnchor(context, anchors, anchor.list, {
      sheet: now.sheetName,
      row: now.headerRow,
      column: now.firstColumn,
      rows: heightOf(now),
      columns: now.headers.length,
    });
  }
  const list = listOf(context, now);
  list.load('rowIndex,columnIndex,rowCount');
  const header = list.getRow(0);
  header.load('values');
  const room =
    added > 0
      ? list
          .getLastColumn()
          .getOffsetRange(0, 1)
          .getResizedRange(0, added - 1)
          .getUsedRangeOrNullObject(true)
      : undefined;
  room?.load('address');
  await context.sync();
  if (room !== undefined && !room.isNullObject) throw new Failure('noRoom', { address: room.address });
  refuseOthers(now, header);
  const rows = await findRows(
    context,
    {
      sheet: now.sheet,
      headerRow: list.rowIndex,
      firstColumn: list.columnIndex,
      rows: list.rowCount - (heightOf(now) - now.rows),
      headers: now.headers,
    },
    order.rows,
  );
  refuseChanged(rows);
}

/** A column that came into a list that is no table, or left it, since it was read. */
function refuseOthers({ table, headers }: AccountsNow, header: Excel.Range): void {
  const is = (header.values[0] ?? []).map(String);
  if (table === undefined && !(is.length === headers.length && is.every((name, c) => name === headers[c])))
    throw new Failure('changedSinceDesign');
}
