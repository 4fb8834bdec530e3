import fc from 'fast-check';
import { repair, runToEnd, type Problem } from '../../src/engine';
import { examples, keepRules, problemsInForce } from './arbitrary';
import { allowance, breaches, compare, moves, worstDeviations } from './checker';
import { restExcesses } from './rest';
import { grid } from './problems';

/** A problem whose plan of today keeps the rules, and a start for the repair. */
const fromToday = problemsInForce();
const fromAnything = fc
  .tuple(problemsInForce(), fc.array(fc.nat(5), { minLength: 31, maxLength: 31 }))
  .map(([problem, draw]) => {
    const start = Int32Array.from(
      { length: problem.accounts },
      (_, i) => (draw[i] ?? 0) % problem.territories,
    );
    return { problem, start };
  });
const mend = (problem: Problem, start: ArrayLike<number>) => runToEnd(repair(problem, start));

test('a repaired plan keeps every rule, whatever it was before', () => {
  fc.assert(
    fc.property(fromAnything, ({ problem, start }) => {
      expect(breaches(problem, mend(problem, start).assignment)).toEqual([]);
    }),
    examples(40),
  );
});

test('a repair from today’s plan keeps the disruption cap', () => {
  fc.assert(
    fc.property(fromToday, (problem) => {
      const moved = moves(problem, mend(problem, problem.current).assignment);
      const most = allowance(problem);
      expect(moved.accounts).toBeLessThanOrEqual(most.accounts + 1e-9);
      expect(moved.money).toBeLessThanOrEqual(most.money * (1 + 1e-9));
    }),
    examples(40),
  );
});

test('a repair never ends farther from the tolerances than it began, metric by metric in their order', () => {
  let better = 0;
  fc.assert(
    fc.property(fromAnything, ({ problem, start }) => {
      const before = keepRules(problem, start);
      const free = { ...problem };
      delete (free as { cap?: unknown }).cap;
      const after = mend(free, before).assignment;
      const change = compare(restExcesses(problem, after), restExcesses(problem, before));
      expect(change).toBeLessThanOrEqual(0);
      if (change < 0) better++;
    }),
    examples(40),
  );
  expect(better).toBeGreaterThan(10);
});

test('a repair that cannot better the tolerances moves nothing', () => {
  let still = 0;
  fc.assert(
    fc.property(fromToday, (problem) => {
      const after = mend(problem, problem.current);
      if (compare(restExcesses(problem, after.assignment), restExcesses(problem, problem.current)) !== 0)
        return;
      expect(after.assignment).toEqual(problem.current);
      still++;
    }),
    examples(40),
  );
  expect(still).toBeGreaterThan(10);
});

test('the worst deviation never rises on a metric where it is beyond its tolerance, unless a weightier one falls', () => {
  fc.assert(
    fc.property(fromToday, (problem) => {
      const beyond = (plan: ArrayLike<number>) =>
        worstDeviations(problem, plan).map((d, m) => Math.max(0, d - problem.metrics[m]!.tolerance - 1e-9));
      const after = mend(problem, problem.current).assignment;
      expect(compare(beyond(after), beyond(problem.current))).toBeLessThanOrEqual(0);
    }),
    examples(40),
  );
});

test('one edit on an even grid is undone by one move', () => {
  const problem = {
    ...grid({ side: 10, territories: 4 }),
    metrics: [{ weight: new Float64Array(100).fill(1), tolerance: 0.02 }],
  };
  const quarters = Int32Array.from({ length: 100 }, (_, i) => (i % 10 < 5 ? 0 : 1) + (i < 50 ? 0 : 2));
  const edited = quarters.slice();
  edited[44] = 3;
  const current = quarters;
  const after = mend({ ...problem, current }, edited);
  expect(after.withinTolerance).toBe(true);
  expect([...after.assignment].filter((j, i) => j !== edited[i])).toHaveLength(1);
});

test('a chain over three territories is found where no single move helps', () => {
  // Three territories in a row; weight can only flow through the middle one, since classes bar the direct way.
  const weight = Float64Array.from([4, 4, 2, 5, 3, 2, 3, 3]);
  const plan = [0, 0, 0, 1, 1, 2, 2, 1];
  const problem: Problem = {
    ...grid({ side: 2, territories: 3 }),
    accounts: 8,
    points: Float64Array.from([0, 0, 1, 0, 9, 0, 11, 0, 18, 0, 29, 0, 30, 0, 12, 0]),
    metrics: [{ weight, tolerance: 0.1 }],
    classes: 2,
    classOf: Int32Array.from([0, 0, 0, 1, 1, 1, 1, 1]),
    eligible: Uint8Array.from([1, 1, 0, 0, 1, 1]),
    pinned: new Int32Array(8).fill(-1),
    family: new Int32Array(8).fill(-1),
    current: Int32Array.from(plan),
  };
  const after = mend(problem, plan);
  expect(after.withinTolerance).toBe(true);
  expect(breaches(problem, after.assignment)).toEqual([]);
});
