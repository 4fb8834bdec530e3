import type { Design, Limit, Obstacle, Problem } from '../engine/problem';
import type { Accounts } from '../plan/accounts';
import { isWithin } from '../plan/band';
import { RECOMMENDED, type Aim } from '../plan/settings';
import { compile, type CarveInput } from './compile';
import { limitTo, moveClassesOf, type MoveClasses } from './move-classes';

/** The tightest plan aims at so much of the tolerances, but at no less than this. */
const TIGHTER = 0.1;
const TIGHTEST = 0.005;

/** One run of the engine, as such a part of all there is to do. */
export type Solve = (problem: Problem, part: Part) => Promise<Design>;

/** Where a run begins and ends, 0 … 1 over all of them. */
export interface Part {
  readonly from: number;
  readonly to: number;
}

/** A plan for what it is to be best at, and the plan as it is set, from which others are found; undefined under a cap of the user's. */
export interface Solved {
  readonly design: Design;
  readonly asSet: Design | undefined;
}

/**
 * Solves for what the plan is to be best at, within what is set: a limit that the user has set is never widened. Every aim
 * begins from the plan as it is set, so that it is the same plan whether that one was known or not.
 * @param known the plan as it is set, where it has been found before
 */
export async function solveFor(
  aim: Aim | undefined,
  input: CarveInput,
  solve: Solve,
  known?: Design,
): Promise<Solved> {
  const problem = compile(input);
  if (problem.cap !== undefined || problem.limits !== undefined) {
    return { design: await solved(aim, problem, input.accounts, (p) => solve(p, WHOLE)), asSet: undefined };
  }
  if (aim === undefined) {
    const design = known ?? (await solve(problem, WHOLE));
    return { design, asSet: design };
  }
  const asSet = known ?? (await solve(problem, FIRST));
  const { centres, assignment } = asSet;
  const part = known === undefined ? SECOND : WHOLE;
  const design = await solved(aim, { ...problem, known: { centres, assignment } }, input.accounts, (p) =>
    solve(p, part),
  );
  return { design: aim === 'compact' ? shorter(design, asSet) : design, asSet };
}

/**
 * What is called the most compact has the shortest ways: squared distances are what the engine makes small, and a plan that
 * has a little more of them may have shorter ways.
 */
const shorter = (compact: Design, asSet: Design): Design =>
  asSet.withinTolerance && asSet.meanKm < compact.meanKm ? asSet : compact;

const WHOLE: Part = { from: 0, to: 1 };
const FIRST: Part = { from: 0, to: 0.5 };
const SECOND: Part = { from: 0.5, to: 1 };

async function solved(
  aim: Aim | undefined,
  problem: Problem,
  accounts: Accounts,
  solve: (problem: Problem) => Promise<Design>,
): Promise<Design> {
  switch (aim) {
    case undefined:
      return solve(problem);
    case 'compact':
      return solve({ ...problem, keep: 0, evenness: 0 });
    case 'tightest':
      return asPromised(problem, await solve(tightened(problem)));
    case 'recommended':
      return solve(recommended(problem, moveClassesOf(accounts)));
    case 'fewest':
      return solve(
        withLimits(problem, {
          stake: moveClassesOf(accounts)?.customers ?? everyone(problem),
          most: 'fewest',
        }),
      );
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

const withLimits = (problem: Problem, ...more: readonly Limit[]): Problem => ({
  ...problem,
  limits: [...(problem.limits ?? []), ...more],
});

/**
 * The problem with the limits that are recommended on what moves, beside those that the user has set: on customers and
 * active prospects where the list tells who is active, and prospects whom nobody has called move freely; else on all accounts.
 */
function recommended(problem: Problem, moves: MoveClasses | undefined): Problem {
  const { cap = { accounts: 1, money: 1 }, current } = problem;
  const all = { ...cap, accounts: Math.min(cap.accounts, RECOMMENDED.accounts) };
  if (moves === undefined) return { ...problem, cap: all };
  const { customers, arr = customers, active } = moves;
  const ofCustomers = limitTo(arr === customers ? 'customers' : 'arr', RECOMMENDED.money, arr, current);
  if (active === undefined) return withLimits({ ...problem, cap: all }, ofCustomers);
  return withLimits(problem, ofCustomers, limitTo('activeAccounts', RECOMMENDED.accounts, active, current));
}
