import type { Dual } from '../prices/dual';
import { fixedCost, type Core } from '../problem/core';
import type { Ledger } from './ledger';

/**
 * Cost of a plan at its centres, and a lower bound on the cost at these centres of any plan that keeps the hard
 * rules and lies within the tolerances (or within this plan's deviations, where they are larger).
 */
export type Certificate = (ledger: Ledger) => { readonly cost: number; readonly bound: number };

/** Parts of the prices tried where they prove little: in a wide band lower prices prove more. */
const PARTS = [1, 0.7, 0.4, 0.2, 0];
const CLOSE = 0.95;

/** A certificate by the present prices and targets of a dual on all points. Any prices give a bound; the best one counts. */
export function certificateOf(core: Core, dual: Dual): Certificate {
  const prices = dual.prices.slice();
  const target = dual.target.slice();
  const net = core.target.map((t, i) => t - core.fixedLoad[i]!);
  const constant = fixedCost(core, dual.centres, dual.constants) + core.familySpread;
  return (ledger) => {
    dual.restore(prices, target);
    const band = ledger.reachedBand();
    const cost = ledger.totalCost() + constant;
    let bound = -Infinity;
    for (const part of PARTS) {
      const value = dual.bound(
        prices.map((p) => part * p),
        net,
        band,
      );
      bound = Math.max(bound, value + core.atomMoment + constant);
      if (bound > CLOSE * cost) break;
    }
    return { cost, bound };
  };
}
