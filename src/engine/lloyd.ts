import { exp, log } from '../exact/math';
import type { Dual } from './dual';
import type { Sites } from './sites';

/** Rounds over which the smoothing narrows, from soft borders that let centres slide to nearly sharp ones. */
const ANNEALED = 20;
const SOFT = 1.5;
const SHARP = 0.2;
/** Centres overshoot their centroids: Lloyd's steps are short, and this saves a third of them. */
const STRIDE = 1.5;
/** Residual at which loads count as balanced enough for centres to move. */
const BALANCED = 0.05;
/** Relative change of the dual below which centres have settled. */
const SETTLED = 1e-4;

/**
 * Balanced Lloyd with deterministic annealing (Rose 1998): prices are raised until each territory holds its
 * share, then centres move to the centroids of their soft shares, and so on while the borders sharpen.
 * Centres never move before balance has converged.
 * @returns value of the smoothed dual at the end: the lower, the more compact
 */
export function* balancedLloyd(sites: Sites, dual: Dual, rounds: number): Generator<number, number> {
  const annealed = Math.min(ANNEALED, rounds);
  const cooling = exp(log(SHARP / SOFT) / Math.max(1, annealed - 1));
  sites.apply(dual);
  let eta = SOFT;
  let value = Infinity;
  for (let round = 0; round < rounds; round++) {
    if (round % 2 === 0 || round === annealed - 1) dual.smooth(eta);
    const residual = dual.climb(BALANCED, round === 0 ? 30 : 12);
    yield residual;
    const before = value;
    value = dual.smoothed();
    const last = round >= annealed - 3;
    if (round >= annealed && Math.abs(before - value) <= SETTLED * Math.abs(value)) break;
    sites.recentre(dual.envelope, dual, last ? 1 : STRIDE);
    if (round < annealed - 1) eta *= cooling;
  }
  return value;
}
