import { measureOf } from '../problem/distance';
import type { Binding } from '../problem/families';
import { Neighbours } from '../standing/neighbours';
import { Why, type Design, type Problem, type SetApart } from '../problem/contract';

type Explained = Pick<Design, 'runnerUp' | 'runnerUpExtraKm' | 'why' | 'distanceKm'>;

/** For every account of an assignment: how far it is, its second-best territory, and the rule that decided. */
export function explain(
  problem: Problem,
  binding: Binding,
  assignment: Int32Array,
  centres: Float64Array,
  loads: Pick<Design, 'load' | 'target'>,
  apart: SetApart | null,
): Explained {
  const { accounts: n, territories: k, dims, points, classOf, eligible } = problem;
  const measure = measureOf(problem.space, dims);
  const neighbours = new Neighbours(centres, k, dims);
  const inFamily = familyAtoms(binding, n);
  const choices = choicesOf(problem);
  const emptiest = emptiestOf(problem, loads);
  const isApart = new Set(apart?.accounts);
  const runnerUp = new Int32Array(n).fill(-1);
  const runnerUpExtraKm = new Float32Array(n).fill(NaN);
  const distanceKm = new Float32Array(n).fill(NaN);
  const why = new Uint8Array(n);
  for (let i = 0; i < n; i++) {
    const j = assignment[i]!;
    if (j < 0) continue; // Why.Unassigned
    const placed = dims > 0 && points[i * dims] === points[i * dims];
    let nearer = false;
    if (placed) {
      const second = neighbours.nearest(points, i * dims, j, eligible, classOf[i]! * k);
      const here = measure(points, i * dims, centres, j * dims);
      distanceKm[i] = here;
      runnerUp[i] = second;
      if (second >= 0) {
        const extra = measure(points, i * dims, centres, second * dims) - here;
        runnerUpExtraKm[i] = extra;
        nearer = extra < 0;
      }
    } else {
      runnerUp[i] = emptiest(classOf[i]!, j);
    }
    why[i] = reason(i, j, placed, nearer);
  }
  return { runnerUp, runnerUpExtraKm, why, distanceKm };

  function reason(i: number, j: number, placed: boolean, nearer: boolean): Why {
    if (problem.pinned[i]! >= 0) return Why.Pinned;
    if (choices[classOf[i]!] === 1) return Why.OnlyEligible;
    if (isApart.has(i)) return Why.Apart;
    if (binding.fixed[i]! >= 0) return Why.Family; // it follows a pinned or a restricted member
    if (nearer && inFamily[i] === 1) return Why.Family;
    if (!placed) return Why.NoPlace;
    if (!nearer) return Why.Nearest;
    const keeping = problem.keep > 0 || problem.cap !== undefined || problem.limits !== undefined;
    return keeping && problem.current[i] === j ? Why.Kept : Why.Balance;
  }
}

/** Number of eligible territories of each class. */
function choicesOf({ classes, territories: k, eligible }: Problem): Int32Array {
  const choices = new Int32Array(classes);
  for (let q = 0; q < classes; q++) {
    for (let j = 0; j < k; j++) if (eligible[q * k + j] === 1) choices[q]!++;
  }
  return choices;
}

/** N flags: 1 where an account is one of several in an indivisible family. */
function familyAtoms({ next, heads }: Binding, accounts: number): Uint8Array {
  const flags = new Uint8Array(accounts);
  if (!next) return flags;
  for (const h of heads) {
    if (next[h]! < 0) continue;
    for (let i = h; i >= 0; i = next[i]!) flags[i] = 1;
  }
  return flags;
}

/** Finds the eligible territory with the lowest index on the first metric: the runner-up without a place. */
function emptiestOf(
  { territories: k, metrics, eligible }: Problem,
  { load, target }: Pick<Design, 'load' | 'target'>,
): (classIndex: number, own: number) => number {
  const m = metrics.length;
  const index = new Float64Array(k);
  for (let j = 0; j < k; j++) if (m > 0 && target[j * m]! > 0) index[j] = load[j * m]! / target[j * m]!;
  const order = Array.from({ length: k }, (_, j) => j).sort((a, b) => index[a]! - index[b]! || a - b);
  return (classIndex, own) => order.find((j) => j !== own && eligible[classIndex * k + j] === 1) ?? -1;
}
