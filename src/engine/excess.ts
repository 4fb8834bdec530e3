import type { Standing } from './standing';

/** How far a plan is from the tolerances, per metric in their order, as fractions of target. */
export interface Excess {
  /** What lies beyond the tolerances, summed over territories. */
  readonly sum: readonly number[];
  /** The same of the worst territory. */
  readonly worst: readonly number[];
}

/** Rounding of sums. */
const SAME = 1e-9;

export function excessOf(standing: Standing): Excess {
  const sum: number[] = [];
  const worst: number[] = [];
  for (let m = 0; m < standing.metrics; m++) {
    let all = 0;
    let most = 0;
    for (let j = 0; j < standing.k; j++) {
      const over = standing.excess(j, m);
      all += over;
      if (over > most) most = over;
    }
    sum.push(all);
    worst.push(most);
  }
  return { sum, worst };
}

/** −1 where a comes before b in lexicographic order of importance, 1 after, 0 alike. */
function order(a: readonly number[], b: readonly number[]): number {
  for (let m = 0; m < a.length; m++) {
    if (Math.abs(a[m]! - b[m]!) > SAME) return a[m]! < b[m]! ? -1 : 1;
  }
  return 0;
}

/** True if plan a is nearer to the tolerances than b, by the sum and no worse by the worst, or the reverse. */
export function nearer(a: Excess, b: Excess): boolean {
  const sum = order(a.sum, b.sum);
  const worst = order(a.worst, b.worst);
  return sum <= 0 && worst <= 0 && sum + worst < 0;
}
