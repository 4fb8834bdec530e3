import { apply } from '../../src/app/actions/apply';
import { changeSettings } from '../../src/app/actions/change-settings';
import { design } from '../../src/app/actions/design';
import { keep } from '../../src/app/actions/keep';
import { revert } from '../../src/app/actions/revert';
import { openList } from '../support/meddle';
import type { OpenWorkbook } from '../support/office';
import { act, appliedPane, pane } from '../support/pane';

let book: OpenWorkbook;
afterEach(() => {
  book.dispose();
});

test('a formula of the user’s in a row of totals below a column that goes is counted', async () => {
  book = await openList('table', 8);
  const store = await appliedPane();
  await act(book, ({ tables }) => {
    tables.getItem('Deals').showTotals = true;
  });
  await act(book, ({ tables }) => {
    const cell = tables.getItem('Deals').columns.getItem('Reason').getRange().getLastRow();
    cell.formulas = [['=COUNTA(Deals[Reason])']];
  });
  await store.run(revert);
  expect(store.state.news).toMatch(/1 cell that you had filled in since, .* went with it/);
});

test('merged cells where a table of ours would stand are refused before anything is written, with their address', async () => {
  book = await openList('table', 12);
  const store = await pane();
  await store.run(changeSettings, { territories: 2 });
  for (const one of [design, apply, keep]) await store.run(one);
  expect(store.state.trouble).toBeUndefined();
  await store.run(changeSettings, { territories: 4 });
  await store.run(design);
  const below = await book.run(async (context) => {
    const table = context.workbook.tables.getItem('EfTerritories').getRange();
    table.load('rowIndex,rowCount');
    await context.sync();
    return table.rowIndex + table.rowCount + 1;
  });
  await act(book, ({ worksheets }) => {
    worksheets.getItem('Territory Plan').getRange(`B${below}:C${below}`).merge();
  });
  await store.run(apply);
  expect(store.state.trouble).toBe(
    `There are merged cells in 'Territory Plan'!B${below}:C${below}, and a table of Excel cannot hold any. Split them (Home, Merge & Center, Unmerge Cells) and try again. Nothing was changed.`,
  );
  expect(store.state.pending.state).toBe('none');
});
