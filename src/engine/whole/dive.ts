import { weightOf } from '../problem/cloud';
import { preciseFor, stepsFor, type Core } from '../problem/core';
import type { Dual } from '../prices/dual';
import type { Ledger } from './ledger';

/** Sizes, as fractions of a target, above which atoms on a border are decided, largest first. */
const SIZES = [0.05, 0.02, 0.008, 0.003, 0];

/** Atoms below half of the smallest target fit anywhere. */
const HALF = 0.5;
/** Scaled metrics are 1 : 1 on average; hardly enough accounts are this far from it to fill a territory with. */
const UNLIKE = 5;

/** Residual after a price solve from which further decisions would only do harm. */
const HOPELESS = 0.05;

/**
 * Decides the large atoms that the dual splits between territories, size class by size class, and re-solves
 * the prices after each, so that the smaller ones make up for the rounding of the larger ones (a dive, as in
 * integer programming). The ledger's `out` gets the territories of all atoms; it must hold those of the present prices.
 */
export function* dive(ledger: Ledger, dual: Dual): Generator<number, void> {
  const { core, out } = ledger;
  const { k, metrics, cloud, target } = core;
  const decided = misfits(ledger, dual);
  if (decided.size > 0) {
    settleAll(core, dual, [...decided.keys()], [...decided.values()]);
    yield dual.climb(preciseFor(core), stepsFor(core), true);
  }
  for (const size of SIZES) {
    const points: number[] = [];
    const choices: number[][] = [];
    const shares: number[][] = [];
    dual.undecided((point, territories, value, count, width) => {
      if (decided.has(point)) return;
      let share = 0;
      for (let m = 0; m < metrics; m++) {
        for (let q = 0; q < count; q++) {
          share = Math.max(share, weightOf(cloud, point, m) / target[territories[q]! * metrics + m]!);
        }
      }
      if (share <= size) return;
      points.push(point);
      choices.push(Array.from(territories.subarray(0, count)));
      shares.push(sharesOf(value.subarray(0, count), width));
    });
    if (points.length === 0) continue;
    const order = points.map((_, q) => q);
    const weight = (q: number) => weightOf(cloud, points[q]!, 0);
    order.sort((a, b) => weight(b) - weight(a) || points[a]! - points[b]!);
    // Error diffusion: what rounding gave a territory too little of goes into its next choice.
    const owed = new Float64Array(k * metrics);
    const chosen = new Int32Array(points.length);
    for (const q of order) {
      let best = -1;
      let most = -Infinity;
      const fitting = choices[q]!.some((j) => fits(ledger, points[q]!, j));
      choices[q]!.forEach((j, r) => {
        if (fitting && !fits(ledger, points[q]!, j)) return;
        let claim = 0;
        for (let m = 0; m < metrics; m++) {
          const at = j * metrics + m;
          const w = weightOf(cloud, points[q]!, m);
          claim += (shares[q]![r]! * w + owed[at]!) / target[at]!;
        }
        if (claim > most) {
          most = claim;
          best = j;
        }
      });
      chosen[q] = best;
      choices[q]!.forEach((j, r) => {
        for (let m = 0; m < metrics; m++) {
          owed[j * metrics + m]! += (shares[q]![r]! - (j === best ? 1 : 0)) * weightOf(cloud, points[q]!, m);
        }
      });
    }
    points.forEach((p, q) => decided.set(p, chosen[q]!));
    if (size === 0) break;
    settleAll(core, dual, points, chosen);
    const residual = dual.climb(preciseFor(core), stepsFor(core), true);
    yield residual;
    // What is decided leaves no balanced rest: go on with what there is.
    if (residual > HOPELESS) break;
  }
  dual.assign(out);
  for (const [point, j] of decided) out[point] = j;
}

/**
 * Atoms that alone overfill the territory they are cheapest in, and the cheapest one that each fits into: a heavy
 * account draws a centre to itself, and lies so deep in its territory that no border comes near it.
 */
function misfits(ledger: Ledger, dual: Dual): Map<number, number> {
  const { k, metrics, cloud, target } = ledger.core;
  const smallest = HALF * target.reduce((least, t) => Math.min(least, t), Infinity);
  const found = new Map<number, number>();
  for (let i = 0; i < cloud.n; i++) {
    let heaviest = 0;
    for (let m = 0; m < metrics; m++) heaviest = Math.max(heaviest, weightOf(cloud, i, m));
    if (heaviest <= smallest || fits(ledger, i, ledger.out[i]!)) continue;
    let best = -1;
    let least = Infinity;
    for (let j = 0; j < k; j++) {
      if (!ledger.allowed(i, j) || !fits(ledger, i, j)) continue;
      let cost = ledger.cost(i, j);
      for (let m = 0; m < metrics; m++) cost += dual.prices[j * metrics + m]! * weightOf(cloud, i, m);
      if (cost < least) {
        least = cost;
        best = j;
      }
    }
    if (best >= 0) found.set(i, best);
  }
  return found;
}

/**
 * True if a territory can hold an atom: it stays below the upper limits, and what they leave is enough to fill the
 * other metrics up with accounts that are not too unlike the average.
 */
function fits({ core, slack }: Ledger, i: number, j: number): boolean {
  const { metrics, cloud, target, band } = core;
  let room = Infinity;
  let need = 0;
  for (let m = 0; m < metrics; m++) {
    const at = j * metrics + m;
    const w = weightOf(cloud, i, m);
    room = Math.min(room, target[at]! + band[at]! - w);
    need = Math.max(need, target[at]! - band[at]! - w);
    if (room < -slack * target[at]!) return false;
  }
  return need <= UNLIKE * room || metrics < 2;
}

/** Gives points to territories for good. */
function settleAll({ metrics, cloud }: Core, dual: Dual, points: number[], chosen: ArrayLike<number>): void {
  const weights = new Float64Array(points.length * metrics);
  points.forEach((p, q) => {
    for (let m = 0; m < metrics; m++) weights[q * metrics + m] = weightOf(cloud, p, m);
  });
  dual.settle(points, chosen, weights);
}

/** The smoothed shares of candidates in rising order of value (envelope.ts). */
function sharesOf(values: Float64Array, width: number): number[] {
  const lowest = values[0]!;
  let sum = 0;
  let n = 1;
  for (; n < values.length; n++) {
    const v = values[n]! - lowest;
    if (width + sum <= n * v) break;
    sum += v;
  }
  const top = (width + sum) / n + lowest;
  return Array.from(values, (v) => Math.max(0, (top - v) / width));
}
