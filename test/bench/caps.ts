import { design, runToEnd, type Design, type MoveCap, type Problem } from '../../src/engine';
import { solveRelaxed, solveWhole } from '../support/highs';
import { costAt, inherited, overspent, programmeWithin } from '../support/limits';
import { figureOf, percent, type Figure } from './figures';
import { count, made, seedsTo } from './setups';

const TOLERANCE = 0.1;
const SMALL: readonly (readonly [name: string, cap: MoveCap])[] = [
  ['5 % of the accounts', { accounts: 0.05, money: 1 }],
  ['20 % of the accounts', { accounts: 0.2, money: 1 }],
  ['40 % of the accounts', { accounts: 0.4, money: 1 }],
  ['5 % of the money', { accounts: 1, money: 0.05 }],
  ['20 % of the accounts and 10 % of the money', { accounts: 0.2, money: 0.1 }],
];

/** Plans within a disruption cap, against the MIP at their centres that knows the cap and is as far from target. */
export async function capped(seeds: number): Promise<Figure[]> {
  const [n, k] = [200, 6];
  const figures: Figure[] = [];
  for (const [name, cap] of SMALL) {
    const above: number[] = [];
    const over: number[] = [];
    for (const seed of seedsTo(seeds)) {
      const problem = { ...inherited(made(n, k, seed, 1, TOLERANCE), seed), cap };
      const result = runToEnd(design(problem));
      const best = await solveWhole(programmeWithin(problem, result), result.cost, {
        gap: 1e-4,
        seconds: 30,
      });
      above.push(percent(costAt(problem, result) / best.bound - 1));
      over.push(overspent(problem, result));
    }
    const what = `at most ${name} move, ${count(n)} × ${k}, ±${percent(TOLERANCE)} %`;
    figures.push(
      figureOf(what, 'cost above the MIP at the same centres', '%', above, { most: 3, by: 'worst' }),
      figureOf(what, 'moved beyond the cap', '', over, { most: 0, by: 'worst' }),
    );
  }
  return [...figures, await byMoneyAlone(seeds, n, k)];
}

/** Where all accounts have money and little of it may move, the tolerance cannot be met: how near it is to what is possible. */
async function byMoneyAlone(seeds: number, n: number, k: number): Promise<Figure> {
  const above: number[] = [];
  for (const seed of seedsTo(seeds)) {
    const owned = inherited(made(n, k, seed, 1, TOLERANCE), seed);
    const problem = { ...owned, money: owned.metrics[0]!.weight, cap: { accounts: 1, money: 0.05 } };
    const result = runToEnd(design(problem));
    above.push(result.worstDeviation[0]! / (await leastDeviation(problem, result)));
  }
  const what = `at most 5 % of the money moves, which all accounts have, ${count(n)} × ${k}`;
  return figureOf(what, 'worst deviation ÷ the least by the LP', '×', above, { most: 1.04, by: 'median' });
}

/** By bisection: the least worst deviation that accounts which may be split reach within the cap, or that of a plan. */
async function leastDeviation(problem: Problem, result: Design): Promise<number> {
  let low = 0;
  let high = result.worstDeviation[0]!;
  for (let step = 0; step < 12; step++) {
    const tolerance = (low + high) / 2;
    const { optimal } = await solveRelaxed(
      programmeWithin(
        { ...problem, metrics: [{ weight: problem.metrics[0]!.weight, tolerance }] },
        { ...result, worstDeviation: Float64Array.of(tolerance) },
      ),
    );
    if (optimal) high = tolerance;
    else low = tolerance;
  }
  return high;
}
