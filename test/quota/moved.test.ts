import fc from 'fast-check';
import { parse } from 'valibot';
import { QuotaSettingsSchema, type QuotaSettings } from '../../src/plan/quota';
import { total } from '../../src/quota/bridge';
import { dueByPeriod } from '../../src/quota/months';
import { movesAlong, unevenOf } from '../../src/quota/issue';
import type { MovedAccount } from '../../src/quota/move';
import { quotasOf } from '../../src/quota/quotas';
import type { Seat } from '../../src/quota/seats';
import { issueOfQuotas } from '../support/issue';

/** Accounts that move after the issue, by months of equal weight: a seat of 120,000 has 10,000 due in each. */

const day = (iso: string): number => Math.round((Date.parse(iso) - Date.UTC(1899, 11, 30)) / 86_400_000);
const YEAR = day('2027-01-01');
const JULY = day('2027-07-01');
const seat = (id: string, more: Partial<Seat> = {}): Seat => ({
  ...{ id, role: 'AE', isOpen: false, capacity: 1, potential: 1, history: 0, targets: 0 },
  ...more,
});
const SEATS = [seat('T01'), seat('T02'), seat('T03')];
const account = (from: number, to: number, more: Partial<MovedAccount> = {}): MovedAccount => ({
  ...{ id: 'C1', label: 'Acme', line: 0, from, to, fullYear: 12_000, day: JULY },
  ...more,
});

function moved(moves: readonly MovedAccount[], more: object = {}, seats: readonly Seat[] = SEATS) {
  const before: QuotaSettings = parse(QuotaSettingsSchema, {
    lines: [{ amount: 360_000, overAssignment: 0 }],
    ...{ unit: 0, calendar: 'months', moves: 'always', ramps: [{ role: '', months: Array(12).fill(1) }] },
    ...more,
  });
  const parts = before.lines.flatMap((_, line) => seats.map((__, k) => ({ line, seat: k, applies: true })));
  const of = (settings: QuotaSettings, some: readonly MovedAccount[] = []) =>
    quotasOf(settings, YEAR, settings.lines, seats, parts, some);
  const settings = { ...before, issued: issueOfQuotas(before, YEAR, of(before), seats) };
  const { rows, lines, bridge } = of(settings, moves);
  const { amounts } = dueByPeriod({ rows }, settings, YEAR, seats, moves);
  const why = unevenOf(movesAlong({ rows }, settings, settings.issued, YEAR, seats, moves));
  return { rows, lines, bridge, due: amounts, why, moved: rows.map((row) => row.moved) };
}
const months = (first: number, second: number) => [
  ...Array<number>(6).fill(first),
  ...Array<number>(6).fill(second),
];

test('the rest of the year goes along: from one, to the other, month by month', () => {
  const { rows, bridge, due } = moved([account(0, 1)]);
  expect(rows.map(({ inForce }) => inForce)).toEqual([114_000, 126_000, 120_000]);
  expect(rows.map((row) => row.moved)).toEqual([-6000, 6000, 0]);
  expect(bridge).toMatchObject({ moves: 0, final: 360_000, difference: 0 });
  expect(due).toEqual([months(10_000, 9000), months(10_000, 11_000), months(10_000, 10_000)]);
});

test('to a seat that is filled in October three months come, and what nobody carries is in the bridge', () => {
  const seats = [seat('T01'), seat('T02', { start: day('2027-10-01') }), seat('T03')];
  const { moved: net, bridge, due, why } = moved([account(0, 1)], {}, seats);
  expect(net).toEqual([-6000, 3000, 0]);
  expect(why).toEqual({ toNobody: 0, fromNobody: 0, carried: -3000 });
  expect(bridge).toMatchObject({ moves: -3000, difference: 0 });
  expect(due[1]?.slice(0, 9)).toEqual(Array<number>(9).fill(0));
});

test('from nobody and to nobody; several of one seat count together; another line is left alone', () => {
  expect(moved([account(-1, 2)])).toMatchObject({
    moved: [0, 0, 6000],
    why: { toNobody: 0, fromNobody: 6000, carried: 0 },
  });
  expect(moved([account(2, -1)])).toMatchObject({
    moved: [0, 0, -6000],
    why: { toNobody: -6000, fromNobody: 0, carried: 0 },
  });
  expect(moved([account(0, 1), account(1, 2, { fullYear: 24_000 })]).moved).toEqual([-6000, -6000, 12_000]);
  const two = {
    lines: [
      { amount: 360_000, overAssignment: 0 },
      { amount: 36_000, component: 'renewal', overAssignment: 0 },
    ],
  };
  const { moved: both, lines, due } = moved([account(0, 1, { line: 1 })], two);
  expect(both).toEqual([0, 0, 0, -6000, 6000, 0]);
  expect(lines.map(({ moves, difference }) => [moves, difference])).toEqual([
    [0, 0],
    [0, 0],
  ]);
  expect(due[0]).toEqual(months(11_000, 10_000));
});

test('never, always, or from a part of what was issued on: the net of a seat, not a single account', () => {
  const by = (how: object, some = [account(0, 1)]) => moved(some, how).moved;
  expect(by({ moves: 'never' })).toEqual([0, 0, 0]);
  expect(by({ moves: 'above', moveThreshold: 0.05 })).toEqual([0, 0, 0]);
  expect(by({ moves: 'above', moveThreshold: 0.049 })).toEqual([-6000, 6000, 0]);
  const there = [account(0, 1), account(2, 0, { fullYear: 11_000 })];
  // Too little for one of the two, enough for the other: it goes from one to the other all the same.
  expect(by({ moves: 'above', moveThreshold: 0.04 }, there)).toEqual([-500, 6000, -5500]);
  const { due } = moved(there, { moves: 'above', moveThreshold: 0.04 });
  expect(due[0]?.[11]).toBeCloseTo(10_000 - 500 / 6, 1);
  expect(due[2]?.[11]).toBeCloseTo(10_000 - 5500 / 6, 1);
});

test('what somebody who leaves hands to many is all theirs, however little it is for each; small moves beside it stay', () => {
  const seats = [...SEATS, seat('T04')];
  const spread = [1, 2, 2, 3].map((to) => account(0, to, { fullYear: 4000 }));
  const {
    moved: net,
    bridge,
    due,
  } = moved([...spread, account(1, 2, { fullYear: 800 })], { moves: 'above' }, seats);
  expect(net).toEqual([-8000, 2000, 4000, 2000]);
  expect(bridge).toMatchObject({ moves: 0, difference: 0, final: 360_000 });
  expect(due.map((months) => Math.round(months.reduce((sum, amount) => sum + amount, 0)))).toEqual([
    82_000, 92_000, 94_000, 92_000,
  ]);
});

test('what somebody whose quota ends with June hands to many in July is all theirs, however little for each', () => {
  const seats = [seat('T01', { end: day('2027-06-30') }), ...SEATS.slice(1), seat('T04')];
  const spread = [1, 2, 3].map((to) => account(0, to, { fullYear: 8000 }));
  const { moved: net, bridge, why, due } = moved(spread, { moves: 'above' }, seats);
  expect(net).toEqual([0, 4000, 4000, 4000]);
  expect(bridge).toMatchObject({ moves: 12_000, difference: 0 });
  expect(why.carried).toBe(12_000);
  expect(due.map((months) => total(months) > 0)).toEqual([true, true, true, true]);
});

test('any moves between seats that are there all year conserve what was issued to the cent, month by month', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(2), fc.nat(2), fc.integer({ min: 1, max: 3_000_000 }), fc.nat(364)), {
        maxLength: 12,
      }),
      fc.constantFrom('above', 'always', 'never'),
      (some, moves) => {
        const accounts = some.map(([from, to, cents, late]) =>
          account(from, to, { fullYear: cents / 100, day: YEAR + late }),
        );
        const { bridge, rows, due } = moved(accounts, { moves, calendar: 'days' });
        expect([bridge.moves, bridge.difference, bridge.final]).toEqual([0, 0, 360_000]);
        rows.forEach(({ inForce }, j) => expect(total(due[j] ?? [])).toBeCloseTo(inForce, 2));
      },
    ),
  );
});

test('a seat that was not there at the issue was issued nothing: in force is what accounts bring', () => {
  const before = parse(QuotaSettingsSchema, { lines: [{ amount: 240_000, overAssignment: 0 }], unit: 0 });
  const of = (settings: QuotaSettings, seats: readonly Seat[], some: readonly MovedAccount[] = []) =>
    quotasOf(
      settings,
      YEAR,
      settings.lines,
      seats,
      seats.map((_, k) => ({ line: 0, seat: k, applies: true })),
      some,
    );
  const issued = issueOfQuotas(before, YEAR, of(before, SEATS.slice(0, 2)), SEATS.slice(0, 2));
  const idle = of({ ...before, issued }, SEATS);
  expect(idle.rows[2]).toMatchObject({ inForce: 0, fullInForce: 0, slip: 0, moved: 0 });
  // A territory that is carved after the issue: what leaves the others is not lost.
  const settings = { ...before, issued, moves: 'above' as const, moveThreshold: 0.05 };
  const move = account(0, 2, { fullYear: 24_000 });
  const { rows, bridge } = of(settings, SEATS, [move]);
  expect(rows.map(({ moved: net }) => net)).toEqual(
    [-12_098.63, 0, 12_098.63].map((x) => expect.closeTo(x, 0)),
  );
  expect(rows[2]).toMatchObject({ inForce: rows[2]?.moved, fullInForce: 0, slip: 0 });
  expect(bridge).toMatchObject({ moves: 0, final: 240_000, difference: 0 });
  const { amounts } = dueByPeriod({ rows }, settings, YEAR, SEATS, [move]);
  expect(amounts[2]?.slice(0, 6)).toEqual(Array<number>(6).fill(0));
  expect(amounts[2]?.reduce((sum, amount) => sum + amount, 0)).toBeCloseTo(rows[2]?.inForce ?? NaN, 2);
});
