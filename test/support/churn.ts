import type { Problem } from '../../src/engine';
import { normal, seeded } from '../../src/exact/random';
import { worstDeviations } from '../engine/checker';

/**
 * A plan some months later: a share of the accounts is gone and as many new ones have come, each near the place of
 * one account, with the weights of another, in the territory where most of its five nearest accounts are.
 * @param spread how far from that place, in coordinates
 */
export function churn(
  problem: Problem,
  plan: Int32Array,
  { share, spread, seed }: { share: number; spread: number; seed: number },
): { problem: Problem; standing: Int32Array } {
  const random = seeded(seed);
  const { accounts: n, dims } = problem;
  const any = () => Math.floor(random() * n);
  const points = problem.points.slice();
  const metrics = problem.metrics.map((metric) => ({ ...metric, weight: metric.weight.slice() }));
  const standing = plan.slice();
  const gone = new Set<number>();
  while (gone.size < Math.round(share * n)) gone.add(any());
  for (const i of gone) {
    const where = any();
    const like = any();
    for (let d = 0; d < dims; d++)
      points[i * dims + d] = problem.points[where * dims + d]! + spread * normal(random);
    metrics.forEach(({ weight }, m) => (weight[i] = problem.metrics[m]!.weight[like]!));
    standing[i] = -1;
  }
  const after = { ...problem, points, metrics };
  for (const i of gone) standing[i] = usual(after, plan, gone, i);
  return { problem: { ...after, current: standing.slice() }, standing };
}

/** The territory of most of the five accounts that were there before and are nearest, ties to the nearest. */
function usual(
  { accounts: n, dims, points }: Problem,
  plan: Int32Array,
  gone: Set<number>,
  i: number,
): number {
  const near: { square: number; j: number }[] = [];
  for (let o = 0; o < n; o++) {
    if (gone.has(o)) continue;
    let square = 0;
    for (let d = 0; d < dims; d++) {
      const x = points[i * dims + d]! - points[o * dims + d]!;
      square += x * x;
    }
    if (near.length === 5 && square >= near[4]!.square) continue;
    near.push({ square, j: plan[o]! });
    near.sort((a, b) => a.square - b.square);
    near.length = Math.min(near.length, 5);
  }
  const votes = (j: number) => near.filter((x) => x.j === j).length;
  return near.reduce((best, { j }) => (votes(j) > votes(best) ? j : best), near[0]?.j ?? 0);
}

/** True if some load lies beyond its tolerance. */
export const isOff = (problem: Problem, plan: ArrayLike<number>): boolean =>
  worstDeviations(problem, plan).some((d, m) => d > problem.metrics[m]!.tolerance + 1e-9);
