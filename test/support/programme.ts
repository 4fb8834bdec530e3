import type { Design, Problem } from '../../src/engine';
import { choices, loads, masses } from '../engine/checker';
import type { AssignmentProgramme } from './highs';

/**
 * The engine's own question at the centres of a design, put to another solver: cheapest Σ mass × squared distance
 * with every load within its tolerance. For problems without families, homes or preferences, all accounts placed.
 */
export function programmeAt(problem: Problem, { centres, assignment }: Design): AssignmentProgramme {
  const { accounts: n, territories: k, dims, points, metrics } = problem;
  const mass = masses(problem);
  const cost = new Float64Array(n * k).fill(NaN);
  for (let i = 0; i < n; i++) {
    for (const j of choices(problem, i)) {
      let square = 0;
      for (let d = 0; d < dims; d++) {
        const x = points[i * dims + d]! - centres[j * dims + d]!;
        square += x * x;
      }
      cost[i * k + j] = mass[i]! * square;
    }
  }
  const { target } = loads(problem, assignment);
  const m = metrics.length;
  // Loads are counted in the targets' mean, so that they are about 1.
  const unit = metrics.map((_, q) => target.reduce((s, t, at) => (at % m === q ? s + t : s), 0) / k);
  const limit = (sign: number) =>
    Float64Array.from(target, (t, at) => (t * (1 + sign * metrics[at % m]!.tolerance)) / unit[at % m]!);
  return {
    accounts: n,
    territories: k,
    cost,
    weights: metrics.map(({ weight }, q) => weight.map((w) => w / unit[q]!)),
    lower: limit(-1),
    upper: limit(1),
  };
}

/** Accounts that leave `from`, each for 1: the fewest moves into the tolerances. */
export function fewestMoves(problem: Problem, from: ArrayLike<number>): AssignmentProgramme {
  const { accounts: n, territories: k } = problem;
  const assignment = Int32Array.from(from);
  const shape = { centres: new Float64Array(k * problem.dims), assignment } as Pick<
    Design,
    'centres' | 'assignment'
  >;
  const programme = programmeAt(problem, shape as Design);
  const cost = new Float64Array(n * k).fill(NaN);
  for (let i = 0; i < n; i++) for (const j of choices(problem, i)) cost[i * k + j] = from[i] === j ? 0 : 1;
  return { ...programme, cost };
}
