import type { Dual } from '../prices/dual';
import { fixedCost, preciseFor, type Core } from '../problem/core';
import { uneven } from './frontier';
import type { Ledger } from './ledger';

/**
 * Cost of a plan at its centres, and a lower bound on the cost at these centres of any plan that keeps the hard
 * rules and lies within the tolerances (or within this plan's deviations, where they are larger); and the same of any
 * such plan that is at least as even.
 */
export type Certificate = (ledger: Ledger) => {
  readonly cost: number;
  readonly bound: number;
  readonly boundAsEven: number;
};

/** Parts of the prices tried where they prove little: in a wide band lower prices prove more. */
const PARTS = [1, 0.7, 0.4, 0.2, 0];
const CLOSE = 0.95;
/** What sums of squares may be wrong by: where every account stands on its centre the bound is made of nothing else. */
const ROUNDING = 1e-13;
/** Steps from the prices of an even plan to those of the cheapest. */
const STEPS = 40;

/** A certificate by the present prices and targets of a dual on all points. Any prices give a bound; the best one counts. */
export function certificateOf(core: Core, dual: Dual): Certificate {
  const even = dual.prices.slice();
  const target = dual.target.slice();
  const slope = dual.evenSlope();
  const { ease } = dual;
  if (ease > 0) {
    dual.ease = 0;
    dual.climb(preciseFor(core), STEPS, true);
  }
  const prices = dual.prices.slice();
  dual.ease = ease;
  dual.prices.set(even);
  const net = core.target.map((t, i) => t - core.fixedLoad[i]!);
  const constant = fixedCost(core, dual.centres, dual.constants) + core.familySpread;
  const proven = (value: number) => value + (1 - ROUNDING) * core.atomMoment + constant;
  const none = new Float64Array(slope.length);
  return (ledger) => {
    dual.restore(even, target);
    const band = ledger.reachedBand();
    const left = ledger.left();
    // Where rules alone move more than is allowed, so may others.
    const allowed = dual.allowed.map((most, r) => Math.max(most, left[r]!));
    const cost = ledger.totalCost() + constant;
    let bound = -Infinity;
    for (const part of PARTS) {
      const value = dual.bound(
        prices.map((p) => part * p),
        dual.tolls.map((toll) => part * toll),
        net,
        band,
        none,
        allowed,
      );
      bound = Math.max(bound, proven(value));
      if (bound > CLOSE * cost) break;
    }
    if (ease === 0) return { cost, bound, boundAsEven: bound };
    let spent = 0;
    slope.forEach((s, i) => {
      spent += s * uneven(ledger.load[i]! - core.target[i]!);
    });
    const value = proven(dual.bound(even, dual.tolls, net, band, slope, allowed)) - spent;
    return { cost, bound, boundAsEven: Math.max(bound, value) };
  };
}
