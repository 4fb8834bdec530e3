import type { Design, Obstacle, Problem } from '../engine/problem';
import { isWithin } from '../plan/band';
import { RECOMMENDED, type Aim } from '../plan/settings';
import { compile, type CarveInput } from './compile';

/** The tightest plan aims at so much of the tolerances, but at no less than this. */
const TIGHTER = 0.1;
const TIGHTEST = 0.005;
/** What of an account counts as the customers': their money where it is known, else that they are customers. */
export interface Customers {
  /** N values ≥ 0 each; `is` is 1 for a customer. */
  readonly money: Float64Array | undefined;
  readonly is: Float64Array;
}

/** One run of the engine. */
export type Solve = (problem: Problem) => Promise<Design>;

/**
 * Solves for what the plan is to be best at, within what is set: a limit that the user has set is never widened.
 * @param customers undefined where the list does not tell customers: all accounts count alike
 */
export async function solveFor(
  aim: Aim | undefined,
  input: CarveInput,
  customers: Customers | undefined,
  solve: Solve,
): Promise<Design> {
  const problem = compile(input);
  switch (aim) {
    case undefined:
      return solve(problem);
    case 'compact':
      return solve({ ...problem, keep: 0 });
    case 'tightest':
      return asPromised(problem, await solve(tightened(problem)));
    case 'recommended':
      return solve(recommended(problem, customers));
    case 'fewest':
      return solve({ ...problem, limits: [{ stake: customers?.is ?? everyone(problem), most: 'fewest' }] });
  }
}

const tightened = (problem: Problem): Problem => ({
  ...problem,
  metrics: problem.metrics.map((metric) => ({
    ...metric,
    tolerance: Math.min(metric.tolerance, Math.max(TIGHTEST, TIGHTER * metric.tolerance)),
  })),
});

/** A design that was aimed tighter, told by the tolerances that are promised: what stood in the way of more is no obstacle. */
function asPromised({ metrics }: Problem, design: Design): Design {
  const isIn = metrics.every(({ tolerance }, m) => isWithin(design.worstDeviation[m] ?? 0, tolerance));
  return {
    ...design,
    withinTolerance: isIn,
    obstacles: isIn ? design.obstacles.filter(({ kind }) => !OF_TOLERANCE.has(kind)) : design.obstacles,
  };
}

const OF_TOLERANCE: ReadonlySet<Obstacle['kind']> = new Set(['oversized', 'pinned', 'tooMuch', 'tooLittle']);

const everyone = ({ accounts }: Problem): Float64Array => new Float64Array(accounts).fill(1);

/** The problem with the limits that are recommended on what moves, beside those that the user has set. */
function recommended(problem: Problem, customers: Customers | undefined): Problem {
  const { cap = { accounts: 1, money: 1 }, current } = problem;
  const all = { ...cap, accounts: Math.min(cap.accounts, RECOMMENDED.accounts) };
  if (customers === undefined) return { ...problem, cap: all };
  const stake = customers.money ?? customers.is;
  const held = stake.reduce((sum, value, i) => ((current[i] ?? -1) >= 0 ? sum + value : sum), 0);
  return { ...problem, cap: all, limits: [{ stake, most: RECOMMENDED.money * held }] };
}
