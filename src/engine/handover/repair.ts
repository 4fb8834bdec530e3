import { checkFeasibility } from '../problem/feasibility';
import type { Design, Problem, Progress } from '../problem/contract';
import { bringHome } from '../standing/budget';
import { enforce } from '../standing/enforce';
import { rebalance } from '../standing/rebalance';
import { Standing } from '../standing/standing';
import { describe } from './outcome';

/**
 * Brings an edited or churned plan back within the hard rules and the tolerances with the fewest moves. Moves
 * count against the assignment given; the disruption cap counts against `problem.current`. The design has no
 * bound (NaN): ask `evaluate` for it.
 * @throws EngineError if the problem or the assignment breaks its contract
 */
export function* repair(problem: Problem, assignment: ArrayLike<number>): Generator<Progress, Design> {
  const standing = new Standing(problem, assignment);
  yield { stage: 'check', done: 0, worstDeviation: NaN };
  const from = Int32Array.from(assignment);
  enforce(standing);
  bringHome(standing);
  const steps = yield* rebalance(standing, from);
  yield { stage: 'explain', done: 0.95, worstDeviation: NaN };
  return describeStanding(standing, steps);
}

/** Figures and explanations of a standing plan. */
function describeStanding(standing: Standing, steps: number): Design {
  const { problem, binding, whole } = standing;
  const { obstacles, toleranceFloor } = checkFeasibility(problem, binding, whole);
  return describe(problem, binding, {
    assignment: standing.assignment,
    centres: standing.presentCentres(),
    cost: NaN,
    bound: NaN,
    boundAsEven: NaN,
    meanKmUnbalanced: NaN,
    toleranceFloor,
    obstacles,
    steps,
  });
}
