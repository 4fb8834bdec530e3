import type { Core } from './core';
import { matchSeats } from './match';
import type { Sites } from './sites';
import { homeDistances } from './starts';

/**
 * Seats for the finished territories. A territory that holds fixed accounts keeps its seat, and so does
 * everyone where seats are fixed or where keeping or homes already took part in the design.
 */
export function seatsFor(core: Core, out: Int32Array, sites: Sites | null): Int32Array {
  const { k, problem, head } = core;
  const { next, fixed } = core.binding;
  const identity = Int32Array.from({ length: k }, (_, j) => j);
  if (problem.seatsFixed || problem.keep > 0 || (problem.homeWeight ?? 0) > 0) return identity;
  const bound = new Uint8Array(k);
  for (let i = 0; i < problem.accounts; i++) if (fixed[i]! >= 0) bound[fixed[i]!] = 1;
  const stays = { money: new Float64Array(k * k), accounts: new Float64Array(k * k) };
  for (let t = 0; t < out.length; t++) {
    for (let i = head[t]!; i >= 0; i = next ? next[i]! : -1) {
      const b = problem.current[i]!;
      if (b < 0) continue;
      stays.accounts[out[t]! * k + b]! += 1;
      stays.money[out[t]! * k + b]! += problem.money ? problem.money[i]! : 1;
    }
  }
  return matchSeats(problem, stays, sites ? homeDistances(core, sites.centroid) : null, bound);
}
