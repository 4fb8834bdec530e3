import { apply } from '../../src/app/actions/apply';
import { changeSettings } from '../../src/app/actions/change-settings';
import { design } from '../../src/app/actions/design';
import { keep } from '../../src/app/actions/keep';
import { lookAgain } from '../../src/app/actions/look-again';
import { revert } from '../../src/app/actions/revert';
import { writeSheet } from '../../src/app/actions/write-sheet';
import type { Store } from '../../src/app/store';
import { copies } from '../support/copies';
import { openList } from '../support/meddle';
import type { Cell, OpenWorkbook } from '../support/office';
import { act, pane } from '../support/pane';

/** Formulas that users type in blue cells of ours, and what they choose in one outside of tables, are theirs. */

let book: OpenWorkbook;
afterEach(() => {
  book.dispose();
});

const applyNow = async (store: Store) => {
  await store.run(design);
  await store.run(apply);
  expect(store.state.trouble).toBeUndefined();
};
const kept = copies(async () => {
  const made = await openList('table');
  const store = await pane();
  await store.run(changeSettings, { territories: 3 });
  await applyNow(store);
  await store.run(keep);
  await store.run(writeSheet, 'territory-pages');
  expect(store.state.trouble).toBeUndefined();
  return { book: made, found: undefined };
});
const opened = async () => {
  ({ book } = await kept());
  return pane();
};

const shares = (): Promise<[Cell, Cell][]> =>
  book.run(async (context) => {
    const { columns } = context.workbook.tables.getItem('EfTerritories');
    const ids = columns.getItem('Id').getDataBodyRange().load('values');
    const cells = columns.getItem('Capacity share').getDataBodyRange().load('formulas');
    await context.sync();
    return (cells.formulas as Cell[][]).map(([cell], r) => [
      (ids.values as Cell[][])[r]?.[0] ?? '',
      cell ?? '',
    ]);
  });
const typeShare = (row: number, formula: Cell) =>
  act(book, ({ tables }) => {
    tables
      .getItem('EfTerritories')
      .columns.getItem('Capacity share')
      .getDataBodyRange()
      .getCell(row, 0).formulas = [[formula]];
  });

test('a formula in a blue cell is read as what it gives, and stays when its sheet is written anew, and by Revert', async () => {
  const store = await opened();
  await typeShare(1, '=3/2');
  await store.run(lookAgain);
  expect(store.state.understanding?.settings.territoryList?.['T02']?.share).toBe(1.5);
  await applyNow(store);
  expect(await shares()).toEqual([
    ['T01', 1],
    ['T02', '=3/2'],
    ['T03', 1],
  ]);
  await store.run(revert);
  expect(store.state.news).toBe('Everything Evenfield changed is as it was before.');
  expect((await shares())[1]).toEqual(['T02', '=3/2']);
  // A plan that gives the cell another figure writes that.
  await store.run(changeSettings, { territoryList: { T02: { share: 2 } } });
  await applyNow(store);
  expect((await shares())[1]).toEqual(['T02', 2]);
});

test('one that was typed since a plan was applied stands in its row after Revert; where the sheet goes it is counted', async () => {
  const store = await opened();
  await store.run(changeSettings, { territories: 4 });
  await applyNow(store);
  await typeShare(1, '=SUM(1,1)');
  await typeShare(3, '=SUM(2,1)');
  await store.run(revert);
  expect(await shares()).toEqual([
    ['T01', 1],
    ['T02', '=SUM(1,1)'],
    ['T03', 1],
  ]);
  expect(store.state.news).toContain('1 cell that you had filled in since');
  expect(store.state.trouble).toBeUndefined();
});

test('one that was typed after the pane looked is not written over unread', async () => {
  const store = await opened();
  await store.run(changeSettings, { territories: 4 });
  await store.run(design);
  await typeShare(1, '=SUM(1,1)');
  await store.run(apply);
  expect(store.state.trouble).toMatch(/Nothing was written/);
  expect((await shares())[1]).toEqual(['T02', '=SUM(1,1)']);
});

test('the territory that was chosen on its page stays chosen as long as there is one of that name', async () => {
  const store = await opened();
  const chosen = (): Promise<Cell> =>
    book.run(async (context) => {
      const range = context.workbook.worksheets.getItem('Territory Pages').getRange('B4').load('values');
      await context.sync();
      return (range.values as Cell[][])[0]?.[0] ?? '';
    });
  const choose = (name: Cell) =>
    act(book, ({ worksheets }) => {
      worksheets.getItem('Territory Pages').getRange('B4').values = [[name]];
    });
  const names = store.state.standing?.record.territories.map(({ name }) => name) ?? [];
  expect(await chosen()).toBe(names[0]);
  await choose(names[1] ?? '');
  await store.run(changeSettings, { seed: 7 });
  await applyNow(store);
  const next = store.state.standing?.record.territories.map(({ name }) => name) ?? [];
  expect(await chosen()).toBe(next.includes(names[1] ?? '') ? names[1] : next[0]);
  expect(next).toContain(names[1]);
  await choose(names[2] ?? '');
  await store.run(revert);
  expect(store.state.trouble).toBeUndefined();
  expect(await chosen()).toBe(names[2]);
  // What is the name of no territory is none.
  await choose('Nowhere');
  await applyNow(store);
  expect(await chosen()).toBe(next[0]);
});
