import { measureOf } from '../problem/distance';
import type { Problem } from '../problem/contract';
import { beyond } from '../problem/excess';
import { Standing } from './standing';

/** What releasing a lock would gain. */
export interface LockPrice {
  readonly account: number;
  readonly territory: number;
  /** The best territory if the account were free; its own where it would stay. */
  readonly best: number;
  /** Fall of what lies beyond the tolerances, summed over both territories and all metrics, as fractions of target. */
  readonly balance: number;
  /** km (feature units) that the account would be nearer to its centre; negative: farther. */
  readonly km: number;
}

/**
 * The price of locks: for each pinned account, the territory it would be best in if it alone were released, and
 * what that gains in balance first, then in distance.
 * @param accounts pinned accounts to look at; all of them by default
 * @throws EngineError if the problem or the assignment breaks its contract
 */
export function lockPrices(
  problem: Problem,
  assignment: ArrayLike<number>,
  accounts?: ArrayLike<number>,
): LockPrice[] {
  const standing = new Standing(problem, assignment);
  // Of all accounts: a lock that fills its territory alone has its price too.
  const { whole } = standing;
  const measure = measureOf(problem.space, problem.dims);
  const list = accounts
    ? Array.from(accounts)
    : Array.from(problem.pinned.keys()).filter((i) => problem.pinned[i]! >= 0);
  return list.map((i) => {
    const own = standing.assignment[i]!;
    let best: LockPrice = { account: i, territory: own, best: own, balance: 0, km: 0 };
    if (own < 0) return best;
    const excess = (j: number, sign: number) => {
      let sum = 0;
      for (let m = 0; m < standing.metrics; m++) {
        const at = j * standing.metrics + m;
        const more = sign * whole.weight(i, m);
        sum += beyond(whole, standing.load, at) - beyond(whole, standing.load, at, more);
      }
      return sum;
    };
    const kmTo = (j: number) => measure(problem.points, i * problem.dims, standing.centres, j * problem.dims);
    const leaving = excess(own, -1);
    for (let j = 0; j < standing.k; j++) {
      if (j === own || problem.eligible[problem.classOf[i]! * standing.k + j] !== 1) continue;
      const balance = leaving + excess(j, 1);
      const nearer = problem.dims > 0 ? kmTo(own) - kmTo(j) : 0;
      const km = nearer === nearer ? nearer : 0;
      const better = Math.abs(balance - best.balance) > 1e-12 ? balance > best.balance : km > best.km;
      if (better) best = { account: i, territory: own, best: j, balance, km };
    }
    return best;
  });
}
