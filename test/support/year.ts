import { yearPage, type YearView } from '../../src/app/pages/year/view';
import type { Store } from '../../src/app/store';
import { numbers } from '../../src/text/numbers';
import { speak } from '../../src/text/say';
import { listRows } from './meddle';
import { openWorkbook, type Cell, type OpenWorkbook } from './office';
import { act } from './pane';

/** What the page In-year shows. */
export const yearView = (store: Store, today = '2026-11-22'): YearView =>
  yearPage(store.state, speak('en'), numbers('en'), today);

/** Types into cells of the list, as a manager does: by account and header. */
export async function typeInList(
  book: OpenWorkbook,
  said: Readonly<Record<string, Readonly<Record<string, string>>>>,
): Promise<void> {
  const ids = (await listRows(book)).map((row) => row['Account ID']);
  await act(book, (workbook) => {
    const { columns } = workbook.tables.getItem('Deals');
    for (const [id, cells] of Object.entries(said)) {
      const row = ids.indexOf(id);
      expect(row).toBeGreaterThanOrEqual(0);
      for (const [header, value] of Object.entries(cells))
        columns.getItem(header).getDataBodyRange().getCell(row, 0).values = [[value]];
    }
  });
}

/** A workbook with a list of its own on the sheet Export, as the table Deals. */
export async function openDeals(
  list: readonly (readonly Cell[])[],
  others: Readonly<Record<string, readonly (readonly Cell[])[]>> = {},
): Promise<OpenWorkbook> {
  const book = await openWorkbook({ sheets: { Export: list, ...others } });
  await act(book, ({ worksheets }) => {
    const sheet = worksheets.getItem('Export');
    sheet.tables.add(sheet.getRangeByIndexes(0, 0, list.length, list[0]?.length ?? 0), true).name = 'Deals';
  });
  return book;
}
