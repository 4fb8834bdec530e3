import type { Design, Problem } from '../../src/engine';
import { seeded } from '../../src/exact/random';
import type { AssignmentProgramme } from './highs';
import { programmeAt } from './programme';

/** The problem with owners of today: near one of as many accounts drawn by lot, one in five by chance; two in five have money. */
export function inherited(problem: Problem, seed: number): Problem {
  const { accounts: n, territories: k, dims, points } = problem;
  const random = seeded(seed + 77);
  const seats = Array.from({ length: k }, () => Math.floor(random() * n));
  const square = (i: number, o: number) => {
    let sum = 0;
    for (let d = 0; d < dims; d++) sum += (points[i * dims + d]! - points[o * dims + d]!) ** 2;
    return sum;
  };
  const nearest = (i: number) =>
    seats.reduce((best, o, j) => (square(i, o) < square(i, seats[best]!) ? j : best), 0);
  return {
    ...problem,
    current: Int32Array.from({ length: n }, (_, i) =>
      random() < 0.2 ? Math.floor(random() * k) : nearest(i),
    ),
    money: problem.metrics[0]!.weight.map((w) => (random() < 0.4 ? w * (0.2 + random()) : 0)),
  };
}

/** Cost of a design at its centres, as the programme counts it. */
export function costAt(problem: Problem, result: Design): number {
  const { cost } = programmeAt(problem, result);
  return result.assignment.reduce((sum, j, i) => sum + cost[i * problem.territories + j]!, 0);
}

/** The programme at a design's centres, within its deviations, in which enough stays for the cap. */
export function programmeWithin(problem: Problem, result: Design): AssignmentProgramme {
  const { current, cap, money, metrics } = problem;
  const tolerance = metrics[0]!.tolerance;
  const worst = Math.max(tolerance, result.worstDeviation[0]! * (1 + 1e-9));
  const wide = { ...problem, metrics: metrics.map((metric) => ({ ...metric, tolerance: worst })) };
  const total = money!.reduce((a, b) => a + b, 0);
  const most = Math.floor(cap!.accounts * current.length + 1e-9);
  return {
    ...programmeAt(wide, result),
    known: result.assignment,
    rows: {
      least: [current.length - most, 1 - cap!.money - 1e-9],
      of: (i, j) => (current[i] === j ? [0, 1] : []),
      count: (i, r) => (r === 0 ? 1 : money![i]! / total),
    },
  };
}

/** Moves beyond the cap, in accounts and as a part of the money. */
export function overspent({ current, cap, money }: Problem, { moved }: Design): number {
  const total = money!.reduce((a, b) => a + b, 0);
  return Math.max(
    0,
    moved.accounts - Math.floor(cap!.accounts * current.length + 1e-9),
    moved.money / total - cap!.money - 1e-9,
  );
}
