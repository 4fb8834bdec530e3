import { design } from '../../../src/app/actions/design';
import { apply } from '../../../src/app/actions/apply';
import { keep } from '../../../src/app/actions/keep';
import { changeSettings } from '../../../src/app/actions/change-settings';
import { verify } from '../../../src/app/actions/verify';
import { openSample, picture } from '../../support/job';
import { byAccount, insertColumn, listRows, openList, sortList } from '../../support/meddle';
import type { OpenWorkbook } from '../../support/office';
import { act, keptPane, pane } from '../../support/pane';

let book: OpenWorkbook;
afterEach(() => {
  book.dispose();
});

async function typed(header: string, row: number, value: string | number): Promise<void> {
  await act(book, (workbook) => {
    const column = workbook.tables.getItem('Deals').columns.getItem(header);
    column.getDataBodyRange().getCell(row, 0).values = [[value]];
  });
}

test('a plan is the same again, whatever was moved, locked and added beside it since', async () => {
  book = await openList('table');
  const store = await keptPane();
  const [first, second] = Object.values(await byAccount(book, 'Territory'));
  await typed('Territory', 0, String(first === second ? 'Unassigned' : second));
  await typed('Lock', 3, 'Keep here');
  await insertColumn(book, 'Potential', 'Notes');
  const before = await picture(book);
  await store.run(verify);
  expect([store.state.trouble, store.state.news]).toEqual([
    undefined,
    'Re-run with the recorded settings and seed 1 over the same cells: all 24 accounts stand where it was designed.',
  ]);
  expect(await picture(book)).toEqual(before);
});

test('the sample: another metric, seed and name of a territory are as recorded', async () => {
  book = await openSample({ accounts: 400 });
  const store = await pane();
  await store.run(changeSettings, {
    balance: [{ metric: 'arr' }, { metric: 'count' }],
    seed: 7,
    keepFamilies: false,
  });
  expect(store.state.trouble).toBeUndefined();
  await store.run(design);
  await store.run(apply);
  await store.run(keep);
  await store.run(verify);
  expect([store.state.trouble, store.state.news]).toEqual([
    undefined,
    'Re-run with the recorded settings and seed 7 over the same cells: all 400 accounts stand where it was designed.',
  ]);
});

test('cells that changed, and rows that were sorted, are told by their columns', async () => {
  book = await openList('table');
  const store = await keptPane();
  await typed('Churn Risk', 2, 'high');
  await typed('Potential', 2, 9999);
  await store.run(verify);
  expect(store.state.news).toMatch(
    /since the design, cells or the order of rows have changed in (Potential|Potential, Churn Risk|Churn Risk, Potential)\.$/,
  );
});

test('a sorted list is told', async () => {
  book = await openList('table');
  const store = await keptPane();
  await sortList(book);
  await store.run(verify);
  expect(store.state.news).toMatch(/have changed in .*Account ID/);
});

test('a cell of what was designed that says something else is found', async () => {
  book = await openList('table');
  const store = await keptPane();
  const rows = await listRows(book);
  const other = rows
    .map((row) => row['Designed Territory'])
    .find((name) => name !== rows[5]?.['Designed Territory']);
  await typed('Designed Territory', 5, String(other));
  await store.run(verify);
  expect(store.state.trouble).toMatch(
    /^Re-run with the recorded settings over the same cells, 1 account stands elsewhere in Designed Territory\./,
  );
});

test('a plan over an earlier one is said not to be repeatable', async () => {
  book = await openList('table');
  await keptPane();
  const store = await pane();
  await store.run(design);
  await store.run(apply);
  await store.run(keep);
  await store.run(verify);
  expect(store.state.news).toMatch(
    /^No run by its settings alone leads to this plan: .* cannot be re-run\.$/,
  );
});
