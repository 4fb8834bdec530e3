import type { Design, Obstacle, Problem } from '../engine/problem';
import { isWithin } from '../plan/band';
import { RECOMMENDED, type Aim } from '../plan/settings';
import { compile, type CarveInput } from './compile';

/** The tightest plan aims at so much of the tolerances, but at no less than this. */
const TIGHTER = 0.1;
const TIGHTEST = 0.005;
/** Parts of the customers that may move, tried in this order until the plan is in band. */
const FEW = [0, 0.02, 0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.7, 1] as const;

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
    case 'recommended': {
      const { accounts, money } = RECOMMENDED;
      return asCounted(problem, await solve(limited(problem, accounts, money, customers)), customers);
    }
    case 'fewest':
      return asCounted(problem, await fewest(problem, customers, solve), customers);
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

/**
 * The problem with limits on what moves. The user's own limit on money is one of another money: where there is one it
 * stays, and the customers are not counted besides.
 */
function limited(
  problem: Problem,
  accounts: number,
  part: number,
  customers: Customers | undefined,
): Problem {
  const { cap = { accounts: 1, money: 1 } } = problem;
  const all = { accounts: Math.min(cap.accounts, accounts), money: cap.money };
  if (customers === undefined || cap.money < 1) return { ...problem, cap: all };
  return { ...problem, money: customers.money ?? customers.is, cap: { ...all, money: part } };
}

/** The first of ever looser limits on moving customers with which the plan is in band; the nearest to it if none is. */
async function fewest(problem: Problem, customers: Customers | undefined, solve: Solve): Promise<Design> {
  const heads = customers && { is: customers.is, money: undefined };
  let best: Design | undefined;
  for (const part of FEW) {
    const design = await solve(limited(problem, heads === undefined ? part : 1, part, heads));
    if (design.withinTolerance) return design;
    if (best === undefined || offOf(design) < offOf(best)) best = design;
  }
  return best ?? solve(problem);
}

const offOf = ({ worstDeviation }: Design): number => Math.max(0, ...worstDeviation);

/** A design whose moves were limited by the customers' money, with the money that is told. */
function asCounted({ current, money }: Problem, design: Design, customers: Customers | undefined): Design {
  let moved = 0;
  design.assignment.forEach((j, i) => {
    const before = current[i] ?? -1;
    if (before >= 0 && j !== before) moved += money?.[i] ?? 1;
  });
  const isOfHeads = customers !== undefined && customers.money === undefined;
  return {
    ...design,
    moved: { ...design.moved, money: moved },
    obstacles: design.obstacles.filter((one) => !(isOfHeads && one.kind === 'cap' && one.by === 'money')),
  };
}
