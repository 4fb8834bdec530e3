import { changeSettings } from '../../src/app/actions/change-settings';
import { apply } from '../../src/app/actions/apply';
import { design } from '../../src/app/actions/design';
import { keep } from '../../src/app/actions/keep';
import { revert } from '../../src/app/actions/revert';
import type { Store } from '../../src/app/store';
import { byAccount, deleteRow, openList, sortList, OUR_HEADERS } from '../support/meddle';
import type { OpenWorkbook } from '../support/office';
import { pane } from '../support/pane';

let book: OpenWorkbook;
afterEach(() => {
  book.dispose();
});

/** The user makes the accounts table a plain range, as Convert to Range does. */
async function toRange(name: string): Promise<void> {
  await book.run(async (context) => {
    context.workbook.tables.getItem(name).convertToRange();
    await context.sync();
  });
}

const tableNames = () =>
  book.run(async (context) => {
    const { tables } = context.workbook;
    tables.load('items/name');
    await context.sync();
    return tables.items.map(({ name }) => name).filter((name) => !name.startsWith('Ef'));
  });

const columns = async (...headers: string[]) => {
  const found: Record<string, unknown> = {};
  for (const header of headers) found[header] = await byAccount(book, header);
  return found;
};

async function second(kind: 'table' | 'range'): Promise<Store> {
  book = await openList(kind);
  const store = await pane();
  await store.run(design);
  await store.run(apply);
  await store.run(keep);
  await store.run(changeSettings, { territories: 2, seed: 5 });
  return store;
}

test.each(['table', 'range'] as const)(
  'a %s that was made a plain range after a second Apply is reverted, sorted and shortened as it is',
  async (kind) => {
    const store = await second(kind);
    const before = await columns(...OUR_HEADERS);
    await store.run(design);
    await store.run(apply);
    await toRange(kind === 'table' ? 'Deals' : 'Accounts');
    await sortList(book);
    await deleteRow(book, 3);
    const user = await columns('Account Name', 'Churn Risk');
    await store.run(revert);
    expect(store.state.trouble).toBeUndefined();
    expect(store.state.news).toContain('The list is a plain range now and stays one');
    expect(await tableNames()).toEqual([]);
    expect(await columns('Account Name', 'Churn Risk')).toEqual(user);
    const now = await columns(...OUR_HEADERS);
    for (const header of OUR_HEADERS) expect(before[header]).toMatchObject(now[header] as object);
    expect(Object.keys(now['Territory'] as object)).toHaveLength(23);
  },
);

test('a table made a plain range after a first Apply is reverted too', async () => {
  book = await openList('table');
  const user = await columns('Account Name', 'Churn Risk');
  const store = await pane();
  await store.run(design);
  await store.run(apply);
  await toRange('Deals');
  await store.run(revert);
  expect(store.state.trouble).toBeUndefined();
  expect(store.state.news).toContain('The list is a plain range now and stays one');
  expect(await columns('Account Name', 'Churn Risk')).toEqual(user);
  expect(new Set(Object.values(await byAccount(book, 'Territory')))).toEqual(new Set(['']));
});

test('a plan that stands in a list made a plain range is still ours: the next Apply writes over it', async () => {
  const store = await second('table');
  await toRange('Deals');
  await store.run(design);
  await store.run(apply);
  expect(store.state.trouble).toBeUndefined();
  expect(store.state.news).not.toContain('Ef Territory');
  expect(await tableNames()).toEqual(['Accounts']);
  await store.run(revert);
  expect(store.state.trouble).toBeUndefined();
  expect(await tableNames()).toEqual([]);
});

test('columns of another list are not ours, whatever they are called', async () => {
  const store = await second('table');
  await book.run(async (context) => {
    const { worksheets } = context.workbook;
    const from = worksheets.getItem('Export').getRange('A1:G25');
    from.load('values');
    await context.sync();
    const sheet = worksheets.add('Other');
    sheet.getRange('A1:G25').values = from.values;
    sheet.getRange('H1:H25').values = from.values.map((_, r) => [r === 0 ? 'Territory' : 'mine']);
    sheet.tables.add('A1:H25', true).name = 'Others';
    // A workbook holds one plan: what it wrote into the first list is taken away.
    worksheets.getItem('Export').getRange('H:Z').delete('Left');
    await context.sync();
  });
  await store.run(changeSettings, { accounts: { sheet: 'Other', table: 'Others' } });
  await store.run(design);
  await store.run(apply);
  expect(store.state.trouble).toBeUndefined();
  expect(store.state.news).toContain('Ef Territory');
  const [[mine]] = await book.run(async (context) => {
    const cell = context.workbook.worksheets.getItem('Other').getRange('H2');
    cell.load('values');
    await context.sync();
    return cell.values as [[unknown]];
  });
  expect(mine).toBe('mine');
});

test('headers that no table has as they are come out of Revert as they were: numbers, formulas, blanks, one there twice', async () => {
  const store = await second('table');
  const territories = await columns('Territory', 'Lock', 'Reason');
  await store.run(design);
  await store.run(apply);
  await toRange('Deals');
  const headers = () =>
    book.run(async (context) => {
      const range = context.workbook.worksheets.getItem('Export').getRange('A1:P1');
      range.load('formulas');
      await context.sync();
      return range.formulas[0];
    });
  await book.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Export');
    sheet.getRange('C1:E1').formulas = [['', '=1+1', 'lock']];
    sheet.getRange('G1').values = [[2026]];
    await context.sync();
  });
  const before = await headers();
  expect(before?.slice(2, 7)).toEqual(['', '=1+1', 'lock', 'Potential', 2026]);
  await store.run(revert);
  expect(store.state.trouble).toBeUndefined();
  expect(await headers()).toEqual(before);
  const { Territory: now, Lock: lock } = await columns('Territory', 'Lock');
  expect(now).toEqual(territories['Territory']);
  expect(lock).toEqual(territories['Lock']);
});
