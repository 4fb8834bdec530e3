import { design, runToEnd, type Problem } from '../../src/engine';
import { seeded } from '../../src/exact/random';
import { problemOf } from '../support/problem';
import { madeAccounts, onSphere } from './accounts';
import { figureOf, percent, type Figure } from './figures';
import { seedsTo } from './setups';

/** Starts of their own that a plan is held against. */
const OTHERS = 50;
const CASES = [
  ['US', 300, 6, 0.05, 1],
  ['IN', 1200, 12, 0.05, 1],
  ['DE', 800, 10, 0.05, 1],
  ['BR', 2000, 20, 0.05, 1],
  ['AU', 1000, 15, 0.05, 1],
  ['FR', 600, 9, 0.05, 2],
] as const;

/** Plans of up to 2,000 accounts against the best of many that begin at centres drawn by k-means++, each made whole. */
export function manyStarts(seeds: number): Figure[] {
  const above: number[] = [];
  for (const [country, n, k, tolerance, metrics] of CASES) {
    for (const seed of seedsTo(seeds)) {
      const accounts = madeAccounts(n, seed, country);
      const weights = [accounts.potential, accounts.hours].slice(0, metrics);
      const problem = problemOf(
        onSphere(accounts.lat, accounts.lon),
        weights.map((weight) => ({ weight, tolerance })),
        k,
        { seed },
      );
      const own = runToEnd(design(problem));
      const others = seedsTo(OTHERS).map((draw) =>
        runToEnd(
          design({ ...problem, known: { centres: drawn(problem, 1000 * draw), assignment: own.assignment } }),
        ),
      );
      const best = Math.min(...others.filter((o) => o.withinTolerance).map(({ cost }) => cost));
      if (own.withinTolerance && best < Infinity) above.push(percent(own.cost / best - 1));
    }
  }
  const what = `plans of 300 to 2,000 accounts in six countries, ${OTHERS} other starts each`;
  return [
    figureOf(what, 'cost above the best of the others, median', '%', above, { most: 0.2, by: 'median' }),
    figureOf(what, 'the same, worst', '%', above, { most: 1, by: 'worst' }),
  ];
}

/** Accounts drawn one by one, by weight × squared distance from those drawn before (k-means++): K × dims. */
function drawn({ accounts: n, territories: k, dims, points, metrics }: Problem, seed: number): Float64Array {
  const random = seeded(seed);
  const { weight } = metrics[0]!;
  const square = new Float64Array(n).fill(1);
  const centres = new Float64Array(k * dims);
  for (let j = 0; j < k; j++) {
    const total = weight.reduce((sum, w, i) => sum + w * square[i]!, 0);
    let left = random() * total;
    let at = 0;
    while (at < n - 1 && (left -= weight[at]! * square[at]!) >= 0) at++;
    for (let d = 0; d < dims; d++) centres[j * dims + d] = points[at * dims + d]!;
    for (let i = 0; i < n; i++) {
      let far = 0;
      for (let d = 0; d < dims; d++) far += (points[i * dims + d]! - centres[j * dims + d]!) ** 2;
      square[i] = j === 0 ? far : Math.min(square[i]!, far);
    }
  }
  return centres;
}
