import type { FillOrder } from '../app/ports';
import { cellAddress, type Cell } from '../plan/cells';
import { Failure } from '../plan/failures';
import { asWritten } from './cells';
import { refuseMergedIn } from './merged';

/** Cells that are going to be filled, and how to take that back. */
export interface FillJob {
  write(): Promise<void>;
  undo(): Promise<void>;
}

/** A cell: where it is, from 0, and what it is to say. */
interface Spot {
  readonly sheet: Excel.Worksheet;
  readonly row: number;
  readonly column: number;
  readonly value: Cell;
  readonly format: string | undefined;
  /** As it was. */
  readonly before: Cell;
  readonly formatBefore: string;
}

/** A row that comes into a table, or below a range. */
interface NewRow {
  readonly sheet: Excel.Worksheet;
  /** Row in which it is going to stand, and the columns of the table. */
  readonly row: number;
  readonly column: number;
  readonly columns: number;
  /** Of an Excel table: room is made for it before its last row. */
  readonly table: string | undefined;
  readonly cells: readonly {
    readonly column: number;
    readonly value: Cell;
    readonly format: string | undefined;
  }[];
}

/**
 * Fills cells of tables that are not the list, as somebody types them: a row is known by what its cells say. All of them
 * are looked for before anything is written, and written with one request.
 * @throws Failure `tableGone`, `protectedSheet`, `editColumnGone`, `rowsMoved`, `formulaInTheWay`, `mergedBelow`, `noRoom`
 */
export async function fillCells(context: Excel.RequestContext, orders: FillOrder): Promise<FillJob> {
  const spots: Spot[] = [];
  const added: NewRow[] = [];
  for (const order of orders) {
    const at = await lookAt(context, order.ref);
    const columnOf = (header: string): number => {
      const c = at.headers.indexOf(header);
      if (c < 0) throw new Failure('editColumnGone', { sheet: at.sheetName, column: header });
      return c;
    };
    const cells = [...order.cells].map(([header, { value, format }]) => ({
      c: columnOf(header),
      value,
      format,
    }));
    if (order.row === undefined) {
      added.push({
        sheet: at.sheet,
        row: at.row + at.body.length + (at.table === undefined ? 1 : 0),
        column: at.column,
        columns: at.headers.length,
        table: at.table,
        cells: cells.map(({ c, value, format }) => ({ column: at.column + c, value, format })),
      });
      await refuseTakenBelow(context, at);
      continue;
    }
    const known = [...order.row.says].map(([header, cell]) => [columnOf(header), cell] as const);
    const isIt = (row: readonly Cell[] | undefined) =>
      row !== undefined && known.every(([c, cell]) => String(row[c] ?? '') === String(cell));
    const near = (order.row.sheetRow ?? 0) - at.row - 2;
    const found = isIt(at.body[near]) ? near : at.body.findIndex(isIt);
    if (found < 0) throw new Failure('rowsMoved');
    for (const { c, value, format } of cells) {
      const before = at.formulas[found]?.[c] ?? '';
      if (typeof before === 'string' && before.startsWith('='))
        throw new Failure('formulaInTheWay', {
          address: cellAddress(at.sheetName, at.row + 2 + found, at.column + 1 + c),
        });
      const formatBefore = at.formats[found]?.[c] ?? 'General';
      spots.push({
        sheet: at.sheet,
        row: at.row + 1 + found,
        column: at.column + c,
        value,
        format: formatBefore === 'General' ? format : undefined,
        before: at.body[found]?.[c] ?? '',
        formatBefore,
      });
    }
  }
  let isWritten = false;
  return {
    write: async () => {
      isWritten = true;
      for (const { sheet, row, column, value, format } of spots) put(sheet, row, column, value, format);
      for (const one of added) {
        if (one.table !== undefined)
          context.workbook.tables.getItem(one.table).getDataBodyRange().getLastRow().insert('Down');
        for (const { column, value, format } of one.cells) put(one.sheet, one.row, column, value, format);
      }
      await context.sync();
    },
    undo: async () => {
      if (!isWritten) return;
      for (const { sheet, row, column, before, format, formatBefore } of spots)
        put(sheet, row, column, before, format === undefined ? undefined : formatBefore);
      for (const { sheet, row, column, columns, table } of added) {
        const room = sheet.getRangeByIndexes(row, column, 1, columns);
        if (table === undefined) room.clear('Contents');
        else room.delete('Up');
      }
      await context.sync();
    },
  };
}

function put(
  sheet: Excel.Worksheet,
  row: number,
  column: number,
  value: Cell,
  format: string | undefined,
): void {
  const cell = sheet.getRangeByIndexes(row, column, 1, 1);
  if (format !== undefined) cell.numberFormat = [[format]];
  cell.values = [[asWritten(value)]];
}

interface TableNow {
  readonly sheet: Excel.Worksheet;
  readonly sheetName: string;
  readonly table: string | undefined;
  /** Of the header, from 0. */
  readonly row: number;
  readonly column: number;
  readonly headers: readonly string[];
  readonly body: readonly (readonly Cell[])[];
  readonly formulas: readonly (readonly Cell[])[];
  readonly formats: readonly (readonly string[])[];
}

async function lookAt(context: Excel.RequestContext, ref: FillOrder[number]['ref']): Promise<TableNow> {
  const { worksheets, tables } = context.workbook;
  const table = ref.table === undefined ? undefined : tables.getItemOrNullObject(ref.table);
  const there = worksheets.getItemOrNullObject(ref.sheet);
  table?.load('name');
  there.load('name');
  await context.sync();
  if (table?.isNullObject === true || (table === undefined && there.isNullObject))
    throw new Failure('tableGone', { name: ref.table ?? ref.sheet });
  const whole =
    table === undefined
      ? there.getRangeByIndexes(ref.headerRow - 1, ref.firstColumn - 1, 1 + ref.rowCount, ref.columnCount)
      : table.getHeaderRowRange().getBoundingRect(table.getDataBodyRange());
  whole.load('values,formulas,numberFormat,rowIndex,columnIndex');
  const sheet = table === undefined ? there : table.worksheet;
  sheet.load('name');
  sheet.protection.load('protected');
  await context.sync();
  if (sheet.protection.protected) throw new Failure('protectedSheet', { sheet: sheet.name });
  const [headers = [], ...body] = whole.values as Cell[][];
  return {
    sheet,
    sheetName: sheet.name,
    table: ref.table,
    row: whole.rowIndex,
    column: whole.columnIndex,
    headers: headers.map(String),
    body,
    formulas: (whole.formulas as Cell[][]).slice(1),
    formats: (whole.numberFormat as string[][]).slice(1),
  };
}

const LAST_ROW = 1_048_576;

/** What stands beneath a table is pushed down; beneath a range there must be nothing in the way. */
async function refuseTakenBelow(
  context: Excel.RequestContext,
  { sheet, sheetName, table, row, column, headers, body }: TableNow,
): Promise<void> {
  const next = row + 1 + body.length;
  if (table !== undefined) {
    const beneath = { row: next, column, rows: LAST_ROW - next, columns: headers.length };
    await refuseMergedIn(context, sheet, sheetName, [beneath], 'mergedBelow');
    return;
  }
  const taken = sheet.getRangeByIndexes(next, column, 1, headers.length).getUsedRangeOrNullObject(true);
  taken.load('address');
  await context.sync();
  if (!taken.isNullObject) throw new Failure('noRoom', { address: taken.address });
}
