import { measureOf } from './distance';
import { poolsOf } from './pools';
import type { Measures } from './measures';
import type { Design, Problem } from './contract';

/** Loads, targets and worst deviations of an assignment, in the metrics' own units; targets are of what its pool got. */
export function loadsOf(
  problem: Problem,
  assignment: Int32Array,
): Pick<Design, 'load' | 'target' | 'worstDeviation'> {
  const { territories: k, metrics, accounts, share } = problem;
  const pools = poolsOf(problem);
  const m = metrics.length;
  const load = new Float64Array(k * m);
  const target = new Float64Array(k * m);
  const worstDeviation = new Float64Array(m);
  for (let q = 0; q < m; q++) {
    const { weight } = metrics[q]!;
    const totals = new Float64Array(pools.count);
    for (let i = 0; i < accounts; i++) {
      const j = assignment[i]!;
      if (j < 0) continue;
      load[j * m + q]! += weight[i]!;
      totals[pools.of[j]!]! += weight[i]!;
    }
    for (let j = 0; j < k; j++) {
      const total = totals[pools.of[j]!]!;
      target[j * m + q] = (share[j]! / pools.share[pools.of[j]!]!) * total;
      if (total === 0) continue;
      const deviation = Math.abs(load[j * m + q]! / target[j * m + q]! - 1);
      if (deviation > worstDeviation[q]!) worstDeviation[q] = deviation;
    }
  }
  return { load, target, worstDeviation };
}

/** Accounts and money (their count, if no money is given) that leave their territory of today. */
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

/**
 * Centre of each territory (K × dims): the mean place of its accounts by mass, by count where none has mass;
 * NaN for a territory without a placed account.
 */
export function centresOf(problem: Problem, measures: Measures, assignment: Int32Array): Float64Array {
  const { territories: k, dims, points, accounts } = problem;
  const centres = new Float64Array(k * dims);
  const plain = new Float64Array(k * dims);
  const mass = new Float64Array(k);
  const count = new Float64Array(k);
  for (let i = 0; i < accounts; i++) {
    const j = assignment[i]!;
    if (j < 0 || dims === 0 || points[i * dims] !== points[i * dims]) continue;
    const u = measures.mass(i);
    mass[j]! += u;
    count[j]!++;
    for (let d = 0; d < dims; d++) {
      centres[j * dims + d]! += u * points[i * dims + d]!;
      plain[j * dims + d]! += points[i * dims + d]!;
    }
  }
  for (let j = 0; j < k; j++) {
    for (let d = 0; d < dims; d++) {
      const at = j * dims + d;
      centres[at] = mass[j]! > 0 ? centres[at]! / mass[j]! : plain[at]! / count[j]!;
    }
  }
  return centres;
}

/** Mean distance of the placed accounts to the centres of their territories (km, or feature units); NaN for none. */
export function meanKmOf(problem: Problem, measures: Measures, assignment: Int32Array): number {
  const { dims, points } = problem;
  const centres = centresOf(problem, measures, assignment);
  const measure = measureOf(problem.space, dims);
  let km = 0;
  let count = 0;
  for (let i = 0; i < assignment.length && dims > 0; i++) {
    if (assignment[i]! < 0 || points[i * dims] !== points[i * dims]) continue;
    km += measure(points, i * dims, centres, assignment[i]! * dims);
    count++;
  }
  return count > 0 ? km / count : NaN;
}
