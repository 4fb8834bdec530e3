import { changeSettings } from '../../src/app/actions/change-settings';
import { apply } from '../../src/app/actions/apply';
import { design } from '../../src/app/actions/design';
import { keep } from '../../src/app/actions/keep';
import { revert } from '../../src/app/actions/revert';
import type { Store } from '../../src/app/store';
import { valuesOf } from '../support/job';
import { listOn, openList, sortList } from '../support/meddle';
import type { OpenWorkbook } from '../support/office';
import { pane } from '../support/pane';

let book: OpenWorkbook;
afterEach(() => {
  book.dispose();
});

/** A list with a plan that waits for its decision; for the second one before it is kept. */
async function applied(time: 'first' | 'second'): Promise<Store> {
  book = await openList('table');
  const store = await pane();
  if (time === 'second') {
    await store.run(design);
    await store.run(apply);
    await store.run(keep);
    await store.run(changeSettings, { territories: 2, seed: 5 });
  }
  before = time === 'second' ? await byName('Territory') : {};
  await store.run(design);
  await store.run(apply);
  return store;
}

let before: Record<string, unknown>;

/** A column by the names of the accounts. */
async function byName(header: string): Promise<Record<string, unknown>> {
  const { headerRow } = await listOn(book, 'Export', 'Account Name');
  const [headers = [], ...rows] = (await valuesOf(book, 'Export')).slice(headerRow);
  const [name, column] = ['Account Name', header].map((one) => headers.indexOf(one));
  return Object.fromEntries(rows.map((row) => [String(row[name ?? -1]), row[column ?? -1]]));
}

const deleteIds = () =>
  book.run(async (context) => {
    context.workbook.worksheets.getItem('Export').getRange('A:A').delete('Left');
    await context.sync();
  });

test('the column of ids, the first of the list, deleted after a first Apply', async () => {
  const store = await applied('first');
  await deleteIds();
  await store.run(revert);
  expect(store.state).toMatchObject({
    trouble: undefined,
    news: 'Everything of ours is as it was before; what is yours stays as it is now. The column Account ID was deleted or renamed since.',
  });
  const [headers] = await valuesOf(book, 'Export');
  expect(headers).toEqual(['Account Name', 'City', 'State', 'Owner', 'Potential', 'Churn Risk']);
});

test('the column of ids deleted after a second Apply, the list sorted: accounts are known by their other cells', async () => {
  const store = await applied('second');
  await sortList(book);
  await deleteIds();
  await store.run(revert);
  expect(store.state.trouble).toBeUndefined();
  expect(store.state.news).not.toContain('accounts');
  expect(await byName('Territory')).toEqual(before);
});

/** Deletes columns of the list, from the right. */
const deleteColumns = (...letters: readonly string[]) =>
  book.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Export');
    for (const letter of letters) sheet.getRange(`${letter}:${letter}`).delete('Left');
    await context.sync();
  });

test('the column of ids and another deleted after a second Apply: accounts are known by what is left', async () => {
  const store = await applied('second');
  await sortList(book);
  await deleteColumns('C', 'A');
  await store.run(revert);
  expect(store.state.trouble).toBeUndefined();
  expect(store.state.news).toMatch(/ The columns Account ID, City were deleted or renamed since\.$/);
  expect(await byName('Territory')).toEqual(before);
});

test('all that tells accounts apart deleted after a second Apply: none is known any more, and that is said', async () => {
  const store = await applied('second');
  const territories = async () => {
    const [headers = [], ...rows] = await valuesOf(book, 'Export');
    return rows.map((row) => row[headers.indexOf('Territory')]);
  };
  const standing = await territories();
  await deleteColumns('F', 'E', 'B', 'A');
  await store.run(revert);
  expect(store.state.trouble).toBeUndefined();
  expect(store.state.news).toMatch(
    /^The plan was taken back, but Territory, .* stay in the list as the plan left them: the columns by which accounts are known were deleted since\. The columns Account ID, Account Name, Owner, Potential were deleted/,
  );
  expect(await territories()).toEqual(standing);
});

test.each(['first', 'second'] as const)(
  'the sheet of the list deleted after a %s Apply: the rest is given back, and that is said',
  async (time) => {
    const store = await applied(time);
    await book.run(async (context) => {
      context.workbook.worksheets.getItem('Export').delete();
      await context.sync();
    });
    await store.run(revert);
    expect(store.state.pending.state).toBe('none');
    expect(store.state.news).toBe(
      'Everything of ours is as it was before; what is yours stays as it is now. The list of accounts is not there any more, so nothing was put back in it.',
    );
  },
);
