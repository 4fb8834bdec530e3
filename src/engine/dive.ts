import { weightOf } from './cloud';
import type { Core } from './core';
import type { Dual } from './dual';

/** Sizes, as fractions of a target, above which atoms on a border are decided, largest first. */
const SIZES = [0.05, 0.02, 0.008, 0.003, 0];

/** Residual after a price solve from which further decisions would only do harm. */
const HOPELESS = 0.05;

/**
 * Decides the large atoms that the dual splits between territories, size class by size class, and re-solves
 * the prices after each, so that the smaller ones make up for the rounding of the larger ones (a dive, as in
 * integer programming). `out` gets the territories of all atoms.
 */
export function* dive(core: Core, dual: Dual, out: Int32Array): Generator<number, void> {
  const { k, metrics, cloud, target } = core;
  const decided = new Map<number, number>();
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
      choices[q]!.forEach((j, r) => {
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
    const weights = new Float64Array(points.length * metrics);
    points.forEach((p, q) => {
      decided.set(p, chosen[q]!);
      for (let m = 0; m < metrics; m++) weights[q * metrics + m] = weightOf(cloud, p, m);
    });
    if (size === 0) break;
    dual.settle(points, chosen, weights);
    const residual = dual.climb(1e-3, 20, true);
    yield residual;
    // What is decided leaves no balanced rest: go on with what there is.
    if (residual > HOPELESS) break;
  }
  dual.assign(out);
  for (const [point, j] of decided) out[point] = j;
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
