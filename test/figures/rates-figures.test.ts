import { lookAgain } from '../../src/app/actions/look-again';
import { writeQuotas } from '../../src/app/actions/write-quotas';
import type { Store } from '../../src/app/store';
import { valuesOf } from '../support/job';
import type { Cell, OpenWorkbook } from '../support/office';
import {
  ACCOUNTS,
  check,
  day,
  keptPlan,
  openPage,
  QUOTA,
  quotaCells,
  quotaCode,
  type,
} from '../support/quotas';

/** Plan rates with their day; and what a currency without one leaves out, told with what to do. */

const AE = 'Account Executive';
const TEAM: Cell[][] = [
  ['Rep Name', 'Role', 'Manager', 'Base', 'Target Variable', 'Current Quota', 'Currency'],
  ['Ana Ruiz', AE, 'Lee', 100_000, 100_000, 900_000, 'USD'],
  ['Ben Ito', AE, 'Lee', 90_000, 90_000, 500_000, 'EUR'],
  ['Cy Fox', AE, 'Kim', 80_000, 80_000, 700_000, 'USD'],
];
let book: OpenWorkbook;
let store: Store;

beforeAll(async () => {
  ({ book, store } = await keptPlan(ACCOUNTS, TEAM));
  await store.run(writeQuotas, { ...QUOTA, growth: 0.1 }, ['pay']);
  expect(store.state.trouble).toBeUndefined();
});
afterAll(() => {
  book.dispose();
});

const NO_LIMIT =
  'no growth limit: last year’s quota is in EUR, which has no plan rate; give the rate, or type last year’s quota here';
const ofBen = (rows: readonly Readonly<Record<string, Cell>>[]) => rows.find(({ Rep }) => Rep === 'Ben Ito');

test('a growth limit that has no rate is told; with the rate and its day it holds', async () => {
  const before = await quotaCells(book);
  const { id = '', territory = '' } =
    quotaCode(store).basis.seats.find(({ owner }) => owner === 'Ben Ito') ?? {};
  expect(ofBen(before.rows)).toMatchObject({ Flag: NO_LIMIT, 'Last year’s quota': '' });
  expect(openPage(store).flags.map(({ text }) => text)).toContain(`${NO_LIMIT}: ${territory}`);
  await type(book, 'EfQuotaSettings', ['Setting', 'Growth limit'], 'Value', '');
  expect(ofBen((await quotaCells(book)).rows)?.['Flag']).not.toBe(NO_LIMIT);
  await type(book, 'EfQuotaSettings', ['Setting', 'Growth limit'], 'Value', 0.1);
  await type(book, 'EfPay', ['Id', id], 'Plan rate', 1.08);
  expect(check(await valuesOf(book, 'Pay'), 'Plan rates without a date')).toBe(1);
  await type(book, 'EfPay', ['Id', id], 'Plan rate of', day('2026-12-15'));
  expect(check(await valuesOf(book, 'Pay'), 'Plan rates without a date')).toBe(0);
  await store.run(lookAgain);
  await store.run(writeQuotas, {}, ['pay']);
  expect(store.state.trouble).toBeUndefined();
  const after = await quotaCells(book);
  // €500,000 at 1.08.
  expect(ofBen(after.rows)).toMatchObject({ 'Last year’s quota': 540_000, 'Full-year quota': 594_000 });
  expect(ofBen(after.pay)).toMatchObject({ 'Plan rate': 1.08, 'Plan rate of': day('2026-12-15') });
  expect(openPage(store).pay.notes).toContain('Plan rates: EUR 1.08, Dec 15, 2026.');
  // By manager as by all: nothing is left over, and together they are the whole.
  const { bridge, bridgesBy } = openPage(store);
  const amount = (line: { amount: string } | undefined) => Number(line?.amount.replace(/[^\d.]/g, ''));
  expect(bridgesBy.map(({ title, parts }) => [title, parts.map(({ name }) => name)])).toEqual([
    ['By Manager', ['Kim', 'Lee']],
  ]);
  const parts = bridgesBy.flatMap((one) => one.parts);
  expect(parts.map(({ lines }) => amount(lines.at(-1)))).toEqual([0, 0]);
  expect(parts.reduce((sum, { lines }) => sum + amount(lines.at(-2)), 0)).toBe(amount(bridge.at(-2)));
  expect(amount(bridge.at(-2))).toBeGreaterThan(0);
  expect(openPage(store).pay.notes[0]).toMatch(/the team list has no skills or verticals/);
});
