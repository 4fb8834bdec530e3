import { MAIN_LAYER } from '../../src/plan/layer';
import type { SheetSpec } from '../../src/reports/spec';
import { revert } from '../../src/app/actions/revert';
import { openList, OUR_HEADERS } from '../support/meddle';
import { openWorkbook, type OpenWorkbook } from '../support/office';
import { act, appliedPane } from '../support/pane';
import { paneOn } from '../support/write-jobs';

let book: OpenWorkbook;
afterEach(() => {
  book.dispose();
});

const sheet = (hidden: readonly number[]): SheetSpec => ({
  layer: MAIN_LAYER,
  key: 'folded',
  name: 'Folded',
  blocks: [{ kind: 'cells', row: 0, column: 0, cells: [[{ value: 'Figures' }]] }],
  names: [],
  charts: [],
  conditional: [],
  widths: Array.from({ length: 4 + hidden.length }, () => 12),
  hidden,
  freezeRows: 0,
  print: { landscape: true },
});

const hiddenNow = () =>
  book.run(async (context) => {
    const columns = [3, 4, 5].map((c) => {
      const cell = context.workbook.worksheets.getItem('Folded').getRangeByIndexes(0, c, 1, 1);
      cell.load('columnHidden');
      return cell;
    });
    await context.sync();
    return columns.map(({ columnHidden }) => columnHidden);
  });

test('Revert shows again what was folded away for the first time, and leaves folded what was', async () => {
  book = await openWorkbook();
  const order = (hidden: readonly number[]) => ({ layer: MAIN_LAYER, sheets: [sheet(hidden)] });
  await paneOn().apply({ ...order([4]), decision: false });
  expect(await hiddenNow()).toEqual([false, true, false]);
  await paneOn().apply(order([4, 5]));
  expect(await hiddenNow()).toEqual([false, true, true]);
  await paneOn().revert();
  expect(await hiddenNow()).toEqual([false, true, false]);
});

/** Width, and whether it is folded away, of the sheet's columns. */
const columnsOf = (name: string) =>
  book.run(async (context) => {
    const cells = Array.from({ length: 24 }, (_, c) => {
      const cell = context.workbook.worksheets.getItem(name).getRangeByIndexes(0, c, 1, 1);
      cell.load('columnHidden');
      cell.format.load('columnWidth');
      return cell;
    });
    await context.sync();
    return cells.map(({ columnHidden, format }) => [columnHidden, Math.round(format.columnWidth)]);
  });

test.each([
  ['one', ['Territory']],
  ['some, folded ones among them', ['Lock', 'Accepted Territory', 'Holder Before']],
  ['all', OUR_HEADERS],
])(
  'columns of ours deleted in their table since, %s: the columns of the sheet are as they were',
  async (_, gone) => {
    book = await openList('table', 6);
    await act(book, ({ worksheets }) => {
      worksheets.getItem('Export').getRange('J:J').format.columnWidth = 111;
    });
    const before = await columnsOf('Export');
    const store = await appliedPane();
    await act(book, ({ tables }) => {
      for (const header of gone) tables.getItem('Deals').columns.getItem(header).delete();
    });
    await store.run(revert);
    expect(store.state.trouble).toBeUndefined();
    expect(await columnsOf('Export')).toEqual(before);
  },
);

test('deleted as a whole column of the sheet, what comes in its place keeps its width', async () => {
  book = await openList('table', 6);
  const store = await appliedPane();
  const end = OUR_HEADERS.length + 7;
  // Right behind ours: as wide as the last of ours would be, were it not the user's.
  await act(book, ({ worksheets }) => {
    const sheet = worksheets.getItem('Export');
    sheet.getRangeByIndexes(0, end + 1, 1, 1).format.columnWidth = 99;
    sheet.getRange('H:H').delete('Left');
  });
  await store.run(revert);
  expect(store.state.trouble).toBeUndefined();
  expect((await columnsOf('Export'))[end]).toEqual([false, 99]);
});
