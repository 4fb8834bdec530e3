import { apply } from '../../../src/app/actions/apply';
import { design } from '../../../src/app/actions/design';
import { issueQuotas } from '../../../src/app/actions/issue-quotas';
import { keep } from '../../../src/app/actions/keep';
import { writeQuotas } from '../../../src/app/actions/write-quotas';
import type { Store } from '../../../src/app/store';
import { beside, tableIn } from '../../figures/audit';
import { valuesOf } from '../../support/job';
import type { OpenWorkbook } from '../../support/office';
import { act } from '../../support/pane';
import { ACCOUNTS, day, keptPlan, QUOTA, quotaCells, type } from '../../support/quotas';

/** A seat is known by its number for as long as it is there: what was issued to it, and what it is called, are its own. */

const NAMES = ['Ana Ruiz', 'Ben Ito', 'Cid Moe', 'Dora Fox'];
const list = ACCOUNTS.map((row, i) => (i === 0 ? row : [...row.slice(0, 4), NAMES[i % 4] ?? '']));
const team = [
  ['Rep Name', 'Role', 'Manager', 'Hire Date'],
  ...NAMES.map((name) => [name, 'Account Executive', 'Lee', day('2019-03-01')]),
];

let book: OpenWorkbook;
let store: Store;
afterEach(() => {
  book.dispose();
});

const run = async (...actions: Parameters<Store['run']>[0][]) => {
  for (const action of actions) {
    await store.run(action as never);
    expect(store.state.trouble).toBeUndefined();
  }
};
/** Seat by seat: its id, its owner and what it carries. */
const carried = async () =>
  (await quotaCells(book, false)).rows.map((row) => [row['Key'], row['Rep'], row['In force']]);
const territories = async () =>
  tableIn(await valuesOf(book, 'Territory Plan'), 'Territory', 'Id').map((row) => [
    row['Id'],
    row['Owner'],
    row['Territory'],
  ]);
/** The figure that stands under a label. */
const below = (cells: readonly (readonly unknown[])[], label: string): unknown => {
  const r = cells.findIndex((line) => line.includes(label));
  return cells[r + 1]?.[cells[r]?.indexOf(label) ?? -1];
};

test('a middle seat that goes takes its own quota and nobody else’s: the others keep number, name and what was issued', async () => {
  ({ book, store } = await keptPlan(list, team));
  await store.run(writeQuotas, QUOTA);
  await type(book, 'EfTerritories', ['Id', 'T04'], 'Territory', 'High Plains');
  for (const [n, amount] of [610_000, 720_000, 830_000, 940_000].entries()) {
    await type(book, 'EfQuota', ['Key', `T0${n + 1}.1`], 'Override', amount);
    await type(book, 'EfQuota', ['Key', `T0${n + 1}.1`], 'Override reason', 'agreed');
  }
  await store.run(issueQuotas, 'Kim');
  expect(store.state.trouble).toBeUndefined();
  expect(await carried()).toEqual([
    ['T01.1', 'Ana Ruiz', 610_000],
    ['T02.1', 'Ben Ito', 720_000],
    ['T03.1', 'Cid Moe', 830_000],
    ['T04.1', 'Dora Fox', 940_000],
  ]);
  await act(book, ({ worksheets }) => {
    worksheets
      .getItem('Reps')
      .getRange('3:3')
      .delete('Up' as Excel.DeleteShiftDirection);
  });
  await run(design, apply, keep);
  const others = [
    ['T01.1', 'Ana Ruiz', 610_000],
    ['T03.1', 'Cid Moe', 830_000],
    ['T04.1', 'Dora Fox', 940_000],
  ];
  expect(await territories()).toEqual([
    ['T01', 'Ana Ruiz', expect.stringMatching(/^T01 /)],
    ['T03', 'Cid Moe', expect.stringMatching(/^T03 /)],
    ['T04', 'Dora Fox', 'High Plains'],
  ]);
  expect(await carried()).toEqual(others);
  const { cells } = await quotaCells(book, false);
  expect(below(cells, 'Seats that are gone')).toBe(720_000);
  expect(beside(cells, 'Difference')).toBe(0);
});
