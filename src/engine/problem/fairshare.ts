/** An amount that may be spread over some territories. */
export interface Supply {
  readonly amount: number;
  readonly territories: readonly number[];
}

/** Sweeps over the supplies; each is exact for one of them, and the loads converge linearly. */
const SWEEPS = 500;

/**
 * The most even way to spread divisible supplies over territories: minimises Σ load² ÷ target. That one
 * spread has both the lowest maximum and the highest minimum of load ÷ target (it is the lexicographically
 * optimal base of a polymatroid, Fujishige 1980), so it answers the same questions as a max-flow for every
 * tolerance at once. Block coordinate descent: each supply in turn fills the emptiest like water.
 * @param target K targets > 0
 * @param start K loads that are there already
 * @returns K loads
 */
export function fairShares(
  supplies: readonly Supply[],
  target: Float64Array,
  start: Float64Array,
): Float64Array {
  const load = start.slice();
  const flows = supplies.map((s) => new Float64Array(s.territories.length));
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    let change = 0;
    supplies.forEach(({ amount, territories }, s) => {
      const flow = flows[s]!;
      territories.forEach((j, q) => (load[j]! -= flow[q]!));
      const level = waterLevel(amount, territories, target, load);
      territories.forEach((j, q) => {
        const fill = Math.max(0, level * target[j]! - load[j]!);
        change = Math.max(change, Math.abs(fill - flow[q]!) / target[j]!);
        flow[q] = fill;
        load[j]! += fill;
      });
    });
    if (change < 1e-13) break;
  }
  return load;
}

/** The level λ at which Σ max(0, λ·target − load) is the amount. */
function waterLevel(
  amount: number,
  territories: readonly number[],
  target: Float64Array,
  load: Float64Array,
): number {
  const order = [...territories].sort((a, b) => load[a]! / target[a]! - load[b]! / target[b]! || a - b);
  let held = amount;
  let width = 0;
  for (let q = 0; q < order.length; q++) {
    const j = order[q]!;
    held += load[j]!;
    width += target[j]!;
    const level = held / width;
    const next = order[q + 1];
    if (next === undefined || level * target[next]! <= load[next]!) return level;
  }
  return 0;
}
