import { exp, log } from '../../exact/math';
import type { Dual } from '../prices/dual';
import type { Sites } from './sites';
import { nudgeTolls } from './tolls';

/** Centres overshoot their centroids: Lloyd's steps are short, and this saves a third of them. */
const STRIDE = 1.5;
/** The last rounds of the annealing go to the centroids themselves. */
const PLAIN = 3;
/** Residual at which loads count as balanced enough for centres to move; and while borders sharpen from a start that is near. */
const BALANCED = 0.05;
const NEARLY = 0.3;
/** Residual from which moving centres would only spread chaos. */
const HOPELESS = 1;
/** Relative change of the dual below which centres have settled. */
const SETTLED = 1e-4;
/** Steps of one round's prices, and of those that begin from nothing. */
const CLIMB = 12;
const CLIMB_ANEW = 30;

/** How borders sharpen: widths in squared spacings, over so many rounds; then up to `rest` rounds more. */
export interface Cooling {
  readonly soft: number;
  readonly sharp: number;
  readonly rounds: number;
  readonly rest: number;
  /** True where loads need be balanced only nearly while borders sharpen: centres are far from theirs then in any case. */
  readonly quick?: boolean;
}

/**
 * Balanced Lloyd with deterministic annealing (Rose 1998): prices are raised until each territory holds its
 * share, then centres move to the centroids of their soft shares, and so on while the borders sharpen.
 * Centres never move before balance has converged.
 */
export class Lloyd {
  /** Value of the smoothed dual after the last round: the lower, the more compact; Infinity where balance was lost. */
  value = Infinity;
  isDone = false;
  private round = 0;
  private eta: number;
  private readonly factor: number;

  constructor(
    readonly sites: Sites,
    readonly dual: Dual,
    private readonly cooling: Cooling,
  ) {
    const { soft, sharp, rounds } = cooling;
    this.factor = exp(log(sharp / soft) / Math.max(1, rounds - 1));
    this.eta = soft;
    sites.apply(dual);
  }

  /** One round; returns the residual of its prices. */
  next(): number {
    const { sites, dual, round } = this;
    const { rounds, rest, quick } = this.cooling;
    const isSharp = round >= rounds - 1;
    if (round % 2 === 0 || round === rounds - 1) dual.smooth(this.eta);
    const enough = quick === true && !isSharp ? NEARLY : BALANCED;
    let residual = dual.climb(enough, round === 0 ? CLIMB_ANEW : CLIMB);
    if (residual > HOPELESS) residual = dual.climb(enough, CLIMB_ANEW);
    if (residual > HOPELESS) this.value = Infinity;
    else {
      const before = this.value;
      this.value = dual.smoothed();
      if (round >= rounds && Math.abs(before - this.value) <= SETTLED * Math.abs(this.value)) {
        this.isDone = true;
        return residual;
      }
      nudgeTolls(dual);
      sites.recentre(dual.envelope, dual, round >= rounds - PLAIN ? 1 : STRIDE);
    }
    if (!isSharp) this.eta *= this.factor;
    this.round++;
    this.isDone = this.round >= rounds + rest;
    return residual;
  }

  /** Rounds until centres have settled, or so many. Yields the residual of each. */
  *run(most = Infinity): Generator<number, void> {
    for (let q = 0; q < most && !this.isDone; q++) yield this.next();
  }
}

/** Balanced Lloyd to its end. Yields the residual of each round, returns the value of the dual. */
export function* balancedLloyd(sites: Sites, dual: Dual, cooling: Cooling): Generator<number, number> {
  const lloyd = new Lloyd(sites, dual, cooling);
  yield* lloyd.run();
  return lloyd.value;
}
