import { mergeCells } from '../problem/cells';
import type { Cloud } from '../problem/cloud';
import { isLarge, mayGo, offsetOf, preciseFor, stepsFor, type Core } from '../problem/core';
import { Dual } from '../prices/dual';
import { Envelope, type Choices } from '../prices/envelope';
import { findEase } from './even';
import { balancedLloyd, type Cooling } from './lloyd';
import { rivalsOf } from '../problem/atoms';
import { seatsFor } from './seats';
import { Sites } from './sites';
import { findTolls, startTolls } from './tolls';

/** Centres, and the prices that balance all points at them. */
export interface Solved {
  readonly sites: Sites;
  readonly dual: Dual;
  readonly steps: number;
}

/** Where a start has led to, and the smoothed dual there: the lower, the more compact. */
export interface Found {
  readonly sites: Sites;
  readonly dual: Dual;
  readonly value: number;
}

/** What each group may choose, at what offset. */
export function choicesOf(core: Core, keep: number): Choices {
  return {
    k: core.k,
    allowed: (group, j) => mayGo(core, group, j),
    offset: (group, j) => offsetOf(core, group, j, keep),
  };
}

export function dualOf(core: Core, cloud: Cloud, keep: number, rivals: Uint8Array): Dual {
  const net = core.aim.map((t, i) => t - core.fixedLoad[i]!);
  return new Dual(
    new Envelope(cloud, choicesOf(core, keep)),
    net,
    core.band,
    core.target,
    rivals,
    core.allowed,
  );
}

/** How borders sharpen when several metrics come into play after one. */
const JOINED: Cooling = { soft: 0.3, sharp: 0.1, rounds: 4, rest: 2 };
/** Widths of the last price solves, as fractions of squared spacing. */
const SHARPEN = [0.2, 0.06, 0.02];
/** The same with several metrics in large plans, where the dive sharpens what is left. */
const ROUGH = [0.06];
/** Residual at which prices of a finalist count as settled. */
export const SETTLED = 2e-3;
/** Residual from which a start counts as out of balance. */
export const LOST = 0.1;
/** Steps in which it may be found again, and the residual that it then has at most. */
export const AGAIN = 60;
const FOUND = 0.02;

/** Up to so many atoms, what evenness costs is reckoned on them, not on cells. */
const FINE = 20_000;

/** The cells that centres are found on. */
export const cellsOf = ({ cloud, k }: Core): Cloud => mergeCells(cloud, Math.max(2000, 50 * k)).cloud;

/** Prices and borders at centres (K × dims, relative to the origin) that are nearly right. Yields the residual. */
export function* warmed(
  core: Core,
  cells: Cloud,
  centres: Float64Array,
): Generator<number, readonly Found[]> {
  const sites = new Sites(core, centres);
  const dual = dualOf(core, cells, core.problem.keep, rivalsOf(core));
  sites.apply(dual);
  startTolls(dual);
  const value = yield* balancedLloyd(sites, dual, JOINED);
  return [{ sites, dual, value: isLarge(core) ? value : yield* sharpened(core, sites, dual) }];
}

/** Prices on all points for what a start has led to, whose centres settle with them. Yields the residual. */
export function* solve(core: Core, { sites, dual: coarse }: Found): Generator<number, Solved> {
  const { cloud, problem } = core;
  if (isLarge(core)) yield* joined(core, sites, coarse, NaN);
  yield* findEase(core, coarse);
  const dual = dualOf(core, cloud, problem.keep, coarse.rivals);
  dual.prices.set(coarse.prices);
  dual.tolls.set(coarse.tolls);
  dual.ease = coarse.ease;
  sites.apply(dual);
  if (changesSeats(core)) {
    const out = new Int32Array(cloud.n);
    dual.assign(out);
    reseat(core, sites, dual, out);
  }
  for (let round = 0; round < 2; round++) {
    dual.smooth(SHARPEN[0]!);
    yield dual.climb(0.02, 10);
    yield* findTolls(core, dual);
    sites.recentre(dual.envelope, dual);
  }
  yield* reckonEase(core, sites, dual, coarse);
  for (const eta of isLarge(core) && core.metrics > 1 ? ROUGH : SHARPEN) {
    dual.smooth(eta);
    yield dual.climb(preciseFor(core), stepsFor(core), true);
    yield* findTolls(core, dual);
  }
  return { sites, dual, steps: dual.steps + coarse.steps };
}

/** Lloyd goes on with a price for each metric, where there are several. Returns the value of the dual. */
export function* joined(core: Core, sites: Sites, dual: Dual, value: number): Generator<number, number> {
  return core.metrics < 2 ? value : yield* balancedLloyd(sites, dual, JOINED);
}

/** What evenness may cost depends on the centres, which have moved, and on the cells while there are few. */
function* reckonEase(core: Core, sites: Sites, dual: Dual, coarse: Dual): Generator<number, void> {
  if (core.cloud.n <= FINE) {
    yield* findEase(core, dual, coarse.ease);
    return;
  }
  sites.apply(coarse);
  yield* findEase(core, coarse, coarse.ease);
  dual.ease = coarse.ease;
}

/** Sharpens the borders of a start while its centres settle. Returns the value of the dual. */
export function* sharpened(core: Core, sites: Sites, dual: Dual): Generator<number, number> {
  for (const eta of SHARPEN) {
    dual.smooth(eta);
    yield settled(dual);
    yield* findTolls(core, dual);
    sites.recentre(dual.envelope, dual);
  }
  yield settled(dual);
  yield* findTolls(core, dual);
  return dual.smoothed();
}

/** Climbs until prices have settled; further where balance is lost. */
function settled(dual: Dual): number {
  const residual = dual.climb(SETTLED, 12, true);
  return residual > LOST ? dual.climb(FOUND, AGAIN) : residual;
}

/** True where seats are given before the last prices. Where moves are limited, territories are those of today. */
export const changesSeats = ({ problem, stakes }: Core): boolean => problem.keep > 0 && stakes.length === 0;

/** Gives the territories to the seats that keep most money, before keeping takes part in the last prices. */
export function reseat(core: Core, sites: Sites, dual: Dual, out: Int32Array): void {
  const seat = seatsFor(core, out, sites.centroid, true);
  const dims = core.origin.length;
  const centroid = sites.centroid.slice();
  const prices = dual.prices.slice();
  const { k, metrics } = core;
  for (let j = 0; j < k; j++) {
    sites.centroid.set(centroid.subarray(j * dims, (j + 1) * dims), seat[j]! * dims);
    dual.prices.set(prices.subarray(j * metrics, (j + 1) * metrics), seat[j]! * metrics);
  }
  sites.apply(dual);
}
