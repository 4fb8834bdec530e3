import type { Problem, SetApart } from './contract';
import { FREE, type Binding } from './families';
import { measuresOf, type Measures } from './measures';

/** What is too large to be shared out evenly, and what balance means for the rest. */
export interface Apart {
  /** Atoms set apart, by the account that leads each. */
  readonly heads: readonly number[];
  /** Their accounts, and pinned ones in a closed territory that alone are beyond every open limit; in their order. */
  readonly accounts: Int32Array;
  /** K flags: 1 where a territory holds them, or pins that alone are too much. */
  readonly closed: Uint8Array;
  /** The rest has a choice among the territories that are left. */
  readonly binding: Binding;
  /** Targets of the rest; a territory set apart has what it holds for its target. */
  readonly measures: Measures;
}

/**
 * The territory of an atom that is set apart, −1 for none: one of the candidates that it would have to itself, or one
 * that is closed already.
 */
export type Choose = (head: number, candidates: readonly number[], closed: Uint8Array) => number;

/** Weights may be above a limit by this fraction from rounding alone. */
const ROUNDING = 1e-9;
/** Part of its share that a target keeps where nothing is left of a metric: loads are divided by targets. */
const LEAST = 1e-6;

/**
 * Sets apart whatever exceeds the upper limit of every territory that may take it on the first metric, and the
 * territories whose pins do, and shares what remains among the other territories; again and again, for what is
 * left makes smaller targets. No account that has a choice is left without a territory.
 * @returns null where nothing is too large
 */
export function setApart(
  problem: Problem,
  binding: Binding,
  measures: Measures,
  choose: Choose,
): Apart | null {
  if (measures.ids.length === 0 || problem.territories === 1) return null;
  const state = new Division(problem, binding, measures);
  for (let more = true; more;) {
    more = false;
    for (const j of state.overfull()) more = state.close(j) || more;
    for (const head of state.oversized()) {
      const j = choose(head, state.candidates(head), state.closed);
      if (j < 0) continue;
      state.take(head, j);
      more = true;
    }
    if (more) state.divide();
  }
  return state.isWhole ? null : state.apart();
}

/**
 * The seat that an oversized account gets: that of today's holder; else one that holds no pins, has the largest
 * share, and is in charge of least today, as it can take nothing else.
 */
export function seatOf(problem: Problem, { fixed }: Binding): Choose {
  const { territories: k, current, money, share } = problem;
  let charge: Float64Array | null = null;
  let pins: Uint8Array | null = null;
  return (head, candidates) => {
    if (candidates.length === 0) return -1;
    if (candidates.includes(current[head]!)) return current[head]!;
    if (!charge || !pins) {
      charge = new Float64Array(k);
      pins = new Uint8Array(k);
      for (let i = 0; i < current.length; i++) {
        if (current[i]! >= 0) charge[current[i]!]! += money ? money[i]! : 1;
        if (fixed[i]! >= 0) pins[fixed[i]!] = 1;
      }
    }
    const [held, pinned] = [charge, pins];
    return [...candidates].sort(
      (a, b) => pinned[a]! - pinned[b]! || share[b]! - share[a]! || held[a]! - held[b]! || a - b,
    )[0]!;
  };
}

/** Where the accounts of a plan that stands are. */
export const holderOf =
  (assignment: ArrayLike<number>): Choose =>
  (head, candidates, closed) => {
    const j = assignment[head]!;
    return j >= 0 && (closed[j] === 1 || candidates.includes(j)) ? j : -1;
  };

class Division {
  private readonly fixed: Int32Array;
  readonly closed: Uint8Array;
  private readonly heads: number[] = [];
  private readonly weight: Float64Array;
  /** Atoms of each eligibility row that have a choice. */
  private readonly left: Float64Array;
  private measures: Measures;

  constructor(
    private readonly problem: Problem,
    private readonly binding: Binding,
    measures: Measures,
  ) {
    const { heads, next, rowOf, eligible, fixed } = binding;
    this.measures = measures;
    this.fixed = fixed.slice();
    this.closed = new Uint8Array(problem.territories);
    this.left = new Float64Array(eligible.length / problem.territories);
    this.weight = new Float64Array(heads.length);
    for (let a = 0; a < heads.length; a++) {
      this.left[rowOf[heads[a]!]!]!++;
      for (let i = heads[a]!; i >= 0; i = next ? next[i]! : -1) this.weight[a]! += measures.weight(i, 0);
    }
  }

  get isWhole(): boolean {
    return this.heads.length === 0 && this.closed.every((flag) => flag === 0);
  }

  /** Open territories whose pins alone are above the upper limit. */
  overfull(): number[] {
    const { measures, closed, problem } = this;
    const pinned = new Float64Array(problem.territories);
    this.fixed.forEach((j, i) => {
      if (j >= 0) pinned[j]! += measures.weight(i, 0);
    });
    return [...pinned.keys()].filter((j) => closed[j] === 0 && pinned[j]! > this.limit(j));
  }

  /** Atoms above the limit of every open territory that may take them, the largest first. */
  oversized(): number[] {
    const { problem, binding, weight } = this;
    const { heads, rowOf, eligible } = binding;
    const room = new Float64Array(this.left.length);
    for (let row = 0; row < room.length; row++) {
      for (let j = 0; j < problem.territories; j++) {
        if (eligible[row * problem.territories + j] === 1 && this.closed[j] === 0)
          room[row] = Math.max(room[row]!, this.limit(j));
      }
    }
    const found: number[] = [];
    for (let a = 0; a < heads.length; a++) {
      const most = room[rowOf[heads[a]!]!]!;
      if (this.fixed[heads[a]!] === FREE && most > 0 && weight[a]! > most) found.push(a);
    }
    found.sort((a, b) => weight[b]! - weight[a]! || a - b);
    return found.map((a) => heads[a]!);
  }

  /** Territories that an atom may have to itself. */
  candidates(head: number): number[] {
    const { problem, binding } = this;
    const row = binding.rowOf[head]!;
    this.left[row]!--;
    const open: number[] = [];
    for (let j = 0; j < problem.territories; j++) {
      if (binding.eligible[row * problem.territories + j] === 1 && this.isFree(j)) open.push(j);
    }
    this.left[row]!++;
    return open;
  }

  /** Gives a territory to an atom, which it may share with others of its kind. */
  take(head: number, j: number): void {
    const { next } = this.binding;
    this.left[this.binding.rowOf[head]!]!--;
    for (let i = head; i >= 0; i = next ? next[i]! : -1) this.fixed[i] = j;
    this.heads.push(head);
    this.closed[j] = 1;
  }

  /** Closes a territory to what has a choice; false where that cannot be. */
  close(j: number): boolean {
    if (!this.isFree(j)) return false;
    this.closed[j] = 1;
    return true;
  }

  /** True where all atoms with a choice have another one than this open territory. */
  private isFree(j: number): boolean {
    const { problem, binding, closed, left } = this;
    const k = problem.territories;
    if (closed[j] === 1) return false;
    for (let row = 0; row < left.length; row++) {
      if (left[row] === 0 || binding.eligible[row * k + j] !== 1) continue;
      let others = 0;
      for (let o = 0; o < k && others === 0; o++) {
        if (o !== j && closed[o] === 0 && binding.eligible[row * k + o] === 1) others++;
      }
      if (others === 0) return false;
    }
    return true;
  }

  /** Shares what is left of each pool among its open territories. */
  divide(): void {
    const { problem, binding, fixed, closed } = this;
    const { territories: k, share, metrics: asked } = problem;
    const plain = measuresOf(problem, { ...binding, fixed });
    const { target, band, ids } = plain;
    const metrics = ids.length;
    const held = new Float64Array(k * metrics);
    for (let i = 0; i < fixed.length; i++) {
      const j = fixed[i]!;
      if (j < 0 || closed[j] === 0) continue;
      for (let m = 0; m < metrics; m++) held[j * metrics + m]! += plain.weight(i, m);
    }
    const pool = (j: number) => problem.pool?.[j] ?? 0;
    const open = new Map<number, number>();
    const rest = new Map<number, Float64Array>();
    for (let j = 0; j < k; j++) {
      const left = rest.get(pool(j)) ?? new Float64Array(metrics);
      rest.set(pool(j), left);
      if (closed[j] === 0) open.set(pool(j), (open.get(pool(j)) ?? 0) + share[j]!);
      for (let m = 0; m < metrics; m++) left[m]! += target[j * metrics + m]! - held[j * metrics + m]!;
    }
    for (let j = 0; j < k; j++) {
      for (let m = 0; m < metrics; m++) {
        const at = j * metrics + m;
        const least = LEAST * target[at]!;
        const tolerance = asked[ids[m]!]!.tolerance;
        if (closed[j] === 0) {
          const part = share[j]! / open.get(pool(j))!;
          target[at] = Math.max(least, part * rest.get(pool(j))![m]!);
          band[at] = tolerance * target[at]!;
        } else {
          target[at] = Math.max(least, held[at]!);
          band[at] = Math.max(least, tolerance * target[at]!);
        }
      }
    }
    this.measures = plain;
  }

  apart(): Apart {
    const { problem, binding, fixed, closed, measures, left } = this;
    const k = problem.territories;
    const eligible = binding.eligible.slice();
    for (let row = 0; row < left.length; row++) {
      for (let j = 0; j < k; j++) if (closed[j] === 1) eligible[row * k + j] = 0;
    }
    const heads = binding.heads.filter((h) => fixed[h] === FREE);
    return {
      heads: this.heads,
      accounts: Int32Array.from(new Set([...accountsApart(binding, this.heads), ...this.alone()])).sort(),
      closed,
      measures,
      binding: { ...binding, fixed, heads, eligible },
    };
  }

  /** Accounts in closed territories each of which alone is above the limit of every open one. */
  private alone(): number[] {
    const { closed, fixed, measures } = this;
    const open = [...closed.keys()].filter((j) => closed[j] === 0);
    if (open.length === 0) return [];
    const most = Math.max(...open.map((j) => this.limit(j)));
    return [...fixed.keys()].filter((i) => closed[fixed[i]!] === 1 && measures.weight(i, 0) > most);
  }

  private limit(j: number): number {
    const { target, band, ids } = this.measures;
    const at = j * ids.length;
    return (target[at]! + band[at]!) * (1 + ROUNDING);
  }
}

/** What the rest of a plan is held against, in the metrics' own units, and how far it is from it at worst. */
export function restOf(
  problem: Problem,
  { closed, measures }: Pick<Apart, 'closed' | 'measures'>,
  load: Float64Array,
): Pick<SetApart, 'target' | 'worstDeviation'> {
  const { metrics, territories: k } = problem;
  const m = metrics.length;
  const target = new Float64Array(k * m);
  const worstDeviation = new Float64Array(m);
  measures.ids.forEach((id, q) => {
    for (let j = 0; j < k; j++) {
      const goal = measures.inUnits(q, measures.target[j * measures.ids.length + q]!);
      target[j * m + id] = goal;
      if (closed[j] === 1) continue;
      worstDeviation[id] = Math.max(worstDeviation[id]!, Math.abs(load[j * m + id]! / goal - 1));
    }
  });
  return { target, worstDeviation };
}

/** Accounts set apart, members of families each for themselves, in their order. */
export function accountsApart({ next }: Binding, heads: readonly number[]): Int32Array {
  const list: number[] = [];
  for (const head of heads) for (let i = head; i >= 0; i = next ? next[i]! : -1) list.push(i);
  return Int32Array.from(list).sort();
}
