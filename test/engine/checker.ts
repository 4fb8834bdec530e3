import type { Design, Problem } from '../../src/engine';

/**
 * Checks plans by the words of the contract alone, with none of the engine's code: what a property test
 * compares the engine's own claims with.
 */

export function mayGo(problem: Problem, account: number, territory: number): boolean {
  const { eligible, classOf, territories } = problem;
  return eligible[classOf[account]! * territories + territory] === 1;
}

/** Territories an account may go to: its pin alone, or all that its class may. */
export function choices(problem: Problem, account: number): number[] {
  const pin = problem.pinned[account]!;
  if (pin >= 0) return [pin];
  return [...Array(problem.territories).keys()].filter((j) => mayGo(problem, account, j));
}

/** Families that can stay together: the accounts of each, and the territories open to all of them. */
export function families(problem: Problem): { members: number[]; open: number[] }[] {
  const lists = new Map<number, number[]>();
  problem.family.forEach((f, i) => {
    if (f >= 0) lists.set(f, [...(lists.get(f) ?? []), i]);
  });
  return [...lists.values()].map((members) => ({
    members,
    open: choices(problem, members[0]!).filter((j) => members.every((i) => choices(problem, i).includes(j))),
  }));
}

/** What is wrong with a plan, in words; empty if it keeps every hard rule but the cap. */
export function breaches(problem: Problem, plan: ArrayLike<number>): string[] {
  const found: string[] = [];
  for (let i = 0; i < problem.accounts; i++) {
    const open = choices(problem, i);
    const j = plan[i]!;
    if (open.length === 0 ? j !== -1 : !open.includes(j))
      found.push(`account ${i} is in ${j}, not in ${open}`);
  }
  for (const { members, open } of families(problem)) {
    if (open.length > 0 && new Set(members.map((i) => plan[i])).size > 1) {
      found.push(`family ${members} is torn`);
    }
  }
  return found;
}

/** K × M sums and targets over the accounts that have a territory. */
export function loads(problem: Problem, plan: ArrayLike<number>): { load: number[]; target: number[] } {
  const { territories: k, metrics, share } = problem;
  const load = new Array<number>(k * metrics.length).fill(0);
  const target = load.slice();
  const shares = share.reduce((a, b) => a + b, 0);
  metrics.forEach(({ weight }, m) => {
    let total = 0;
    for (let i = 0; i < problem.accounts; i++) {
      if (plan[i]! < 0) continue;
      load[plan[i]! * metrics.length + m]! += weight[i]!;
      total += weight[i]!;
    }
    for (let j = 0; j < k; j++) target[j * metrics.length + m] = (total * share[j]!) / shares;
  });
  return { load, target };
}

/** M values: the worst |load ÷ target − 1|; 0 for a metric that weighs nothing. */
export function worstDeviations(problem: Problem, plan: ArrayLike<number>): number[] {
  const { load, target } = loads(problem, plan);
  const m = problem.metrics.length;
  return problem.metrics.map((_, q) => {
    let worst = 0;
    for (let at = q; at < load.length; at += m) {
      if (target[at]! > 0) worst = Math.max(worst, Math.abs(load[at]! / target[at]! - 1));
    }
    return worst;
  });
}

/** M values: what lies beyond the tolerances, summed over territories, as fractions of target. */
export function excesses(problem: Problem, plan: ArrayLike<number>): number[] {
  const { load, target } = loads(problem, plan);
  const m = problem.metrics.length;
  return problem.metrics.map(({ tolerance }, q) => {
    let sum = 0;
    for (let at = q; at < load.length; at += m) {
      if (target[at]! > 0) sum += Math.max(0, Math.abs(load[at]! / target[at]! - 1) - tolerance - 1e-9);
    }
    return sum;
  });
}

/** −1, 0 or 1 as the first list is lexicographically less, equal (to within rounding) or more. */
export function compare(a: readonly number[], b: readonly number[]): number {
  for (let q = 0; q < a.length; q++) {
    if (Math.abs(a[q]! - b[q]!) > 1e-7) return a[q]! < b[q]! ? -1 : 1;
  }
  return 0;
}

/** Accounts and money away from where they are today. */
export function moves(problem: Problem, plan: ArrayLike<number>): { accounts: number; money: number } {
  let accounts = 0;
  let money = 0;
  problem.current.forEach((j, i) => {
    if (j < 0 || plan[i] === j) return;
    accounts++;
    money += problem.money?.[i] ?? 1;
  });
  return { accounts, money };
}

/** What the disruption cap allows. */
export function allowance(problem: Problem): { accounts: number; money: number } {
  if (!problem.cap) return { accounts: Infinity, money: Infinity };
  const all = moves(problem, new Int32Array(problem.accounts).fill(-2));
  return { accounts: problem.cap.accounts * all.accounts, money: problem.cap.money * all.money };
}

/** Mass of an account: the mean of the metrics scaled to sum to K, plus 2 % of an even share if there are several. */
export function masses(problem: Problem): Float64Array {
  const { accounts: n, territories: k } = problem;
  const placeable = Array.from({ length: n }, (_, i) => choices(problem, i).length > 0);
  const counted = problem.metrics
    .map(({ weight }) => ({ weight, total: weight.reduce((s, w, i) => (placeable[i] ? s + w : s), 0) }))
    .filter(({ total }) => total > 0);
  return Float64Array.from({ length: n }, (_, i) => {
    if (counted.length === 0) return 1;
    const sum = counted.reduce((s, { weight, total }) => s + (weight[i]! / total) * k, 0);
    return counted.length === 1 ? sum : sum / counted.length + (0.02 * k) / n;
  });
}

/** Σ mass × squared distance to the centres of a design, over placed accounts. */
export function inertia(
  problem: Problem,
  { assignment, centres }: Pick<Design, 'assignment' | 'centres'>,
): number {
  const mass = masses(problem);
  const { dims, points } = problem;
  let sum = 0;
  assignment.forEach((j, i) => {
    if (j < 0 || dims === 0 || Number.isNaN(points[i * dims]!)) return;
    for (let d = 0; d < dims; d++) {
      const x = points[i * dims + d]! - centres[j * dims + d]!;
      sum += mass[i]! * x * x;
    }
  });
  return sum;
}
