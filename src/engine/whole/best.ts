import type { Frontier } from './frontier';

/** How good a plan is, in order of importance: budgets kept, excess metric by metric, then cost with that of unevenness. */
export interface Rank {
  readonly overspent: number;
  readonly excess: readonly number[];
  readonly cost: number;
}

/** Sums of loads differ by this much from rounding alone. */
const SAME = 1e-9;

/** True if plan a is better than plan b. */
export function outranks(a: Rank, b: Rank): boolean {
  if (Math.abs(a.overspent - b.overspent) > SAME) return a.overspent < b.overspent;
  for (let m = 0; m < a.excess.length; m++) {
    if (Math.abs(a.excess[m]! - b.excess[m]!) > SAME) return a.excess[m]! < b.excess[m]!;
  }
  return a.cost < b.cost;
}

export function rankOf(frontier: Frontier): Rank {
  const excess: number[] = [];
  for (let m = 0; m < frontier.metrics; m++) excess.push(frontier.totalExcess(m));
  return { overspent: frontier.overspent(), excess, cost: frontier.totalCost + frontier.unevenness() };
}

/** Remembers the best state of a frontier that was offered. */
export class Best {
  private readonly at: Uint16Array;
  private rank: Rank;

  constructor(private readonly frontier: Frontier) {
    this.at = frontier.at.slice();
    this.rank = rankOf(frontier);
  }

  /** Remembers the present state if it is better; true if so. */
  offer(): boolean {
    const rank = rankOf(this.frontier);
    if (!outranks(rank, this.rank)) return false;
    this.rank = rank;
    this.at.set(this.frontier.at);
    return true;
  }

  /** Puts the frontier back into the remembered state. */
  restore(): void {
    const { frontier, at } = this;
    for (let t = 0; t < at.length; t++) if (frontier.at[t] !== at[t]) frontier.move(t, at[t]!);
  }
}
