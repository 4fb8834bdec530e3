import { pow } from '../../exact/math';
import { stakeOf, stakesAt } from '../problem/cloud';
import { preciseFor, type Core } from '../problem/core';
import type { Dual } from '../prices/dual';

/** Tolls tried, as parts of what carrying the mean stake over a spacing costs. */
const LEAST = 1e-4;
const FIRST = 0.3;
const MOST = 3e3;
/** What is far dearer than any distance: so much as carrying the mean stake over a spacing, or so many times across all there is. */
const DEAR = 50;
const ACROSS = 2;
/** How much a toll changes at most from one round of moving centres to the next. */
const NUDGE = 1.5;
/** Steps of one search, and of the climb in each. */
const STEPS = 20;
const CLIMB = 25;
/** Most that a toll changes in a step; and how steps shorten where they turn, and lengthen where they go on. */
const RISE = 4;
const TURN = 0.5;
const ON = 1.3;
/** What leaves may differ from what is allowed by this part. */
const NEAR = 0.003;
/** Steps in which a band is widened to what the limits leave within reach. */
const NARROWING = 10;
/** Factor by which more may leave where whole accounts cannot do with as little as prices. */
const LOOSER = 1.1;
/** Factor that is wider than any plan. */
const WIDEST = 1000;

/** Mean squared distance of neighbouring centres. */
const spacingOf = (dual: Dual): number =>
  dual.spacing2.reduce((a, b) => a + b, 0) / dual.spacing2.length - dual.meanToll();

/** What a toll of 1 is: so much as carrying the mean stake over the mean spacing costs. */
function unitsOf(dual: Dual): Float64Array {
  const spacing = spacingOf(dual);
  return dual.tolls.map((_, r) => spacing / Math.max(1e-12, stakeOf(dual.envelope.cloud, r)));
}

/** Tolls that are far dearer than any distance. Where owners of today are scattered their centres lie close together, and accounts far from all. */
function dearOf(dual: Dual): Float64Array {
  const dear = Math.max(DEAR, (ACROSS * acrossOf(dual)) / Math.max(1e-12, spacingOf(dual)));
  return unitsOf(dual).map((unit) => dear * unit);
}

/** Squared distance across all places and centres. */
function acrossOf({ centres, envelope: { cloud } }: Dual): number {
  const { n, dims, lifted, z } = cloud;
  let square = 0;
  for (let d = 0; d < dims; d++) {
    let low = Infinity;
    let high = -Infinity;
    const see = (x: number) => {
      if (x < low) low = x;
      if (x > high) high = x;
    };
    for (let i = 0; i < n; i++) see(z[i * lifted + d]!);
    for (let c = d; c < centres.length; c += dims) see(centres[c]!);
    square += (high - low) * (high - low);
  }
  return square;
}

/** Tolls to begin with. */
export function startTolls(dual: Dual): void {
  if (dual.tolls.length === 0) return;
  dual.measureSpacing();
  unitsOf(dual).forEach((unit, r) => (dual.tolls[r] = FIRST * unit));
}

/** Raises the toll of what leaves too much, and lowers that of what does not use what is allowed, by a little. */
export function nudgeTolls(dual: Dual): void {
  const { tolls, allowed, envelope } = dual;
  if (tolls.length === 0) return;
  const units = unitsOf(dual);
  tolls.forEach((toll, r) => {
    const ratio = envelope.left[r]! / Math.max(1e-12, allowed[r]!);
    const next =
      Math.max(toll, ratio > 1 ? LEAST * units[r]! : 0) * Math.min(NUDGE, Math.max(1 / NUDGE, ratio));
    tolls[r] = next < LEAST * units[r]! ? 0 : Math.min(next, MOST * units[r]!);
  });
}

/**
 * Finds the lowest tolls at which no more leaves than is allowed, and the prices there: all move at once, each by how far
 * what leaves is from what may, in steps that shorten where they went too far. Yields the residual.
 */
export function* findTolls(core: Core, dual: Dual): Generator<number, void> {
  const { tolls, allowed, envelope } = dual;
  if (tolls.length === 0) return;
  const units = unitsOf(dual);
  const stride = tolls.map(() => 1);
  const before = new Float64Array(tolls.length);
  for (let step = 0; step < STEPS; step++) {
    dual.climb(preciseFor(core), CLIMB, true);
    yield dual.residual();
    let far = false;
    tolls.forEach((toll, r) => {
      const ratio = envelope.left[r]! / Math.max(1e-12, allowed[r]!);
      if (ratio <= 1 && (toll === 0 || ratio >= 1 - NEAR)) return;
      far = true;
      const more = ratio > 1;
      if (before[r] !== 0 && more !== before[r]! > 0) stride[r]! *= TURN;
      else if (before[r] !== 0) stride[r]! *= ON;
      before[r] = more ? 1 : -1;
      const factor = Math.min(RISE, Math.max(1 / RISE, pow(ratio, stride[r]!)));
      const next = Math.max(toll, more ? LEAST * units[r]! : 0) * factor;
      tolls[r] = next < LEAST * units[r]! ? 0 : Math.min(next, MOST * units[r]!);
    });
    if (!far) return;
  }
}

/**
 * The tolerances that the limits on what leaves allow, the last metric given up first: K × M half-widths.
 * @param dual at today's centres; its prices and tolls are lost
 */
export function* reachableBand(core: Core, dual: Dual): Generator<number, Float64Array> {
  const { metrics } = core;
  const band = dual.band.slice();
  const wide = (m: number, factor: number) => {
    for (let at = m; at < band.length; at += metrics) dual.band[at] = band[at]! + factor * core.target[at]!;
  };
  let reached = yield* isWithinReach(core, dual);
  for (let m = metrics - 1; m >= 0 && !reached; m--) {
    wide(m, WIDEST);
    if (m > 0 && !(yield* isWithinReach(core, dual))) continue;
    let low = 0;
    let high = worstOf(core, dual, m);
    for (let step = 0; step < NARROWING; step++) {
      const middle = (low + high) / 2;
      wide(m, middle);
      if (yield* isWithinReach(core, dual)) high = middle;
      else low = middle;
    }
    wide(m, high);
    reached = true;
  }
  const found = dual.band.slice();
  dual.band.set(band);
  return found;
}

/**
 * Per stake what may leave; where as little is to leave as the tolerances take, so much, and a little for whole accounts.
 * @param dual at today's centres; its prices and tolls are lost
 */
export function* leastAllowed(core: Core, dual: Dual): Generator<number, Float64Array> {
  const { stakes } = core;
  const allowed = core.allowed.slice();
  const before = dual.band.slice();
  dual.band.set(core.band);
  for (let r = 0; r < stakes.length; r++) {
    if (!stakes[r]!.fewest) continue;
    dual.tolls.set(dearOf(dual).map((dear, q) => (q === r ? dear : 0)));
    dual.prices.fill(0);
    for (const eta of [1, 0.05]) {
      dual.smooth(eta);
      yield dual.climb(preciseFor(core), 2 * CLIMB, true);
    }
    allowed[r] = dual.envelope.left[r]! + oneOf(core, r);
  }
  dual.band.set(before);
  return allowed;
}

/** What may leave, by a step more where it was to be as little as possible; null where nothing is. */
export function loosened(core: Core, allowed: Float64Array): Float64Array | null {
  if (!core.stakes.some(({ fewest }) => fewest)) return null;
  return allowed.map((most, r) => (core.stakes[r]!.fewest ? LOOSER * most + oneOf(core, r) : most));
}

/** Mean of a stake over the atoms that have any. */
function oneOf({ cloud }: Core, r: number): number {
  const at = stakesAt(cloud) + r;
  let sum = 0;
  let count = 0;
  for (let i = 0; i < cloud.n; i++) {
    const stake = cloud.u[i]! * cloud.z[i * cloud.lifted + at]!;
    if (!(stake > 0)) continue;
    sum += stake;
    count++;
  }
  return count > 0 ? sum / count : 0;
}

/** How far the plan of today is off on a metric, as a fraction of target. */
function worstOf(core: Core, dual: Dual, m: number): number {
  dual.tolls.set(unitsOf(dual).map((unit) => MOST * unit));
  dual.prices.fill(0);
  dual.assign(null);
  let worst = 0;
  for (let at = m; at < core.target.length; at += core.metrics) {
    worst = Math.max(worst, Math.abs(dual.envelope.load[at]! - dual.target[at]!) / core.target[at]!);
  }
  return worst;
}

/** True if the tolerances can be met by what is allowed to leave: with tolls far above what distance costs. */
function* isWithinReach(core: Core, dual: Dual): Generator<number, boolean> {
  const { tolls, allowed, envelope } = dual;
  dual.prices.fill(0);
  tolls.set(dearOf(dual));
  dual.smooth(1);
  dual.climb(0.05, CLIMB);
  for (let round = 0; round < 1 + 3 * (tolls.length - 1); round++) {
    dual.smooth(0.05);
    const residual = dual.climb(preciseFor(core), 2 * CLIMB);
    yield residual;
    if (residual < 0.02 && tolls.every((_, r) => envelope.left[r]! <= allowed[r]!)) return true;
    tolls.forEach(
      (_, r) => (tolls[r]! *= Math.min(4, Math.max(0.25, envelope.left[r]! / Math.max(1e-12, allowed[r]!)))),
    );
  }
  return false;
}
