import { lookAgain } from '../../src/app/actions/look-again';
import { setQuota } from '../../src/app/actions/set-quota';
import { writeQuotas } from '../../src/app/actions/write-quotas';
import { dayChanges } from '../../src/app/pages/quota/tables';
import type { Store } from '../../src/app/store';
import type { OpenWorkbook } from '../support/office';
import { valuesOf } from '../support/job';
import {
  ACCOUNTS,
  check,
  day,
  keptPlan,
  openPage,
  QUOTA,
  quotaCells,
  quotaCode,
  TEAM,
  type,
} from '../support/quotas';
import { tableIn } from './audit';

/** Who sits where, and what is counted of each seat. */

let book: OpenWorkbook;
let store: Store;

beforeEach(async () => {
  ({ book, store } = await keptPlan());
  await store.run(writeQuotas, QUOTA, ['pay']);
  expect(store.state.trouble).toBeUndefined();
});
afterEach(() => {
  book.dispose();
});

test('owners who change seats bring their dates and their pay; until they are written that is red', async () => {
  const before = await quotaCells(book);
  const [one, other] = ['T01', 'T02'];
  const of = (cells: typeof before, id: string) => cells.pay.find((row) => row['Id'] === id);
  const [first, second] = [of(before, one)?.['Rep'] ?? '', of(before, other)?.['Rep'] ?? ''];
  await type(book, 'EfTerritories', ['Id', one], 'Owner', second);
  await type(book, 'EfTerritories', ['Id', other], 'Owner', first);
  const stale = await quotaCells(book);
  expect(of(stale, one)?.['Rep']).toBe(second);
  expect(check(stale.cells, 'Owner changed: write quotas again')).toBe(2);
  expect(stale.rows.find((row) => row['Id'] === one)?.['Flag']).toBe(
    `dates and pay are those of ${String(first)}: write quotas again`,
  );
  await store.run(lookAgain);
  await store.run(writeQuotas, {}, ['pay']);
  const after = await quotaCells(book);
  expect(check(after.cells, 'Owner changed: write quotas again')).toBe(0);
  for (const key of ['Base', 'Target variable', 'Hired', 'Last year’s quota'])
    expect([key, of(after, one)?.[key], of(after, other)?.[key]]).toEqual([
      key,
      of(before, other)?.[key],
      of(before, one)?.[key],
    ]);
  const { basis } = quotaCode(store);
  expect(basis.seats.find(({ id }) => id === one)).toMatchObject({
    owner: second,
    base: of(before, other)?.['Base'],
  });
});

test('pay that was typed for one owner of a seat is not the next one’s, and his again when he is back', async () => {
  const before = await quotaCells(book);
  const [id, next] = ['T01', 'T02'];
  const of = (cells: typeof before, one: string) => cells.pay.find((row) => row['Id'] === one);
  const [first, second] = [String(of(before, id)?.['Rep']), String(of(before, next)?.['Rep'])];
  await type(book, 'EfPay', ['Id', id], 'Base', 77_000);
  await store.run(lookAgain);
  await store.run(writeQuotas, {}, ['pay']);
  expect(of(await quotaCells(book), id)?.['Base']).toBe(77_000);
  await type(book, 'EfTerritories', ['Id', id], 'Owner', second);
  await type(book, 'EfTerritories', ['Id', next], 'Owner', first);
  await store.run(lookAgain);
  await store.run(writeQuotas, {}, ['pay']);
  const swapped = await quotaCells(book);
  expect(of(swapped, id)?.['Base']).toBe(of(before, next)?.['Base']);
  await type(book, 'EfTerritories', ['Id', id], 'Owner', first);
  await type(book, 'EfTerritories', ['Id', next], 'Owner', second);
  await store.run(lookAgain);
  await store.run(writeQuotas, {}, ['pay']);
  expect(of(await quotaCells(book), id)?.['Base']).toBe(77_000);
});

test('a share that is typed on Territory Plan counts in code as in cells', async () => {
  await type(book, 'EfTerritories', ['Id', 'T01'], 'Capacity share', 0.5);
  const { rows } = await quotaCells(book);
  await store.run(lookAgain);
  const { quotas } = quotaCode(store);
  expect(quotas.rows.map(({ final }) => final)).toEqual(rows.map((row) => row['Final']));
  expect(new Set(rows.map((row) => row['Weight'])).size).toBe(2);
});

test('a seat of two lines is one seat of its segment, with one potential', async () => {
  const one = await quotaCells(book);
  await store.run(writeQuotas, {
    lines: [
      ...(QUOTA.lines ?? []),
      { component: 'renewal', role: '', segment: '', amount: 500_000, method: 'equal' },
    ],
  });
  const two = await quotaCells(book);
  expect(two.rows).toHaveLength(6);
  expect(two.segments).toEqual([
    { ...one.segments[0], 'Final quotas': expect.any(Number), 'Quota ÷ potential': expect.any(Number) },
  ]);
  expect(two.segments[0]).toMatchObject({ Seats: 3 });
});

test('where the plan is made exactly the plan is sold', async () => {
  await store.run(setQuota, {
    lines: [{ component: 'new', role: '', segment: '', amount: 47_999_999.99, method: 'equal' }],
  });
  const { costs } = await quotaCells(book);
  expect(costs.find((row) => row['At'] === 'Where the plan is made')?.['Quota sold']).toBe(47_999_999.99);
  expect(quotaCode(store).pay.atPlan?.sold).toBe(47_999_999.99);
});

test('a year of weeks ends with its last week, in cells and pane', async () => {
  await store.run(setQuota, { periods: '445' });
  expect(openPage(store).year).toContain('Dec 30, 2027');
  await type(book, 'EfQuotaSeats', ['Status', 'To be hired'], 'Start', day('2027-12-31'));
  const { rows } = await quotaCells(book);
  expect(rows.find((row) => row['Rep'] === '')?.['Flag']).toBe('starts after the year');
  await store.run(lookAgain);
  expect(openPage(store).flags.map(({ text }) => text)).toEqual([
    expect.stringContaining('starts after the year'),
  ]);
});

test('pay in two currencies is summed at the plan rate alone; without one it is in no sum, and told', async () => {
  book.dispose();
  const [head = [], ana = [], ben = [], open = []] = TEAM;
  ({ book, store } = await keptPlan(ACCOUNTS, [
    [...head, 'Currency'],
    [...ana, 'USD'],
    [...ben, 'EUR'],
    [...open, 'USD'],
  ]));
  await store.run(writeQuotas, QUOTA, ['pay']);
  const without = await quotaCells(book);
  const pay = (cells: typeof without, name: string) => cells.pay.find((row) => row['Rep'] === name);
  expect(pay(without, 'Ben Ito')).toMatchObject({ Base: 90_000, Currency: 'EUR', 'Plan rate': '', OTE: '' });
  expect(pay(without, 'Ben Ito')?.['Flag']).toContain('no plan rate for EUR: its pay is in no sum');
  expect(check(await valuesOf(book, 'Pay'), 'Seats in a currency without a plan rate')).toBe(1);
  expect(openPage(store).missing.join()).toContain('EUR');
  const cashAt = (cells: typeof without) => cells.costs.find((row) => row['Attainment'] === 1)?.['Cash'];
  const sum = quotaCode(store).pay.costs.find(({ attainment }) => attainment === 1)?.cash;
  expect(cashAt(without)).toBe(sum);

  await type(book, 'EfPay', ['Rep', 'Ben Ito'], 'Plan rate', 1.08);
  const at = await quotaCells(book);
  expect(pay(at, 'Ben Ito')?.['OTE']).toBeCloseTo(194_400, 6);
  expect(pay(at, 'Ben Ito')?.['Quota in own currency']).toBeCloseTo(
    Number(pay(at, 'Ben Ito')?.['Full-year quota']) / 1.08,
    6,
  );
  expect(pay(at, 'Ana Ruiz')?.['Quota in own currency']).toBe('');
  expect(Number(cashAt(at)) - Number(cashAt(without))).toBeCloseTo(194_400, 2);
  await store.run(lookAgain);
  expect(quotaCode(store).pay.costs.find(({ attainment }) => attainment === 1)?.cash).toBe(cashAt(at));
  // Last year's quota is in the plan's currency too.
  await store.run(writeQuotas, {}, ['pay']);
  expect(pay(await quotaCells(book), 'Ben Ito')?.['Last year’s quota']).toBeCloseTo(864_000, 6);
});

test('ramps and dates that are set in the pane stand in the blue cells, and the other way round', async () => {
  const [seat] = openPage(store).tables.seats;
  const { id = '' } = seat ?? {};
  await store.run(setQuota, dayChanges(id, [['start', '2027-03-01']]));
  await store.run(setQuota, {
    ramps: [{ role: 'Account Executive', months: [0.5, ...Array<number>(11).fill(1)] }],
  });
  expect(store.state.trouble).toBeUndefined();
  const plan = tableIn(await valuesOf(book, 'Quota Plan'), 'Id', 'Territory');
  expect(plan.find((row) => row['Id'] === id)?.['Start']).toBe(day('2027-03-01'));
  expect(openPage(store).tables.ramps).toEqual([{ role: 'Account Executive', segment: '', months: '50' }]);
  await type(book, 'EfQuotaSeats', ['Id', id], 'Start', day('2027-05-01'));
  await store.run(lookAgain);
  expect(openPage(store).tables.seats[0]?.days['start']).toBe('2027-05-01');
  await store.run(setQuota, dayChanges(id, [['start', '']]));
  expect(store.state.trouble).toBeUndefined();
  const cleared = tableIn(await valuesOf(book, 'Quota Plan'), 'Id', 'Territory');
  expect(cleared.find((row) => row['Id'] === id)?.['Start']).toBe('');
});
