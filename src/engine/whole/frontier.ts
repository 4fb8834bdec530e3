import type { FrontierBuilder } from './frontier-builder';
import { Side } from './side';

/** The measure of a plan that a frontier works on. */
export interface Scales {
  readonly k: number;
  readonly metrics: number;
  /** K × M: load − target at the start, and how far it may lie from 0. */
  readonly off: Float64Array;
  readonly limit: Float64Array;
  /** K × M: cost of a unit beyond the limit. Searches may raise it. */
  readonly penalty: Float64Array;
  /** K × M targets, which excess is measured by when plans are ranked. */
  readonly size: Float64Array;
  /** How much dearer excess is where it is large: the more, the more evenly it is spread. 1 by default. */
  readonly spread?: number;
  /** K × M: cost of a unit off target to the power of 1.5, inside the limit too. Absent: 0. */
  readonly even?: Float64Array;
  /** Budgets over the whole plan, as for moved accounts and money: used at the start, and allowed. */
  readonly used?: Float64Array;
  readonly allowed?: Float64Array;
}

/**
 * The part of a plan that may change: atoms with a few territories each, what each choice costs, and how far
 * the loads are from their targets. The objective is
 *   Σ cost + Σ even · |load − target|^1.5 + Σ penalty · (e + s·e²),   e = |load − target| beyond its limit.
 * The penalty is exact, so plans out of tolerance can be crossed on the way to better ones; where none is
 * within reach, its square spreads the excess. Budgets are hard: no move or swap may overspend one further. All searches work on this one structure, and its memory grows
 * with the border only.
 */
export class Frontier {
  readonly n: number;
  readonly width: number;
  readonly k: number;
  readonly metrics: number;
  readonly budgets: number;
  readonly off: Float64Array;
  readonly limit: Float64Array;
  readonly penalty: Float64Array;
  readonly used: Float64Array;
  readonly allowed: Float64Array;
  private readonly size: Float64Array;
  private readonly spread: number;
  private readonly even: Float64Array;
  readonly atom: Int32Array;
  /** n × width territories, −1 beyond the last; their costs less that of the first; and their needs. */
  readonly option: Int32Array;
  readonly cost: Float64Array;
  readonly need: Float64Array;
  /** n × M. */
  readonly weight: Float64Array;
  /** n: index of the option in force. */
  readonly at: Uint16Array;
  /** Entries that have a territory among their options: entries[start[j] … start[j + 1]). */
  readonly start: Int32Array;
  readonly entries: Int32Array;
  /** Which option that is, for each of `entries`. */
  readonly entryOption: Uint16Array;
  /** Per metric (one row without any): `entries` of each territory in rising order of weight; made when first asked for. */
  private readonly byWeight: Int32Array[] = [];
  private readonly sorted: Uint8Array;
  /** Entries in each territory now, in no particular order, and where each stands in its list. */
  readonly members: readonly number[][];
  private readonly slot: Int32Array;
  /** Σ cost of the options in force, less that of the first ones. */
  totalCost = 0;
  /** What `bestSwap` found. */
  readonly swap = { a: -1, q: -1, b: -1, r: -1, gain: 0 };
  private readonly sideA = new Side();
  private readonly sideB = new Side();

  constructor(list: FrontierBuilder, scales: Scales, weightOf: (atom: number, metric: number) => number) {
    const { k, metrics } = scales;
    this.k = k;
    this.metrics = metrics;
    this.off = scales.off;
    this.limit = scales.limit;
    this.penalty = scales.penalty;
    this.width = list.width;
    this.budgets = list.budgets;
    const none = new Float64Array(0);
    this.used = scales.used?.slice() ?? none;
    this.allowed = scales.allowed ?? none;
    this.size = scales.size;
    this.spread = scales.spread ?? 1;
    this.even = scales.even ?? new Float64Array(k * metrics);
    this.n = list.atoms.length;
    this.atom = Int32Array.from(list.atoms);
    this.option = Int32Array.from(list.options);
    this.cost = Float64Array.from(list.costs);
    this.need = Float64Array.from(list.needs);
    this.at = new Uint16Array(this.n);
    this.weight = new Float64Array(this.n * metrics);
    for (let t = 0; t < this.n; t++) {
      for (let m = 0; m < metrics; m++) this.weight[t * metrics + m] = weightOf(this.atom[t]!, m);
    }

    this.start = new Int32Array(k + 1);
    for (const j of this.option) if (j >= 0) this.start[j + 1]!++;
    for (let j = 0; j < k; j++) this.start[j + 1]! += this.start[j]!;
    this.entries = new Int32Array(this.start[k]!);
    this.entryOption = new Uint16Array(this.start[k]!);
    const fill = this.start.slice();
    for (let t = 0; t < this.n; t++) {
      for (let q = t * this.width; q < (t + 1) * this.width && this.option[q]! >= 0; q++) {
        const e = fill[this.option[q]!]!++;
        this.entries[e] = t;
        this.entryOption[e] = q - t * this.width;
      }
    }

    this.sorted = new Uint8Array(Math.max(1, metrics) * k);

    const members: number[][] = Array.from({ length: k }, () => []);
    this.slot = new Int32Array(this.n);
    for (let t = 0; t < this.n; t++) this.slot[t] = members[this.option[t * this.width]!]!.push(t) - 1;
    this.members = members;
  }

  territory(t: number): number {
    return this.option[t * this.width + this.at[t]!]!;
  }

  /** Index among an entry's options of a territory, −1 if it is none. */
  find(t: number, territory: number): number {
    for (let q = 0; q < this.width; q++) if (this.option[t * this.width + q] === territory) return q;
    return -1;
  }

  /** Change of the objective if entry t takes option q. Infinity where a budget forbids it. */
  moveGain(t: number, q: number): number {
    return this.budgets > 0 && !this.affords(t, q, -1, -1) ? Infinity : this.gainAnyway(t, q);
  }

  /** The same, whatever the budgets. */
  gainAnyway(t: number, q: number): number {
    const row = t * this.width;
    const now = row + this.at[t]!;
    const gain = this.cost[row + q]! - this.cost[now]!;
    return gain + this.strain(this.option[now]!, t, -1) + this.strain(this.option[row + q]!, t, 1);
  }

  /** Change of a territory's penalty if entry t is added (sign 1) or removed (−1). */
  private strain(j: number, t: number, sign: number): number {
    const { metrics, off, limit, penalty, weight, spread, even } = this;
    let change = 0;
    for (let m = 0; m < metrics; m++) {
      const i = j * metrics + m;
      const now = off[i]!;
      const then = now + sign * weight[t * metrics + m]!;
      const before = Math.abs(now) - limit[i]!;
      const after = Math.abs(then) - limit[i]!;
      change +=
        penalty[i]! *
          ((after > 0 ? after + spread * after * after : 0) -
            (before > 0 ? before + spread * before * before : 0)) +
        even[i]! * (uneven(then) - uneven(now));
    }
    return change;
  }

  /** True unless entry t taking option q (and entry b its r, if b ≥ 0) overspends a budget, or overspends it further. */
  private affords(t: number, q: number, b: number, r: number): boolean {
    const { budgets, need, width, at } = this;
    for (let c = 0; c < budgets; c++) {
      let more = need[(t * width + q) * budgets + c]! - need[(t * width + at[t]!) * budgets + c]!;
      if (b >= 0) more += need[(b * width + r) * budgets + c]! - need[(b * width + at[b]!) * budgets + c]!;
      if (more > 0 && this.used[c]! + more > this.allowed[c]!) return false;
    }
    return true;
  }

  move(t: number, q: number): void {
    const { metrics, budgets, off, weight, at } = this;
    const before = t * this.width + at[t]!;
    const after = t * this.width + q;
    const source = this.option[before]!;
    const goal = this.option[after]!;
    const from = source * metrics;
    const to = goal * metrics;
    at[t] = q;
    const left = this.members[source]!;
    const last = left.pop()!;
    if (last !== t) {
      left[this.slot[t]!] = last;
      this.slot[last] = this.slot[t]!;
    }
    this.slot[t] = this.members[goal]!.push(t) - 1;
    this.totalCost += this.cost[after]! - this.cost[before]!;
    for (let m = 0; m < metrics; m++) {
      const w = weight[t * metrics + m]!;
      off[from + m]! -= w;
      off[to + m]! += w;
    }
    for (let r = 0; r < budgets; r++) {
      this.used[r]! += this.need[after * budgets + r]! - this.need[before * budgets + r]!;
    }
  }

  /** Change of the objective if entries a and b, in different territories, take options q and r of each other's. */
  swapGain(a: number, q: number, b: number, r: number): number {
    if (this.budgets > 0 && !this.affords(a, q, b, r)) return Infinity;
    const before = this.at[a]!;
    const first = this.gainAnyway(a, q);
    this.move(a, q);
    const second = this.gainAnyway(b, r);
    this.move(a, before);
    return first + second;
  }

  /**
   * The exchange of an entry of territory j with one of territory o that lowers the objective most, left in
   * `swap`; false if none lowers it by more than `least`. Partners are tried outwards from the weight that
   * would serve the most strained metric best: the penalty is convex, so each scan ends where that metric's
   * alone eats up the gain.
   */
  bestSwap(j: number, o: number, least: number): boolean {
    const { metrics, off, limit, penalty, weight, spread, even, swap, sideA, sideB } = this;
    const baseJ = j * metrics;
    const baseO = o * metrics;
    let strained = 0;
    let worst = 0;
    let most = -1;
    for (let m = 0; m < metrics; m++) {
      const strain =
        charge(off[baseJ + m]!, limit[baseJ + m]!, penalty[baseJ + m]!, spread, even[baseJ + m]!) +
        charge(off[baseO + m]!, limit[baseO + m]!, penalty[baseO + m]!, spread, even[baseO + m]!);
      strained += strain;
      if (strain <= most) continue;
      most = strain;
      worst = m;
    }
    this.side(j, o, sideA, worst);
    if (sideA.count === 0) return false;
    this.side(o, j, sideB, worst);
    if (sideB.count === 0) return false;
    const offJ = off[baseJ + worst]!;
    const offO = off[baseO + worst]!;
    const limitJ = limit[baseJ + worst]!;
    const limitO = limit[baseO + worst]!;
    const penaltyJ = penalty[baseJ + worst]!;
    const penaltyO = penalty[baseO + worst]!;
    const evenJ = even[baseJ + worst]!;
    const evenO = even[baseO + worst]!;
    // What has to come to j from o on that metric for both to be equally far off.
    const wanted = (offO - offJ) / 2;
    let best = -least;
    let found = false;
    for (let x = 0; x < sideA.count; x++) {
      const a = sideA.entry[x]!;
      const gainA = sideA.extra[x]! - strained;
      const reach = gainA + sideB.cheapest;
      if (reach >= best) continue;
      const own = weight[a * metrics + worst]!;
      const middle = sideB.find(own + wanted);
      for (let down = 0; down < 2; down++) {
        const step = down === 0 ? 1 : -1;
        for (let y = down === 0 ? middle : middle - 1; y >= 0 && y < sideB.count; y += step) {
          const shift = sideB.key[y]! - own;
          const floor =
            charge(offJ + shift, limitJ, penaltyJ, spread, evenJ) +
            charge(offO - shift, limitO, penaltyO, spread, evenO);
          if (reach + floor >= best) break;
          const b = sideB.entry[y]!;
          let gain = gainA + sideB.extra[y]! + floor;
          for (let m = 0; m < metrics && gain < best; m++) {
            if (m === worst) continue;
            const more = weight[b * metrics + m]! - weight[a * metrics + m]!;
            gain +=
              charge(
                off[baseJ + m]! + more,
                limit[baseJ + m]!,
                penalty[baseJ + m]!,
                spread,
                even[baseJ + m]!,
              ) +
              charge(
                off[baseO + m]! - more,
                limit[baseO + m]!,
                penalty[baseO + m]!,
                spread,
                even[baseO + m]!,
              );
          }
          if (gain >= best) continue;
          if (this.budgets > 0 && !this.affords(a, sideA.option[x]!, b, sideB.option[y]!)) continue;
          best = gain;
          found = true;
          swap.a = a;
          swap.q = sideA.option[x]!;
          swap.b = b;
          swap.r = sideB.option[y]!;
          swap.gain = gain;
        }
      }
    }
    return found;
  }

  /** Excess of a territory over its limit on one metric, in load units. */
  excess(j: number, m: number): number {
    const i = j * this.metrics + m;
    const over = Math.abs(this.off[i]!) - this.limit[i]!;
    return over > 0 ? over : 0;
  }

  /** Excess x of all territories on one metric, as fractions of target: Σ x + s·x². */
  totalExcess(m: number): number {
    let sum = 0;
    for (let j = 0; j < this.k; j++) {
      const over = this.excess(j, m) / this.size[j * this.metrics + m]!;
      sum += over + this.spread * over * over;
    }
    return sum;
  }

  /** What lies off target costs so much, inside the limits too. */
  unevenness(): number {
    let sum = 0;
    for (let i = 0; i < this.off.length; i++) sum += this.even[i]! * uneven(this.off[i]!);
    return sum;
  }

  /** What is spent beyond the budgets, as parts of what is allowed. */
  overspent(): number {
    let sum = 0;
    for (let r = 0; r < this.budgets; r++)
      sum += Math.max(0, this.used[r]! - this.allowed[r]!) / Math.max(1, this.allowed[r]!);
    return sum;
  }

  /** Territories that entries of j have among their options, in rising order. */
  reachable(j: number): number[] {
    const seen = new Set<number>();
    for (const t of this.members[j]!) {
      for (let q = t * this.width; q < (t + 1) * this.width && this.option[q]! >= 0; q++)
        seen.add(this.option[q]!);
    }
    seen.delete(j);
    return [...seen].sort((a, b) => a - b);
  }

  /** Positions of `entries`, those of territory j in rising order of weight on a metric. */
  private sortedEntries(j: number, metric: number): Int32Array {
    const { entries, weight, metrics, start } = this;
    const order = (this.byWeight[metric] ??= entries.map((_, e) => e));
    if (this.sorted[metric * this.k + j] === 1) return order;
    this.sorted[metric * this.k + j] = 1;
    const heft = (e: number) => (metrics > 0 ? weight[entries[e]! * metrics + metric]! : 0);
    order.subarray(start[j], start[j + 1]).sort((a, b) => heft(a) - heft(b) || a - b);
    return order;
  }

  /** Gathers the entries that are in `here` with their option for `there`, in rising order of weight on a metric. */
  private side(here: number, there: number, side: Side, metric: number): void {
    const { width, at, cost, weight, metrics, option, start, entries, entryOption } = this;
    const order = this.sortedEntries(there, metric);
    side.clear();
    for (let s = start[there]!; s < start[there + 1]!; s++) {
      const e = order[s]!;
      const t = entries[e]!;
      const row = t * width;
      if (option[row + at[t]!] !== here) continue;
      const q = entryOption[e]!;
      side.add(t, q, cost[row + q]! - cost[row + at[t]!]!, metrics > 0 ? weight[t * metrics + metric]! : 0);
    }
    side.close();
  }
}

/** What a load costs that is `off` its target. */
function charge(off: number, limit: number, penalty: number, spread: number, even: number): number {
  const over = (off < 0 ? -off : off) - limit;
  return (over > 0 ? (over + spread * over * over) * penalty : 0) + even * uneven(off);
}

/** |off| to the power of 1.5: see `Dual`. */
export function uneven(off: number): number {
  const size = off < 0 ? -off : off;
  return size * Math.sqrt(size);
}
