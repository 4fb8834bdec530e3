import type { Design, Problem } from '../../src/engine';
import { choices, loads, masses } from '../engine/checker';
import type { AssignmentProgramme } from './highs';

/**
 * The engine's own question at the centres of a design, put to another solver: cheapest Σ mass × squared distance
 * with every load within its tolerance. For problems without families, homes or preferences, all accounts placed.
 */
export function programmeAt(
  problem: Problem,
  { centres, assignment }: Pick<Design, 'centres' | 'assignment'>,
): AssignmentProgramme {
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

/**
 * Accounts that leave `from`, each for 1: the fewest moves into the tolerances. Two kinds of rows help HiGHS to prove
 * it: so many accounts at least must leave a territory that is too full (its heaviest ones would do), and so many must
 * come into one that is too empty.
 */
export function fewestMoves(problem: Problem, from: Int32Array, known?: Int32Array): AssignmentProgramme {
  const { accounts: n, territories: k } = problem;
  const programme = programmeAt(problem, { centres: new Float64Array(k * problem.dims), assignment: from });
  const cost = new Float64Array(n * k).fill(NaN);
  for (let i = 0; i < n; i++) for (const j of choices(problem, i)) cost[i * k + j] = from[i] === j ? 0 : 1;

  const { weights, lower, upper } = programme;
  const least: number[] = [];
  const leave = new Int32Array(k).fill(-1);
  const enter = new Int32Array(k).fill(-1);
  const require = (rows: Int32Array, j: number, count: number) => {
    if (count === 0) return;
    if (rows[j] === -1) rows[j] = least.push(0) - 1;
    least[rows[j]!] = Math.max(least[rows[j]!]!, count);
  };
  weights.forEach((weight, w) => {
    const heaviest = [...weight.keys()].sort((a, b) => weight[b]! - weight[a]!);
    const load = new Float64Array(k);
    weight.forEach((x, i) => (load[from[i]!]! += x));
    /** How many of the heaviest it takes to make up an amount. */
    const count = (amount: number, among: (i: number) => boolean): number => {
      let number = 0;
      let rest = amount - 1e-9;
      for (const i of heaviest) {
        if (rest <= 0) break;
        if (!among(i)) continue;
        rest -= weight[i]!;
        number++;
      }
      return number;
    };
    for (let j = 0; j < k; j++) {
      const at = j * weights.length + w;
      require(leave, j, count(load[j]! - upper[at]!, (i) => from[i] === j));
      require(enter, j, count(lower[at]! - load[j]!, (i) => from[i] !== j));
    }
  });
  const of = (i: number, j: number) =>
    from[i] === j ? [] : [leave[from[i]!]!, enter[j]!].filter((row) => row >= 0);
  const sum = (rows: Int32Array) => rows.reduce((s, row) => (row < 0 ? s : s + least[row]!), 0);
  const floor = Math.max(sum(leave), sum(enter));
  return { ...programme, cost, floor, rows: { least, of }, ...(known ? { known } : {}) };
}
