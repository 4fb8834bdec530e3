import type { Edges } from './edges';

/** y ← (L + diag(added)) x. */
function multiply(l: Edges, metrics: number, added: Float64Array, x: Float64Array, y: Float64Array): void {
  const { first, second, weight, block } = l;
  for (let i = 0; i < x.length; i++) y[i] = added[i]! * x[i]!;
  for (let e = 0; e < l.count; e++) {
    const j = first[e]! * metrics;
    const k = second[e]! * metrics;
    if (metrics === 1) {
      const flow = weight[e]! * (x[j]! - x[k]!);
      y[j]! += flow;
      y[k]! -= flow;
      continue;
    }
    for (let m = 0; m < metrics; m++) {
      let s = 0;
      for (let q = 0; q < metrics; q++) s += weight[e * block + m * metrics + q]! * (x[j + q]! - x[k + q]!);
      y[j + m]! += s;
      y[k + m]! -= s;
    }
  }
}

/**
 * Solves (L + diag(added)) x = g, L the Laplacian of the pairs, by conjugate gradients with a diagonal
 * preconditioner, in at most 300 steps: the inner system of a Newton step, where a residual of 1 % is plenty
 * (inexact Newton, Dembo, Eisenstat & Steihaug 1982).
 */
export function conjugateGradient(
  l: Edges,
  metrics: number,
  diagonal: Float64Array,
  added: Float64Array,
  g: Float64Array,
  x: Float64Array,
): void {
  const size = g.length;
  const rest = g.slice();
  const scaled = new Float64Array(size);
  const along = new Float64Array(size);
  const image = new Float64Array(size);
  x.fill(0);
  let energy = 0;
  for (let i = 0; i < size; i++) {
    scaled[i] = rest[i]! / (added[i]! + diagonal[i]!);
    along[i] = scaled[i]!;
    energy += rest[i]! * scaled[i]!;
  }
  const enough = 1e-4 * energy;
  for (let it = 0; it < 300 && energy > enough && energy > 0; it++) {
    multiply(l, metrics, added, along, image);
    let curve = 0;
    for (let i = 0; i < size; i++) curve += along[i]! * image[i]!;
    if (!(curve > 0)) return;
    const alpha = energy / curve;
    let after = 0;
    for (let i = 0; i < size; i++) {
      x[i]! += alpha * along[i]!;
      rest[i]! -= alpha * image[i]!;
      scaled[i] = rest[i]! / (added[i]! + diagonal[i]!);
      after += rest[i]! * scaled[i]!;
    }
    const beta = after / energy;
    energy = after;
    for (let i = 0; i < size; i++) along[i] = scaled[i]! + beta * along[i]!;
  }
}
