import { massOnly, mergeCells, ofCells } from '../problem/cells';
import type { Cloud } from '../problem/cloud';
import { isLarge, mayGo, offsetOf, preciseFor, stepsFor, type Core } from '../problem/core';
import { Dual } from '../prices/dual';
import { Envelope, type Choices } from '../prices/envelope';
import { findEase } from './even';
import { balancedLloyd, type Cooling } from './lloyd';
import { rivalsOf } from '../problem/atoms';
import { seatsFor } from './seats';
import { Sites } from './sites';
import type { Start } from './starts';
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

/**
 * Of the starts so many, by the atoms × metrics they have together, are compared with sharp borders, which soft ones blur, and become
 * whole plans; so many at most and at least.
 */
const FINAL_ATOMS = 10_000;
const FINALISTS = 16;
const FINALISTS_LEAST = 2;
/** Starts whose values differ by less than this part of the cost have led to the same. */
const SAME = 1e-4;
/** In large plans one more is kept, lest the first leads nowhere, and neither is looked at so closely. */
const RESERVE = 2;

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

/** How borders sharpen while centres are found on cells, and when several metrics come into play after one. */
const ANNEALED: Cooling = { soft: 1.5, sharp: 0.1, rounds: 20, rest: 20 };
/** The same where a start is to be kept. */
const BRIEF: Cooling = { soft: 0.3, sharp: 0.1, rounds: 4, rest: 12 };
const JOINED: Cooling = { soft: 0.3, sharp: 0.1, rounds: 4, rest: 2 };
/** Widths of the last price solves, as fractions of squared spacing. */
const SHARPEN = [0.2, 0.06, 0.02];
/** The same with several metrics in large plans, where the dive sharpens what is left. */
const ROUGH = [0.06];
/** Cells that starts compete on, and how many a territory has of them at least; fewer in large plans, where all points settle the rest. */
const COARSE = 500;
const COARSE_EACH = 25;
const COARSE_LARGE = 12;
/** Steps to the prices of a start whose seats have changed. */
const CLIMB = 20;
/** Residual at which prices of a finalist count as settled. */
const SETTLED = 2e-3;

/** Up to so many atoms, what evenness costs is reckoned on them, not on cells. */
const FINE = 20_000;

/** The cells that centres are found on. */
export const cellsOf = ({ cloud, k }: Core): Cloud => mergeCells(cloud, Math.max(2000, 50 * k)).cloud;

/**
 * Finds centres from each start (K × dims, relative to the origin) on coarse cells; in large plans by one price a
 * territory alone. Yields the residual.
 * @param cells that the few are compared on
 * @returns the few that are most compact, best first
 */
export function* compete(
  core: Core,
  cells: Cloud,
  starts: Iterable<Start>,
): Generator<number, readonly Found[]> {
  const rivals = rivalsOf(core);
  const large = isLarge(core);
  const coarse = mergeCells(core.cloud, Math.max(COARSE, (large ? COARSE_LARGE : COARSE_EACH) * core.k));
  const found: Found[] = [];
  const most = large ? RESERVE : finalistsFor(core);
  for (const start of starts) {
    const sites = new Sites(core, start.centres);
    const dual = dualOf(core, coarse.cloud, core.problem.keep, rivals);
    let value = yield* findCentres(core, sites, dual, start.isSoft ? ANNEALED : BRIEF);
    if (!large) value = yield* joined(core, sites, dual, value);
    if (changesSeats(core)) {
      const out = new Int32Array(coarse.cloud.n);
      dual.assign(out);
      reseat(core, sites, dual, ofCells(coarse, out));
      yield dual.climb(SETTLED, CLIMB);
      value = dual.smoothed();
    }
    if (found.some((other) => isSame(core, other.value, value))) continue;
    found.push({ sites, dual, value });
    // Ties stay in the order of the starts.
    found.sort((a, b) => a.value - b.value);
    found.length = Math.min(found.length, most);
  }
  if (large) return found;
  const finals: Found[] = [];
  for (const { sites, dual: before } of found) {
    const dual = dualOf(core, cells, core.problem.keep, rivals);
    dual.prices.set(before.prices);
    dual.tolls.set(before.tolls);
    dual.steps = before.steps;
    sites.apply(dual);
    finals.push({ sites, dual, value: yield* sharpened(core, sites, dual) });
  }
  return finals.sort((a, b) => a.value - b.value);
}

function finalistsFor({ cloud, metrics, problem }: Core): number {
  const most = Math.floor(FINAL_ATOMS / Math.max(1, cloud.n * metrics));
  return Math.ceil(Math.min(1, problem.effort) * Math.max(FINALISTS_LEAST, Math.min(FINALISTS, most)));
}

/** True where two starts have led to the same centres, by what is left of the cost. */
const isSame = ({ atomMoment }: Core, a: number, b: number): boolean =>
  Math.abs(a - b) < SAME * (Math.min(a, b) + atomMoment);

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

/**
 * Balanced Lloyd on cells. Several metrics are first taken as one, their mean: they go together as a rule, so the
 * centres are nearly the same, with a third of the prices. Then each gets its own.
 */
function* findCentres(core: Core, sites: Sites, dual: Dual, annealing: Cooling): Generator<number, number> {
  const { problem, metrics } = core;
  sites.apply(dual);
  startTolls(dual);
  const cooling = { ...annealing, rest: Math.ceil(annealing.rest * problem.effort) };
  if (metrics < 2) return yield* balancedLloyd(sites, dual, cooling);
  const mean = meanDual(core, dual);
  mean.tolls.set(dual.tolls);
  const value = yield* balancedLloyd(sites, mean, cooling);
  dual.tolls.set(mean.tolls);
  for (let i = 0; i < dual.prices.length; i++) dual.prices[i] = mean.prices[(i / metrics) | 0]! / metrics;
  dual.steps += mean.steps;
  sites.apply(dual);
  return value;
}

/** Lloyd goes on with a price for each metric, where there are several. Returns the value of the dual. */
function* joined(core: Core, sites: Sites, dual: Dual, value: number): Generator<number, number> {
  return core.metrics < 2 ? value : yield* balancedLloyd(sites, dual, JOINED);
}

/** The dual with the mass of the points as its only metric. */
function meanDual(core: Core, { envelope, target, band, scale, rivals, allowed }: Dual): Dual {
  const { k, metrics } = core;
  const cloud = massOnly(envelope.cloud);
  let mass = 0;
  for (const u of cloud.u) mass += u;
  const mean = (values: Float64Array) => {
    const out = new Float64Array(k);
    for (let i = 0; i < values.length; i++) out[(i / metrics) | 0]! += values[i]! / metrics;
    return out;
  };
  const net = mean(target).map((t) => Math.max(0, t));
  const total = net.reduce((a, b) => a + b, 0);
  const part = total > 0 ? mass / total : 1;
  return new Dual(
    new Envelope(cloud, envelope.choices),
    net.map((t) => t * part),
    mean(band),
    mean(scale),
    rivals,
    allowed,
  );
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
function* sharpened(core: Core, sites: Sites, dual: Dual): Generator<number, number> {
  for (const eta of SHARPEN) {
    dual.smooth(eta);
    yield dual.climb(SETTLED, 12, true);
    yield* findTolls(core, dual);
    sites.recentre(dual.envelope, dual);
  }
  yield dual.climb(SETTLED, 12, true);
  yield* findTolls(core, dual);
  return dual.smoothed();
}

/** True where seats are given before the last prices. Where moves are limited, territories are those of today. */
const changesSeats = ({ problem, stakes }: Core): boolean => problem.keep > 0 && stakes.length === 0;

/** Gives the territories to the seats that keep most money, before keeping takes part in the last prices. */
function reseat(core: Core, sites: Sites, dual: Dual, out: Int32Array): void {
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
