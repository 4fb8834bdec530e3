import type { Core } from '../problem/core';
import { matchSeats } from './match';
import { homeDistances } from './starts';

/**
 * Seats for designed territories, so that most money stays with its owner. A territory that holds fixed
 * accounts keeps its seat, and all do where the problem says so or where homes took part in the design.
 * @param out territory of each atom
 * @param centroid K × dims, relative to the origin, or null without places
 * @returns seat of each territory, a permutation
 */
export function seatsFor(core: Core, out: Int32Array, centroid: Float64Array | null): Int32Array {
  const { k, problem, head } = core;
  const { next, fixed } = core.binding;
  if (problem.seatsFixed || (problem.homeWeight ?? 0) > 0) return Int32Array.from({ length: k }, (_, j) => j);
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
  return matchSeats(problem, stays, centroid ? homeDistances(core, centroid) : null, bound);
}
