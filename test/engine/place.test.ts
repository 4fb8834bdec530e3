import fc from 'fast-check';
import { place, Placer, Standing } from '../../src/engine';
import { examples, problemsInForce } from './arbitrary';
import { breaches, choices, families, loads } from './checker';
import { restOf } from './rest';
import { grid } from './problems';

/** A standing plan that keeps the rules, and accounts to be placed anew. */
const arrivals = fc
  .tuple(problemsInForce({ cap: false }), fc.array(fc.boolean(), { minLength: 31, maxLength: 31 }))
  .map(([problem, draw]) => ({ problem, fresh: [...problem.current.keys()].filter((i) => draw[i]) }));

test('placed accounts keep every rule and nobody else moves', () => {
  let placed = 0;
  fc.assert(
    fc.property(arrivals, ({ problem, fresh }) => {
      const plan = place(problem, problem.current, fresh);
      expect(breaches(problem, plan)).toEqual([]);
      plan.forEach((j, i) => {
        if (!fresh.includes(i)) expect(j).toBe(problem.current[i]);
      });
      placed += fresh.length;
    }),
    examples(80),
  );
  expect(placed).toBeGreaterThan(500);
});

test('a lone account goes to the nearest eligible territory that keeps within its upper limits, if there is one', () => {
  let looked = 0;
  fc.assert(
    fc.property(arrivals, ({ problem, fresh: [i] }) => {
      const { dims, points, metrics } = problem;
      if (
        i === undefined ||
        problem.space === 'none' ||
        problem.space === 'sphere' ||
        Number.isNaN(points[i * dims]!)
      )
        return;
      if (problem.pinned[i]! >= 0 || families(problem).some(({ members }) => members.includes(i))) return;
      const without = problem.current.slice();
      without[i] = -1;
      const { centres } = new Standing(problem, without);
      const { load } = loads(problem, without);
      const { target } = restOf(problem, without);
      const away = (j: number) =>
        Math.hypot(...[...Array(dims).keys()].map((d) => points[i * dims + d]! - centres[j * dims + d]!));
      const fits = choices(problem, i).filter((j) =>
        metrics.every(({ weight, tolerance }, m) => {
          const at = j * metrics.length + m;
          return weight[i] === 0 || load[at]! + weight[i]! <= target[at]! * (1 + tolerance) * (1 - 1e-9);
        }),
      );
      const near = fits.filter((j) => !Number.isNaN(away(j)));
      if (near.length === 0) return;
      const chosen = place(problem, problem.current, [i])[i]!;
      expect(fits).toContain(chosen);
      expect(away(chosen)).toBeCloseTo(Math.min(...near.map(away)), 6);
      looked++;
    }),
    examples(120),
  );
  expect(looked).toBeGreaterThan(10);
});

test('an account beside a full territory goes to the next one', () => {
  const problem = grid({ side: 4, territories: 2 });
  const plan = Int32Array.from({ length: 16 }, (_, i) => (i % 4 < 2 ? 0 : 1));
  // Left is full: 8 accounts of 16 at ±5 %. Account 5, on the left, must go right once another takes its place.
  plan[5] = 1;
  plan[6] = 0;
  const placer = new Placer(
    new Standing(
      problem,
      Int32Array.from(plan, (j, i) => (i === 5 ? -1 : j)),
    ),
  );
  expect(placer.place(5)).toBe(1);
  expect([...placer.assignment].filter((j) => j === 0)).toHaveLength(8);
});
