import type { Core } from '../problem/core';
import type { Dual } from '../prices/dual';
import type { Envelope } from '../prices/envelope';

/**
 * Centres of the territories and the pull of their homes. With home weight h, an account costs
 *   (1 − h)|x − c|² + h|x − home|²  =  |x − e|² + κ,  e = (1 − h)c + h·home,  κ = h(1 − h)|c − home|²,
 * so nearness to a home is again a centre and a constant.
 */
export class Sites {
  /** K × dims centroids, relative to the core's origin. */
  readonly centroid: Float64Array;

  constructor(
    private readonly core: Core,
    centroid: Float64Array,
  ) {
    this.centroid = centroid.slice();
  }

  /** Centre and constant that the cost of territory j uses. */
  place(j: number, centre: Float64Array, constants: Float64Array): void {
    const { origin, problem } = this.core;
    const dims = origin.length;
    const h = problem.homeWeight ?? 0;
    const { home } = problem;
    const at = j * dims;
    if (!home || h === 0 || dims === 0 || home[at] !== home[at]) {
      for (let d = 0; d < dims; d++) centre[at + d] = this.centroid[at + d]!;
      constants[j] = 0;
      return;
    }
    let square = 0;
    for (let d = 0; d < dims; d++) {
      const c = this.centroid[at + d]!;
      const x = home[at + d]! - origin[d]!;
      centre[at + d] = (1 - h) * c + h * x;
      square += (c - x) * (c - x);
    }
    constants[j] = h * (1 - h) * square;
  }

  /** Puts the centres into a dual as they are. */
  apply(dual: Dual): void {
    for (let j = 0; j < this.core.k; j++) this.place(j, dual.centres, dual.constants);
  }

  /** Puts each centre to the centroid of what a plan (territory of each atom) gives it, fixed accounts included. */
  follow(out: Int32Array): void {
    const { k, cloud, fixedMoments } = this.core;
    const { dims, lifted, z, u } = cloud;
    const sums = new Float64Array(k * (dims + 1));
    for (let j = 0; j < k; j++) {
      for (let d = 0; d <= dims; d++) sums[j * (dims + 1) + d] = fixedMoments[j * (dims + 2) + d]!;
    }
    for (const group of cloud.groups) {
      for (let i = group.start; i < group.end && group.placed; i++) {
        const to = out[i]! * (dims + 1);
        for (let d = 0; d < dims; d++) sums[to + d]! += u[i]! * z[i * lifted + d]!;
        sums[to + dims]! += u[i]!;
      }
    }
    for (let j = 0; j < k; j++) {
      const mass = sums[j * (dims + 1) + dims]!;
      if (!(mass > 1e-9)) continue;
      for (let d = 0; d < dims; d++) this.centroid[j * dims + d] = sums[j * (dims + 1) + d]! / mass;
    }
  }

  /**
   * Moves each centre to the centroid of its last evaluated share (fixed accounts included) and carries the
   * prices along: a centre that moves by Δ makes its whole territory dearer or cheaper by about |Δ|².
   * @returns mean squared move
   */
  recentre(envelope: Envelope, dual: Dual, stride = 1): number {
    const { k, metrics, fixedMoments, origin } = this.core;
    const dims = origin.length;
    let moved = 0;
    for (let j = 0; j < k; j++) {
      const f = j * (dims + 2);
      const mass = envelope.mass[j]! + fixedMoments[f + dims]!;
      if (!(mass > 1e-9)) continue;
      let square = 0;
      for (let d = 0; d < dims; d++) {
        const c = (envelope.moment[j * dims + d]! + fixedMoments[f + d]!) / mass;
        const x = stride * (c - this.centroid[j * dims + d]!);
        square += x * x;
        this.centroid[j * dims + d]! += x;
      }
      moved += square / k;
      for (let m = 0; m < metrics; m++) dual.prices[j * metrics + m]! += square / metrics;
    }
    this.apply(dual);
    return moved;
  }
}
