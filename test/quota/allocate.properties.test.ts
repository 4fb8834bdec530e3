import fc from 'fast-check';
import { allocate, type AllocationRules, type AllocationSeat } from '../../src/quota/allocate';

const runs = { numRuns: Number(process.env['FC_RUNS'] ?? 400) };
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 3 });
const amount = (most: number) => fc.integer({ min: 0, max: 100 * most }).map((cents) => cents / 100);
const seat: fc.Arbitrary<AllocationSeat> = fc.record({
  weight: fc.oneof(fc.constant(1), amount(500)),
  share: fc.oneof(
    fc.constant(1),
    fc.constant(0),
    fc.integer({ min: 1, max: 365 }).map((days) => days / 365),
  ),
  floor: maybe(amount(2000)),
  cap: maybe(amount(4000)),
  override: maybe(amount(3000)),
});
const rules: fc.Arbitrary<AllocationRules> = fc.record({
  overrides: fc.constantFrom('leave' as const, 'spread' as const),
  unit: fc.constantFrom(0.01, 1, 10, 250),
  digits: fc.constantFrom(undefined, 0),
});
const seats = fc.array(seat, { minLength: 1, maxLength: 12 });
const cents = (value: number) => Math.round(value * 100);
const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);

/** The same question asked of a halving search, which knows nothing of corners. */
function byHalving(pool: number, given: readonly AllocationSeat[]): number[] {
  const at = (lambda: number) =>
    given.map(({ weight, floor = 0, cap = Infinity }) => Math.min(cap, Math.max(floor, lambda * weight)));
  const placed = (lambda: number) => total(at(lambda).map((quota, k) => quota * (given[k]?.share ?? 0)));
  let [low, high] = [0, 1e12];
  for (let step = 0; step < 200; step++) {
    const middle = (low + high) / 2;
    if (placed(middle) <= pool) low = middle;
    else high = middle;
  }
  return at(low);
}

test('no cent is made or lost, and no part of a unit where there are none', () => {
  fc.assert(
    fc.property(amount(20_000), seats, rules, fc.boolean(), (money, drawn, how, isBottomUp) => {
      const { digits = 2 } = how;
      const shown = (value: number) => Number(value.toFixed(digits));
      const pool = shown(money);
      const given = drawn.map(({ override, ...rest }) =>
        override === undefined ? rest : { ...rest, override: shown(override) },
      );
      const found = allocate(pool, given, { ...how, isBottomUp });
      const { notPlaceable, overrideGap, bottomUpGap, rounding } = found;
      const final = total(found.seats.map((one) => one.final));
      // To the cent: each step is rounded so that together they lead to the quotas.
      expect(Math.abs(cents(pool - notPlaceable + bottomUpGap + overrideGap - rounding - final))).toBe(0);
      for (const amount of [notPlaceable, overrideGap, bottomUpGap, rounding])
        expect(amount).toBeCloseTo(shown(amount), 9);
      for (const one of found.seats) expect(one.final).toBeCloseTo(shown(one.final), 9);
    }),
    runs,
  );
});

test('rounding leaves less than a unit', () => {
  fc.assert(
    fc.property(amount(20_000), seats, rules, (pool, given, how) => {
      const { rounding } = allocate(pool, given, how);
      expect(rounding).toBeGreaterThanOrEqual(0);
      const cent = 10 ** -(how.digits ?? 2);
      expect(rounding).toBeLessThan(Math.max(cent, how.unit) + cent * given.length);
    }),
    runs,
  );
});

test('quotas are those that a halving search finds', () => {
  fc.assert(
    fc.property(amount(20_000), seats, (pool, given) => {
      const plain = given.map(({ override: _, ...rest }) => rest);
      const found = allocate(pool, plain, { overrides: 'leave', unit: 0.01 });
      const searched = byHalving(pool, plain);
      const placed = (quotas: readonly number[]) =>
        total(quotas.map((quota, k) => quota * (plain[k]?.share ?? 0)));
      const fullYear = found.seats.map((one) => one.fullYear);
      // Where all are at their bounds many λ place the same; what is placed is one.
      expect(placed(fullYear)).toBeCloseTo(placed(searched), 3);
      plain.forEach(({ share }, k) => {
        if (share > 0 && found.notPlaceable === 0 && pool > 0 && placed(searched) > 0)
          expect(Math.abs((fullYear[k] ?? 0) - (searched[k] ?? 0)) * share).toBeLessThan(0.01 + 1e-6 * pool);
      });
    }),
    runs,
  );
});

test('bounds hold, before rounding and after it', () => {
  fc.assert(
    fc.property(amount(20_000), seats, rules, (pool, given, how) => {
      allocate(pool, given, how).seats.forEach(({ fullYear, final }, k) => {
        const { floor = 0, cap = 1e12, share, override } = given[k]!;
        expect(fullYear).toBeLessThanOrEqual(cap);
        expect(fullYear).toBeGreaterThanOrEqual(Math.min(floor, cap));
        if (override !== undefined) expect(final).toBe(override);
        else {
          expect(final).toBeLessThanOrEqual(cap * share + 1e-6);
          expect(final).toBeGreaterThan(Math.min(floor, cap) * share - 1.001 * 10 ** -(how.digits ?? 2));
        }
      });
    }),
    runs,
  );
});

test('of seats alike but for their weight the larger weight never gets less', () => {
  fc.assert(
    fc.property(
      amount(20_000),
      fc.array(amount(500), { minLength: 2, maxLength: 10 }),
      maybe(amount(900)),
      rules,
      (pool, weights, cap, how) => {
        const { seats: found } = allocate(
          pool,
          weights.map((weight) => ({ weight, share: 1, cap })),
          how,
        );
        weights.forEach((weight, k) => {
          weights.forEach((other, l) => {
            if (weight > other) expect(found[k]!.fullYear).toBeGreaterThanOrEqual(found[l]!.fullYear - 1e-9);
            if (weight > other) expect(found[k]!.final).toBeGreaterThanOrEqual(found[l]!.final - 0.01);
          });
        });
      },
    ),
    runs,
  );
});

test('the order of rows does not matter, but for whose of equal remainders is rounded up', () => {
  fc.assert(
    fc.property(amount(20_000), seats, rules, (pool, given, how) => {
      const ahead = allocate(pool, given, how);
      const back = allocate(pool, [...given].reverse(), how);
      expect(back.notPlaceable).toBeCloseTo(ahead.notPlaceable, 6);
      expect(Math.abs(back.rounding - ahead.rounding)).toBeLessThanOrEqual(0.011);
      [...back.seats].reverse().forEach(({ fullYear, final }, k) => {
        expect(fullYear).toBeCloseTo(ahead.seats[k]!.fullYear, 5);
        expect(Math.abs(final - ahead.seats[k]!.final)).toBeLessThanOrEqual(how.unit + 1e-9);
      });
    }),
    runs,
  );
});

test('an override that leaves the others alone changes none by more than a unit', () => {
  fc.assert(
    fc.property(
      amount(20_000),
      seats,
      fc.nat(11),
      amount(3000),
      fc.constantFrom(0.01, 10, 250),
      (pool, given, at, override, unit) => {
        const plain = given.map(({ override: _, ...rest }) => rest);
        const which = at % plain.length;
        const how = { overrides: 'leave', unit } as const;
        const before = allocate(pool, plain, how);
        const after = allocate(
          pool,
          plain.map((one, k) => (k === which ? { ...one, override } : one)),
          how,
        );
        after.seats.forEach(({ final }, k) => {
          if (k !== which) expect(Math.abs(final - before.seats[k]!.final)).toBeLessThanOrEqual(unit + 1e-9);
        });
      },
    ),
    runs,
  );
});
