import { massOnly, mergeCells } from '../problem/cells';
import type { Cloud } from '../problem/cloud';
import { mayGo, offsetOf, preciseFor, type Core } from '../problem/core';
import { Dual } from '../prices/dual';
import { Envelope, type Choices } from '../prices/envelope';
import { findEase } from './even';
import { balancedLloyd, type Cooling } from './lloyd';
import { rivalsOf } from '../problem/atoms';
import { seatsFor } from './seats';
import { seedCentres } from './starts';
import { Sites } from './sites';

/** Centres, and the prices that balance all points at them. */
export interface Solved {
  readonly sites: Sites;
  readonly dual: Dual;
  readonly steps: number;
}

export interface Competition {
  readonly cells: Cloud;
  readonly found: readonly Found[];
}

/** Where a start has led to, and the smoothed dual there: the lower, the more compact. */
export interface Found {
  readonly sites: Sites;
  readonly dual: Dual;
  value: number;
}

/** So many of the starts are compared with sharp borders: soft ones blur what is between them. */
const FINALISTS = 4;

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
  return new Dual(new Envelope(cloud, choicesOf(core, keep)), net, core.band, core.target, rivals);
}

/** How borders sharpen while centres are found on cells, and when several metrics come into play after one. */
const ANNEALED: Cooling = { soft: 1.5, sharp: 0.1, rounds: 20, rest: 20 };
const JOINED: Cooling = { soft: 0.3, sharp: 0.1, rounds: 4, rest: 2 };
/** Widths of the last price solves, as fractions of squared spacing. */
const SHARPEN = [0.2, 0.06, 0.02];
/** Residual at which prices of a finalist count as settled. */
const SETTLED = 2e-3;

/** Up to so many atoms, what evenness costs is reckoned on them, not on cells. */
const FINE = 20_000;

/**
 * Finds centres on micro-cells from each start. Yields the residual.
 * @returns the few that are most compact, best first
 */
export function* compete(core: Core): Generator<number, Competition> {
  const { k, cloud, problem } = core;
  const rivals = rivalsOf(core);
  const cells = mergeCells(cloud, Math.max(2000, 50 * k));
  const found: Found[] = [];
  for (const start of seedCentres(core, cells)) {
    const sites = new Sites(core, start);
    const dual = dualOf(core, cells, problem.keep, rivals);
    const value = yield* findCentres(core, sites, dual);
    found.push({ sites, dual, value });
    // Ties stay in the order of the starts.
    found.sort((a, b) => a.value - b.value);
    found.length = Math.min(found.length, FINALISTS);
  }
  if (found.length > 1) for (const one of found) one.value = yield* sharpened(one);
  return { cells, found: found.sort((a, b) => a.value - b.value) };
}

/** Prices on all points for what a start has led to, whose centres settle with them. Yields the residual. */
export function* solve(core: Core, { sites, dual: coarse }: Found): Generator<number, Solved> {
  const { cloud, problem } = core;
  yield* findEase(core, coarse);
  const dual = dualOf(core, cloud, problem.keep, coarse.rivals);
  dual.prices.set(coarse.prices);
  dual.ease = coarse.ease;
  sites.apply(dual);
  if (problem.keep > 0) reseat(core, sites, dual);
  for (let round = 0; round < 2; round++) {
    dual.smooth(SHARPEN[0]!);
    yield dual.climb(0.02, 10);
    sites.recentre(dual.envelope, dual);
  }
  yield* reckonEase(core, sites, dual, coarse);
  for (const eta of SHARPEN) {
    dual.smooth(eta);
    yield dual.climb(preciseFor(core), 20, true);
  }
  return { sites, dual, steps: dual.steps + coarse.steps };
}

/**
 * Balanced Lloyd on cells. Several metrics are first taken as one, their mean: they go together as a rule, so the
 * centres are nearly the same, with a third of the prices. Then each gets its own.
 */
function* findCentres(core: Core, sites: Sites, dual: Dual): Generator<number, number> {
  const { problem, metrics } = core;
  const cooling = { ...ANNEALED, rest: Math.ceil(ANNEALED.rest * problem.effort) };
  if (metrics < 2) return yield* balancedLloyd(sites, dual, cooling);
  const mean = meanDual(core, dual);
  yield* balancedLloyd(sites, mean, cooling);
  for (let i = 0; i < dual.prices.length; i++) dual.prices[i] = mean.prices[(i / metrics) | 0]! / metrics;
  dual.steps += mean.steps;
  return yield* balancedLloyd(sites, dual, JOINED);
}

/** The dual with the mass of the points as its only metric. */
function meanDual(core: Core, { envelope, target, band, scale, rivals }: Dual): Dual {
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
function* sharpened({ sites, dual }: Found): Generator<number, number> {
  for (const eta of SHARPEN) {
    dual.smooth(eta);
    yield dual.climb(SETTLED, 12, true);
    sites.recentre(dual.envelope, dual);
  }
  yield dual.climb(SETTLED, 12, true);
  return dual.smoothed();
}

/** Gives the territories to the seats that keep most money, before keeping takes part in the last prices. */
function reseat(core: Core, sites: Sites, dual: Dual): void {
  const out = new Int32Array(core.cloud.n);
  dual.assign(out);
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
