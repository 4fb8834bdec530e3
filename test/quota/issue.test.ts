import fc from 'fast-check';
import { parse } from 'valibot';
import { issueOfQuotas } from '../support/issue';
import { QuotaSettingsSchema, type QuotaSettings } from '../../src/plan/quota';
import { quotasOf, type Part } from '../../src/quota/quotas';
import type { Seat } from '../../src/quota/seats';

const day = (iso: string): number => Math.round((Date.parse(iso) - Date.UTC(1899, 11, 30)) / 86_400_000);
const YEAR = day('2027-01-01');
const seat = (k: number, more: Partial<Seat> = {}): Seat => ({
  id: `T${k}`,
  role: 'AE',
  isOpen: false,
  capacity: 1,
  potential: 100,
  history: 0,
  targets: 0,
  ...more,
});
const partsOf = (seats: readonly Seat[]): Part[] =>
  seats.map((_, k) => ({ line: 0, seat: k, applies: true }));
const even = { ramps: [{ role: '', months: Array<number>(12).fill(1) }] };
const settings = (more: object): QuotaSettings => parse(QuotaSettingsSchema, { ...even, ...more });
const of = (one: QuotaSettings, seats: readonly Seat[]) =>
  quotasOf(one, YEAR, one.lines, seats, partsOf(seats));

test('one open seat of 20 starts half a year later than issued: the other 19 keep 862,500, the rest is hiring slip', () => {
  const seats = Array.from({ length: 20 }, (_, k) =>
    seat(k, k === 19 ? { isOpen: true, start: YEAR, hired: YEAR } : {}),
  );
  const before = settings({ lines: [{ amount: 15_000_000 }], unit: 0 });
  const issued = issueOfQuotas(before, YEAR, of(before, seats), seats);
  const late = seats.map((one, k) => (k === 19 ? { ...one, start: day('2027-07-01') } : one));
  const { rows, bridge } = of({ ...before, issued }, late);
  expect(rows.slice(0, 19).map(({ inForce }) => inForce)).toEqual(Array<number>(19).fill(862_500));
  expect(rows[19]?.inForce).toBe(434_794.52);
  expect(bridge).toMatchObject({ plan: 15_000_000, pool: 17_250_000, hiringSlip: 427_705.48, difference: 0 });
});

test('what was issued to a seat that is gone is a line of the bridge', () => {
  const seats = [0, 1, 2].map((k) => seat(k));
  const before = settings({ lines: [{ amount: 3_000_000 }], unit: 0 });
  const issued = issueOfQuotas(before, YEAR, of(before, seats), seats);
  const { bridge } = of({ ...before, issued }, seats.slice(0, 2));
  expect(bridge).toMatchObject({ seatsGone: 1_150_000, final: 2_300_000, unallocated: 0, difference: 0 });
});

test('one day is a day after the issue, too', () => {
  const seats = [seat(0), seat(1, { start: YEAR })];
  const before = settings({ lines: [{ amount: 730_000, overAssignment: 0 }], unit: 0 });
  const issued = issueOfQuotas(before, YEAR, of(before, seats), seats);
  const { rows, bridge } = of({ ...before, issued }, [seat(0), seat(1, { start: YEAR + 1 })]);
  expect(rows.map(({ inForce }) => inForce)).toEqual([365_000, 364_000]);
  expect(bridge).toMatchObject({ hiringSlip: 1000, difference: 0 });
});

const anySeat = fc.record({
  capacity: fc.double({ min: 0.2, max: 1, noNaN: true }),
  start: fc.option(fc.integer({ min: YEAR - 50, max: YEAR + 400 }), { nil: undefined }),
  end: fc.option(fc.integer({ min: YEAR - 50, max: YEAR + 400 }), { nil: undefined }),
});

test('after the issue an event changes only the seat that it names, and no cent is made or lost', () => {
  fc.assert(
    fc.property(
      fc.array(anySeat, { minLength: 2, maxLength: 8 }),
      fc.integer({ min: 0, max: 50_000_000 }),
      fc.nat(7),
      anySeat,
      fc.constantFrom('days', 'months'),
      (drawn, amount, which, event, calendar) => {
        const seats = drawn.map((one, k) => seat(k, one));
        const before = settings({ lines: [{ amount }], unit: 1000, calendar });
        const issued = issueOfQuotas(before, YEAR, of(before, seats), seats);
        const k = which % seats.length;
        const after = seats.map((one, j) => (j === k ? { ...one, ...event } : one));
        // Whatever else is set by then.
        const since = settings({ lines: [{ amount: amount + 1000 }], unit: 0, calendar: 'season', issued });
        const { rows, bridge } = of(since, after);
        rows.forEach((row, j) => {
          if (j !== k) expect(row.inForce).toBe(issued.rows[row.key]?.quota);
        });
        expect(bridge.difference).toBe(0);
        expect(bridge.unallocated).toBeCloseTo(1150, 6);
      },
    ),
  );
});
