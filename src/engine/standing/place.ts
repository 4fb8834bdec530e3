import { FREE, HOPELESS } from '../problem/families';
import type { Problem } from '../problem/contract';
import { Standing } from './standing';
import { validateAccounts, validateAssignment } from '../problem/validate';

/** Overloads that differ by less are the same. */
const SAME = 1e-11;

/**
 * Finds territories for accounts that have none in a plan that stands: the nearest eligible one that stays
 * within its tolerances, else the one that the account overloads least. Made once for a plan, then O(K) an
 * account and less as a rule.
 */
export class Placer {
  constructor(private readonly standing: Standing) {}

  /** The plan as it is now. */
  get assignment(): Int32Array {
    return this.standing.assignment;
  }

  /**
   * Places an account, with the family that must stay with it, and counts its load.
   * @returns its territory, −1 where none is eligible
   */
  place(account: number): number {
    const { binding } = this.standing;
    const must = binding.fixed[account]!;
    if (must === HOPELESS) return -1;
    if (must !== FREE) {
      this.standing.set(account, must);
      return must;
    }
    const head = this.headOf(account);
    const to = this.together(head) ?? this.choose(head);
    this.standing.move(head, to);
    return to;
  }

  /** Where members of a family already are, if they are in one eligible territory. */
  private together(head: number): number | null {
    const { assignment } = this.standing;
    for (const i of this.standing.members(head)) {
      const j = assignment[i]!;
      if (j >= 0 && this.standing.allowed(head, j)) return j;
    }
    return null;
  }

  /** The best territory for an atom that is in none. */
  choose(head: number): number {
    const { standing } = this;
    const { dims, points } = standing.problem;
    const located = standing.members(head).find((i) => dims > 0 && points[i * dims] === points[i * dims]);
    let best = -1;
    let least = Infinity;
    let nearest = Infinity;
    for (let j = 0; j < standing.k; j++) {
      if (!standing.allowed(head, j)) continue;
      const over = this.overload(head, j);
      if (over > least + SAME) continue;
      const away = located === undefined ? fullness(standing, j) : standing.distance(located, j);
      // A territory that is empty so far has no centre: it comes after all that have.
      const distance = away === away ? away : Number.MAX_VALUE;
      if (over >= least - SAME && distance >= nearest) continue;
      least = over;
      nearest = distance;
      best = j;
    }
    return best;
  }

  /** How much an atom adds to what lies above the upper limits of a territory, as fractions of target. */
  private overload(head: number, j: number): number {
    const { standing } = this;
    const { target, band } = standing.measures;
    let sum = 0;
    for (let m = 0; m < standing.metrics; m++) {
      const at = j * standing.metrics + m;
      const before = standing.load[at]! - target[at]! - band[at]!;
      const after = before + standing.weight(head, m);
      sum += (Math.max(0, after) - Math.max(0, before)) / target[at]!;
    }
    return sum;
  }

  private heads: Int32Array | null = null;

  private headOf(account: number): number {
    const { next, heads } = this.standing.binding;
    if (!next) return account;
    if (!this.heads) {
      this.heads = Int32Array.from(next, (_, i) => i);
      for (const h of heads) for (let i = h; i >= 0; i = next[i]!) this.heads[i] = h;
    }
    return this.heads[account]!;
  }
}

function fullness(standing: Standing, j: number): number {
  let worst = 0;
  for (let m = 0; m < standing.metrics; m++) {
    const at = j * standing.metrics + m;
    worst = Math.max(worst, standing.load[at]! / standing.measures.target[at]!);
  }
  return worst;
}

/**
 * Places accounts into a plan that stands, one after the other in the order given.
 * @param accounts indices of accounts; what they are assigned to now is ignored
 * @returns the plan with them in it
 * @throws EngineError if the problem or the assignment breaks its contract
 */
export function place(
  problem: Problem,
  assignment: ArrayLike<number>,
  accounts: ArrayLike<number>,
): Int32Array {
  validateAssignment(problem, assignment);
  validateAccounts(problem, accounts);
  const plan = Int32Array.from(assignment);
  for (let q = 0; q < accounts.length; q++) plan[accounts[q]!] = -1;
  const placer = new Placer(new Standing(problem, plan));
  for (let q = 0; q < accounts.length; q++)
    if (placer.assignment[accounts[q]!]! < 0) placer.place(accounts[q]!);
  return placer.assignment;
}
