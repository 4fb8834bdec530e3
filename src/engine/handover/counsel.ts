import type { Design, Problem } from '../problem/contract';
import { bestMovesOf, ownMovesOf, type Move } from '../standing/advice';
import { lockPrices, type LockPrice } from '../standing/locks';
import { place } from '../standing/place';
import { Standing } from '../standing/standing';
import { tradeOff, type TradeOffPoint } from '../standing/tradeoff';
import { runToEnd } from '../run-to-end';
import { evaluate } from './evaluate';
import { repair } from './repair';

/** What is asked about a plan that stands. */
export interface Question {
  /** Territories that are to be helped. */
  readonly territories: readonly number[];
  /** Whether the fewest moves back into tolerance are wanted. */
  readonly repair: boolean;
  /** An account whose other places, and whose lock, are asked about. */
  readonly account?: number;
  /** Accounts that have no territory yet, and are to get one, in this order. */
  readonly place?: readonly number[];
  /** Whether the plan, with these in it, is to be described as if it were a design. */
  readonly describe?: boolean;
  /** Whether plans between this one and nearly equal shares are wanted. */
  readonly curve?: boolean;
}

export interface Counsel {
  /** N territories of the plan brought back within rules and tolerances; absent if not asked for. */
  readonly repaired?: Int32Array;
  /** N territories of the plan with the accounts that were to be placed in it; absent if not asked for. */
  readonly placed?: Int32Array;
  /** The plan as if it were a design; absent if not asked for. */
  readonly described?: Design;
  /** Plans from this one to nearly equal shares, each with few moves more; absent if not asked for. */
  readonly curve?: readonly TradeOffPoint[];
  /** The best moves and exchanges for the territories that were asked about, best first; no account in two of them. */
  readonly moves: readonly Move[];
  /** What the account could do instead, best first. */
  readonly own: readonly Move[];
  /** What its lock costs; absent for one that is free. */
  readonly lock?: LockPrice;
}

/**
 * Answers what a manager asks of a plan that stands, in one go.
 * @throws EngineError if the problem or the assignment breaks its contract
 */
export function counsel(problem: Problem, assignment: Int32Array, question: Question): Counsel {
  const { territories, account } = question;
  const standing = new Standing(problem, assignment);
  const placed = question.place === undefined ? undefined : place(problem, assignment, question.place);
  const isPinned = account !== undefined && problem.pinned[account]! >= 0;
  return {
    ...(question.repair ? { repaired: repairedOf(problem, assignment) } : {}),
    ...(placed === undefined ? {} : { placed }),
    ...(question.describe === true ? { described: evaluate(problem, placed ?? assignment) } : {}),
    ...(question.curve === true ? { curve: runToEnd(tradeOff(problem, assignment)) } : {}),
    moves: apartFrom(territories.flatMap((j) => bestMovesOf(standing, j))),
    own: account === undefined || isPinned ? [] : ownMovesOf(standing, account),
    ...(isPinned ? { lock: lockPrices(problem, assignment, [account])[0]! } : {}),
  };
}

const repairedOf = (problem: Problem, assignment: Int32Array): Int32Array =>
  runToEnd(repair(problem, assignment)).assignment;

/** The best first, and no account twice. */
function apartFrom(moves: readonly Move[]): Move[] {
  const seen = new Set<number>();
  return [...moves]
    .sort((a, b) => b.gain - a.gain)
    .filter(({ accounts, back }) => {
      const touched = [...accounts, ...back];
      if (touched.some((i) => seen.has(i))) return false;
      for (const i of touched) seen.add(i);
      return true;
    });
}
