import { fixedCost, preciseFor, type Core } from '../problem/core';
import type { Dual } from '../prices/dual';

/** Width of the price solves that costs are compared at, as a fraction of squared spacing. */
const SHARP = 0.02;
/** Steps of each, and of the search. */
const CLIMB = 40;
const STEPS = 14;
/** Eagerness tried, in squared spacings: from all but none to all but even, so much more each time. */
const LEAST = 1e-3;
const MOST = 100;
const RISE = 4;
const NARROW = 1.4;
/** Costs within this part of what may be spent are near enough. */
const NEAR = 0.05;

/**
 * How eager prices are to even loads out inside the tolerance of the first metric (`Dual.ease`), so that a plan at
 * these centres costs a given part more than the cheapest within the tolerances; by bisection. Leaves the dual at it.
 * @param guess where to begin, if known
 */
export function* findEase(core: Core, dual: Dual, guess = 0): Generator<number, void> {
  const part = core.problem.evenness ?? 0;
  if (part === 0 || core.metrics === 0 || core.band[0] === 0) return;
  const constant = core.atomMoment + fixedCost(core, dual.centres, dual.constants) + core.familySpread;
  const costAt = (ease: number) => {
    dual.ease = ease;
    dual.climb(preciseFor(core), CLIMB, true);
    return dual.transport() + constant;
  };
  dual.smooth(SHARP);
  const cheapest = costAt(0);
  if (!(cheapest > 0)) return;
  const goal = (1 + part) * cheapest;
  const spacing = dual.spacing2.reduce((a, b) => a + b, 0) / core.k;
  const rise = guess > 0 ? NARROW : RISE;
  let low = 0;
  let high = Infinity;
  let next = guess > 0 ? guess : LEAST * spacing;
  let prices = dual.prices.slice();
  for (let step = 0; step < STEPS && next >= LEAST * spacing && next <= MOST * spacing; step++) {
    const cost = costAt(next);
    yield dual.residual();
    if (Math.abs(cost - goal) <= NEAR * part * cheapest) return;
    if (cost > goal) {
      high = next;
      dual.prices.set(prices);
    } else {
      low = next;
      prices = dual.prices.slice();
    }
    if (low === 0) next = high / rise;
    else next = high === Infinity ? rise * low : Math.sqrt(low * high);
  }
  dual.ease = low;
  dual.prices.set(prices);
}
