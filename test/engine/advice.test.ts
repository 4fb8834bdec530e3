import fc from 'fast-check';
import { bestMoves, lockPrices, type Problem } from '../../src/engine';
import { examples, problemsInForce } from './arbitrary';
import { breaches, choices, excesses, loads } from './checker';
import { problemOf } from '../support/problem';
import { grid } from './problems';

const indexOf = (problem: Problem, plan: ArrayLike<number>, j: number): number[] => {
  const { load, target } = loads(problem, plan);
  const m = problem.metrics.length;
  return problem.metrics.map((_, q) => load[j * m + q]! / target[j * m + q]!);
};

/** Indices agree; a metric that weighs nothing has none. */
const same = (told: Float64Array, expected: readonly number[]) => {
  expect(told).toHaveLength(expected.length);
  expected.forEach((x, m) => {
    if (!Number.isNaN(x)) expect(told[m]).toBeCloseTo(x, 8);
  });
};

test('each of the best moves keeps the rules, concerns the territory and tells before and after rightly', () => {
  let seen = 0;
  fc.assert(
    fc.property(problemsInForce({ cap: false }), fc.nat(5), (problem, pick) => {
      const plan = problem.current;
      const territory = pick % problem.territories;
      const moves = bestMoves(problem, plan, territory);
      expect(moves.length).toBeLessThanOrEqual(3);
      const touched = moves.flatMap(({ accounts, back }) => [...accounts, ...back]);
      expect(new Set(touched).size).toBe(touched.length);
      for (const { accounts, from, to, back, fromIndex, toIndex, gain } of moves) {
        expect([from, to]).toContain(territory);
        const after = plan.slice();
        for (const i of accounts) {
          expect(plan[i]).toBe(from);
          after[i] = to;
        }
        for (const i of back) {
          expect(plan[i]).toBe(to);
          after[i] = from;
        }
        expect(breaches(problem, after)).toEqual([]);
        same(fromIndex.before, indexOf(problem, plan, from));
        same(fromIndex.after, indexOf(problem, after, from));
        same(toIndex.before, indexOf(problem, plan, to));
        same(toIndex.after, indexOf(problem, after, to));
        expect(gain).toBeGreaterThan(0);
        seen++;
      }
    }),
    examples(80),
  );
  expect(seen).toBeGreaterThan(50);
});

test('an overfull territory is told to give up the account at its border', () => {
  const problem = grid({ side: 4, territories: 2 });
  const plan = Int32Array.from({ length: 16 }, (_, i) => (i % 4 < 2 || i === 6 ? 0 : 1));
  const [best] = bestMoves(problem, plan, 0);
  expect(best).toMatchObject({ accounts: [6], from: 0, to: 1, back: [] });
  expect([...best!.fromIndex.after, ...best!.toIndex.after]).toEqual([1, 1]);
});

test('a territory in balance with nothing to gain gets no advice', () => {
  const problem = grid({ side: 4, territories: 2 });
  const plan = Int32Array.from({ length: 16 }, (_, i) => (i % 4 < 2 ? 0 : 1));
  expect(bestMoves(problem, plan, 0)).toEqual([]);
});

test('the price of a lock is what the tolerances would gain, to the best territory that is open', () => {
  let priced = 0;
  fc.assert(
    fc.property(problemsInForce({ cap: false }), (problem) => {
      const plan = problem.current;
      const sum = (of: ArrayLike<number>) => excesses(problem, of).reduce((a, b) => a + b, 0);
      const prices = lockPrices(problem, plan);
      expect(prices.map(({ account }) => account)).toEqual(
        [...problem.pinned.keys()].filter((i) => problem.pinned[i]! >= 0),
      );
      for (const { account, territory, best, balance } of prices) {
        expect(territory).toBe(plan[account]);
        const released = { ...problem, pinned: problem.pinned.map((j, i) => (i === account ? -1 : j)) };
        const gain = (j: number) => sum(plan) - sum(plan.map((own, i) => (i === account ? j : own)));
        expect(balance).toBeCloseTo(gain(best), 6);
        for (const j of choices(released, account)) expect(gain(j)).toBeLessThanOrEqual(balance + 1e-6);
        if (best !== territory) priced++;
      }
    }),
    examples(80),
  );
  expect(priced).toBeGreaterThan(20);
});

test('of a lock that balance does not mind the price is the km it would be nearer elsewhere', () => {
  // Two towns 100 km apart; one account of weight 0 is locked to the far one.
  const points = Float64Array.of(0, 0, 10, 0, 100, 0, 110, 0, 20, 0);
  const metrics = [{ weight: Float64Array.of(1, 1, 1, 1, 0), tolerance: 0.1 }];
  const plan = Int32Array.of(0, 0, 1, 1, 1);
  const locked = (territory: number) =>
    problemOf(points, metrics, 2, {
      space: 'plane',
      dims: 2,
      pinned: Int32Array.of(-1, -1, -1, -1, territory),
    });
  const [far] = lockPrices(locked(1), plan);
  expect(far).toMatchObject({ account: 4, territory: 1, best: 0, balance: 0 });
  expect(far!.km).toBeGreaterThan(40);
  // Locked where it is nearest, it has nothing to gain: farther is no gain.
  const near = plan.map((j, i) => (i === 4 ? 0 : j));
  expect(lockPrices(locked(0), near)).toEqual([{ account: 4, territory: 0, best: 0, balance: 0, km: 0 }]);
});
