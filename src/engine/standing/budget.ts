import type { Standing } from './standing';

/** Rounding slack of sums. */
const EXACT = 1e-9;

/** What the disruption cap of a problem allows, in accounts and money, and what a plan uses of it. */
export class Budget {
  readonly allowed: readonly [accounts: number, money: number];
  readonly used: [accounts: number, money: number] = [0, 0];

  constructor(private readonly standing: Standing) {
    const { cap, current, accounts } = standing.problem;
    let count = 0;
    let total = 0;
    for (let i = 0; i < accounts; i++) {
      if (current[i]! < 0) continue;
      count++;
      total += this.money(i);
      if (standing.assignment[i] === current[i]) continue;
      this.used[0]++;
      this.used[1] += this.money(i);
    }
    this.allowed = [
      cap ? Math.floor(cap.accounts * count + EXACT) : Infinity,
      cap ? cap.money * total * (1 + EXACT) : Infinity,
    ];
  }

  /** Accounts and money that count as moved with an atom in a territory. */
  need(head: number, territory: number): [accounts: number, money: number] {
    const { next } = this.standing.binding;
    const { current } = this.standing.problem;
    let accounts = 0;
    let money = 0;
    for (let i = head; i >= 0; i = next ? next[i]! : -1) {
      if (current[i]! < 0 || current[i] === territory) continue;
      accounts++;
      money += this.money(i);
    }
    return [accounts, money];
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
    this.used[0] += then[0] - now[0];
    this.used[1] += then[1] - now[1];
  }

  /** True where the cap is kept. */
  get kept(): boolean {
    return this.used[0] <= this.allowed[0] && this.used[1] <= this.allowed[1];
  }

  private money(i: number): number {
    const { money } = this.standing.problem;
    return money ? money[i]! : 1;
  }
}

/**
 * Sends atoms back to where they are today until the disruption cap is kept: those with most at stake first, as
 * that takes the fewest.
 */
export function bringHome(standing: Standing): void {
  const { problem, binding, assignment } = standing;
  if (!problem.cap) return;
  const budget = new Budget(standing);
  if (budget.kept) return;
  const strays: { head: number; home: number; accounts: number; money: number }[] = [];
  for (const head of binding.heads) {
    const home = problem.current[head]!;
    if (home < 0 || home === assignment[head] || !standing.allowed(head, home)) continue;
    const now = budget.need(head, assignment[head]!);
    const then = budget.need(head, home);
    strays.push({ head, home, accounts: now[0] - then[0], money: now[1] - then[1] });
  }
  const money = budget.used[1] > budget.allowed[1];
  strays.sort((a, b) => (money ? b.money - a.money : b.accounts - a.accounts) || a.head - b.head);
  for (const { head, home, accounts, money: amount } of strays) {
    if (budget.kept) return;
    if (accounts <= 0 && amount <= 0) continue;
    standing.move(head, home);
    budget.used[0] -= accounts;
    budget.used[1] -= amount;
  }
}
