import { isLarge, preciseFor, stepsFor, type Core } from '../problem/core';
import type { Dual } from '../prices/dual';
import type { Sites } from '../centres/sites';
import { Ledger } from './ledger';
import { uneven } from './frontier';
import { polish } from './refine';

/** Rounds at most; as a rule the second finds little. */
const ROUNDS = 4;
/** Gains below this part of the cost are not worth another round. */
const WORTH = 1e-5;
/** Width of the price solves, as a fraction of squared spacing. */
const SHARP = 0.02;
/** In large plans one round, from prices that are about right: a second finds next to nothing. */
const ROUNDS_LARGE = 1;
const NEARLY = 0.05;
const FEW = 4;

/**
 * Centres move to the centroids of the plan as it is, and the plan follows, until nothing gains. A round that does not
 * make it cheaper about its own centroids, or takes it out of tolerance, is undone. Leaves the dual at the centres and
 * prices of the plan, with all points in play.
 */
export function* recentre(
  ledger: Ledger,
  sites: Sites,
  dual: Dual,
  effort: number,
): Generator<number, { ledger: Ledger; moves: number }> {
  const { core } = ledger;
  const large = isLarge(core);
  let plan = at(ledger.out, sites, dual, core, ledger.keep, large);
  let moves = 0;
  for (let round = 0; round < (large ? ROUNDS_LARGE : ROUNDS); round++) {
    const next = new Ledger(core, plan.out.slice(), dual.centres, dual.constants, plan.keep);
    const before = priceOf(next, dual);
    const made = polish(next, dual, effort);
    yield dual.residual();
    if (made === 0 || (next.isOff() && !plan.isOff())) break;
    moves += made;
    const gone = at(next.out, sites, dual, core, plan.keep);
    if (priceOf(gone, dual) >= before * (1 - WORTH)) {
      if (priceOf(gone, dual) < before) plan = gone;
      else at(plan.out, sites, dual, core, plan.keep);
      break;
    }
    plan = gone;
  }
  dual.smooth(SHARP); // a frontier of all atoms had it wide
  return { ledger: plan, moves };
}

/** Puts the centres to the centroids of a plan, and prices there, or `quick` ones that are about right. */
function at(out: Int32Array, sites: Sites, dual: Dual, core: Core, keep: number, quick = false): Ledger {
  sites.follow(out);
  sites.apply(dual);
  dual.smooth(SHARP);
  if (quick) dual.climb(NEARLY, FEW);
  else dual.climb(preciseFor(core), stepsFor(core), true);
  return new Ledger(core, out, dual.centres.slice(), dual.constants.slice(), keep);
}

/** Cost of a plan at its centres, and of what it is uneven. */
function priceOf(ledger: Ledger, dual: Dual): number {
  let cost = ledger.totalCost();
  dual.evenSlope().forEach((slope, i) => {
    cost += slope * uneven(ledger.load[i]! - ledger.core.aim[i]!);
  });
  return cost;
}
