import { boxTreeOf, buildBoxTree, LEAF as LEAF_SIZE, type BoxTree, type Root } from './boxtree';
import { stakesAt, type Cloud, type Group } from '../problem/cloud';
import type { Edges } from './edges';

/** Which territories a group may use, and at what offset per unit of mass. */
export interface Choices {
  readonly k: number;
  allowed(group: Group, territory: number): boolean;
  offset(group: Group, territory: number): number;
}

/** Local copies: module bindings are getters under some loaders, too slow for the loops below. */
const LEAF = LEAF_SIZE;
/** Lifted coordinates come in blocks of three (cloud.ts), written out in the innermost loops. */
const BLOCK = 3;

/** The territories that a group may use, rising, and the offset of each. */
interface Open {
  readonly territories: Int32Array;
  readonly offsets: Float64Array;
}

function openTo(group: Group, { k, allowed, offset }: Choices): Open {
  const territories = Int32Array.from({ length: k }, (_, j) => j).filter((j) => allowed(group, j));
  return { territories, offsets: Float64Array.from(territories, (j) => offset(group, j)) };
}

/** Called with a point, its cheapest territories, their values, how many there are, and the width. */
export type BorderVisitor = (
  point: number,
  territories: Int32Array,
  values: Float64Array,
  count: number,
  width: number,
) => void;

/**
 * The lower envelope of the territories' priced costs over a cloud.
 *
 * Territory j costs a point of mass u in group g
 *   u · (b_j + offset(g, j) + a_j · z)   with a_j = (−2·c_j, p_j), b_j = |c_j|² + κ_j,
 * (the u|x|² that is the same for all j is left out). Leaving the territory of today costs a toll per stake besides: a
 * slope on the lifted stake, which that territory alone does without. A walk down the box tree drops every territory that
 * is beaten throughout a box (the filtering of Kanungo et al. 2002, for affine functions), so interior boxes
 * are settled as a whole. `hard` gives each point to its cheapest territory. `soft` spreads it over those
 * within a width ε of the cheapest, by min over shares f of Σ f·v + ε/2·(Σ f² − 1): quadratic smoothing
 * (Blondel, Seguy & Rolet 2018), which like entropy makes the dual differentiable and yields its Hessian,
 * but is sparse and needs no exponential. ε is fixed per leaf.
 */
export class Envelope {
  /** K × M loads, K × dims of Σu·x, K of Σu over placed points, after an evaluation. */
  readonly load: Float64Array;
  readonly moment: Float64Array;
  readonly mass: Float64Array;
  /** Per stake: what leaves its territory of today, after an evaluation. */
  readonly left: Float64Array;
  /** Σ u·min_j and its smoothed version (never above it). */
  hardValue = 0;
  softValue = 0;
  private edges: Edges | null = null;
  /** Evaluations so far, for the record of steps. */
  evaluations = 0;

  private visitor: BorderVisitor | null = null;
  private tree: BoxTree;
  /** Masses: those of the cloud, but 0 for dropped points. */
  private u: Float64Array;
  /** K × lifted slopes and K constants of the affine functions. */
  private readonly a: Float64Array;
  private readonly b: Float64Array;
  private readonly priceInB: Float64Array;
  private readonly stayed: Float64Array;
  private readonly firstStake: number;
  /** By group, since every evaluation asks for it. */
  private readonly open: readonly Open[];
  private readonly here: Float64Array;
  private readonly width: Float64Array;
  private readonly sums: Float64Array;
  private readonly stack: Int32Array;
  private readonly middle: Float64Array;
  private readonly values: Float64Array;
  private readonly lowest: Float64Array;
  private readonly nearValue: Float64Array;
  private readonly nearTerritory: Int32Array;

  constructor(
    readonly cloud: Cloud,
    readonly choices: Choices,
  ) {
    const { k } = choices;
    const { lifted, dims, metrics } = cloud;
    this.tree = boxTreeOf(cloud);
    this.u = cloud.u;
    this.a = new Float64Array(k * lifted);
    this.b = new Float64Array(k);
    this.priceInB = new Float64Array(k);
    this.here = new Float64Array(k);
    this.load = new Float64Array(k * metrics);
    this.moment = new Float64Array(k * dims);
    this.mass = new Float64Array(k);
    this.left = new Float64Array(cloud.stakes);
    this.stayed = new Float64Array(cloud.stakes);
    this.firstStake = stakesAt(cloud);
    this.open = cloud.groups.map((group) => openTo(group, choices));
    this.width = new Float64Array(this.tree.nodes);
    this.sums = new Float64Array(k * (lifted + 1));
    this.stack = new Int32Array(k * 40);
    this.middle = new Float64Array(lifted);
    this.values = new Float64Array(k * LEAF);
    this.lowest = new Float64Array(LEAF);
    this.nearValue = new Float64Array(k);
    this.nearTerritory = new Int32Array(k);
  }

  /** Sets centres (K × dims), constants κ (K), prices (K × M) and tolls (one per stake). */
  set(centres: Float64Array, constants: Float64Array, prices: Float64Array, tolls: Float64Array): void {
    const { lifted, dims, metrics, wide } = this.cloud;
    for (let j = 0; j < this.choices.k; j++) {
      let square = constants[j]!;
      for (let d = 0; d < dims; d++) {
        const c = centres[j * dims + d]!;
        this.a[j * lifted + d] = -2 * c;
        square += c * c;
      }
      this.a.set(tolls, j * lifted + this.firstStake);
      this.b[j] = square;
      this.priceInB[j] = 0;
      if (wide) for (let m = 0; m < metrics; m++) this.a[j * lifted + dims + m] = prices[j * metrics + m]!;
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

  /**
   * Smoothed evaluation at the widths last set: loads and values, and in `edges` the Hessian of the smoothed
   * dual as weights on the price differences of pairs.
   */
  soft(edges: Edges): void {
    this.begin();
    this.edges = edges;
    edges.clear();
    this.walkAll((root, low, high) => this.softWalk(root, 1, 0, root.leaves, low, high));
    this.finish();
  }

  /** Leaves points out of all sums from now on. */
  drop(points: ArrayLike<number>): void {
    if (this.u === this.cloud.u) this.u = this.cloud.u.slice();
    for (let q = 0; q < points.length; q++) this.u[points[q]!] = 0;
    this.tree = buildBoxTree(this.cloud, this.u);
  }

  /** Takes all dropped points back. */
  undrop(): void {
    if (this.u === this.cloud.u) return;
    this.u = this.cloud.u;
    this.tree = boxTreeOf(this.cloud);
  }

  /** Fixes the smoothing width of each leaf at `eta` × the largest of `spacing2` over the territories it is in. */
  setWidth(eta: number, spacing2: Float64Array, assigned: Int32Array): void {
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
        const mid = (low + high + 1) >> 1;
        value = Math.max(fill(root, 2 * node, low, mid), fill(root, 2 * node + 1, mid, high));
      }
      this.width[root.base + node] = value;
      return value;
    };
    for (const root of this.tree.roots) if (root.leaves > 0) fill(root, 1, 0, root.leaves);
  }

  /**
   * Visits the points for which another territory comes within the width of the cheapest, with those
   * territories and their values, cheapest first. The arrays are only lent.
   */
  border(visit: BorderVisitor): void {
    this.visitor = visit;
    this.begin();
    this.walkAll((root, low, high) => this.softWalk(root, 1, 0, root.leaves, low, high));
    this.visitor = null;
  }

  private begin(): void {
    this.evaluations++;
    this.sums.fill(0);
    this.stayed.fill(0);
    this.hardValue = 0;
    this.softValue = 0;
  }

  /** Visits every group with its offsets in place and its territories on the stack. */
  private walkAll(visit: (root: Root, low: number, high: number) => void): void {
    const { b, here, priceInB, stack, open } = this;
    const { roots } = this.tree;
    let unplaced = false;
    for (let g = 0; g < roots.length; g++) {
      const root = roots[g]!;
      if (root.leaves === 0) continue;
      const { placed } = root.group;
      if (!placed && !unplaced) {
        unplaced = true;
        this.takeMass();
      }
      const { territories, offsets } = open[g]!;
      const n = territories.length;
      for (let q = 0; q < n; q++) {
        const j = territories[q]!;
        here[j] = (placed ? b[j]! : 0) + priceInB[j]! + offsets[q]!;
        stack[q] = j;
      }
      this.visitHome(root, () => visit(root, 0, n));
    }
    if (!unplaced) this.takeMass();
  }

  /** Visits a group with no toll in the territory where it is today, and notes what of its stakes stays there. */
  private visitHome({ group: { current } }: Root, visit: () => void): void {
    const { a, sums, stayed, firstStake, cloud } = this;
    if (cloud.stakes === 0 || current < 0) {
      visit();
      return;
    }
    const own = current * cloud.lifted + firstStake;
    const sum = current * (cloud.lifted + 1) + firstStake;
    const tolls = a.slice(own, own + cloud.stakes);
    a.fill(0, own, own + cloud.stakes);
    for (let r = 0; r < cloud.stakes; r++) stayed[r]! -= sums[sum + r]!;
    visit();
    for (let r = 0; r < cloud.stakes; r++) stayed[r]! += sums[sum + r]!;
    a.set(tolls, own);
  }

  /** Placed groups come first: their mass alone counts for centroids. */
  private takeMass(): void {
    const { lifted } = this.cloud;
    for (let j = 0; j < this.choices.k; j++) this.mass[j] = this.sums[j * (lifted + 1) + lifted]!;
  }

  private finish(): void {
    const { lifted, dims, metrics, wide } = this.cloud;
    for (let j = 0; j < this.choices.k; j++) {
      const s = j * (lifted + 1);
      for (let d = 0; d < dims; d++) this.moment[j * dims + d] = this.sums[s + d]!;
      const load = s + (wide ? dims : lifted);
      for (let m = 0; m < metrics; m++) this.load[j * metrics + m] = this.sums[load + m]!;
    }
    for (let r = 0; r < this.left.length; r++) {
      let all = 0;
      for (let j = 0; j < this.choices.k; j++) all += this.sums[j * (lifted + 1) + this.firstStake + r]!;
      this.left[r] = all - this.stayed[r]!;
    }
  }

  /**
   * Copies to the top of the stack the territories of stack[low … high) that may come within `slack` of the
   * lowest somewhere in the box; returns the new top. The survivor at the box's centre comes first.
   */
  private prune(node: number, low: number, high: number, slack: number): number {
    const { a, here, stack, middle } = this;
    const d = this.cloud.lifted;
    const corners = this.tree.box;
    const lower = node * 2 * d;
    const upper = lower + d;
    for (let c = 0; c < d; c++) middle[c] = 0.5 * (corners[lower + c]! + corners[upper + c]!);
    let best = stack[low]!;
    let lowest = Infinity;
    for (let q = low; q < high; q++) {
      const j = stack[q]!;
      let v = here[j]!;
      for (let c = 0, r = j * d; c < d; c += BLOCK, r += BLOCK) {
        v += a[r]! * middle[c]! + a[r + 1]! * middle[c + 1]! + a[r + 2]! * middle[c + 2]!;
      }
      if (v < lowest) {
        lowest = v;
        best = j;
      }
    }
    let top = high;
    stack[top++] = best;
    const limit = here[best]! + slack;
    for (let q = low; q < high; q++) {
      const j = stack[q]!;
      if (j === best) continue;
      let v = here[j]!;
      for (let c = 0, r = j * d, s = best * d; c < d; c += BLOCK, r += BLOCK, s += BLOCK) {
        const x = a[r]! - a[s]!;
        const y = a[r + 1]! - a[s + 1]!;
        const z = a[r + 2]! - a[s + 2]!;
        v +=
          x * corners[(x > 0 ? lower : upper) + c]! +
          y * corners[(y > 0 ? lower : upper) + c + 1]! +
          z * corners[(z > 0 ? lower : upper) + c + 2]!;
      }
      if (v <= limit) stack[top++] = j;
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
    if (to - from > 1) {
      const top = this.prune(root.base + node, from, to, 0);
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
      const mid = (low + high + 1) >> 1;
      this.hardWalk(root, 2 * node, low, mid, from, to, out);
      this.hardWalk(root, 2 * node + 1, mid, high, from, to, out);
      return;
    }
    this.hardLeaf(start, Math.min(root.group.end, start + LEAF), from, to, out);
  }

  private softWalk(root: Root, node: number, low: number, high: number, from: number, to: number): void {
    const { stack } = this;
    if (to - from > 1) {
      const top = this.prune(root.base + node, from, to, this.width[root.base + node]!);
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
      const mid = (low + high + 1) >> 1;
      this.softWalk(root, 2 * node, low, mid, from, to);
      this.softWalk(root, 2 * node + 1, mid, high, from, to);
      return;
    }
    const start = root.group.start + low * LEAF;
    const end = Math.min(root.group.end, start + LEAF);
    const width = this.width[root.base + node]!;
    if (this.visitor) this.borderLeaf(start, end, width, from, to, this.visitor);
    else this.softLeaf(start, end, width, from, to);
  }

  /**
   * Values of the candidates stack[from … to) at the points of a leaf, `values[q · LEAF + i]`, and in `lowest[i]` the lowest
   * of each point.
   */
  private evaluateLeaf(start: number, end: number, from: number, to: number): void {
    const { a, here, stack, values, lowest } = this;
    const { lifted: d, z } = this.cloud;
    const count = end - start;
    lowest.fill(Infinity, 0, count);
    for (let q = from; q < to; q++) {
      const j = stack[q]!;
      const first = (q - from) * LEAF;
      const base = here[j]!;
      let r = j * d;
      let x = a[r]!;
      let y = a[r + 1]!;
      let w = a[r + 2]!;
      if (d === BLOCK) {
        for (let i = 0, p = start * d; i < count; i++, p += BLOCK) {
          const value = base + (x * z[p]! + y * z[p + 1]! + w * z[p + 2]!);
          values[first + i] = value;
          if (value < lowest[i]!) lowest[i] = value;
        }
        continue;
      }
      for (let i = 0, p = start * d; i < count; i++, p += d) {
        values[first + i] = base + (x * z[p]! + y * z[p + 1]! + w * z[p + 2]!);
      }
      for (let c = BLOCK; c < d; c += BLOCK) {
        r += BLOCK;
        x = a[r]!;
        y = a[r + 1]!;
        w = a[r + 2]!;
        for (let v = first, p = start * d + c; v < first + count; v++, p += d) {
          values[v]! += x * z[p]! + y * z[p + 1]! + w * z[p + 2]!;
        }
      }
      for (let i = 0; i < count; i++) if (values[first + i]! < lowest[i]!) lowest[i] = values[first + i]!;
    }
  }

  /** Adds a share of a point to a territory's sums. */
  private give(j: number, i: number, mass: number): void {
    const { sums } = this;
    const { lifted: d, z } = this.cloud;
    const s = j * (d + 1);
    for (let c = 0; c < d; c++) sums[s + c]! += mass * z[i * d + c]!;
    sums[s + d]! += mass;
  }

  private hardLeaf(start: number, end: number, from: number, to: number, out: Int32Array | null): void {
    const { stack, values, u } = this;
    this.evaluateLeaf(start, end, from, to);
    for (let i = start; i < end; i++) {
      let best = -1;
      let lowest = Infinity;
      for (let q = from, at = i - start; q < to; q++, at += LEAF) {
        const v = values[at]!;
        if (v < lowest || (v === lowest && stack[q]! < best)) {
          lowest = v;
          best = stack[q]!;
        }
      }
      this.hardValue += u[i]! * lowest;
      this.give(best, i, u[i]!);
      if (out) out[i] = best;
    }
  }

  /**
   * Gathers the candidates within `reach` of the cheapest at point `start + i`, in rising order of value, to
   * `nearValue` and `nearTerritory`; returns their number.
   */
  private gather(i: number, reach: number, from: number, to: number): number {
    const { stack, values, nearValue, nearTerritory } = this;
    const limit = this.lowest[i]! + reach;
    let n = 0;
    for (let q = from, at = i; q < to; q++, at += LEAF) {
      const v = values[at]!;
      if (v > limit) continue;
      let place = n++;
      while (place > 0 && nearValue[place - 1]! > v) {
        nearValue[place] = nearValue[place - 1]!;
        nearTerritory[place] = nearTerritory[place - 1]!;
        place--;
      }
      nearValue[place] = v;
      nearTerritory[place] = stack[q]!;
    }
    return n;
  }

  private borderLeaf(
    start: number,
    end: number,
    reach: number,
    from: number,
    to: number,
    visit: BorderVisitor,
  ): void {
    this.evaluateLeaf(start, end, from, to);
    for (let i = start; i < end; i++) {
      const n = this.gather(i - start, reach, from, to);
      if (n > 1) visit(i, this.nearTerritory, this.nearValue, n, reach);
    }
  }

  private softLeaf(start: number, end: number, width: number, from: number, to: number): void {
    const { nearValue, nearTerritory, u } = this;
    const edges = this.edges!;
    const { lifted: d, dims, metrics, wide, z } = this.cloud;
    this.evaluateLeaf(start, end, from, to);
    for (let i = start; i < end; i++) {
      const near = this.gather(i - start, width, from, to);
      const mass = u[i]!;
      const lowest = nearValue[0]!;
      this.hardValue += mass * lowest;
      if (near === 1) {
        this.softValue += mass * lowest;
        this.give(nearTerritory[0]!, i, mass);
        continue;
      }
      // Shares f_q = (τ − v_q)/ε over the n cheapest, τ such that they sum to 1. Relative to the cheapest.
      let sum = 0;
      let n = 1;
      for (; n < near; n++) {
        const v = nearValue[n]! - lowest;
        if (width + sum <= n * v) break;
        sum += v;
      }
      const top = (width + sum) / n;
      let value = 0;
      let squares = 0;
      for (let q = 0; q < n; q++) {
        const v = nearValue[q]! - lowest;
        const f = (top - v) / width;
        value += f * v;
        squares += f * f;
        this.give(nearTerritory[q]!, i, mass * f);
      }
      this.softValue += mass * (lowest + value + 0.5 * width * (squares - 1));
      const curvature = mass / (width * n);
      for (let q = 0; q < n; q++) {
        for (let r = q + 1; r < n; r++) {
          const e = edges.at(nearTerritory[q]!, nearTerritory[r]!) * metrics * metrics;
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
