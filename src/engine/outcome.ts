import { HOPELESS, mayGo, type Core } from './core';
import { measureOf } from './distance';
import { Why, type Design, type Obstacle, type Problem } from './problem';

/** What the solver hands over to be described. */
export interface Solution {
  /** N values. */
  readonly assignment: Int32Array;
  /** K × dims in the problem's coordinates. */
  readonly centres: Float64Array;
  readonly cost: number;
  readonly bound: number;
  readonly meanKmUnbalanced: number;
  readonly toleranceFloor: Float64Array;
  readonly obstacles: readonly Obstacle[];
  readonly steps: number;
}

/** A load at exactly its limit may come out a few roundings above it. */
const EXACT = 1e-9;

/** Loads, targets and worst deviations of an assignment, in the metrics' own units. */
export function loadsOf(
  problem: Problem,
  assignment: Int32Array,
): Pick<Design, 'load' | 'target' | 'worstDeviation'> {
  const { territories: k, metrics, accounts, share } = problem;
  const m = metrics.length;
  const load = new Float64Array(k * m);
  const target = new Float64Array(k * m);
  const worstDeviation = new Float64Array(m);
  let shares = 0;
  for (let j = 0; j < k; j++) shares += share[j]!;
  for (let q = 0; q < m; q++) {
    const { weight } = metrics[q]!;
    let total = 0;
    for (let i = 0; i < accounts; i++) {
      const j = assignment[i]!;
      if (j < 0) continue;
      load[j * m + q]! += weight[i]!;
      total += weight[i]!;
    }
    for (let j = 0; j < k; j++) {
      target[j * m + q] = (share[j]! / shares) * total;
      if (total === 0) continue;
      const deviation = Math.abs(load[j * m + q]! / target[j * m + q]! - 1);
      if (deviation > worstDeviation[q]!) worstDeviation[q] = deviation;
    }
  }
  return { load, target, worstDeviation };
}

/** Describes a solution account by account and as a whole. */
export function describe(core: Core, solution: Solution): Design {
  const { problem, binding } = core;
  const { accounts: n, territories: k, dims, points, classOf, pinned, family, current } = problem;
  const { assignment, centres } = solution;
  const measure = measureOf(problem.space, dims);
  const runnerUp = new Int32Array(n).fill(-1);
  const runnerUpExtraKm = new Float32Array(n);
  const why = new Uint8Array(n);
  const distanceKm = new Float32Array(n);
  const loads = loadsOf(problem, assignment);
  const familyAtom = familyAtoms(core);

  // The territories of each class, and among them the emptiest: the runner-up of accounts without a place.
  const m = problem.metrics.length;
  const index = new Float64Array(k);
  for (let j = 0; j < k; j++)
    index[j] = m > 0 && loads.target[j * m]! > 0 ? loads.load[j * m]! / loads.target[j * m]! : 0;
  const choices: number[][] = [];
  for (let q = 0; q < problem.classes; q++) {
    const list: number[] = [];
    for (let j = 0; j < k; j++) if (problem.eligible[q * k + j] === 1) list.push(j);
    choices.push(list);
  }

  let km = 0;
  let placed = 0;
  let elsewhere = 0;
  let elsewhereKm = 0;
  for (let i = 0; i < n; i++) {
    const j = assignment[i]!;
    const open = choices[classOf[i]!]!;
    if (j < 0) {
      why[i] = Why.Unassigned;
      distanceKm[i] = NaN;
      runnerUpExtraKm[i] = NaN;
      continue;
    }
    const hasPlace = dims > 0 && points[i * dims] === points[i * dims];
    let second = -1;
    let nearer = false;
    if (hasPlace) {
      let least = Infinity;
      let own = 0;
      for (let d = 0; d < dims; d++) {
        const x = points[i * dims + d]! - centres[j * dims + d]!;
        own += x * x;
      }
      for (const o of open) {
        if (o === j) continue;
        let square = 0;
        for (let d = 0; d < dims; d++) {
          const x = points[i * dims + d]! - centres[o * dims + d]!;
          square += x * x;
        }
        if (square < least) {
          least = square;
          second = o;
        }
      }
      nearer = least < own;
      const here = measure(points, i * dims, centres, j * dims);
      distanceKm[i] = here;
      km += here;
      placed++;
      if (second >= 0) {
        const extra = measure(points, i * dims, centres, second * dims) - here;
        runnerUpExtraKm[i] = extra;
        if (nearer) {
          elsewhere++;
          elsewhereKm -= extra;
        }
      } else runnerUpExtraKm[i] = NaN;
    } else {
      distanceKm[i] = NaN;
      runnerUpExtraKm[i] = NaN;
      for (const o of open) if (o !== j && (second < 0 || index[o]! < index[second]!)) second = o;
    }
    runnerUp[i] = second;
    if (pinned[i]! >= 0) why[i] = Why.Pinned;
    else if (open.length === 1) why[i] = Why.OnlyEligible;
    else if (binding.fixed[i]! >= 0) why[i] = Why.Family;
    else if (family[i]! >= 0 && familyAtom[i] === 1 && nearer) why[i] = Why.Family;
    else if (!hasPlace) why[i] = Why.NoPlace;
    else if (!nearer) why[i] = Why.Nearest;
    else if (current[i] === j && problem.keep > 0) why[i] = Why.Kept;
    else why[i] = Why.Balance;
  }

  const sorted = distanceKm.filter((x) => x === x).sort();
  return {
    assignment,
    centres,
    ...loads,
    withinTolerance: problem.metrics.every(
      ({ tolerance }, q) => loads.worstDeviation[q]! <= tolerance + EXACT,
    ),
    toleranceFloor: solution.toleranceFloor,
    cost: solution.cost,
    bound: solution.bound,
    gap: solution.bound > 0 ? solution.cost / solution.bound - 1 : NaN,
    runnerUp,
    runnerUpExtraKm,
    why,
    distanceKm,
    meanKm: placed > 0 ? km / placed : NaN,
    p90Km: placed > 0 ? sorted[Math.min(placed - 1, Math.floor(0.9 * placed))]! : NaN,
    meanKmUnbalanced: solution.meanKmUnbalanced,
    nearerElsewhere: placed > 0 ? elsewhere / placed : 0,
    nearerElsewhereKm: elsewhere > 0 ? elsewhereKm / elsewhere : 0,
    moved: movedOf(problem, assignment),
    obstacles: solution.obstacles,
    steps: solution.steps,
  };
}

/** Accounts and money (count, if no money is given) that leave their territory of today. */
export function movedOf(problem: Problem, assignment: Int32Array): Design['moved'] {
  let accounts = 0;
  let money = 0;
  for (let i = 0; i < problem.accounts; i++) {
    if (problem.current[i]! < 0 || problem.current[i] === assignment[i]) continue;
    accounts++;
    money += problem.money ? problem.money[i]! : 1;
  }
  return { accounts, money };
}

/** N flags: 1 where an account is one of several in an indivisible family. */
function familyAtoms(core: Core): Uint8Array {
  const { next } = core.binding;
  const flags = new Uint8Array(core.problem.accounts);
  if (!next) return flags;
  for (const h of core.head) {
    if (next[h]! < 0) continue;
    for (let i = h; i >= 0; i = next[i]!) flags[i] = 1;
  }
  return flags;
}

/** Spreads the territories of atoms over their accounts: N values, −1 where none is eligible. */
export function spreadAtoms(core: Core, out: Int32Array): Int32Array {
  const { fixed, next } = core.binding;
  const assignment = new Int32Array(core.problem.accounts);
  for (let i = 0; i < assignment.length; i++) assignment[i] = fixed[i] === HOPELESS ? -1 : fixed[i]!;
  for (let t = 0; t < core.cloud.n; t++) {
    for (let i = core.head[t]!; i >= 0; i = next ? next[i]! : -1) assignment[i] = out[t]!;
  }
  return assignment;
}

/** K × K flags: territories that compete for some group of atoms. */
export function rivalsOf(core: Core): Uint8Array {
  const { k } = core;
  const rivals = new Uint8Array(k * k);
  const seen = new Set<number>();
  for (const group of core.cloud.groups) {
    if (seen.has(group.row)) continue;
    seen.add(group.row);
    for (let j = 0; j < k; j++) {
      if (!mayGo(core, group, j)) continue;
      for (let o = 0; o < k; o++) if (o !== j && mayGo(core, group, o)) rivals[j * k + o] = 1;
    }
  }
  return rivals;
}
