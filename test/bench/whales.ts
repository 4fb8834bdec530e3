import { design, runToEnd, type Problem } from '../../src/engine';
import { figureOf, percent, type Figure } from './figures';
import { made, seedsTo } from './setups';

const TOLERANCE = 0.05;
/** Weights of the oversized accounts, as parts of all that the others have. */
const SIZES = [[0.5], [0.5, 0.4, 0.36], [3]];

/** Oversized accounts: the rest beside what it is by itself, in as many territories as are left to it. */
export function besideWhales(seeds: number): Figure[] {
  const longer: number[] = [];
  const deviation: number[] = [];
  const empty: number[] = [];
  for (const seed of seedsTo(seeds)) {
    for (const sizes of SIZES) {
      const plain = made(400, 8, seed, 1, TOLERANCE);
      const weight = plain.metrics[0]!.weight.slice();
      const total = weight.reduce((a, b) => a + b, 0);
      sizes.forEach((size, q) => (weight[37 * q + 11] = size * total));
      const problem = { ...plain, metrics: [{ weight, tolerance: TOLERANCE }] };
      const result = runToEnd(design(problem));
      const apart = new Set(result.apart?.accounts);
      const rest = [...weight.keys()].filter((i) => !apart.has(i));
      const alone = runToEnd(design(without(problem, rest, apart.size)));
      const km = rest.reduce((sum, i) => sum + result.distanceKm[i]!, 0) / rest.length;
      longer.push(percent(km / alone.meanKm - 1));
      deviation.push(percent(result.apart?.worstDeviation[0] ?? NaN));
      empty.push(8 - new Set(result.assignment).size);
    }
  }
  const what = '1 or 3 oversized accounts among 400 × 8, ±5 %';
  return [
    figureOf(what, 'distance of the rest, more than by itself', '%', longer, { most: 5, by: 'worst' }),
    figureOf(what, 'worst deviation of the rest', '%', deviation, { most: 5 + 1e-7, by: 'worst' }),
    figureOf(what, 'empty territories', '', empty, { most: 0, by: 'worst' }),
  ];
}

function without(problem: Problem, rest: readonly number[], seats: number): Problem {
  const { points, metrics, territories, seed } = problem;
  const weight = Float64Array.from(rest, (i) => metrics[0]!.weight[i]!);
  const places = Float64Array.from(rest.flatMap((i) => [...points.subarray(3 * i, 3 * i + 3)]));
  const k = territories - seats;
  return {
    ...problem,
    accounts: rest.length,
    territories: k,
    points: places,
    metrics: [{ weight, tolerance: TOLERANCE }],
    share: new Float64Array(k).fill(1),
    classOf: new Int32Array(rest.length),
    eligible: new Uint8Array(k).fill(1),
    pinned: new Int32Array(rest.length).fill(-1),
    family: new Int32Array(rest.length).fill(-1),
    current: new Int32Array(rest.length).fill(-1),
    seed,
  };
}
