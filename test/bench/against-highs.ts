import { design, runToEnd } from '../../src/engine';
import { solveRelaxed, solveWhole } from '../support/highs';
import { programmeAt } from '../support/programme';
import { figureOf, percent, type Figure } from './figures';
import { count, made, seedsTo } from './setups';

const TOLERANCE = 0.05;
const SIZES = [
  { n: 500, k: 10, even: true },
  { n: 1000, k: 15, even: true },
  { n: 2000, k: 20, even: true },
  { n: 2000, k: 20, even: false },
] as const;
/** A programme in integers that is not proven by then counts with its bound: the excess shown is then an upper limit. */
const SECONDS = 30;

/** Cost above the best plan at the same centres by HiGHS: one metric in whole accounts, three with accounts split. */
export async function againstHighs(metrics: 1 | 3, seeds: number): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const { n, k, even } of SIZES) {
    if (metrics === 1 && !even) continue;
    const excess: number[] = [];
    const deviation: number[] = [];
    for (const seed of seedsTo(seeds)) {
      const problem = made(n, k, seed, metrics, TOLERANCE, even);
      const result = runToEnd(design(problem));
      const programme = programmeAt(problem, result);
      const best =
        metrics === 3
          ? await solveRelaxed(programme)
          : await solveWhole({ ...programme, known: result.assignment }, result.cost, {
              gap: 1e-4,
              seconds: SECONDS,
            });
      deviation.push(percent(Math.max(...result.worstDeviation)));
      excess.push(percent(result.cost / best.bound - 1));
    }
    const kind =
      metrics === 1
        ? 'one metric against the MIP'
        : `three metrics (${even ? 'count' : 'revenue'}) against the LP`;
    const what = `${kind}, ${count(n)} × ${k}, ±5 %`;
    const most = metrics === 1 ? 0.5 : 6;
    figures.push(
      figureOf(what, 'cost above HiGHS', '%', excess, { most, by: 'median' }),
      figureOf(what, 'worst deviation', '%', deviation, { most: percent(TOLERANCE) + 1e-7, by: 'worst' }),
    );
  }
  return figures;
}
