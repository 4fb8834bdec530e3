import { weightOf } from '../problem/cloud';
import { offsetOf, type Core } from '../problem/core';
import { needOf } from '../problem/leaving';

/**
 * An integral plan in the making: which territory each atom is in, and the loads and costs that follow, at
 * given centres.
 */
export class Ledger {
  /** K × M loads, fixed accounts included. */
  readonly load: Float64Array;
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
    const { cloud } = core;
    this.load = core.fixedLoad.slice();
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

  /** Per stake: what of an atom counts as moved in a territory, beyond what counts in any case. */
  need(i: number, j: number): number[] {
    const { problem, binding, head, stakes } = this.core;
    const home = this.home(i);
    return stakes.map((stake) => {
      const need = needOf(problem, binding.next, stake, head[i]!, j);
      return need - needOf(problem, binding.next, stake, head[i]!, home);
    });
  }

  /** The territory that an atom counts as being in today, −1 for none or where that does not matter. */
  home(i: number): number {
    return this.core.cloud.groups[this.groupOf[i]!]!.current;
  }

  /** Per stake: what leaves by this plan, beyond what does in any case. */
  left(): Float64Array {
    const sum = new Float64Array(this.core.stakes.length);
    for (let i = 0; i < this.core.cloud.n && sum.length > 0; i++) {
      if (this.out[i] === this.home(i)) continue;
      this.need(i, this.out[i]!).forEach((need, r) => (sum[r]! += need));
    }
    return sum;
  }

  allowed(i: number, j: number): boolean {
    const { core } = this;
    const group = core.cloud.groups[this.groupOf[i]!]!;
    return core.binding.eligible[group.row * core.k + j] === 1;
  }

  /** Territories that an atom may go to, the cheapest first. */
  nearest(i: number): number[] {
    const open: number[] = [];
    for (let j = 0; j < this.core.k; j++) if (this.allowed(i, j)) open.push(j);
    const cost = new Map(open.map((j) => [j, this.cost(i, j)]));
    return open.sort((a, b) => cost.get(a)! - cost.get(b)! || a - b);
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
  }

  /** True if some load lies beyond its tolerance. */
  isOff(): boolean {
    const { target, band } = this.core;
    return this.load.some((load, at) => Math.abs(load - target[at]!) > band[at]! + this.slack * target[at]!);
  }

  /** K × M half-widths that hold this plan: the tolerances, widened to the worst deviation beyond them. */
  reachedBand(): Float64Array {
    const { k, metrics, target, band } = this.core;
    const reached = band.slice();
    for (let m = 0; m < metrics; m++) {
      let worst = 0;
      for (let at = m; at < k * metrics; at += metrics) {
        if (Math.abs(this.load[at]! - target[at]!) <= band[at]!) continue;
        worst = Math.max(worst, Math.abs(this.load[at]! / target[at]! - 1));
      }
      for (let at = m; at < k * metrics; at += metrics) {
        reached[at] = Math.max(reached[at]!, worst * target[at]! * (1 + 1e-12));
      }
    }
    return reached;
  }

  /** Cost of all atoms, without what families cost for being spread and without fixed accounts. */
  totalCost(): number {
    let sum = 0;
    for (let i = 0; i < this.core.cloud.n; i++) sum += this.cost(i, this.out[i]!);
    return sum;
  }
}
