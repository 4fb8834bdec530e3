import { compareCopy } from '../../../src/app/actions/compare-copy';
import { decideConflict } from '../../../src/app/actions/decide-conflict';
import { lookAgain } from '../../../src/app/actions/look-again';
import { takeCopy } from '../../../src/app/actions/take-copy';
import { writeCopy } from '../../../src/app/actions/write-copy';
import { writeQuotas } from '../../../src/app/actions/write-quotas';
import { play, readEvents, ReplayClock } from '../../../src/app/events';
import type { Store } from '../../../src/app/store';
import { tableIn, type Row } from '../../figures/audit';
import { clock, valuesOf } from '../../support/job';
import { addSheet, rowsAs } from '../../support/new-export';
import type { Cell, OpenWorkbook } from '../../support/office';
import { act } from '../../support/pane';
import { keptPlan, QUOTA, quotaCells, type } from '../../support/quotas';
import { yearView } from '../../support/year';

/** What a manager gets to plan with, and what comes back: three states of each account, and somebody who decides. */

const REPS = ['Ana Ruiz', 'Ben Ito', 'Cid Moe', 'Dora Fox'];
const PLACES = [
  ['Denver', 'CO'],
  ['Boulder', 'CO'],
  ['Boston', 'MA'],
  ['Albany', 'NY'],
];
const LIST: Cell[][] = [
  ['Account ID', 'Account Name', 'City', 'State', 'Owner', 'Potential'],
  ...Array.from({ length: 32 }, (_, n): Cell[] => [
    1001 + n,
    `Account ${n}`,
    ...(PLACES[n % 4] ?? []),
    REPS[n % 4] ?? '',
    100 + ((n * 37) % 50),
  ]),
];
const PAY = 123_457;
const TEAM: Cell[][] = [
  ['Rep Name', 'Role', 'Manager', 'Base', 'Target Variable'],
  ...REPS.map((name, j): Cell[] => [
    name,
    'Account Executive',
    ['Lee', 'Kim', 'Lee', 'Kim'][j] ?? '',
    PAY,
    PAY,
  ]),
];

let book: OpenWorkbook;
let store: Store;
beforeAll(async () => {
  ({ book, store } = await keptPlan(LIST, TEAM));
  await store.run(writeQuotas, QUOTA, ['pay']);
});
afterAll(() => {
  book.dispose();
});

const done = async (run: Promise<void>) => {
  await run;
  expect(store.state.trouble).toBeUndefined();
};
const list = async (): Promise<Row[]> =>
  tableIn(await valuesOf(book, 'Accounts'), 'Account ID', 'Account Name');
const at = async (id: Cell) => (await list()).find((row) => row['Account ID'] === id);
const territories = async (): Promise<Row[]> =>
  tableIn(await valuesOf(book, 'Territory Plan'), 'Territory', 'Id');
const copied = async (): Promise<Row[]> =>
  tableIn(await valuesOf(book, 'Planning Copy'), 'Account key', 'Account');
const summed = async (): Promise<Row[]> =>
  tableIn(await valuesOf(book, 'Planning Copy'), 'Territory', 'Owner');

test('a manager gets the own team and its border, the own quotas and nobody’s pay; figures follow what is chosen', async () => {
  expect(yearView(store).managers).toEqual(['Lee', 'Kim']);
  await store.run(writeCopy, 'Nobody');
  expect(store.state.trouble).toBe('Nobody called Nobody leads a territory of this plan.');
  await done(store.run(writeCopy, 'lee'));
  expect(store.state.news).toContain('Move or copy the sheet Planning Copy into a workbook of its own');
  const own = (await territories()).filter((row) => row['Manager'] === 'Lee').map((row) => row['Territory']);
  expect(own).toHaveLength(2);
  const rows = await copied();
  const keys = rows.map((row) => row['Account key']);
  const mine = (await list()).filter((row) => own.includes(row['Territory']));
  for (const row of mine) expect(keys).toContain(row['Account ID']);
  const others = rows.filter((row) => !own.includes(row['Territory']));
  expect(others.length).toBeGreaterThan(0);
  for (const row of others) expect(own).toContain(row['At the border to']);

  const sums = await summed();
  const quotas = (await quotaCells(book)).rows;
  for (const row of sums) {
    const isOwn = own.includes(row['Territory']);
    expect(row['Own team']).toBe(isOwn ? 'Yes' : 'No');
    const here = (await list()).filter((one) => one['Territory'] === row['Territory']);
    expect(row['Accounts']).toBe(here.length);
    expect(row['Potential']).toBe(here.reduce((sum, one) => sum + Number(one['Potential']), 0));
    const quota = quotas.find((one) => one['Territory'] === row['Territory'])?.['Final'];
    expect(row['Quota']).toBe(isOwn ? quota : '');
  }
  const sheet = await valuesOf(book, 'Planning Copy');
  expect(sheet.flat()).not.toContain(PAY);
  // It speaks of nothing outside itself: it works in a workbook of its own.
  const formulas = await book.run(async (context) => {
    const range = context.workbook.worksheets.getItem('Planning Copy').getUsedRange();
    range.load('formulas');
    await context.sync();
    return (range.formulas as Cell[][]).flat().filter((cell) => String(cell).startsWith('='));
  });
  expect(formulas.length).toBeGreaterThan(8);
  for (const formula of formulas)
    expect(String(formula)).not.toMatch(/!|Accounts\[(?!\w)|\b(?!EfCopy)Ef[A-Z]/);

  const [first] = mine;
  const [from = '', to = ''] = own;
  const go = first?.['Territory'] === from ? to : from;
  const before = sums.find((row) => row['Territory'] === go)?.['Potential'];
  await type(book, 'EfCopyAccounts', ['Account key', first?.['Account ID'] ?? ''], 'Territory', go);
  expect((await summed()).find((row) => row['Territory'] === go)?.['Potential']).toBe(
    Number(before) + Number(first?.['Potential']),
  );
  // What somebody has moved there is not written over.
  await store.run(writeCopy, 'Kim');
  expect(store.state.trouble).toMatch(/^The sheet Planning Copy has 1 move that somebody typed there/);
  await type(
    book,
    'EfCopyAccounts',
    ['Account key', first?.['Account ID'] ?? ''],
    'Territory',
    first?.['Territory'] ?? '',
  );
  await done(store.run(writeCopy, 'Kim'));
  await done(store.run(writeCopy, 'Lee'));
});

test('what comes back is told account by account; what both moved is decided one by one, and all of it is only proposed', async () => {
  const rows = await copied();
  const headers = Object.keys(rows[0] ?? {});
  const own = (await territories())
    .filter((row) => row['Manager'] === 'Lee')
    .map((row) => String(row['Territory']));
  const [kims = ''] = (await territories())
    .filter((row) => row['Manager'] === 'Kim')
    .map((row) => String(row['Territory']));
  const [west = '', east = ''] = own;
  const [a, b, c, d, e, f, g] = rows
    .filter((row) => row['Territory'] === west)
    .map((row) => row['Account key'] ?? '');
  const said = new Map<Cell, readonly [string, string]>([
    // By its id, as people call it.
    [a ?? '', [east.split(' ')[0] ?? '', 'closer']],
    [b ?? '', [east, '']],
    [c ?? '', [east, '']],
    [d ?? '', ['Narnia', '']],
    [e ?? '', [kims, 'trade']],
    [f ?? '', [east, '']],
    // Whether it was emptied on purpose nobody knows.
    [g ?? '', ['', '']],
  ]);
  const back = rows.map((row) => {
    const [territory, why] = said.get(row['Account key'] ?? '') ?? [row['Territory'] ?? '', ''];
    return { ...row, 'Account key': String(row['Account key']), Territory: territory, Why: why };
  });
  await addSheet(book, 'From Lee', rowsAs([...back, { ...back[0], 'Account key': '77' }], headers));
  // Meanwhile two of them were moved here: one elsewhere, one to the same.
  await type(book, 'Accounts', ['Account ID', b ?? ''], 'Territory', kims);
  await type(book, 'Accounts', ['Account ID', f ?? ''], 'Territory', kims);
  await type(book, 'Accounts', ['Account ID', c ?? ''], 'Territory', east);
  await store.run(lookAgain);
  expect(yearView(store).copies).toEqual(['Planning Copy', 'From Lee']);
  await done(store.run(compareCopy, 'From Lee'));
  const view = yearView(store).merging;
  expect(view?.text).toBe(
    `From Lee: 2 accounts are moved there alone, 2 are moved on both sides, 1 has a blank cell, 1 says what the list says, ${rows.length - 7} are as they were.`,
  );
  const name = (id: Cell | undefined) => rows.find((row) => row['Account key'] === id)?.['Account'];
  expect(view?.takes).toEqual([
    `${name(a)}: ${west} → ${east}. closer`,
    `${name(e)}: ${west} → ${kims} (trade, Lee – Kim: both have to agree). trade`,
  ]);
  expect(view?.left).toEqual([
    '1 account of the copy is not in the list, or not once: 77',
    `1 cell names no territory of the plan: ${d}: Narnia`,
  ]);
  expect(view?.isReady).toBe(false);
  await store.run(takeCopy);
  expect(store.state.trouble).toMatch(
    /^3 accounts were moved both here and in the copy, or have blank cells there/,
  );
  await store.run(decideConflict, String(b), 'theirs');
  await store.run(decideConflict, String(f), 'mine');
  expect(yearView(store).merging?.conflicts.map(({ decided }) => decided)).toEqual([
    'theirs',
    'mine',
    undefined,
  ]);
  expect(yearView(store).merging?.conflicts[2]?.text).toContain(
    `here ${west}, in the copy a blank cell, that is Unassigned`,
  );
  await store.run(decideConflict, String(g), 'mine');
  expect(yearView(store).merging?.isReady).toBe(true);
  // Something else moved since it was shown: nothing is taken over.
  await type(book, 'Accounts', ['Account ID', a ?? ''], 'Territory', kims);
  await store.run(takeCopy);
  expect(store.state.trouble).toMatch(/^The copy, or the list, has changed since they were compared/);
  await type(book, 'Accounts', ['Account ID', a ?? ''], 'Territory', west);
  await done(store.run(takeCopy));
  expect(store.state.news).toBe(
    `3 accounts of From Lee are proposed for their territories, 2 stay where the list has them: not accepted yet. One of its cells names no territory of this plan and was left out (${d}: Narnia). One of its rows is of no single account of the list.`,
  );
  const is = async (id: Cell | undefined) => {
    const row = await at(id ?? '');
    return [row?.['Territory'], row?.['Accepted Territory']];
  };
  expect(await Promise.all([a, b, c, d, e, f, g].map(is))).toEqual([
    [east, west],
    [east, west],
    [east, west],
    [west, west],
    [kims, west],
    [kims, west],
    [west, west],
  ]);
});

test('a year can be replayed with copies that came back', async () => {
  const own = (await territories())
    .filter((row) => row['Manager'] === 'Lee')
    .map((row) => String(row['Territory']));
  const rows = await copied();
  const [one] = rows.filter((row) => row['Territory'] === own[1]).slice(1);
  await act(book, ({ worksheets }) => {
    worksheets.getItem('From Lee').delete();
  });
  await type(book, 'EfCopyAccounts', ['Account key', one?.['Account key'] ?? ''], 'Territory', own[0] ?? '');
  const events = readEvents([
    { event: 'takeCopy', from: 'Planning Copy' },
    { event: 'accept', by: 'Lee', effective: '2027-01-01' },
  ]);
  const said = await play(store, events, new ReplayClock(clock));
  expect(said[0]).toBe('1 account of Planning Copy is proposed for its territory: not accepted yet.');
  expect((await at(one?.['Account key'] ?? ''))?.['Accepted Territory']).toBe(own[0]);
});
