import { design, runToEnd, type Design } from '../../src/engine';
import { figureOf, percent, type Figure } from './figures';
import { made, seedsTo } from './setups';

const SPENT = 0.0125;
const mean = (list: readonly number[]) => list.reduce((a, b) => a + b, 0) / list.length;
const deviations = ({ load, target }: Design) => [...load].map((l, at) => Math.abs(l / target[at]! - 1));

/** Evenness inside the band: mean deviation, territories at its edge and distance, beside the plan without it. */
export function evenness(seeds: number): Figure[] {
  return [0.1, 0.05].flatMap((tolerance) => {
    const runs = seedsTo(seeds).map((seed) => {
      const problem = made(2500, 20, seed, 1, tolerance);
      return {
        plain: runToEnd(design(problem)),
        even: runToEnd(design({ ...problem, evenness: SPENT })),
      };
    });
    const edge = (plan: Design) => deviations(plan).filter((d) => d > 0.95 * tolerance).length;
    const what = `evenness for ${percent(SPENT)} % of the cost, 2,500 × 20, ±${percent(tolerance)} %`;
    const of = (
      figure: string,
      unit: Figure['unit'],
      value: (run: (typeof runs)[number]) => number,
      most?: number,
    ) =>
      figureOf(what, figure, unit, runs.map(value), most === undefined ? undefined : { most, by: 'median' });
    return [
      of('mean deviation', '%', ({ even }) => percent(mean(deviations(even))), 45 * tolerance),
      of('mean deviation without', '%', ({ plain }) => percent(mean(deviations(plain)))),
      of('territories at the edge', '', ({ even }) => edge(even), 5),
      of('territories at the edge without', '', ({ plain }) => edge(plain)),
      of('distance, more than without', '%', ({ plain, even }) => percent(even.meanKm / plain.meanKm - 1)),
      of(
        'gap to the bound over plans as even',
        '%',
        ({ even }) => percent(even.cost / even.boundAsEven - 1),
        0.3,
      ),
    ];
  });
}
