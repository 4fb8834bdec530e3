import fc from 'fast-check';
import { evaluate, runToEnd, tradeOff, type Problem } from '../../src/engine';
import { examples, problemsInForce } from './arbitrary';
import { allowance, breaches, moves, worstDeviations } from './checker';
import { grid } from './problems';

const curve = (problem: Problem, plan: ArrayLike<number> = problem.current) =>
  runToEnd(tradeOff(problem, plan));

test('every point of the curve keeps the rules and the cap', () => {
  fc.assert(
    fc.property(problemsInForce({ accounts: 20 }), (problem) => {
      const most = allowance(problem);
      for (const { assignment } of curve(problem)) {
        expect(breaches(problem, assignment)).toEqual([]);
        const moved = moves(problem, assignment);
        expect(moved.accounts).toBeLessThanOrEqual(most.accounts + 1e-9);
        expect(moved.money).toBeLessThanOrEqual(most.money * (1 + 1e-9));
      }
    }),
    examples(15),
  );
});

test('along the curve moves never fall and, with one metric, the worst deviation never rises', () => {
  let steps = 0;
  fc.assert(
    fc.property(problemsInForce({ accounts: 20 }), (problem) => {
      const points = curve({ ...problem, metrics: problem.metrics.slice(0, 1) });
      points.forEach((point, q) => {
        const before = points[q - 1];
        if (!before) return;
        expect(point.changed.accounts).toBeGreaterThanOrEqual(before.changed.accounts);
        expect(point.worstDeviation[0]).toBeLessThanOrEqual(before.worstDeviation[0]! + 1e-9);
        steps++;
      });
    }),
    examples(40),
  );
  expect(steps).toBeGreaterThan(5);
});

/** How far each metric is from what territories are held against: an account too large for any share is its own target. */
function fromTargets(problem: Problem, assignment: Int32Array): number[] {
  const { apart } = evaluate(problem, assignment);
  if (!apart || apart.accounts.length === 0) return worstDeviations(problem, assignment);
  const many = problem.metrics.length;
  return problem.metrics.map(({ weight }, m) => {
    const off = Array.from({ length: problem.territories }, (_, j) => {
      const goal = apart.target[j * many + m]!;
      const load = weight.reduce((sum, value, i) => (assignment[i] === j ? sum + value : sum), 0);
      return goal > 0 ? Math.abs(load / goal - 1) : 0;
    });
    return Math.max(...off);
  });
}

test('the figures of a point are those of its assignment', () => {
  let apart = 0;
  fc.assert(
    fc.property(problemsInForce({ accounts: 20 }), (problem) => {
      for (const { assignment, worstDeviation, changed, moved } of curve(problem)) {
        if ((evaluate(problem, assignment).apart?.accounts.length ?? 0) > 0) apart++;
        fromTargets(problem, assignment).forEach((d, m) => expect(worstDeviation[m]).toBeCloseTo(d, 8));
        const expected = moves(problem, assignment);
        expect(moved).toEqual(expected);
        expect(changed).toEqual(expected);
      }
    }),
    examples(15),
  );
  expect(apart).toBeGreaterThan(0);
});

test('beside an account that nobody can share the curve runs from the rest as it is to an even rest', () => {
  const plain = grid({ side: 10, territories: 4 });
  const [metric] = plain.metrics;
  const weight = metric!.weight.slice().fill(1);
  weight[0] = 300;
  const current = Int32Array.from({ length: 100 }, (_, i) => (i === 0 ? 0 : i % 10 < 6 ? 1 : i < 50 ? 2 : 3));
  const points = curve({ ...plain, metrics: [{ weight, tolerance: 0.05 }], current });
  // 60 of 99 are with one of three: 59 of 33 is the worst.
  expect(points[0]!.worstDeviation[0]).toBeCloseTo(59 / 33 - 1, 9);
  expect(points.at(-1)!.worstDeviation[0]).toBeLessThan(0.05);
  expect(points.length).toBeGreaterThanOrEqual(4);
});

test('pins that alone are too much stay in the curve’s figures', () => {
  const plain = grid({ side: 10, territories: 4 });
  const pinned = Int32Array.from({ length: 100 }, (_, i) => (i < 60 ? 1 : -1));
  const current = Int32Array.from({ length: 100 }, (_, i) => (i < 60 ? 1 : [0, 2, 3][i % 3]!));
  const [first] = curve({ ...plain, pinned, current });
  expect(first!.worstDeviation[0]).toBeCloseTo(60 / 25 - 1, 9);
});

test('from a lopsided grid there are five to nine points, from no move to nearly even', () => {
  const problem = grid({ side: 14, territories: 4 });
  // The corners of a cross that is off centre.
  const plan = Int32Array.from({ length: 196 }, (_, i) => (i % 14 < 9 ? 0 : 1) + (i < 14 * 8 ? 0 : 2));
  const points = curve({ ...problem, current: plan });
  expect(points.length).toBeGreaterThanOrEqual(5);
  expect(points.length).toBeLessThanOrEqual(9);
  expect(points[0]).toMatchObject({ changed: { accounts: 0, money: 0 }, moved: { accounts: 0, money: 0 } });
  expect(points[0]!.assignment).toEqual(plan);
  const spreads = points.map(({ spread }) => spread);
  expect(spreads).toEqual([...spreads].sort((a, b) => b - a));
  expect(spreads.at(-1)).toBeLessThan(0.1);
});
