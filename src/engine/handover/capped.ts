import { Budget } from '../standing/budget';
import { enforce } from '../standing/enforce';
import { evaluate } from './evaluate';
import { bind } from '../problem/families';
import { centresOf } from '../problem/figures';
import { measuresOf } from '../problem/measures';
import type { Design, Obstacle, Problem, Progress } from '../problem/contract';
import { rebalance } from '../standing/rebalance';
import { Standing } from '../standing/standing';
import { tidy } from '../standing/tidy';

/** True where a design moves more than the disruption cap allows. */
export function breaksCap(problem: Problem, assignment: Int32Array): boolean {
  if (!problem.cap) return false;
  return !new Budget(new Standing(problem, assignment)).kept;
}

/**
 * The best plan within the disruption cap, where the free design moves too much: from the plan of today, the
 * fewest moves into tolerance, then what is left of the cap for compactness. Accounts without a territory today
 * are placed first; they do not count. Where the cap forbids the tolerances, the plan is as near to them as the
 * cap allows, and the obstacle says how much would have been needed.
 */
export function* designWithinCap(problem: Problem, free: Design): Generator<Progress, Design> {
  const standing = startOf(problem, free);
  let steps = yield* rebalance(standing, problem.current);
  const tidied = tidy(standing);
  steps += tidied.steps;
  const { assignment } = tidied.standing;
  const design = evaluate(problem, assignment);
  const obstacles: Obstacle[] = [...design.obstacles];
  if (!design.withinTolerance) {
    const { cap: _, ...open } = problem;
    const uncapped = startOf(open, free);
    steps += yield* rebalance(uncapped, problem.current);
    const budget = new Budget(tidied.standing);
    const [accounts, money] = new Budget(new Standing(problem, uncapped.assignment)).used;
    if (accounts > budget.allowed[0]) {
      obstacles.push({ kind: 'cap', by: 'accounts', allowed: budget.allowed[0], needed: accounts });
    }
    if (money > budget.allowed[1]) {
      obstacles.push({ kind: 'cap', by: 'money', allowed: budget.allowed[1], needed: money });
    }
  }
  return { ...design, obstacles, steps: free.steps + steps };
}

/** The plan of today, made to keep the rules; territories that are empty today get their centres from the design. */
function startOf(problem: Problem, free: Design): Standing {
  const centres = centresOf(problem, measuresOf(problem, bind(problem)), problem.current);
  centres.forEach((c, at) => {
    if (c !== c) centres[at] = free.centres[at]!;
  });
  const standing = new Standing(problem, problem.current, centres);
  enforce(standing);
  return standing;
}
