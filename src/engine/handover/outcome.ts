import { explain } from './explain';
import { holderOf, restOf, setApart } from '../problem/apart';
import { piecesOf } from '../problem/borders';
import type { Binding } from '../problem/families';
import { checkFeasibility } from '../problem/feasibility';
import { loadsOf, movedOf } from '../problem/figures';
import { measuresOf } from '../problem/measures';
import type { Design, Obstacle, Problem, SetApart } from '../problem/contract';

/** What a job hands over to be described. */
export interface Solution {
  /** N values. */
  readonly assignment: Int32Array;
  /** K × dims in the problem's coordinates. */
  readonly centres: Float64Array;
  readonly cost: number;
  readonly bound: number;
  readonly boundAsEven: number;
  readonly meanKmUnbalanced: number;
  readonly toleranceFloor: Float64Array;
  readonly obstacles: readonly Obstacle[];
  readonly steps: number;
}

/** A load at exactly its limit may come out a few roundings above it. */
const EXACT = 1e-9;

/** Describes a solution account by account and as a whole. */
export function describe(problem: Problem, binding: Binding, solution: Solution): Design {
  const { assignment, cost, bound } = solution;
  const loads = loadsOf(problem, assignment);
  const apart = apartIn(problem, binding, assignment, loads);
  const explained = explain(problem, binding, assignment, solution.centres, loads, apart);
  const { distanceKm, runnerUpExtraKm } = explained;
  const km = new Float32Array(distanceKm.length);
  let placed = 0;
  let sum = 0;
  for (const x of distanceKm) {
    if (x !== x) continue;
    km[placed++] = x;
    sum += x;
  }
  km.subarray(0, placed).sort();
  let elsewhere = 0;
  let extra = 0;
  for (const x of runnerUpExtraKm) {
    if (!(x < 0)) continue;
    elsewhere++;
    extra -= x;
  }
  return {
    ...solution,
    ...loads,
    ...explained,
    apart,
    withinTolerance: problem.metrics.every(
      ({ tolerance }, q) => loads.worstDeviation[q]! <= tolerance + EXACT,
    ),
    gap: gapOf(cost, bound),
    meanKm: placed > 0 ? sum / placed : NaN,
    p90Km: placed > 0 ? km[Math.min(placed - 1, Math.floor(0.9 * placed))]! : NaN,
    nearerElsewhere: placed > 0 ? elsewhere / placed : 0,
    nearerElsewhereKm: elsewhere > 0 ? extra / elsewhere : 0,
    ...(problem.neighbours ? { pieces: piecesOf(problem, assignment) } : {}),
    moved: movedOf(problem, assignment),
  };
}

/** What of a plan is set apart, and how even the rest is. */
function apartIn(
  problem: Problem,
  binding: Binding,
  assignment: Int32Array,
  { load }: Pick<Design, 'load'>,
): SetApart | null {
  const apart = setApart(problem, binding, measuresOf(problem, binding), holderOf(assignment));
  if (!apart) return null;
  const { closed, measures, accounts } = apart;
  const rest = restOf(problem, apart, load);
  return {
    accounts,
    territories: closed,
    ...rest,
    toleranceFloor: checkFeasibility(problem, apart.binding, measures, closed).toleranceFloor,
    withinTolerance: problem.metrics.every(
      ({ tolerance }, q) => rest.worstDeviation[q]! <= tolerance + EXACT,
    ),
  };
}

/** cost ÷ bound − 1, 0 where both vanish (all accounts in one place), NaN where the bound says nothing. */
function gapOf(cost: number, bound: number): number {
  if (bound > 0) return Math.max(0, cost / bound - 1);
  return cost === 0 ? 0 : NaN;
}
