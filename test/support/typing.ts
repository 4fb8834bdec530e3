import type { Row } from '../figures/audit';
import type { Cell, OpenWorkbook } from './office';

/** Types into the cell of a table's column, in the first row of which something holds. */
export const typingInto =
  (book: () => OpenWorkbook) =>
  (table: string, header: string, where: (row: Row) => boolean, value: Cell): Promise<void> =>
    book().run(async (context) => {
      const range = context.workbook.tables.getItem(table).getRange();
      range.load('values');
      await context.sync();
      const [headers = [], ...body] = range.values as Cell[][];
      const at = headers.indexOf(header);
      const row = body.findIndex((line) =>
        where(Object.fromEntries(headers.map((name, c) => [String(name), line[c] ?? '']))),
      );
      if (at < 0 || row < 0) throw new Error(`No such cell: ${table} ${header}.`);
      range.getCell(row + 1, at).values = [[value]];
      await context.sync();
    });

/** The row in which a column says just that. */
export const isOf =
  (header: string, value: Cell) =>
  (row: Row): boolean =>
    row[header] === value;
