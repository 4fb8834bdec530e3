import { issueQuotas } from '../../src/app/actions/issue-quotas';
import { lookAgain } from '../../src/app/actions/look-again';
import { setQuota } from '../../src/app/actions/set-quota';
import { withdrawQuotas } from '../../src/app/actions/withdraw-quotas';
import { writeQuotas, type QuotaChange } from '../../src/app/actions/write-quotas';
import type { Store } from '../../src/app/store';
import { valuesOf } from '../support/job';
import type { OpenWorkbook } from '../support/office';
import { ACCOUNTS, check, keptPlan, openPage, QUOTA, quotaCells, TEAM, type } from '../support/quotas';
import { beside } from './audit';

let book: OpenWorkbook;
let store: Store;

beforeAll(async () => {
  const leader = (name: string, manager: string) => [name, 'Sales Director', manager, '', '', '', '', ''];
  ({ book, store } = await keptPlan(ACCOUNTS, [
    ...TEAM,
    leader('Lee', 'Pat Vale'),
    leader('Kim', 'Pat Vale'),
    leader('Pat Vale', ''),
  ]));
  await store.run(writeQuotas, QUOTA, []);
  expect(store.state.trouble).toBeUndefined();
});
afterAll(() => {
  book.dispose();
});

test('who leads managers carries what they carry, and each level is checked against the one above', async () => {
  const { managers, cells } = await quotaCells(book, false);
  const of = (name: string) => managers.find((row) => row['Manager'] === name);
  expect(of('Pat Vale')).toMatchObject({ Seats: 3, 'Reports to': '', 'Less the level below': 0 });
  expect(of('Lee')).toMatchObject({ Seats: 2, 'Reports to': 'Pat Vale' });
  const [lee, kim, pat] = ['Lee', 'Kim', 'Pat Vale'].map((name) => Number(of(name)?.['Manager’s quota']));
  expect(pat).toBeCloseTo((lee ?? 0) + (kim ?? 0), 1);
  expect(pat).toBeCloseTo((Number(beside(cells, 'Final quotas')) / 1.15) * 1.1, 1);
  expect(check(cells, 'Final quotas, less those by manager')).toBe(0);
});

test('a manager who is typed on Territory Plan is in the list once quotas are written again', async () => {
  await type(book, 'EfTerritories', ['Id', 'T01'], 'Manager', 'Zoe Quill');
  expect(check((await quotaCells(book, false)).cells, 'Final quotas, less those by manager')).not.toBe(0);
  await store.run(lookAgain);
  await store.run(writeQuotas, {}, []);
  const { managers, cells } = await quotaCells(book, false);
  expect(managers.map((row) => row['Manager'])).toContain('Zoe Quill');
  expect(check(cells, 'Final quotas, less those by manager')).toBe(0);
});

test.each<[words: string, change: QuotaChange]>([
  ['The plan is 0.', { lines: [{ component: 'new', role: '', segment: '', amount: 0, method: 'equal' }] }],
  ['The rounding unit is above every quota.', { unit: 2_000_000 }],
])('%s: in words, on the sheet and in the pane', async (words, change) => {
  await store.run(setQuota, change);
  expect((await valuesOf(book, 'Quota'))[2]?.[0]).toBe(words);
  expect(openPage(store).missing).toContain(words);
  await store.run(setQuota, { ...QUOTA, unit: 1000 });
  expect((await valuesOf(book, 'Quota'))[2]?.[0]).toBe('');
});

test.each<[words: string, header: string, amounts: readonly number[]]>([
  ['Floors ask for more than the pool.', 'Floor', [9e6]],
  ['Caps, dates or capacities leave a part of the pool with nobody.', 'Cap', [1e5, 1e5, 1e5]],
  ['Overrides are more than the pool.', 'Override', [9e6]],
])('%s: typed into cells', async (words, header, amounts) => {
  const all = (cells: readonly (number | '')[]) =>
    Promise.all(cells.map((cell, n) => type(book, 'EfQuota', ['Key', `T0${n + 1}.1`], header, cell)));
  await all(amounts);
  await store.run(lookAgain);
  expect((await valuesOf(book, 'Quota'))[2]?.[0]).toBe(words);
  expect(openPage(store).missing).toContain(words);
  await all(amounts.map(() => ''));
  expect((await valuesOf(book, 'Quota'))[2]?.[0]).toBe('');
});

test('a plan below 0 is told where it is typed', async () => {
  await type(book, 'EfQuotaLines', ['Line', 1], 'Plan', -5);
  expect((await valuesOf(book, 'Quota'))[2]?.[0]).toContain('A plan cannot be negative.');
  await type(book, 'EfQuotaLines', ['Line', 1], 'Plan', 3_000_000);
});

test('accounts that move after the issue change no issued quota, and their seats are red', async () => {
  await store.run(lookAgain);
  await store.run(issueQuotas, 'Dana');
  const before = (await quotaCells(book, false)).rows.map((row) => row['Issued']);
  const accounts = await valuesOf(book, 'Accounts');
  const column = accounts[0]?.indexOf('Territory') ?? -1;
  const [from, to] = [...new Set(accounts.slice(1).map((row) => row[column]))];
  const row = accounts.findIndex((cells, r) => r > 0 && cells[column] === from);
  await book.run(async (context) => {
    context.workbook.worksheets.getItem('Accounts').getCell(row, column).values = [[to]];
    await context.sync();
  });
  const { rows, cells } = await quotaCells(book, false);
  expect(rows.map((one) => one['Issued'])).toEqual(before);
  expect(rows.filter((one) => one['Changed since issue'] !== '').map((one) => one['Territory'])).toEqual(
    expect.arrayContaining([from, to]),
  );
  expect(check(cells, 'Changed since issue')).toBe(2);
});

test('without any potential shares are equal, and that is said', async () => {
  await store.run(withdrawQuotas);
  await store.run(writeQuotas, {
    lines: [{ component: 'new', role: '', segment: '', amount: 3_000_000, method: 'potential' }],
  });
  await book.run(async (context) => {
    const cells = context.workbook.worksheets.getItem('Accounts').getRange(`B2:B${ACCOUNTS.length}`);
    cells.values = Array.from({ length: ACCOUNTS.length - 1 }, () => [0]);
    await context.sync();
  });
  await store.run(lookAgain);
  const { rows, cells } = await quotaCells(book, false);
  expect(new Set(rows.map((row) => row['Full-year quota'])).size).toBe(1);
  const words = 'No potential: equal shares were used.';
  expect([cells[2]?.[0], openPage(store).missing.includes(words)]).toEqual([words, true]);
});

test('last year’s quota limits the first line alone; a line for nobody whose pool is another is a change since the issue', async () => {
  await store.run(writeQuotas, {
    growth: 0,
    lines: [
      { component: 'new', role: '', segment: '', amount: 9_000_000, method: 'equal' },
      { component: 'renewal', role: '', segment: '', amount: 9_000_000, method: 'equal' },
      { component: 'new', role: 'Pilot', segment: '', amount: 1000, method: 'equal' },
    ],
  });
  const { rows } = await quotaCells(book, false);
  const of = (line: number) => rows.find((row) => row['Rep'] === 'Ana Ruiz' && row['Line'] === line);
  expect(of(1)).toMatchObject({ 'Last year’s quota': 900_000, 'Full-year quota': 900_000 });
  expect(of(2)).toMatchObject({ 'Last year’s quota': '' });
  expect(of(2)?.['Full-year quota']).toBeGreaterThan(2_000_000);
  await store.run(issueQuotas, 'Dana');
  await type(book, 'EfQuotaLines', ['Line', 3], 'Plan', 2000);
  const { cells, rows: since } = await quotaCells(book, false);
  expect(since.map((row) => row['Changed'])).toEqual(since.map(() => 0));
  expect(check(cells, 'Changed since issue')).toBe(1);
});
