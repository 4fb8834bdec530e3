/** What the seats of a plan have by what everything is shared. K values each. */
export interface Shares {
  /** Capacity of a seat, 0 for one that shares in nothing. */
  readonly share: ArrayLike<number>;
  /** Territories of one number are fair among themselves. */
  readonly pool: ArrayLike<number>;
  /** True for a seat of named accounts: what it holds is in nobody's share. */
  readonly isOutside: readonly boolean[];
}

/** What territories hold of one metric, K values each. */
export interface Held {
  readonly load: ArrayLike<number>;
  /** Of it what oversized accounts are. */
  readonly oversized: ArrayLike<number>;
}

/**
 * Which territories have no part of what is shared, because their oversized accounts are more than that part would be.
 * One that holds a small member of an oversized family, or an account that has become smaller since, has its part.
 * @param first what they hold of the metric that comes first: it alone decides
 * @param holds true for a territory that holds an oversized account
 */
export function setApartBy(shares: Shares, { load, oversized }: Held, holds: readonly boolean[]): boolean[] {
  const rest = sumsBy(shares, (j) => at(load, j) - at(oversized, j));
  const open = sumsBy(shares, (j) => (holds[j] === true ? 0 : at(shares.share, j)));
  return holds.map((does, j) => {
    if (!does || shares.isOutside[j] === true) return false;
    const all = open(j);
    return all === 0 || at(oversized, j) > (at(shares.share, j) * rest(j)) / all;
  });
}

/**
 * What each territory is held against: its fair share of what is left in its pool without that of territories set apart;
 * of these, the oversized accounts themselves. The formulas of `reports/balance/columns.ts` say the same.
 * @returns K values in the metric's unit, 0 for seats of named accounts
 */
export function fairTargets(
  shares: Shares,
  { load, oversized }: Held,
  isApart: readonly boolean[],
): Float64Array {
  const rest = sumsBy(shares, (j) => at(load, j) - (isApart[j] === true ? at(oversized, j) : 0));
  const open = sumsBy(shares, (j) => (isApart[j] === true ? 0 : at(shares.share, j)));
  return Float64Array.from(isApart, (apart, j) => {
    if (shares.isOutside[j] === true) return 0;
    return apart ? at(oversized, j) : (at(shares.share, j) * rest(j)) / open(j);
  });
}

const at = (values: ArrayLike<number>, j: number): number => values[j] ?? 0;

/** The sum of a figure over the territories of somebody's pool. */
function sumsBy({ pool, isOutside }: Shares, of: (j: number) => number): (j: number) => number {
  const sums = new Map<number, number>();
  isOutside.forEach((outside, j) => {
    if (!outside) sums.set(at(pool, j), (sums.get(at(pool, j)) ?? 0) + of(j));
  });
  return (j) => sums.get(at(pool, j)) ?? 0;
}
