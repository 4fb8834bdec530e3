import { MAIN_LAYER } from '../../src/plan/layer';
import type { SheetSpec } from '../../src/reports/spec';
import { openWorkbook, type OpenWorkbook } from '../support/office';
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
