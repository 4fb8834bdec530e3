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
  const cells = [headers, ...rows.map((row) => headers.map((header) => row[header] ?? ''))];
  await act(book, (workbook) => {
    const sheet = workbook.worksheets.add('December');
    const range = sheet.getRangeByIndexes(0, 0, cells.length, headers.length);
    range.numberFormat = cells.map((line) =>
      line.map((cell) => (typeof cell === 'string' ? '@' : 'General')),
    );
    range.values = cells as unknown[][];
  });
}

/** An account as an export has it. */
export const newAccount = (id: string): Record<string, Cell> => ({
  'Account ID': id,
  'Account Name': `New ${id}`,
  City: 'Denver',
  State: 'CO',
  Owner: 'Ana Ruiz',
  Potential: 77,
});
