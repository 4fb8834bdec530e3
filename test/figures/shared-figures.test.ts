import { lookAgain } from '../../src/app/actions/look-again';
import { writeQuotas } from '../../src/app/actions/write-quotas';
import { sharedQuotas } from '../../src/app/shared-quotas';
import type { Store } from '../../src/app/store';
import { valuesOf } from '../support/job';
import type { OpenWorkbook } from '../support/office';
import { check, keptPlan, openPage, QUOTA, quotaCells, quotaCode, type } from '../support/quotas';
import { tableIn } from './audit';

/** Two reps on one seat: the split is asked for, never taken to be halves, and goes through quota and pay. */

let book: OpenWorkbook;
let store: Store;

beforeAll(async () => {
  ({ book, store } = await keptPlan());
  await type(book, 'EfTerritories', ['Id', 'T03'], 'Owner', 'Ana Ruiz / Ben Ito');
  await store.run(lookAgain);
  await store.run(
    writeQuotas,
    { ...QUOTA, unit: 0, lines: [{ ...QUOTA.lines![0]!, amount: 1_000_000.01 }] },
    ['pay'],
  );
  expect(store.state.trouble).toBeUndefined();
});
afterAll(() => {
  book.dispose();
});

const shared = async () => tableIn(await valuesOf(book, 'Quota'), 'Territory', 'Rep of the seat');
const ofSeat = async () => {
  const { pay, rows } = await quotaCells(book);
  return {
    seat: rows.find(({ Id }) => Id === 'T03'),
    pay: pay.filter(({ Id }) => String(Id).startsWith('T03')),
  };
};

test('the split is asked for; then each has his part of quota and pay, together all of it', async () => {
  const asked = await ofSeat();
  expect(
    (await shared()).map((row) => [row['Rep of the seat'], row['His quota'], row['To look at']]),
  ).toEqual(['Ana Ruiz', 'Ben Ito'].map((rep) => [rep, '', 'what part of the quota is his? Type the split']));
  expect(check(await valuesOf(book, 'Quota'), 'Reps who share a seat without a sound split')).toBe(2);
  expect(openPage(store).missing).toContainEqual(
    expect.stringMatching(/^Ana Ruiz, Ben Ito share .*together 100%/),
  );
  expect(asked.pay.map((row) => [row['Rep'], row['Full-year quota'], row['Flag']])).toEqual(
    ['Ana Ruiz', 'Ben Ito'].map((rep) => [
      rep,
      0,
      expect.stringContaining('the splits must be 100% together'),
    ]),
  );

  await type(book, 'EfQuotaShared', ['Rep of the seat', 'Ana Ruiz'], 'Split %', 0.6);
  await type(book, 'EfQuotaShared', ['Rep of the seat', 'Ben Ito'], 'Split %', 0.3);
  expect((await shared()).map((row) => row['To look at'])).toEqual(
    Array(2).fill('two reps on one seat: the splits must be 100% together'),
  );
  await type(book, 'EfQuotaShared', ['Rep of the seat', 'Ben Ito'], 'Split %', 0.4);
  const typed = await ofSeat();
  await store.run(lookAgain);
  await store.run(writeQuotas, {}, ['pay']);
  expect(store.state.trouble).toBeUndefined();

  const [first, second] = await shared();
  const { seat, pay } = await ofSeat();
  expect(pay).toEqual(typed.pay);
  const quota = Number(seat?.['Final']);
  expect(first?.['His quota']).toBe(Math.round(60 * quota) / 100);
  expect(Number(first?.['His quota']) + Number(second?.['His quota'])).toBeCloseTo(quota, 6);
  expect(check(await valuesOf(book, 'Quota'), 'Reps who share a seat without a sound split')).toBe(0);
  expect(openPage(store).missing.filter((text) => /share/.test(text))).toEqual([]);
  const full = Number(seat?.['Full-year quota']);
  expect(pay.map((row) => [row['Rep'], row['Base'], row['Full-year quota']])).toEqual([
    ['Ana Ruiz', 100_000, expect.closeTo(0.6 * full, 6)],
    ['Ben Ito', 90_000, expect.closeTo(0.4 * full, 6)],
  ]);
  expect(check(await valuesOf(book, 'Pay'), 'Full-year quotas, less those on Quota')).toBe(0);

  const code = quotaCode(store);
  expect(sharedQuotas(code.basis, code).map(({ inForce }) => inForce)).toEqual(
    [first, second].map((row) => row?.['His quota']),
  );
  const cells = (await quotaCells(book)).pay;
  expect(code.pay.seats.map((one) => [one?.ote, one?.rate, one?.cash])).toEqual(
    cells.map((row) =>
      ['OTE', 'Rate', 'Target cash this year'].map((key) => expect.closeTo(Number(row[key]), 6)),
    ),
  );
});

test('pay that is typed for the second rep is his, and stays', async () => {
  await type(book, 'EfPay', ['Id', 'T03+2'], 'Base', 77_000);
  await store.run(lookAgain);
  await store.run(writeQuotas, {}, ['pay']);
  expect(store.state.trouble).toBeUndefined();
  expect((await ofSeat()).pay.map((row) => row['Base'])).toEqual([100_000, 77_000]);
});
