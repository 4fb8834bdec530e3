import { design, runToEnd, type Problem } from '../../src/engine';
import { made } from '../bench/setups';
import { inherited } from '../support/limits';
import { strewn } from './problems';

const run = (problem: Problem) => runToEnd(design(problem));
const among = (problem: Problem, tolerance: number): Problem => ({
  ...problem,
  metrics: problem.metrics.map((metric) => ({ ...metric, tolerance })),
});

test('work that begins from a plan that is known leads as far as work from nothing', () => {
  const problem = strewn(300, 8, [0.1], 3);
  const known = run(problem);
  for (const tolerance of [0.05, 0.01]) {
    const anew = run(among(problem, tolerance));
    const next = run({ ...among(problem, tolerance), known });
    expect(next.withinTolerance).toBe(true);
    expect(next.cost).toBeLessThan(1.01 * anew.cost);
  }
});

test('where the plan that is known leads nowhere, others are looked for', () => {
  const problem = strewn(40, 4, [0.02], 5);
  const anew = run(problem);
  // All centres but one far away from everything.
  const centres = Float64Array.from({ length: 8 }, (_, at) => (at < 2 ? 500 : 1e6 + at));
  const next = run({ ...problem, known: { centres, assignment: anew.assignment } });
  expect(next.withinTolerance).toBe(anew.withinTolerance);
});

test('a limit comes to the same plan, whether the plan without it was known or not', () => {
  const problem = inherited(made(200, 6, 2, 1, 0.1), 2);
  const known = run(problem);
  const capped: Problem = { ...problem, cap: { accounts: 0.2, money: 1 } };
  const next = run({ ...capped, known });
  expect(next.assignment).toEqual(run(capped).assignment);
  expect(next.moved.accounts).toBeLessThanOrEqual(40);
});

test('a limit that the known plan keeps is kept', () => {
  const problem = inherited(made(200, 6, 2, 1, 0.1), 2);
  const known = run(problem);
  const next = run({ ...problem, cap: { accounts: 1, money: 0.999 }, known });
  expect(next.withinTolerance).toBe(true);
  expect(next.cost).toBeLessThan(1.01 * known.cost);
});
