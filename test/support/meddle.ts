import type { Cell, OpenWorkbook } from './office';
import { openWorkbook } from './office';

/** Headers of the columns that a plan adds to the list. */
export const OUR_HEADERS = [
  'Territory',
  'Territory Owner',
  'Moved?',
  'Lock',
  'Reason',
  'Designed Territory',
  'Designed Reason',
  'Accepted Territory',
  'Holder Before',
];

/** Columns of the lists that these tests meddle with. */
export const LIST_HEADERS = [
  'Account ID',
  'Account Name',
  'City',
  'State',
  'Owner',
  'Potential',
  'Churn Risk',
];
const PLACES = [
  ['Denver', 'CO'],
  ['Boise', 'ID'],
  ['Austin', 'TX'],
  ['Boston', 'MA'],
] as const;

/** A list of accounts of two owners, on the sheet Export; an Excel table called Deals, or a plain range. */
export async function openList(kind: 'table' | 'range', rows = 24): Promise<OpenWorkbook> {
  const book = await openWorkbook({
    sheets: {
      Export: [
        LIST_HEADERS,
        ...Array.from({ length: rows }, (_, i) => [
          `A${String(i).padStart(3, '0')}`,
          `Account ${i}`,
          ...(PLACES[i % 4] ?? PLACES[0]),
          ['Ana Ruiz', 'Ben Ito', 'Cleo Park'][i % 3] ?? '',
          100 + ((i * 37) % 50),
          ['low', 'high'][i % 2] ?? '',
        ]),
      ],
      Notes: [['mine', '=1+1']],
    },
  });
  if (kind === 'table')
    await book.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('Export');
      sheet.tables.add(sheet.getUsedRange(), true).name = 'Deals';
      await context.sync();
    });
  return book;
}

interface Extent {
  readonly headerRow: number;
  readonly firstColumn: number;
  readonly rows: number;
  readonly columns: number;
}

/** The sheet of the list: Export, or what a user has called it since, CRM and a number. */
export async function listSheet(book: OpenWorkbook): Promise<string> {
  return book.run(async (context) => {
    const { worksheets } = context.workbook;
    worksheets.load('items/name');
    await context.sync();
    return worksheets.items.find(({ name }) => /^(Export|CRM \d+)$/.test(name))?.name ?? '';
  });
}

/** Where the list stands: its header is the row that holds `Account ID`, or what it is called now. */
export async function listOn(book: OpenWorkbook, sheetName?: string, first = 'Account ID'): Promise<Extent> {
  const name = sheetName ?? (await listSheet(book));
  return book.run(async (context) => {
    const used = context.workbook.worksheets.getItem(name).getUsedRange(true);
    used.load('values,rowIndex,columnIndex,rowCount,columnCount');
    await context.sync();
    const at = used.values.findIndex((row) => row.includes(first));
    const column = (used.values[at] as unknown[]).indexOf(first);
    return {
      headerRow: used.rowIndex + at,
      firstColumn: used.columnIndex + column,
      rows: used.rowCount - at - 1,
      columns: used.columnCount - column,
    };
  });
}

/** The list as rows by header, whatever order they stand in. */
export async function listRows(book: OpenWorkbook): Promise<Record<string, Cell>[]> {
  const sheetName = await listSheet(book);
  const { headerRow, firstColumn, rows, columns } = await listOn(book, sheetName);
  return book.run(async (context) => {
    const range = context.workbook.worksheets
      .getItem(sheetName)
      .getRangeByIndexes(headerRow, firstColumn, rows + 1, columns);
    range.load('values');
    await context.sync();
    const [headers = [], ...body] = range.values as Cell[][];
    return body
      .filter((row) => row.some((cell) => cell !== ''))
      .map((row) => Object.fromEntries(headers.map((header, c) => [String(header), row[c] ?? ''])));
  });
}

/** One column of the list, by account id. */
export async function byAccount(book: OpenWorkbook, header: string): Promise<Record<string, Cell>> {
  const rows = await listRows(book);
  return Object.fromEntries(
    rows
      .filter((row) => row['Account ID'] !== '')
      .map((row) => [String(row['Account ID']), row[header] ?? '']),
  );
}

const SORTED_AT_ONCE = 1000;

/** Sorts the list as a user does: whole rows, formulas with them. Largest first by the column named. */
export async function sortList(book: OpenWorkbook, header = 'Potential'): Promise<void> {
  const { headerRow, firstColumn, rows, columns } = await listOn(book);
  const name = await listSheet(book);
  await book.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem(name);
    const head = sheet.getRangeByIndexes(headerRow, firstColumn, 1, columns);
    head.load('values');
    // A long list is more than one answer may hold.
    const starts = Array.from({ length: Math.ceil(rows / SORTED_AT_ONCE) }, (_, n) => n * SORTED_AT_ONCE);
    const part = (start: number) => {
      const count = Math.min(SORTED_AT_ONCE, rows - start);
      return sheet.getRangeByIndexes(headerRow + 1 + start, firstColumn, count, columns);
    };
    const values: unknown[][] = [];
    const formulas: unknown[][] = [];
    for (const start of starts) {
      const body = part(start);
      body.load('formulas,values');
      await context.sync();
      values.push(...(body.values as unknown[][]));
      formulas.push(...(body.formulas as unknown[][]));
    }
    const by = (head.values[0] as Cell[]).indexOf(header);
    const order = values
      .map((row, r) => [row[by] as Cell, r] as const)
      .sort(([a, r], [b, s]) => Number(b) - Number(a) || s - r);
    const asTyped = (cell: unknown) =>
      typeof cell === 'string' && cell !== '' && !cell.startsWith('=') ? `'${cell}` : cell;
    // A column of formulas that speak of cells by address says the same in every row.
    const stays = head.values[0]?.map((_, c) =>
      formulas.some((row) => /^=[^[]*$/.test(String(row[c])) && /[A-Z]\d/.test(String(row[c]))),
    );
    const sorted = order.map(([, r]) =>
      (formulas[r] ?? []).map((cell, c) => (stays?.[c] === true ? null : asTyped(cell))),
    );
    for (const start of starts) {
      part(start).formulas = sorted.slice(start, start + SORTED_AT_ONCE);
      await context.sync();
    }
  });
}

/** Deletes one account's whole row. `at` counts from 0 in the body. */
export async function deleteRow(book: OpenWorkbook, at: number): Promise<void> {
  const { headerRow, firstColumn } = await listOn(book);
  const name = await listSheet(book);
  await book.run(async (context) => {
    context.workbook.worksheets
      .getItem(name)
      .getRangeByIndexes(headerRow + 1 + at, firstColumn, 1, 1)
      .getEntireRow()
      .delete('Up');
    await context.sync();
  });
}

/** Inserts a row for a new account before the body row `at`. */
export async function insertAccount(book: OpenWorkbook, at: number, id: string): Promise<void> {
  const { headerRow, firstColumn } = await listOn(book);
  const name = await listSheet(book);
  await book.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem(name);
    const row = sheet.getRangeByIndexes(headerRow + 1 + at, firstColumn, 1, 1).getEntireRow();
    row.insert('Down');
    sheet.getRangeByIndexes(headerRow + 1 + at, firstColumn, 1, 6).values = [
      [id, `New ${id}`, 'Denver', 'CO', 'Ana Ruiz', 111],
    ];
    await context.sync();
  });
}

/** Inserts blank rows above the list, for a title. */
export async function insertAbove(book: OpenWorkbook, count: number): Promise<void> {
  const name = await listSheet(book);
  await book.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem(name);
    sheet.getRange(`1:${count}`).insert('Down');
    sheet.getRange('A1').values = [['My pipeline']];
    await context.sync();
  });
}

/** Inserts a whole column of the sheet before the column named, and fills it. */
export async function insertColumn(book: OpenWorkbook, before: string, header: string): Promise<void> {
  const { headerRow, firstColumn, rows, columns } = await listOn(book);
  const name = await listSheet(book);
  await book.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem(name);
    const head = sheet.getRangeByIndexes(headerRow, firstColumn, 1, columns);
    head.load('values');
    await context.sync();
    const at = firstColumn + (head.values[0] as Cell[]).indexOf(before);
    sheet.getRangeByIndexes(0, at, 1, 1).getEntireColumn().insert('Right');
    sheet.getRangeByIndexes(headerRow, at, rows + 1, 1).values = Array.from({ length: rows + 1 }, (_, r) => [
      r === 0 ? header : `note ${r}`,
    ]);
    await context.sync();
  });
}

/** Does something before each request that the add-in makes from now on; `text` is the request. */
export function beforeRequest(book: OpenWorkbook, act: (text: string) => Promise<void>): void {
  const { host } = book;
  const request = host.request.bind(host);
  host.request = async (text, flags) => {
    await act(text);
    return request(text, flags);
  };
}

/** Somebody else, at the spreadsheet itself, lets two accounts trade their rows; formulas stay where they are. */
export async function swapAccounts(book: OpenWorkbook, a: number, b: number): Promise<void> {
  await book.host.userAction((model) => {
    const sheet = model.sheetNamed('Export');
    if (sheet === undefined) return;
    const { cells } = sheet;
    for (let c = 0; c < 40; c++) {
      const [one, other] = [cells.raw(a + 1, c), cells.raw(b + 1, c)];
      if (one?.f || other?.f) continue;
      cells.put(a + 1, c, other ?? null);
      cells.put(b + 1, c, one ?? null);
    }
  });
}
