import { evaluate } from './evaluate';
import { alike, excessOf, nearer, type Excess } from '../problem/excess';
import { holderOf, setApart } from '../problem/apart';
import { HOPELESS, type Binding } from '../problem/families';
import { centresOf } from '../problem/figures';
import type { Measures } from '../problem/measures';
import type { Design, Problem, Progress } from '../problem/contract';
import { rebalance } from '../standing/rebalance';
import { findBroken } from '../problem/rules';
import { Standing } from '../standing/standing';

/** Costs that differ by less are the same. */
const SAME = 1e-9;

/**
 * True if the plan of today keeps the rules and is better than another in lexicographic order: nearer to
 * the tolerances by one measure at least, or alike there and more compact about its own centres.
 */
export function todayIsBetter(
  problem: Problem,
  binding: Binding,
  measures: Measures,
  assignment: Int32Array,
): boolean {
  const { current, accounts } = problem;
  for (let i = 0; i < accounts; i++) if (current[i]! < 0 && binding.fixed[i] !== HOPELESS) return false;
  const today = todayOf(problem, binding);
  if (findBroken(problem, binding, today).length > 0) return false;
  const then = excessFrom(problem, binding, measures, assignment);
  const now = excessFrom(problem, binding, measures, today);
  if (!alike(now, then)) return !nearer(then, now);
  const cost = costOf(problem, measures, assignment);
  return costOf(problem, measures, today) < cost - SAME * Math.abs(cost);
}

/** The plan of today, brought nearer to the tolerances where that takes few moves. */
export function* designFromToday(
  problem: Problem,
  binding: Binding,
  steps: number,
): Generator<Progress, Design> {
  const standing = new Standing(problem, todayOf(problem, binding));
  const more = yield* rebalance(standing, problem.current);
  return { ...evaluate(problem, standing.assignment), steps: steps + more };
}

/** Where accounts are today, without those that may go nowhere. */
const todayOf = ({ current }: Problem, { fixed }: Binding): Int32Array =>
  current.map((j, i) => (fixed[i] === HOPELESS ? -1 : j));

/** How far the rest of a plan is from the tolerances, without what is set apart in it. */
function excessFrom(problem: Problem, binding: Binding, measures: Measures, assignment: Int32Array): Excess {
  const metrics = measures.ids.length;
  const load = new Float64Array(problem.territories * metrics);
  for (let i = 0; i < problem.accounts; i++) {
    const j = assignment[i]!;
    if (j < 0) continue;
    for (let m = 0; m < metrics; m++) load[j * metrics + m]! += measures.weight(i, m);
  }
  const apart = setApart(problem, binding, measures, holderOf(assignment));
  return excessOf(apart?.measures ?? measures, load);
}

/** Squared distances to the plan's own centres and what is kept or preferred, by mass; homes as far as they count. */
function costOf(problem: Problem, measures: Measures, assignment: Int32Array): number {
  const { territories: k, dims, points, preference, classOf, current, keep, keepOf, home } = problem;
  const centres = centresOf(problem, measures, assignment);
  const h = home ? (problem.homeWeight ?? 0) : 0;
  let cost = 0;
  for (let i = 0; i < problem.accounts; i++) {
    const j = assignment[i]!;
    if (j < 0) continue;
    let each = preference ? preference[classOf[i]! * k + j]! : 0;
    if (current[i]! >= 0 && current[i] !== j) each += keepOf ? keep * keepOf[classOf[i]!]! : keep;
    if (dims > 0 && points[i * dims] === points[i * dims]) {
      const near = h > 0 && home![j * dims] === home![j * dims] ? h : 0;
      each += (1 - near) * square(points, i * dims, centres, j * dims, dims);
      if (near > 0) each += near * square(points, i * dims, home!, j * dims, dims);
    }
    cost += measures.mass(i) * each;
  }
  return cost;
}

function square(a: Float64Array, from: number, b: Float64Array, to: number, dims: number): number {
  let sum = 0;
  for (let d = 0; d < dims; d++) sum += (a[from + d]! - b[to + d]!) * (a[from + d]! - b[to + d]!);
  return sum;
}
