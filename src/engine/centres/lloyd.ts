import { exp, log } from '../../exact/math';
import type { Dual } from '../prices/dual';
import type { Sites } from './sites';
import { nudgeTolls } from './tolls';

/** Centres overshoot their centroids: Lloyd's steps are short, and this saves a third of them. */
const STRIDE = 1.5;
/** The last rounds of the annealing go to the centroids themselves. */
const PLAIN = 3;
/** Residual at which loads count as balanced enough for centres to move. */
const BALANCED = 0.05;
/** Residual from which moving centres would only spread chaos. */
const HOPELESS = 1;
/** Relative change of the dual below which centres have settled. */
const SETTLED = 1e-4;

/** How borders sharpen: widths in squared spacings, over so many rounds; then up to `rest` rounds more. */
export interface Cooling {
  readonly soft: number;
  readonly sharp: number;
  readonly rounds: number;
  readonly rest: number;
}

/**
 * Balanced Lloyd with deterministic annealing (Rose 1998): prices are raised until each territory holds its
 * share, then centres move to the centroids of their soft shares, and so on while the borders sharpen.
 * Centres never move before balance has converged. Yields the residual of each round.
 * @returns value of the smoothed dual at the end: the lower, the more compact; Infinity where balance was lost
 */
export function* balancedLloyd(
  sites: Sites,
  dual: Dual,
  { soft, sharp, rounds, rest }: Cooling,
): Generator<number, number> {
  const factor = exp(log(sharp / soft) / Math.max(1, rounds - 1));
  sites.apply(dual);
  let eta = soft;
  let value = Infinity;
  for (let round = 0; round < rounds + rest; round++) {
    if (round % 2 === 0 || round === rounds - 1) dual.smooth(eta);
    let residual = dual.climb(BALANCED, round === 0 ? 30 : 12);
    if (residual > HOPELESS) residual = dual.climb(BALANCED, 30);
    yield residual;
    if (residual > HOPELESS) value = Infinity;
    else {
      const before = value;
      value = dual.smoothed();
      if (round >= rounds && Math.abs(before - value) <= SETTLED * Math.abs(value)) break;
      nudgeTolls(dual);
      sites.recentre(dual.envelope, dual, round >= rounds - PLAIN ? 1 : STRIDE);
    }
    if (round < rounds - 1) eta *= factor;
  }
  return value;
}
