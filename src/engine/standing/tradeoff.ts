import { enforce } from './enforce';
import { holderOf, restOf, setApart } from '../problem/apart';
import { bind } from '../problem/families';
import { loadsOf, meanKmOf, movedOf } from '../problem/figures';
import { measuresOf, type Measures } from '../problem/measures';
import type { Problem, Progress } from '../problem/contract';
import { rebalance } from './rebalance';
import { Standing } from './standing';

/** One way between moving little and being fair. */
export interface TradeOffPoint {
  /** The tolerance asked of the first metric; the others keep their proportion to it. */
  readonly tolerance: number;
  readonly assignment: Int32Array;
  /** M values: worst |load ÷ target − 1|; an account too large for any share is the target of its territory. */
  readonly worstDeviation: Float64Array;
  /** Highest less lowest index of the first metric. */
  readonly spread: number;
  /** Accounts that differ from the given assignment, and their money. */
  readonly changed: { readonly accounts: number; readonly money: number };
  /** What leaves its territory of today, as the disruption cap counts it. */
  readonly moved: { readonly accounts: number; readonly money: number };
  readonly meanKm: number;
}

/** Tolerances tried, as fractions of the worst deviation at the start. */
const STEPS = [1, 0.7, 0.5, 0.35, 0.22, 0.12, 0.05];
/** Tolerances that differ by less are one point. */
const SAME = 1e-3;

/**
 * The curve of balance against moves: from the plan as it is (made to keep the hard rules) to nearly perfect
 * balance, each point the few moves more that the next tolerance needs. Five to nine points; the tolerance of
 * the problem is one of them. Moves never fall and the worst deviation never rises along the curve.
 * @throws EngineError if the problem or the assignment breaks its contract
 */
export function* tradeOff(
  problem: Problem,
  assignment: ArrayLike<number>,
): Generator<Progress, TradeOffPoint[]> {
  const from = Int32Array.from(assignment);
  const start = new Standing(problem, from);
  enforce(start);
  const points = [pointOf(problem, start.measures, start.assignment, from, NaN)];
  if (start.metrics === 0) return points;
  const first = start.measures.ids[0]!;
  const asked = problem.metrics[first]!.tolerance;
  const worst = relativeWorst(problem, points[0]!.worstDeviation, first);
  const goals = STEPS.slice(1).map((s) => s * worst);
  if (asked > 0 && asked < worst) goals.push(asked);
  goals.sort((a, b) => b - a);
  const distinct = goals.filter((g, q) => q === 0 || goals[q - 1]! - g > SAME * worst);
  let plan = start;
  for (let q = 0; q < distinct.length; q++) {
    const tolerance = distinct[q]!;
    const narrow = withTolerance(problem, tolerance, first);
    const next = new Standing(narrow, plan.assignment, start.centres);
    for (const step of rebalance(next, from)) yield { ...step, done: (q + step.done) / distinct.length };
    const point = pointOf(problem, start.measures, next.assignment, from, tolerance);
    const last = points[points.length - 1]!;
    plan = next;
    if (
      relativeWorst(problem, point.worstDeviation, first) >=
      relativeWorst(problem, last.worstDeviation, first)
    )
      continue;
    // The search is no exact one: a fairer plan may need fewer moves than one found before.
    while (points.length > 1 && points[points.length - 1]!.changed.accounts >= point.changed.accounts)
      points.pop();
    points.push(point);
  }
  return points;
}

/** The problem with the first metric's tolerance set and the others in proportion. */
function withTolerance(problem: Problem, tolerance: number, first: number): Problem {
  const asked = problem.metrics[first]!.tolerance;
  return {
    ...problem,
    metrics: problem.metrics.map((metric) => ({
      ...metric,
      tolerance: asked > 0 ? (tolerance / asked) * metric.tolerance : tolerance,
    })),
  };
}

/** The tolerance of the first metric at which a plan would be within all of them. */
function relativeWorst(problem: Problem, worstDeviation: Float64Array, first: number): number {
  const asked = problem.metrics[first]!.tolerance;
  let worst = 0;
  problem.metrics.forEach(({ tolerance }, m) => {
    const deviation = worstDeviation[m]!;
    if (asked > 0 && tolerance > 0) worst = Math.max(worst, (deviation / tolerance) * asked);
    else worst = Math.max(worst, deviation);
  });
  return worst;
}

/** Loads, and what they are held against: where accounts are set apart as too large, they, and the fair share of the rest. */
function figuresOf(problem: Problem, assignment: Int32Array): ReturnType<typeof loadsOf> {
  const loads = loadsOf(problem, assignment);
  const binding = bind(problem);
  const apart = setApart(problem, binding, measuresOf(problem, binding), holderOf(assignment));
  if (apart === null || apart.accounts.length === 0) return loads;
  const { target } = restOf(problem, apart, loads.load);
  const worstDeviation = new Float64Array(problem.metrics.length);
  target.forEach((goal, at) => {
    const m = at % worstDeviation.length;
    if (goal > 0) worstDeviation[m] = Math.max(worstDeviation[m]!, Math.abs(loads.load[at]! / goal - 1));
  });
  return { load: loads.load, target, worstDeviation };
}

function pointOf(
  problem: Problem,
  measures: Measures,
  assignment: Int32Array,
  from: Int32Array,
  tolerance: number,
): TradeOffPoint {
  const { load, target, worstDeviation } = figuresOf(problem, assignment);
  const m = problem.metrics.length;
  let high = -Infinity;
  let low = Infinity;
  for (let at = 0; at < load.length; at += m) {
    if (!(target[at]! > 0)) continue;
    high = Math.max(high, load[at]! / target[at]!);
    low = Math.min(low, load[at]! / target[at]!);
  }
  let accounts = 0;
  let money = 0;
  for (let i = 0; i < assignment.length; i++) {
    if (from[i]! < 0 || from[i] === assignment[i]) continue;
    accounts++;
    money += problem.money ? problem.money[i]! : 1;
  }
  return {
    tolerance,
    assignment: assignment.slice(),
    worstDeviation,
    spread: high >= low ? high - low : 0,
    changed: { accounts, money },
    moved: movedOf(problem, assignment),
    meanKm: meanKmOf(problem, measures, assignment),
  };
}
