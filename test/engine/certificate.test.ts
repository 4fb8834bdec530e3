import { design, evaluate, runToEnd } from '../../src/engine';
import { solveRelaxed, solveWhole } from '../support/highs';
import { programmeAt } from '../support/programme';
import { inertia } from './checker';
import { strewn } from './problems';

describe.each([
  ['one metric', [0.05], false, 0.01],
  ['one metric, pins, segments and a half share', [0.1], true, 0.02],
  ['three metrics', [0.05, 0.05, 0.05], false, 0.02],
  ['three metrics, pins and segments', [0.2, 0.2, 0.2], true, 0.03],
])('%s', (_, tolerances, rules, tightness) => {
  test.each([1, 2])('the bound is proven by HiGHS, and nearly as high as can be (seed %i)', async (seed) => {
    const problem = strewn(110, 4, tolerances, seed, rules);
    const result = runToEnd(design(problem));
    expect(result.withinTolerance).toBe(true);
    expect(result.cost / inertia(problem, result)).toBeCloseTo(1, 9);

    const relaxed = await solveRelaxed(programmeAt(problem, result));
    expect(relaxed.optimal).toBe(true);
    expect(result.bound).toBeLessThanOrEqual(relaxed.value * (1 + 1e-6));
    expect(result.bound).toBeGreaterThan(relaxed.value * (1 - tightness));
    expect(result.cost).toBeGreaterThanOrEqual(relaxed.value * (1 - 1e-6));
  });
});

test.each([1, 2])(
  'a small design costs hardly more than the best one at its centres (seed %i)',
  async (seed) => {
    const problem = strewn(120, 4, [0.05], seed);
    const result = runToEnd(design(problem));
    const best = await solveWhole(programmeAt(problem, result), result.cost);
    expect(best.optimal).toBe(true);
    expect(result.cost).toBeGreaterThanOrEqual(best.value * (1 - 1e-6));
    expect(result.cost).toBeLessThanOrEqual(best.value * 1.01);
    expect(result.bound).toBeLessThanOrEqual(best.value * (1 + 1e-6));
  },
);

test('the bound holds for any other plan within the tolerances at these centres, also after an evaluation', async () => {
  const problem = strewn(150, 5, [0.05, 0.1], 9);
  const designed = runToEnd(design(problem));
  const described = evaluate(problem, designed.assignment);
  const relaxed = await solveRelaxed(programmeAt(problem, described));
  expect(described.bound).toBeLessThanOrEqual(relaxed.value * (1 + 1e-6));
  expect(described.bound).toBeGreaterThan(0.97 * relaxed.value);
});
