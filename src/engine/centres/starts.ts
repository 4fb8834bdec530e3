import { assignRows } from './assignment';
import type { Cloud } from '../problem/cloud';
import { isLarge, type Core } from '../problem/core';
import { centresOf } from '../problem/figures';
import { kmeansSeeds } from './kmeans';
import { matchSeats } from './match';
import { bisectionSeeds, jointPool, poolsOf, roomOf, type Pool } from './seeds';

/** Accounts looked at when seeds are given to seats. */
const LOOK = 20000;

/** Where a search for centres begins: K × dims, relative to the origin. */
export interface Start {
  readonly centres: Float64Array;
  /** True where borders are soft at first: what is found depends little on the start then. False: the start is near. */
  readonly isSoft: boolean;
}

/**
 * Starts by k-means at effort 1: so many whose borders are soft at first, which mostly lead to the same, and so many whose
 * borders are not, which cost less and differ more; fewer of both where cells × territories × metrics are many.
 */
const SOFT = 2;
const CRISP = 24;
const WORK = 600_000;
/** Seeds of one run are so far from those of the next. */
const APART = 1009;

/**
 * Starting centres (K × dims, relative to the origin), each seed given to the seat it suits: by bisection in each pool
 * of territories, and where pools share points also in all together, lest they are covered twice; then by k-means, which
 * finds others each time, also by the seed. Kept accounts may also start from where the territories are today.
 * @param batch 0 first; each further one has other starts by k-means, and no others
 */
export function* seedCentres(core: Core, cells: Cloud, batch = 0): Generator<Start> {
  const { k, problem } = core;
  const pools = poolsOf(core, cells);
  if (batch === 0) {
    const first = seated(core, apart(core, cells, pools));
    if (problem.keep > 0) yield softly(todaysCentres(core, first));
    yield softly(first);
    if (pools.some(({ shared }) => shared)) yield softly(seated(core, together(core, cells)));
  }
  const part = isLarge(core)
    ? 0
    : Math.min(1, WORK / ((SOFT + CRISP) * cells.n * k * Math.max(1, core.metrics)));
  const soft = isLarge(core) ? Math.ceil(problem.effort) : Math.ceil(problem.effort * part * SOFT);
  const all = soft + Math.ceil(problem.effort * part * CRISP);
  for (let q = 0; q < all; q++) {
    const clustered = byKmeans(core, cells, pools, problem.seed * APART + batch * all + q);
    if (!clustered) return;
    yield { centres: seated(core, clustered), isSoft: q < soft };
  }
}

const softly = (centres: Float64Array): Start => ({ centres, isSoft: true });

function apart(core: Core, cells: Cloud, pools: readonly Pool[]): Float64Array {
  const centres = new Float64Array(core.k * cells.dims);
  for (const pool of pools) {
    const seeds = bisectionSeeds(cells, pool, (j) => roomOf(core, j));
    pool.territories.forEach((j, q) => centres.set(seeds.centres[q]!, j * cells.dims));
  }
  return centres;
}

/** Centres by k-means in each pool, or null where it cannot run. */
function byKmeans(core: Core, cells: Cloud, pools: readonly Pool[], seed: number): Float64Array | null {
  const centres = new Float64Array(core.k * cells.dims);
  for (const pool of pools) {
    const seeds = kmeansSeeds(cells, pool, seed);
    if (!seeds) return null;
    pool.territories.forEach((j, q) => centres.set(seeds[q]!, j * cells.dims));
  }
  return centres;
}

/** Seeds among all points, given to territories so that most mass may go where it is. */
function together(core: Core, cells: Cloud): Float64Array {
  const { k } = core;
  const { eligible } = core.binding;
  const pool = jointPool(core, cells);
  const { centres, part } = bisectionSeeds(cells, pool, () => 1);
  const welcome = new Float64Array(k * k);
  let q = 0;
  for (const group of cells.groups) {
    if (!group.placed) continue;
    for (let i = group.start; i < group.end; i++, q++) {
      for (let j = 0; j < k; j++) {
        if (eligible[group.row * k + j] === 1) welcome[part[q]! * k + j]! -= pool.mass[q]!;
      }
    }
  }
  const out = new Float64Array(k * cells.dims);
  assignRows(welcome, k, k).forEach((j, seed) => out.set(centres[seed]!, j * cells.dims));
  return out;
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
  const seat = matchSeats(problem, stays, homeDistances(core, centres), core.closed);
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
