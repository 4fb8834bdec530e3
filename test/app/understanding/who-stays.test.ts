import { whoStays, withWhoStays } from '../../../src/app/understanding/who-stays';
import type { CarveInput } from '../../../src/carve/compile';
import { TextColumnBuilder } from '../../../src/plan/columns';
import { dateSerial } from '../../../src/app/time';
import { inputOf, locksOf, rep, type Row } from '../../carve/team';

const AS_AT = '2026-11-27';
const ALONE = { kinds: [], asAt: AS_AT };
const day = (iso: string) => dateSerial(new Date(iso));
const seats = [rep('Ann'), rep('Bob')];

/** Accounts held by Ann (0), Bob (1) or nobody on the team (−1), with what is known of each. */
function listOf(
  rows: readonly (Row & {
    readonly held: number;
    readonly arr?: number;
    readonly renews?: string;
    readonly closes?: string;
    readonly pipeline?: number;
    readonly changed?: string;
    readonly risk?: string;
  })[],
  more: Partial<CarveInput> = {},
): CarveInput {
  const input = inputOf(rows, { seats, current: Int32Array.from(rows, ({ held }) => held), ...more });
  const days = (of: (row: (typeof rows)[number]) => string | undefined) =>
    Float64Array.from(rows, (row) => (of(row) === undefined ? NaN : day(of(row) ?? '')));
  const risk = new TextColumnBuilder(rows.length);
  rows.forEach((row, i) => {
    risk.set(i, row.risk);
  });
  return {
    ...input,
    accounts: {
      ...input.accounts,
      text: { ...input.accounts.text, churnRisk: risk.build() },
      number: {
        ...input.accounts.number,
        arr: Float64Array.from(rows, ({ arr }) => arr ?? NaN),
        openPipeline: Float64Array.from(rows, ({ pipeline }) => pipeline ?? NaN),
        renewalDate: days(({ renews }) => renews),
        closeDate: days(({ closes }) => closes),
        ownerChangeDate: days(({ changed }) => changed),
      },
    },
  };
}

test('who would stay is told by the list’s own columns, to the day', () => {
  const input = listOf([
    { held: 0, renews: '2026-11-27' },
    { held: 0, renews: '2027-02-25' },
    { held: 0, renews: '2027-02-26' },
    { held: 0, renews: '2026-11-26' },
    { held: 1, closes: '2026-12-24', pipeline: 10 },
    { held: 1, closes: '2026-12-24', pipeline: 0 },
    { held: 1, changed: '2024-11-27' },
    { held: 1, changed: '2024-11-26' },
    { held: 1, changed: '2026-12-01' },
    { held: 0, risk: ' High ' },
    { held: 0, risk: 'Low' },
    { held: 1, arr: 5 },
    { held: -1, arr: 5, risk: 'High', renews: '2026-12-01' },
  ]);
  expect(Object.fromEntries(whoStays(input, ALONE))).toEqual({
    churn: [9],
    recent: [6],
    openDeal: [4],
    renewal: [0, 1],
    customer: [11],
  });
});

test('a list without such columns suggests nothing', () => {
  const input = inputOf([{ potential: 1 }, { potential: 2 }], { seats, current: Int32Array.of(0, 1) });
  expect([...whoStays(input, ALONE)]).toEqual([]);
});

test('what was asked stays where it is, by the strongest reason; cells win', () => {
  const soon = '2026-12-01';
  const input = listOf(
    [
      { held: 0, renews: soon, risk: 'high' },
      { held: 1, renews: soon },
      { held: 1, risk: 'high' },
      { held: 0, renews: soon },
    ],
    { locks: locksOf(4, { 3: [1, 'named'] }) },
  );
  const { seat, kind } = withWhoStays(input, { kinds: ['renewal', 'churn'], asAt: AS_AT });
  expect([...seat]).toEqual([0, 1, 1, 1]);
  expect([0, 1, 2, 3].map(kind)).toEqual(['churn', 'renewal', 'churn', 'named']);
  const some = withWhoStays(input, { kinds: ['renewal'], asAt: AS_AT });
  expect([...some.seat]).toEqual([0, 1, -1, 1]);
  expect(some.kind(2)).toBeUndefined();
  expect([...input.locks.seat]).toEqual([-1, -1, -1, 1]);
});

test('nothing is kept where another rule has it elsewhere', () => {
  const soon = '2026-12-01';
  const input = listOf(
    [
      { held: 0, renews: soon, segment: 'SMB' },
      { held: 1, renews: soon, segment: 'SMB' },
    ],
    { seats: [rep('Ann', { segment: 'Enterprise' }), rep('Bob', { segment: 'SMB' })] },
  );
  const bound = { ...input, settings: { ...input.settings, bySegment: true } };
  expect(whoStays(input, ALONE).get('renewal')).toEqual([0, 1]);
  expect(whoStays(bound, ALONE).get('renewal')).toEqual([1]);
});

test('a family that would be held in two places is left free, as far as families stay together', () => {
  const soon = '2026-12-01';
  const input = listOf(
    [
      { held: 0, renews: soon, family: 7 },
      { held: 1, renews: soon, family: 7 },
      { held: 1, family: 8 },
      { held: 0, renews: soon, family: 8 },
      { held: 0, renews: soon, family: 9 },
      { held: 0, family: 9 },
      { held: 1, risk: 'high', family: 10 },
      { held: 0, renews: soon, family: 10 },
    ],
    { locks: locksOf(8, { 5: [1, 'manual'] }) },
  );
  expect(whoStays(input, ALONE).get('renewal')).toEqual([3, 7]);
  const both = withWhoStays(input, { kinds: ['renewal', 'churn'], asAt: AS_AT });
  expect([...both.seat]).toEqual([-1, -1, -1, 0, -1, 1, -1, -1]);
  // Beside each other they are told as they would be held: neither of the last family.
  expect(whoStays(input, { kinds: ['churn'], asAt: AS_AT }).get('renewal')).toEqual([3]);
  expect(whoStays(input, { kinds: ['renewal', 'churn'], asAt: AS_AT }).get('churn')).toEqual([]);
  const parted = { ...input, settings: { ...input.settings, keepFamilies: false } };
  expect(whoStays(parted, ALONE).get('renewal')).toEqual([0, 1, 3, 4, 7]);
});
