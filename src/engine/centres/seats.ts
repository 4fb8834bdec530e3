import { accountsApart } from '../problem/apart';
import type { Core } from '../problem/core';
import { matchSeats } from './match';
import { homeDistances } from './starts';

/**
 * Seats for designed territories, so that most money stays with its owner. A territory that holds fixed
 * accounts keeps its seat, and all do where the problem says so or where homes took part in the design.
 * @param out territory of each atom
 * @param centroid K × dims, relative to the origin, or null without places
 * @param staysApart true where accounts set apart keep their seats too, as they are part of what is being solved
 * @returns seat of each territory, a permutation
 */
export function seatsFor(
  core: Core,
  out: Int32Array,
  centroid: Float64Array | null,
  staysApart = false,
): Int32Array {
  const { k, problem, head } = core;
  const { next, fixed } = core.binding;
  if (problem.seatsFixed || (problem.homeWeight ?? 0) > 0) return Int32Array.from({ length: k }, (_, j) => j);
  const bound = new Uint8Array(k);
  const apart = accountsApart(core.binding, core.apart);
  const isApart = new Set(staysApart ? [] : apart);
  for (let i = 0; i < problem.accounts; i++) if (fixed[i]! >= 0 && !isApart.has(i)) bound[fixed[i]!] = 1;
  const stays = { money: new Float64Array(k * k), accounts: new Float64Array(k * k) };
  const count = (i: number, j: number) => {
    const b = problem.current[i]!;
    if (b < 0) return;
    stays.accounts[j * k + b]! += 1;
    stays.money[j * k + b]! += problem.money ? problem.money[i]! : 1;
  };
  for (let t = 0; t < out.length; t++) {
    for (let i = head[t]!; i >= 0; i = next ? next[i]! : -1) count(i, out[t]!);
  }
  for (const i of apart) count(i, fixed[i]!);
  return matchSeats(problem, stays, centroid ? homeDistances(core, centroid) : null, bound);
}
