import { needOf, stakesOf, type Stake } from '../problem/leaving';
import type { Standing } from './standing';

/** What the disruption cap of a problem allows, in accounts and money, and what a plan uses of it. */
export class Budget {
  readonly allowed: Float64Array;
  readonly used: Float64Array;
  private readonly stakes: readonly Stake[];

  constructor(private readonly standing: Standing) {
    const { problem, assignment } = standing;
    this.stakes = stakesOf(problem);
    this.allowed = Float64Array.from(this.stakes, ({ allowed }) => allowed);
    this.used = new Float64Array(this.stakes.length);
    for (let i = 0; i < problem.accounts; i++) {
      if (problem.current[i]! < 0 || assignment[i] === problem.current[i]) continue;
      this.stakes.forEach(({ of }, r) => (this.used[r]! += of(i)));
    }
  }

  /** Accounts and money that count as moved with an atom in a territory. */
  need(head: number, territory: number): number[] {
    const { problem, binding } = this.standing;
    return this.stakes.map((stake) => needOf(problem, binding.next, stake, head, territory));
  }

  /** True if an atom may leave the territory it is in today without breaking the cap. */
  affords(head: number): boolean {
    const now = this.need(head, this.standing.assignment[head]!);
    const then = this.need(head, -1);
    return this.allowed.every((most, r) => this.used[r]! + then[r]! - now[r]! <= most);
  }

  /** Counts an atom as moved away. */
  spend(head: number): void {
    const now = this.need(head, this.standing.assignment[head]!);
    const then = this.need(head, -1);
    for (let r = 0; r < this.used.length; r++) this.used[r]! += then[r]! - now[r]!;
  }

  /** True where the cap is kept. */
  get kept(): boolean {
    return this.used.every((used, r) => used <= this.allowed[r]!);
  }
}

/**
 * Sends atoms back to where they are today until the disruption cap is kept: those with most at stake first, as
 * that takes the fewest.
 */
export function bringHome(standing: Standing): void {
  const { problem, binding, assignment } = standing;
  const budget = new Budget(standing);
  if (budget.kept) return;
  const strays: { head: number; home: number; back: number[] }[] = [];
  for (const head of binding.heads) {
    const home = problem.current[head]!;
    if (home < 0 || home === assignment[head] || !standing.allowed(head, home)) continue;
    const now = budget.need(head, assignment[head]!);
    const then = budget.need(head, home);
    strays.push({ head, home, back: now.map((need, r) => need - then[r]!) });
  }
  const over = budget.used.map((used, r) => used - budget.allowed[r]!);
  const worst = over.reduce((at, x, r) => (x > 0 ? r : at), 0);
  strays.sort((a, b) => b.back[worst]! - a.back[worst]! || a.head - b.head);
  for (const { head, home, back } of strays) {
    if (budget.kept) return;
    if (back.every((amount) => amount <= 0)) continue;
    standing.move(head, home);
    back.forEach((amount, r) => (budget.used[r]! -= amount));
  }
}
