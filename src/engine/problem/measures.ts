import { HOPELESS, type Binding } from './families';
import type { Problem } from './contract';
import { poolsOf, poolTotals } from './pools';

/**
 * The metrics as the solver counts them: scaled so that each sums to K over the accounts that can be placed;
 * M counts those that are not all zero.
 */
export interface Measures {
  /** M places in `problem.metrics`. */
  readonly ids: readonly number[];
  /** A scaled value in a metric's own unit. */
  readonly inUnits: (m: number, value: number) => number;
  /** K × M targets (share × K, in a single pool) and half-widths of the tolerance around them. */
  readonly target: Float64Array;
  readonly band: Float64Array;
  /** Scaled weight of an account. */
  readonly weight: (account: number, m: number) => number;
  /** Mass u of an account: what a km² of distance counts. */
  readonly mass: (account: number) => number;
}

/** Part of the mass that every account has alike, so that accounts without weight still have a place. */
const EVERYONE = 0.02;
/** Sums below this are lifted first, so that their reciprocal is finite. */
const SMALL = 1e-200;
const LIFT = 1e200;

/**
 * u is the mean of the scaled metrics plus a little; with one metric it is that metric alone, which makes the
 * territories a true power diagram; with none it is 1. (u = 1 throughout would let large accounts jump over
 * their neighbours.)
 */
export function measuresOf(problem: Problem, binding: Binding): Measures {
  const { accounts, territories: k, share } = problem;
  const ids: number[] = [];
  const scales: number[] = [];
  const lifts: number[] = [];
  problem.metrics.forEach(({ weight }, id) => {
    let sum = 0;
    for (let i = 0; i < accounts; i++) if (binding.fixed[i] !== HOPELESS) sum += weight[i]!;
    if (sum > 0) {
      const lift = sum < SMALL ? LIFT : 1;
      ids.push(id);
      lifts.push(lift);
      scales.push(k / (sum * lift));
    }
  });
  const m = ids.length;
  const scale = Float64Array.from(scales);
  const lift = Float64Array.from(lifts);
  const weights = ids.map((id) => problem.metrics[id]!.weight);

  const pools = poolsOf(problem);
  const totals = poolTotals(problem, binding, pools, ids);
  const target = new Float64Array(k * m);
  const band = new Float64Array(k * m);
  for (let j = 0; j < k; j++) {
    const p = pools.of[j]!;
    for (let q = 0; q < m; q++) {
      target[j * m + q] = (share[j]! / pools.share[p]!) * k * totals[p * m + q]!;
      band[j * m + q] = target[j * m + q]! * problem.metrics[ids[q]!]!.tolerance;
    }
  }

  const weight = (i: number, q: number) => weights[q]![i]! * lift[q]! * scale[q]!;
  let mass: (i: number) => number;
  if (m === 0) mass = () => 1;
  else if (m === 1) mass = (i) => weight(i, 0);
  else {
    const floor = (EVERYONE * k) / accounts;
    mass = (i) => {
      let sum = 0;
      for (let q = 0; q < m; q++) sum += weight(i, q);
      return sum / m + floor;
    };
  }
  const inUnits = (q: number, value: number) => value / scale[q]! / lift[q]!;
  return { ids, inUnits, target, band, weight, mass };
}
