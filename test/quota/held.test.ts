import { parse } from 'valibot';
import { QuotaSettingsSchema } from '../../src/plan/quota';
import { heldAmounts, type HeldAccount } from '../../src/quota/held';

/** Accounts that come in the course of the year: by days of 2027 a day of 365 is one. */

const day = (iso: string): number => Math.round((Date.parse(iso) - Date.UTC(1899, 11, 30)) / 86_400_000);
const YEAR = day('2027-01-01');
const held = (from: number, to: number): HeldAccount => ({
  ...{ account: 0, key: 'A1', label: 'Acme', from, to, last: 1, day: day('2027-02-01') },
});
const more = (from: number, to: number, assignment = Int32Array.of(1)) => [
  ...heldAmounts([held(from, to)], [365], assignment, 3, parse(QuotaSettingsSchema, {}), YEAR),
];

test('up to its day an account counts for the seat that it leaves, whichever seats these are', () => {
  expect(more(0, 1)).toEqual([31, -31, 0]);
  expect(more(1, 0)).toEqual([-31, 31, 0]);
  expect(more(2, 1)).toEqual([0, -31, 31]);
  expect(more(-1, 0)).toEqual([-31, 0, 0]);
});

test('an account that is proposed for another seat by now counts where it is', () => {
  expect(more(0, 1, Int32Array.of(2))).toEqual([0, 0, 0]);
});

test('what is below nothing counts as nothing, as in the cells', () => {
  const amounts = [-365];
  expect([
    ...heldAmounts([held(0, 1)], amounts, Int32Array.of(1), 3, parse(QuotaSettingsSchema, {}), YEAR),
  ]).toEqual([0, 0, 0]);
});
