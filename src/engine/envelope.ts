import { exp, log } from '../exact/math';
import { buildBoxTree, LEAF, middle, type BoxTree, type Root } from './boxtree';
import type { Cloud, Group } from './cloud';
import { Edges } from './edges';

/** Which territories a group may use, and at what offset per unit of mass. */
export interface Choices {
  readonly k: number;
  allowed(group: Group, territory: number): boolean;
  offset(group: Group, territory: number): number;
}

/** Candidates whose value exceeds the best by this many temperatures carry no weight (e⁻¹² ≈ 6·10⁻⁶). */
export const REACH = 12;
const NEGLIGIBLE = 1e-5;

/**
 * The lower envelope of the territories' priced costs over a cloud.
 *
 * Territory j costs a point of mass u in group g
 *   u · (b_j + offset(g, j) + a_j · z)   with a_j = (−2·c_j, p_j), b_j = |c_j|² + κ_j,
 * (the u|x|² that is the same for all j is left out). A walk down the box tree drops every territory that
 * is beaten throughout a box (the filtering of Kanungo et al. 2002, for affine functions), so interior boxes
 * are settled as a whole. `hard` gives each point to its cheapest territory; `soft` spreads it by Gibbs
 * weights at a temperature fixed per leaf, which makes the dual smooth and yields its Hessian.
 */
export class Envelope {
  /** K × M loads, K × dims of Σu·x, K of Σu over placed points, after an evaluation. */
  readonly load: Float64Array;
  readonly moment: Float64Array;
  readonly mass: Float64Array;
  /** Σ u·min_j and its smoothed version (never above it). */
  hardValue = 0;
  softValue = 0;
  /** Hessian of the smoothed dual: weight of the pair (j, k) on the price differences. */
  readonly edges: Edges;
  /** Evaluations so far, for the record of steps. */
  evaluations = 0;

  private visitor:
    ((point: number, territories: Int32Array, values: Float64Array, count: number) => void) | null = null;
  private readonly tree: BoxTree;
  private readonly a: Float64Array;
  private readonly b: Float64Array;
  private readonly priceInB: Float64Array;
  private readonly here: Float64Array;
  private readonly temperature: Float64Array;
  private readonly sums: Float64Array;
  private readonly stack: Int32Array;
  private readonly weightAt: Float64Array;
  private readonly indexAt: Int32Array;

  constructor(
    readonly cloud: Cloud,
    readonly choices: Choices,
  ) {
    const { k } = choices;
    const { lifted, dims, metrics } = cloud;
    this.tree = buildBoxTree(cloud);
    this.a = new Float64Array(k * lifted);
    this.b = new Float64Array(k);
    this.priceInB = new Float64Array(k);
    this.here = new Float64Array(k);
    this.load = new Float64Array(k * metrics);
    this.moment = new Float64Array(k * dims);
    this.mass = new Float64Array(k);
    this.edges = new Edges(k, metrics * metrics);
    this.temperature = new Float64Array(this.tree.nodes);
    this.sums = new Float64Array(k * (lifted + 1));
    this.stack = new Int32Array(k * 40);
    this.weightAt = new Float64Array(k);
    this.indexAt = new Int32Array(k);
  }

  /** Sets centres (K × dims), constants κ (K) and prices (K × M). */
  set(centres: Float64Array, constants: Float64Array, prices: Float64Array): void {
    const { lifted, dims, metrics } = this.cloud;
    for (let j = 0; j < this.choices.k; j++) {
      let square = constants[j]!;
      for (let d = 0; d < dims; d++) {
        const c = centres[j * dims + d]!;
        this.a[j * lifted + d] = -2 * c;
        square += c * c;
      }
      this.b[j] = square;
      this.priceInB[j] = 0;
      if (lifted > dims)
        for (let m = 0; m < metrics; m++) this.a[j * lifted + dims + m] = prices[j * metrics + m]!;
      else if (metrics === 1) this.priceInB[j] = prices[j]!;
    }
  }

  /** Gives each point to its cheapest territory, ties to the lower number; writes it to `out` if given. */
  hard(out: Int32Array | null): void {
    this.begin();
    this.walkAll((root, low, high) => this.hardWalk(root, 1, 0, root.leaves, low, high, out));
    this.softValue = this.hardValue;
    this.finish();
  }

  /** Smoothed evaluation at the temperatures last set: loads, values and Hessian. */
  soft(): void {
    this.begin();
    this.edges.clear();
    this.walkAll((root, low, high) => this.softWalk(root, 1, 0, root.leaves, low, high));
    this.finish();
  }

  /** Fixes the temperature of each leaf at `eta` × the largest of `spacing2` over the territories it is in. */
  setTemperature(eta: number, spacing2: Float64Array, assigned: Int32Array): void {
    const fill = (root: Root, node: number, low: number, high: number): number => {
      let value = 0;
      if (high - low === 1) {
        const start = root.group.start + low * LEAF;
        const end = Math.min(root.group.end, start + LEAF);
        for (let i = start; i < end; i++) {
          const s = eta * spacing2[assigned[i]!]!;
          if (s > value) value = s;
        }
      } else {
        const mid = middle(low, high);
        value = Math.max(fill(root, 2 * node, low, mid), fill(root, 2 * node + 1, mid, high));
      }
      this.temperature[root.base + node] = value;
      return value;
    };
    for (const root of this.tree.roots) if (root.leaves > 0) fill(root, 1, 0, root.leaves);
  }

  /**
   * Visits the points for which another territory comes within `REACH` temperatures of the cheapest, with
   * those territories and their values. The arrays are only lent.
   */
  border(visit: (point: number, territories: Int32Array, values: Float64Array, count: number) => void): void {
    this.visitor = visit;
    this.begin();
    this.edges.clear();
    this.walkAll((root, low, high) => this.softWalk(root, 1, 0, root.leaves, low, high));
    this.visitor = null;
  }

  private begin(): void {
    this.evaluations++;
    this.sums.fill(0);
    this.hardValue = 0;
    this.softValue = 0;
  }

  /** Visits every group with its offsets in place and its territories on the stack. */
  private walkAll(visit: (root: Root, low: number, high: number) => void): void {
    const { k } = this.choices;
    let unplaced = false;
    for (const root of this.tree.roots) {
      if (root.leaves === 0) continue;
      if (!root.group.placed && !unplaced) {
        unplaced = true;
        this.takeMass();
      }
      let n = 0;
      for (let j = 0; j < k; j++) {
        if (!this.choices.allowed(root.group, j)) continue;
        const base = root.group.placed ? this.b[j]! : 0;
        this.here[j] = base + this.priceInB[j]! + this.choices.offset(root.group, j);
        this.stack[n++] = j;
      }
      visit(root, 0, n);
    }
    if (!unplaced) this.takeMass();
  }

  /** Placed groups come first: their mass alone counts for centroids. */
  private takeMass(): void {
    const { lifted } = this.cloud;
    for (let j = 0; j < this.choices.k; j++) this.mass[j] = this.sums[j * (lifted + 1) + lifted]!;
  }

  private finish(): void {
    const { lifted, dims, metrics } = this.cloud;
    for (let j = 0; j < this.choices.k; j++) {
      const s = j * (lifted + 1);
      for (let d = 0; d < dims; d++) this.moment[j * dims + d] = this.sums[s + d]!;
      for (let m = 0; m < metrics; m++) this.load[j * metrics + m] = this.sums[s + dims + m]!;
    }
  }

  /**
   * Copies to the top of the stack the territories of stack[low … high) that may come within `slack` of the
   * lowest somewhere in the box; returns the new top. The survivor at the box's centre comes first.
   */
  private prune(box: number, low: number, high: number, slack: number): number {
    const { a, here, stack } = this;
    const corners = this.tree.box;
    const d = this.cloud.lifted;
    let best = stack[low]!;
    let lowest = Infinity;
    for (let q = low; q < high; q++) {
      const j = stack[q]!;
      let v = here[j]!;
      for (let c = 0; c < d; c++) v += a[j * d + c]! * 0.5 * (corners[box + c]! + corners[box + d + c]!);
      if (v < lowest) {
        lowest = v;
        best = j;
      }
    }
    let top = high;
    stack[top++] = best;
    const atBest = here[best]!;
    for (let q = low; q < high; q++) {
      const j = stack[q]!;
      if (j === best) continue;
      let v = here[j]! - atBest;
      for (let c = 0; c < d; c++) {
        const slope = a[j * d + c]! - a[best * d + c]!;
        v += slope > 0 ? slope * corners[box + c]! : slope * corners[box + d + c]!;
      }
      if (v <= slack) stack[top++] = j;
    }
    return top;
  }

  /** Gives a whole box to one territory. */
  private take(node: number, j: number): number {
    const { a, sums } = this;
    const total = this.tree.sum;
    const d = this.cloud.lifted;
    const from = node * (d + 1);
    const to = j * (d + 1);
    let value = this.here[j]! * total[from + d]!;
    for (let c = 0; c < d; c++) {
      value += a[j * d + c]! * total[from + c]!;
      sums[to + c]! += total[from + c]!;
    }
    sums[to + d]! += total[from + d]!;
    return value;
  }

  private hardWalk(
    root: Root,
    node: number,
    low: number,
    high: number,
    from: number,
    to: number,
    out: Int32Array | null,
  ): void {
    const { stack } = this;
    const d = this.cloud.lifted;
    if (to - from > 1) {
      const top = this.prune((root.base + node) * 2 * d, from, to, 0);
      from = to;
      to = top;
    }
    const start = root.group.start + low * LEAF;
    if (to - from === 1) {
      const j = stack[from]!;
      this.hardValue += this.take(root.base + node, j);
      if (out) out.fill(j, start, Math.min(root.group.end, root.group.start + high * LEAF));
      return;
    }
    if (high - low > 1) {
      const mid = middle(low, high);
      this.hardWalk(root, 2 * node, low, mid, from, to, out);
      this.hardWalk(root, 2 * node + 1, mid, high, from, to, out);
      return;
    }
    const { a, here, sums } = this;
    const { z, u } = this.cloud;
    const end = Math.min(root.group.end, start + LEAF);
    for (let i = start; i < end; i++) {
      let best = -1;
      let lowest = Infinity;
      for (let q = from; q < to; q++) {
        const j = stack[q]!;
        let v = here[j]!;
        for (let c = 0; c < d; c++) v += a[j * d + c]! * z[i * d + c]!;
        if (v < lowest || (v === lowest && j < best)) {
          lowest = v;
          best = j;
        }
      }
      const mass = u[i]!;
      this.hardValue += mass * lowest;
      const s = best * (d + 1);
      for (let c = 0; c < d; c++) sums[s + c]! += mass * z[i * d + c]!;
      sums[s + d]! += mass;
      if (out) out[i] = best;
    }
  }

  private softWalk(root: Root, node: number, low: number, high: number, from: number, to: number): void {
    const { stack } = this;
    const d = this.cloud.lifted;
    if (to - from > 1) {
      const slack = REACH * this.temperature[root.base + node]!;
      const top = this.prune((root.base + node) * 2 * d, from, to, slack);
      from = to;
      to = top;
    }
    if (to - from === 1) {
      const value = this.take(root.base + node, stack[from]!);
      this.hardValue += value;
      this.softValue += value;
      return;
    }
    if (high - low > 1) {
      const mid = middle(low, high);
      this.softWalk(root, 2 * node, low, mid, from, to);
      this.softWalk(root, 2 * node + 1, mid, high, from, to);
      return;
    }
    const start = root.group.start + low * LEAF;
    const end = Math.min(root.group.end, start + LEAF);
    const temperature = this.temperature[root.base + node]!;
    if (this.visitor) this.borderLeaf(start, end, REACH * temperature, from, to, this.visitor);
    else this.softLeaf(start, end, temperature, from, to);
  }

  private borderLeaf(
    start: number,
    end: number,
    reach: number,
    from: number,
    to: number,
    visit: (point: number, territories: Int32Array, values: Float64Array, count: number) => void,
  ): void {
    const { a, here, stack, weightAt, indexAt } = this;
    const { lifted: d, z } = this.cloud;
    for (let i = start; i < end; i++) {
      let lowest = Infinity;
      for (let q = from; q < to; q++) {
        const j = stack[q]!;
        let v = here[j]!;
        for (let c = 0; c < d; c++) v += a[j * d + c]! * z[i * d + c]!;
        weightAt[q - from] = v;
        if (v < lowest) lowest = v;
      }
      let n = 0;
      for (let q = from; q < to; q++) {
        const v = weightAt[q - from]!;
        if (v - lowest > reach) continue;
        weightAt[n] = v;
        indexAt[n++] = stack[q]!;
      }
      if (n > 1) visit(i, indexAt, weightAt, n);
    }
  }

  private softLeaf(start: number, end: number, temperature: number, from: number, to: number): void {
    const { a, here, sums, stack, weightAt, indexAt, edges } = this;
    const { lifted: d, dims, metrics, z, u } = this.cloud;
    const wide = d > dims;
    for (let i = start; i < end; i++) {
      let lowest = Infinity;
      for (let q = from; q < to; q++) {
        const j = stack[q]!;
        let v = here[j]!;
        for (let c = 0; c < d; c++) v += a[j * d + c]! * z[i * d + c]!;
        weightAt[q - from] = v;
        if (v < lowest) lowest = v;
      }
      const mass = u[i]!;
      let n = 0;
      let total = 0;
      for (let q = from; q < to; q++) {
        const over = (weightAt[q - from]! - lowest) / temperature;
        if (over < REACH) {
          const w = over === 0 ? 1 : exp(-over);
          total += w;
          weightAt[n] = w;
          indexAt[n++] = stack[q]!;
        }
      }
      this.hardValue += mass * lowest;
      this.softValue += n === 1 ? mass * lowest : mass * (lowest - temperature * log(total));
      for (let q = 0; q < n; q++) {
        const f = weightAt[q]! / total;
        weightAt[q] = f;
        const s = indexAt[q]! * (d + 1);
        const share = mass * f;
        for (let c = 0; c < d; c++) sums[s + c]! += share * z[i * d + c]!;
        sums[s + d]! += share;
      }
      for (let q = 0; q < n; q++) {
        for (let r = q + 1; r < n; r++) {
          const both = weightAt[q]! * weightAt[r]!;
          if (both <= NEGLIGIBLE) continue;
          const curvature = (mass * both) / temperature;
          const e = edges.at(indexAt[q]!, indexAt[r]!) * metrics * metrics;
          if (!wide) {
            edges.weight[e]! += curvature;
            continue;
          }
          for (let m = 0; m < metrics; m++) {
            const half = curvature * z[i * d + dims + m]!;
            for (let l = 0; l < metrics; l++)
              edges.weight[e + m * metrics + l]! += half * z[i * d + dims + l]!;
          }
        }
      }
    }
  }
}
