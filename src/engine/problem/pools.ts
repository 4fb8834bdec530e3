import { HOPELESS, type Binding } from './families';
import type { Problem } from './contract';

/** Territories that are fair among themselves. */
export interface Pools {
  readonly count: number;
  /** K values: pool of a territory. */
  readonly of: Int32Array;
  /** Sum of the capacity shares in each pool. */
  readonly share: Float64Array;
}

export function poolsOf({ territories: k, share, pool }: Problem): Pools {
  const of = pool ?? new Int32Array(k);
  const count = 1 + of.reduce((most, p) => Math.max(most, p), 0);
  const shares = new Float64Array(count);
  for (let j = 0; j < k; j++) shares[of[j]!]! += share[j]!;
  return { count, of, share: shares };
}

/**
 * What part of each metric is each pool's: the accounts that can go nowhere else, and of those that may go to several
 * pools a part by capacity. Where a pool would get nothing of a metric there is no target to be held against, so all
 * pools share that metric by capacity.
 * @param ids M places in `problem.metrics`, none of them all zero
 * @returns pools × M fractions; each metric sums to 1
 */
export function poolTotals(
  { accounts, territories: k, classOf, classes, eligible, metrics }: Problem,
  { fixed }: Binding,
  { count, of, share }: Pools,
  ids: readonly number[],
): Float64Array {
  const m = ids.length;
  if (count === 1) return new Float64Array(m).fill(1);
  const open: number[][] = Array.from({ length: classes }, (_, c) => {
    const reached = new Set<number>();
    for (let j = 0; j < k; j++) if (eligible[c * k + j] === 1) reached.add(of[j]!);
    return [...reached];
  });
  const totals = new Float64Array(count * m);
  const sums = new Float64Array(m);
  for (let i = 0; i < accounts; i++) {
    const at = fixed[i]!;
    if (at === HOPELESS) continue;
    const pools = at >= 0 ? [of[at]!] : open[classOf[i]!]!;
    let shares = 0;
    for (const p of pools) shares += share[p]!;
    for (let q = 0; q < m; q++) {
      const weight = metrics[ids[q]!]!.weight[i]!;
      sums[q]! += weight;
      for (const p of pools) totals[p * m + q]! += (weight * share[p]!) / shares;
    }
  }
  let shares = 0;
  for (let p = 0; p < count; p++) shares += share[p]!;
  return totals.map((total, at) => {
    const q = at % m;
    for (let p = 0; p < count; p++) if (totals[p * m + q] === 0) return share[(at - q) / m]! / shares;
    return total / sums[q]!;
  });
}
