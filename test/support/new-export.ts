import { LIST_HEADERS, listRows } from './meddle';
import type { Cell, OpenWorkbook } from './office';
import { act } from './pane';

/** Writes a newer export on a sheet of its own: the list's rows as `change` makes them. */
export async function newExport(
  book: OpenWorkbook,
  change: (row: Record<string, Cell>) => Record<string, Cell> | undefined,
  {
    more = [],
    headers = LIST_HEADERS,
  }: { more?: readonly Record<string, Cell>[]; headers?: readonly string[] } = {},
): Promise<void> {
  const rows = [
    ...(await listRows(book)).flatMap((row) => {
      const changed = change({ ...row });
      return changed === undefined ? [] : [changed];
    }),
    ...more,
  ].reverse();
  await addSheet(book, 'December', rowsAs(rows, headers));
}

/** A sheet more, with cells as they are given: text stays text. @param table its name, where it is one */
export async function addSheet(
  book: OpenWorkbook,
  name: string,
  cells: readonly (readonly Cell[])[],
  table?: string,
): Promise<void> {
  const width = Math.max(...cells.map((row) => row.length));
  const full = cells.map((row) => Array.from({ length: width }, (_, c) => row[c] ?? ''));
  await act(book, ({ worksheets }) => {
    const sheet = worksheets.add(name);
    const range = sheet.getRangeByIndexes(0, 0, cells.length, width);
    range.numberFormat = full.map((row) => row.map((cell) => (typeof cell === 'string' ? '@' : 'General')));
    range.values = full as unknown[][];
    if (table !== undefined) sheet.tables.add(range, true).name = table;
  });
}

/** Rows as cells, the headers first. */
export const rowsAs = (
  rows: readonly Readonly<Record<string, Cell>>[],
  headers: readonly string[],
): Cell[][] => [[...headers], ...rows.map((row) => headers.map((header) => row[header] ?? ''))];

/** An account as an export has it. */
export const newAccount = (id: string): Record<string, Cell> => ({
  'Account ID': id,
  'Account Name': `New ${id}`,
  City: 'Denver',
  State: 'CO',
  Owner: 'Ana Ruiz',
  Potential: 77,
});

/** What a CRM exports: it reads better than most lists. */
export const crmExport = (accounts: number): Cell[][] => [
  [
    'Account ID',
    'Account Name',
    'Billing Street',
    'Billing City',
    'Billing State',
    'Billing Zip',
    'Account Owner',
    'ARR',
    'Account Potential',
    'Open Pipeline',
    'Industry',
    'Employees',
  ],
  ...Array.from({ length: accounts }, (_, i): Cell[] => [
    `001${i}`,
    `Firm ${i}`,
    `${i} Main St`,
    ['Denver', 'Boise', 'Austin', 'Boston'][i % 4] ?? '',
    ['CO', 'ID', 'TX', 'MA'][i % 4] ?? '',
    '80202',
    ['Ana', 'Ben'][i % 2] ?? '',
    100 + i,
    200 + i,
    300 + i,
    'Tech',
    5,
  ]),
];
