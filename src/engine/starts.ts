import type { Cloud } from './cloud';
import type { Core } from './core';
import { centresOf } from './figures';
import { matchSeats } from './match';
import { bisectionSeeds, poolsOf } from './seeds';

/** Accounts looked at when seeds are given to seats. */
const LOOK = 20000;

/** Starting centres (K × dims, relative to the origin), each seed given to the seat it suits. */
export function seedCentres(core: Core, cells: Cloud): Float64Array[] {
  const centres = new Float64Array(core.k * cells.dims);
  for (const pool of poolsOf(core, cells)) {
    const seeds = bisectionSeeds(cells, pool, (j) => roomOf(core, j));
    pool.territories.forEach((j, q) => centres.set(seeds[q]!, j * cells.dims));
  }
  const start = seated(core, centres);
  return core.problem.keep > 0 ? [todaysCentres(core, start), start] : [start];
}

/** Share of a territory that its fixed accounts leave open. */
function roomOf({ metrics, target, fixedLoad, problem }: Core, j: number): number {
  if (metrics === 0) return problem.share[j]!;
  return Math.max(1e-3 * target[j * metrics]!, target[j * metrics]! - fixedLoad[j * metrics]!);
}

/** Centres of the plan of today; a territory that is empty today starts where a seed puts it. */
function todaysCentres({ problem, measures, origin }: Core, seeds: Float64Array): Float64Array {
  const centres = centresOf(problem, measures, problem.current);
  return centres.map((c, at) => (c === c ? c - origin[at % origin.length]! : seeds[at]!));
}

/** Permutes centres among exchangeable seats so that accounts stay near where they are and homes are near. */
function seated(core: Core, centres: Float64Array): Float64Array {
  const { k, problem, origin } = core;
  const { accounts, dims, points, current, money, home } = problem;
  const stays = { money: new Float64Array(k * k), accounts: new Float64Array(k * k) };
  const step = Math.max(1, Math.floor(accounts / LOOK));
  let any = false;
  for (let i = 0; i < accounts; i += step) {
    const b = current[i]!;
    if (b < 0 || points[i * dims] !== points[i * dims]) continue;
    any = true;
    let a = -1;
    let least = Infinity;
    for (let j = 0; j < k; j++) {
      if (problem.eligible[problem.classOf[i]! * k + j] !== 1) continue;
      let square = 0;
      for (let d = 0; d < dims; d++) {
        const x = points[i * dims + d]! - origin[d]! - centres[j * dims + d]!;
        square += x * x;
      }
      if (square < least) {
        least = square;
        a = j;
      }
    }
    if (a < 0) continue;
    stays.accounts[a * k + b]! += 1;
    stays.money[a * k + b]! += money ? money[i]! : 1;
  }
  if (!any && !home) return centres;
  const seat = matchSeats(problem, stays, homeDistances(core, centres), new Uint8Array(k));
  const out = new Float64Array(k * dims);
  for (let j = 0; j < k; j++) out.set(centres.subarray(j * dims, (j + 1) * dims), seat[j]! * dims);
  return out;
}

/** K × K squared distances from centres to homes, −1 where a seat has no home; null without homes. */
export function homeDistances(core: Core, centres: Float64Array): Float64Array | null {
  const { k, problem, origin } = core;
  const { home, dims } = problem;
  if (!home) return null;
  const far = new Float64Array(k * k).fill(-1);
  for (let b = 0; b < k; b++) {
    if (dims === 0 || home[b * dims] !== home[b * dims]) continue;
    for (let a = 0; a < k; a++) {
      let square = 0;
      for (let d = 0; d < dims; d++) {
        const x = home[b * dims + d]! - origin[d]! - centres[a * dims + d]!;
        square += x * x;
      }
      far[a * k + b] = square;
    }
  }
  return far;
}
