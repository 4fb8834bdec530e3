import type { Cloud } from '../problem/cloud';
import type { Core } from '../problem/core';
import { measureOf } from '../problem/distance';
import { Envelope, type Choices } from '../prices/envelope';

const ROUNDS = 15;
const LOOK = 20000;

/**
 * Mean km to the centre if balance were of no concern: plain Lloyd on the cells from the present centres (K × dims,
 * relative to the origin), then
 * the mean over (a regular sample of) the accounts. The difference to the plan's mean km is the price of balance.
 */
export function unbalancedKm(core: Core, centroid: Float64Array, cells: Cloud, choices: Choices): number {
  const { k, problem, origin } = core;
  const { accounts, dims, points } = problem;
  const centres = centroid.slice();
  const zero = new Float64Array(k);
  const prices = new Float64Array(k * core.metrics);
  const tolls = new Float64Array(cells.stakes);
  const plain: Choices = { ...choices, offset: () => 0 };
  const envelope = new Envelope(cells, plain);
  for (let round = 0; round < ROUNDS; round++) {
    envelope.set(centres, zero, prices, tolls);
    envelope.hard(null);
    for (let j = 0; j < k; j++) {
      const mass = envelope.mass[j]!;
      if (mass > 0)
        for (let d = 0; d < dims; d++) centres[j * dims + d] = envelope.moment[j * dims + d]! / mass;
    }
  }
  for (let j = 0; j < k; j++) for (let d = 0; d < dims; d++) centres[j * dims + d]! += origin[d]!;
  const measure = measureOf(problem.space, dims);
  const step = Math.max(1, Math.floor(accounts / LOOK));
  let km = 0;
  let count = 0;
  for (let i = 0; i < accounts; i += step) {
    if (points[i * dims] !== points[i * dims]) continue;
    let nearest = -1;
    let least = Infinity;
    for (let j = 0; j < k; j++) {
      if (problem.eligible[problem.classOf[i]! * k + j] !== 1) continue;
      let square = 0;
      for (let d = 0; d < dims; d++) {
        const x = points[i * dims + d]! - centres[j * dims + d]!;
        square += x * x;
      }
      if (square < least) {
        least = square;
        nearest = j;
      }
    }
    if (nearest < 0) continue;
    km += measure(points, i * dims, centres, nearest * dims);
    count++;
  }
  return count > 0 ? km / count : NaN;
}
