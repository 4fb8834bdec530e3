import fc from 'fast-check';
import { brokenRules, design, evaluate, runToEnd } from '../../src/engine';
import { examples, problemsInForce, problemsWithPlan } from './arbitrary';
import { inertia, loads, moves, worstDeviations } from './checker';
import { grid } from './problems';

test('any assignment is described as it is, even one that breaks rules', () => {
  fc.assert(
    fc.property(problemsWithPlan(), ({ problem, plan }) => {
      const result = evaluate(problem, plan);
      expect(result.assignment).toEqual(plan);
      loads(problem, plan).load.forEach((l, at) => expect(result.load[at]).toBeCloseTo(l, 8));
      worstDeviations(problem, plan).forEach((d, m) => expect(result.worstDeviation[m]).toBeCloseTo(d, 8));
      expect(result.moved).toEqual(moves(problem, plan));
    }),
    examples(50),
  );
});

test('a plan that keeps the rules has a bound under its cost, and its cost is its inertia', () => {
  let bounded = 0;
  fc.assert(
    fc.property(problemsInForce({ soft: false }), (problem) => {
      const result = evaluate(problem, problem.current);
      // Members of a family without a place count as being where the others are.
      const alone = problem.family.every((f, i) => f < 0 || !Number.isNaN(problem.points[i * problem.dims]!));
      if (Number.isNaN(result.bound) || !alone) return;
      expect(brokenRules(problem, problem.current)).toEqual([]);
      expect(result.bound).toBeLessThanOrEqual(result.cost * (1 + 1e-9) + 1e-6);
      const expected = inertia(problem, result);
      expect(Math.abs(result.cost - expected)).toBeLessThanOrEqual(1e-6 * Math.max(1, expected));
      bounded++;
    }),
    examples(50),
  );
  expect(bounded).toBeGreaterThan(5);
});

test('a finished design, looked at again, has the same figures and nearly the same gap', () => {
  const problem = grid({ side: 20, territories: 5 });
  const designed = runToEnd(design(problem));
  const again = evaluate(problem, designed.assignment);
  expect(again.load).toEqual(designed.load);
  expect(again.meanKm / designed.meanKm).toBeCloseTo(1, 2);
  expect(again.gap).toBeLessThan(designed.gap + 0.01);
});
