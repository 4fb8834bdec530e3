import type { Dual } from './dual';
import type { Sites } from './sites';

export interface LloydOptions {
  readonly rounds: number;
  /** Temperature as a fraction of squared spacing. */
  readonly eta: number;
  /** Stop when the dual's relative change falls below this. */
  readonly settle: number;
}

/** Residual at which loads count as balanced enough for centres to move. */
const BALANCED = 0.05;

/**
 * Balanced Lloyd: prices are raised until each territory holds its share, then centres move to the
 * centroids, and so on. Centres never move before balance has converged (README.md, "traps").
 * @returns value of the smoothed dual at the end: the lower, the more compact
 */
export function* balancedLloyd(sites: Sites, dual: Dual, options: LloydOptions): Generator<number, number> {
  sites.apply(dual);
  let previous = Infinity;
  let calm = 0;
  for (let round = 0; round < options.rounds; round++) {
    const residual = dual.climb(options.eta, BALANCED, round === 0 ? 30 : 12);
    const value = dual.smoothed();
    yield residual;
    if (Math.abs(previous - value) <= options.settle * Math.abs(value)) calm++;
    else calm = 0;
    if (calm >= 2) return value;
    previous = value;
    sites.recentre(dual.envelope, dual);
  }
  return previous;
}
