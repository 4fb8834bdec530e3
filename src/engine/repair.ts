import { enforce } from './enforce';
import { checkFeasibility } from './feasibility';
import { fewest } from './fewest';
import { describe } from './outcome';
import type { Design, Problem, Progress } from './problem';
import { repairFrontier } from './repairing';
import { Standing } from './standing';

/** Ruin-and-repair rounds of a repair at effort 1. */
const TRIES = 300;

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
  const steps = yield* rebalance(standing, from);
  yield { stage: 'explain', done: 0.95, worstDeviation: NaN };
  return describeStanding(standing, steps);
}

/** Moves few accounts of a standing plan so that it comes within tolerance. Moves count against `from`. */
export function* rebalance(standing: Standing, from: Int32Array): Generator<Progress, number> {
  const frontier = repairFrontier(standing, from);
  const search = fewest(frontier, Math.ceil(TRIES * standing.problem.effort), standing.problem.seed);
  let left = 1;
  for (;;) {
    const step = search.next();
    if (step.done) {
      for (let t = 0; t < frontier.n; t++) {
        if (frontier.at[t] !== 0) standing.move(frontier.atom[t]!, frontier.territory(t));
      }
      return step.value;
    }
    left *= 0.9;
    yield { stage: 'repair', done: 0.9 - 0.9 * left, worstDeviation: step.value };
  }
}

/** Figures and explanations of a standing plan. */
export function describeStanding(standing: Standing, steps: number): Design {
  const { problem, binding } = standing;
  const { obstacles, toleranceFloor } = checkFeasibility(problem, binding, standing.measures);
  return describe(problem, binding, {
    assignment: standing.assignment,
    centres: standing.centres,
    cost: NaN,
    bound: NaN,
    meanKmUnbalanced: NaN,
    toleranceFloor,
    obstacles,
    steps,
  });
}
