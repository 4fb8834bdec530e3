import { Edges } from './edges';

/** What the search is told about an atom and the territories it may try. */
export interface Entry {
  readonly atom: number;
  /** The territory the atom is in, first, then others; no repeats. */
  readonly options: ArrayLike<number>;
  /** Cost in each. */
  readonly costs: ArrayLike<number>;
  readonly count: number;
}

/** Most options of one atom. */
export const WIDTH = 6;

/**
 * The part of a plan that may change: atoms with a few territories each, what each choice costs, and how far
 * the loads are from their targets. The objective is Σ cost + Σ penalty · (excess of |load − target| over its
 * limit): an exact penalty, so plans out of tolerance can be crossed on the way to better ones. All searches
 * (`anneal`, `settle`, `descend`) work on this one structure, and memory grows with the border only.
 */
export class Frontier {
  readonly n: number;
  readonly atom: Int32Array;
  /** n × WIDTH territories, −1 beyond the last, and their costs less that of the first. */
  readonly option: Int32Array;
  readonly cost: Float64Array;
  /** n × M. */
  readonly weight: Float64Array;
  /** n: index of the option in force. */
  readonly at: Uint8Array;
  /** Entries that have a territory among their options: entries[start[j] … start[j + 1]). */
  readonly start: Int32Array;
  readonly entries: Int32Array;
  /** Entries that have both territories of a pair among their options, and each pair's run. */
  readonly pairs: Edges;
  readonly pairStart: Int32Array;
  readonly pairEntries: Int32Array;
  /** Pairs that involve a territory. */
  readonly pairsOf: readonly number[][];
  /** Σ cost of the options in force, less that of the first options. */
  totalCost = 0;
  readonly swap = { a: -1, q: -1, b: -1, r: -1, gain: 0 };
  private readonly sideA: number[] = [];
  private readonly sideB: number[] = [];

  /**
   * @param k territories
   * @param metrics M
   * @param off K × M: load − target; changed by moves
   * @param limit K × M allowed |load − target|
   * @param penalty K × M cost of a unit of excess; searches may raise it
   */
  constructor(
    readonly k: number,
    readonly metrics: number,
    readonly off: Float64Array,
    readonly limit: Float64Array,
    readonly penalty: Float64Array,
    list: FrontierBuilder,
    weightOf: (atom: number, metric: number) => number,
  ) {
    this.n = list.atoms.length;
    this.atom = Int32Array.from(list.atoms);
    this.option = Int32Array.from(list.options);
    this.cost = Float64Array.from(list.costs);
    this.at = new Uint8Array(this.n);
    this.weight = new Float64Array(this.n * metrics);
    for (let t = 0; t < this.n; t++) {
      for (let m = 0; m < metrics; m++) this.weight[t * metrics + m] = weightOf(this.atom[t]!, m);
    }
    this.start = new Int32Array(k + 1);
    for (const j of this.option) if (j >= 0) this.start[j + 1]!++;
    for (let j = 0; j < k; j++) this.start[j + 1]! += this.start[j]!;
    this.entries = new Int32Array(this.start[k]!);
    const fill = this.start.slice();
    for (let t = 0; t < this.n; t++) {
      for (let q = t * WIDTH; q < (t + 1) * WIDTH && this.option[q]! >= 0; q++) {
        this.entries[fill[this.option[q]!]!++] = t;
      }
    }
    this.pairs = new Edges(k, 0);
    const each = (visit: (pair: number, t: number) => void): void => {
      for (let t = 0; t < this.n; t++) {
        for (let q = t * WIDTH; q < (t + 1) * WIDTH && this.option[q]! >= 0; q++) {
          for (let r = t * WIDTH; r < q; r++) visit(this.pairs.at(this.option[q]!, this.option[r]!), t);
        }
      }
    };
    let total = 0;
    each(() => total++);
    this.pairStart = new Int32Array(this.pairs.count + 1);
    each((pair) => this.pairStart[pair + 1]!++);
    for (let e = 0; e < this.pairs.count; e++) this.pairStart[e + 1]! += this.pairStart[e]!;
    this.pairEntries = new Int32Array(total);
    const pairsOf: number[][] = Array.from({ length: k }, () => []);
    for (let e = 0; e < this.pairs.count; e++) {
      pairsOf[this.pairs.first[e]!]!.push(e);
      pairsOf[this.pairs.second[e]!]!.push(e);
    }
    this.pairsOf = pairsOf;
    const next = this.pairStart.slice();
    each((pair, t) => (this.pairEntries[next[pair]!++] = t));
  }

  territory(t: number): number {
    return this.option[t * WIDTH + this.at[t]!]!;
  }

  /** Index among an entry's options of a territory, −1 if it is none. */
  find(t: number, territory: number): number {
    for (let q = 0; q < WIDTH; q++) if (this.option[t * WIDTH + q] === territory) return q;
    return -1;
  }

  /** Change of a territory's penalty if entry `a` is added `signA` times (−1 removes it), and `b` `signB` times. */
  strain(j: number, a: number, signA: number, b: number, signB: number): number {
    const { metrics, off, limit, penalty, weight } = this;
    let change = 0;
    for (let m = 0; m < metrics; m++) {
      const i = j * metrics + m;
      const before = Math.abs(off[i]!) - limit[i]!;
      let moved = off[i]! + signA * weight[a * metrics + m]!;
      if (b >= 0) moved += signB * weight[b * metrics + m]!;
      const after = Math.abs(moved) - limit[i]!;
      change += penalty[i]! * ((after > 0 ? after : 0) - (before > 0 ? before : 0));
    }
    return change;
  }

  /** Change of the objective if entry t takes option q. */
  moveGain(t: number, q: number): number {
    const row = t * WIDTH;
    const now = this.at[t]!;
    return (
      this.cost[row + q]! -
      this.cost[row + now]! +
      this.strain(this.option[row + now]!, t, -1, -1, 0) +
      this.strain(this.option[row + q]!, t, 1, -1, 0)
    );
  }

  /**
   * The exchange of two entries across a pair of territories that lowers the objective most, left in
   * `swap`; false if none lowers it by more than `least`.
   */
  bestSwap(pair: number, least: number): boolean {
    const { metrics, off, limit, penalty, weight, cost, at, swap, sideA, sideB } = this;
    const j = this.pairs.first[pair]!;
    const o = this.pairs.second[pair]!;
    const countA = this.side(pair, j, o, sideA);
    const countB = this.side(pair, o, j, sideB);
    const baseJ = j * metrics;
    const baseO = o * metrics;
    let strained = 0;
    for (let m = 0; m < metrics; m++) {
      const overJ = Math.abs(off[baseJ + m]!) - limit[baseJ + m]!;
      const overO = Math.abs(off[baseO + m]!) - limit[baseO + m]!;
      strained +=
        (overJ > 0 ? overJ * penalty[baseJ + m]! : 0) + (overO > 0 ? overO * penalty[baseO + m]! : 0);
    }
    let best = -least;
    let found = false;
    for (let x = 0; x < countA; x++) {
      const a = sideA[2 * x]!;
      const q = sideA[2 * x + 1]!;
      const gainA = cost[a * WIDTH + q]! - cost[a * WIDTH + at[a]!]! - strained;
      for (let y = 0; y < countB; y++) {
        const b = sideB[2 * y]!;
        const r = sideB[2 * y + 1]!;
        let gain = gainA + cost[b * WIDTH + r]! - cost[b * WIDTH + at[b]!]!;
        for (let m = 0; m < metrics && gain < best; m++) {
          const shift = weight[b * metrics + m]! - weight[a * metrics + m]!;
          const overJ = Math.abs(off[baseJ + m]! + shift) - limit[baseJ + m]!;
          const overO = Math.abs(off[baseO + m]! - shift) - limit[baseO + m]!;
          if (overJ > 0) gain += overJ * penalty[baseJ + m]!;
          if (overO > 0) gain += overO * penalty[baseO + m]!;
        }
        if (gain >= best) continue;
        best = gain;
        found = true;
        swap.a = a;
        swap.q = q;
        swap.b = b;
        swap.r = r;
        swap.gain = gain;
      }
    }
    return found;
  }

  /** Writes the entries of a pair that are in `here`, each with its option for `there`, to `list`. */
  private side(pair: number, here: number, there: number, list: number[]): number {
    let count = 0;
    for (let x = this.pairStart[pair]!; x < this.pairStart[pair + 1]!; x++) {
      const t = this.pairEntries[x]!;
      if (this.territory(t) !== here) continue;
      list[2 * count] = t;
      list[2 * count + 1] = this.find(t, there);
      count++;
    }
    return count;
  }

  /** Change of the objective if entries a and b (in different territories) exchange territories by options q and r. */
  swapGain(a: number, q: number, b: number, r: number): number {
    const { cost, at } = this;
    return (
      cost[a * WIDTH + q]! -
      cost[a * WIDTH + at[a]!]! +
      cost[b * WIDTH + r]! -
      cost[b * WIDTH + at[b]!]! +
      this.strain(this.territory(a), a, -1, b, 1) +
      this.strain(this.territory(b), a, 1, b, -1)
    );
  }

  move(t: number, q: number): void {
    const { metrics, off, weight } = this;
    const from = this.territory(t) * metrics;
    this.totalCost += this.cost[t * WIDTH + q]! - this.cost[t * WIDTH + this.at[t]!]!;
    this.at[t] = q;
    const to = this.territory(t) * metrics;
    for (let m = 0; m < metrics; m++) {
      const w = weight[t * metrics + m]!;
      off[from + m]! -= w;
      off[to + m]! += w;
    }
  }

  /** Excess of a territory over its limits on one metric, in load units. */
  excess(j: number, m: number): number {
    const i = j * this.metrics + m;
    const over = Math.abs(this.off[i]!) - this.limit[i]!;
    return over > 0 ? over : 0;
  }

  /** Excess of all territories on one metric. */
  totalExcess(m: number): number {
    let sum = 0;
    for (let j = 0; j < this.k; j++) sum += this.excess(j, m);
    return sum;
  }
}

/** Collects entries. */
export class FrontierBuilder {
  readonly atoms: number[] = [];
  readonly options: number[] = [];
  readonly costs: number[] = [];

  add({ atom, options, costs, count }: Entry): void {
    this.atoms.push(atom);
    for (let q = 0; q < WIDTH; q++) {
      this.options.push(q < count ? options[q]! : -1);
      this.costs.push(q < count ? costs[q]! - costs[0]! : 0);
    }
  }
}

/** A remembered state, compared in order of importance: excess metric by metric, then cost. */
export class Best {
  private readonly at: Uint8Array;
  private excess: number[] = [];
  private cost = Infinity;
  private empty = true;

  constructor(private readonly frontier: Frontier) {
    this.at = new Uint8Array(frontier.n);
  }

  /** Remembers the present state if it is better than the remembered one. */
  offer(): boolean {
    const { frontier } = this;
    const excess: number[] = [];
    for (let m = 0; m < frontier.metrics; m++) excess.push(frontier.totalExcess(m));
    const cost = frontier.totalCost;
    if (!this.empty && !this.improves(excess, cost)) return false;
    this.empty = false;
    this.excess = excess;
    this.cost = cost;
    this.at.set(frontier.at);
    return true;
  }

  /** Puts the frontier back into the remembered state. */
  restore(): void {
    for (let t = 0; t < this.at.length; t++) {
      if (this.frontier.at[t] !== this.at[t]) this.frontier.move(t, this.at[t]!);
    }
  }

  private improves(excess: readonly number[], cost: number): boolean {
    for (let m = 0; m < excess.length; m++) {
      const change = excess[m]! - this.excess[m]!;
      if (Math.abs(change) > 1e-9) return change < 0;
    }
    return cost < this.cost;
  }
}
