import { kmeans } from 'ml-kmeans';
import { design, runToEnd, type Problem } from '../../src/engine';
import { figureOf, percent, timed, type Figure } from './figures';
import { count, made, seedsTo } from './setups';

export interface Size {
  readonly accounts: number;
  readonly territories: number;
  readonly metrics: 1 | 3;
  readonly tolerance: number;
  readonly seeds: number;
  /** Most time as a part of plain ml-kmeans’ time; absent: not compared. */
  readonly ratio?: number;
  /** Largest gap to the bound. */
  readonly gap: number;
}

/** ml-kmeans as it comes, on the points the engine gets: k-means++ and up to 50 rounds, no weights, no balance. */
const ROUNDS = 50;
/** Accounts of the run that warms up. */
const WARM = 10_000;

const rowsOf = ({ accounts, points }: Problem): number[][] =>
  Array.from({ length: accounts }, (_, i) => [...points.subarray(3 * i, 3 * i + 3)]);

/** Designs beside plain ml-kmeans on the same points: tolerances met, gap, km, and the ratio of the times. */
export function againstKmeans(size: Size): Figure[] {
  const { accounts: n, territories: k, metrics, tolerance } = size;
  // Both once beforehand, so that no measured run pays for compiling.
  const warm = made(Math.min(n, WARM), k, 0, metrics, tolerance);
  runToEnd(design(warm));
  kmeans(rowsOf(warm), k, { seed: 0, maxIterations: ROUNDS });
  const runs = seedsTo(size.seeds).map((seed) => {
    const problem = made(n, k, seed, metrics, tolerance);
    const ours = timed(() => runToEnd(design(problem)));
    if (size.ratio === undefined) return { ...ours, plain: NaN };
    const rows = rowsOf(problem);
    return { ...ours, plain: timed(() => kmeans(rows, k, { seed, maxIterations: ROUNDS })).ms };
  });
  const what = `${metrics === 1 ? 'one metric' : 'three metrics'} ±${percent(tolerance)} %, ${count(n)} × ${k}`;
  const of = (
    figure: string,
    unit: Figure['unit'],
    value: (run: (typeof runs)[number]) => number,
    target?: Figure['target'],
  ) => figureOf(what, figure, unit, runs.map(value), target);
  return [
    of('worst deviation', '%', ({ value }) => percent(Math.max(...value.worstDeviation)), {
      most: percent(tolerance) + 1e-7,
      by: 'worst',
    }),
    of('gap to the bound', '%', ({ value }) => percent(value.gap), { most: percent(size.gap), by: 'median' }),
    of('mean distance', 'km', ({ value }) => value.meanKm),
    of('price of balance', 'km', ({ value }) => value.meanKm - value.meanKmUnbalanced),
    of('time', 's', ({ ms }) => ms / 1000),
    ...(size.ratio === undefined
      ? []
      : [of('time ÷ ml-kmeans', '×', ({ ms, plain }) => ms / plain, { most: size.ratio, by: 'median' })]),
  ];
}
