import { weightOf } from './cloud';
import { offsetOf, type Core } from './core';

/**
 * An integral plan in the making: which territory each atom is in, the loads that follow, and how far they
 * are from the tolerances. All changes go through `move`.
 */
export class Ledger {
  /** K × M loads, fixed accounts included. */
  readonly load: Float64Array;
  /** Violation of each territory: Σ over metrics of the squared relative excess over the tolerance. */
  readonly violation: Float64Array;
  /** Rounding errors of sums, as a fraction of a target: a deviation of exactly the tolerance is within it. */
  readonly slack = 1e-11;
  private readonly groupOf: Int32Array;

  constructor(
    readonly core: Core,
    readonly out: Int32Array,
    readonly centres: Float64Array,
    readonly constants: Float64Array,
    readonly keep: number,
  ) {
    const { k, cloud } = core;
    this.load = core.fixedLoad.slice();
    this.violation = new Float64Array(k);
    this.groupOf = new Int32Array(cloud.n);
    cloud.groups.forEach((g, q) => this.groupOf.fill(q, g.start, g.end));
    this.recount();
  }

  /** Recomputes everything after `out` was written from outside. */
  recount(): void {
    const { metrics, cloud, fixedLoad } = this.core;
    this.load.set(fixedLoad);
    for (let i = 0; i < cloud.n; i++) {
      for (let m = 0; m < metrics; m++) this.load[this.out[i]! * metrics + m]! += weightOf(cloud, i, m);
    }
    this.refresh();
  }

  /** Recomputes the violations after the loads were set from outside. */
  refresh(): void {
    for (let j = 0; j < this.core.k; j++) this.violation[j] = this.excess(j, -1, 0, -1, 0);
  }

  /** Violation of territory j with atom `a` added `signA` times and atom `b` added `signB` times. */
  excess(j: number, a: number, signA: number, b: number, signB: number): number {
    const { metrics, target, band, cloud } = this.core;
    let sum = 0;
    for (let m = 0; m < metrics; m++) {
      const at = j * metrics + m;
      let load = this.load[at]!;
      if (a >= 0) load += signA * weightOf(cloud, a, m);
      if (b >= 0) load += signB * weightOf(cloud, b, m);
      const over = (Math.abs(load - target[at]!) - band[at]!) / target[at]!;
      if (over > this.slack) sum += over * over;
    }
    return sum;
  }

  /** Cost of an atom in a territory, less what is the same everywhere. */
  cost(i: number, j: number): number {
    const { cloud } = this.core;
    const { dims, lifted, z, u } = cloud;
    const group = cloud.groups[this.groupOf[i]!]!;
    let v = offsetOf(this.core, group, j, this.keep);
    if (group.placed) {
      v += this.constants[j]!;
      for (let d = 0; d < dims; d++) {
        const x = z[i * lifted + d]! - this.centres[j * dims + d]!;
        v += x * x;
      }
    }
    return u[i]! * v;
  }

  allowed(i: number, j: number): boolean {
    const { core } = this;
    const group = core.cloud.groups[this.groupOf[i]!]!;
    return core.binding.eligible[group.row * core.k + j] === 1;
  }

  move(i: number, to: number): void {
    const { metrics, cloud } = this.core;
    const from = this.out[i]!;
    for (let m = 0; m < metrics; m++) {
      const w = weightOf(cloud, i, m);
      this.load[from * metrics + m]! -= w;
      this.load[to * metrics + m]! += w;
    }
    this.out[i] = to;
    this.violation[from] = this.excess(from, -1, 0, -1, 0);
    this.violation[to] = this.excess(to, -1, 0, -1, 0);
  }

  totalViolation(): number {
    let sum = 0;
    for (let j = 0; j < this.core.k; j++) sum += this.violation[j]!;
    return sum;
  }

  /** K × M half-widths that hold this plan: the tolerances, widened to the worst deviation where it is larger. */
  reachedBand(): Float64Array {
    const { k, metrics, target, band } = this.core;
    const reached = band.slice();
    for (let m = 0; m < metrics; m++) {
      let worst = 0;
      for (let at = m; at < k * metrics; at += metrics) {
        worst = Math.max(worst, Math.abs(this.load[at]! / target[at]! - 1));
      }
      for (let at = m; at < k * metrics; at += metrics) {
        reached[at] = Math.max(reached[at]!, worst * target[at]! * (1 + 1e-12));
      }
    }
    return reached;
  }

  totalCost(): number {
    let sum = 0;
    for (let i = 0; i < this.core.cloud.n; i++) sum += this.cost(i, this.out[i]!);
    return sum;
  }
}
