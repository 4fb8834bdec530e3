import type { Measures } from './measures';

/** How far a plan is from the tolerances, per metric in their order, as fractions of target. */
export interface Excess {
  /** What lies beyond the tolerances, summed over territories. */
  readonly sum: readonly number[];
  /** The same of the worst territory. */
  readonly worst: readonly number[];
}

/** Rounding of sums. */
const SAME = 1e-9;
const EXACT = 1e-11;

/** What of a load (plus `more`) lies beyond its tolerance, as a fraction of its target. */
export function beyond({ target, band }: Measures, load: Float64Array, at: number, more = 0): number {
  const over = (Math.abs(load[at]! + more - target[at]!) - band[at]!) / target[at]!;
  return over > EXACT ? over : 0;
}

/** @param load K × M scaled loads */
export function excessOf(measures: Measures, load: Float64Array): Excess {
  const metrics = measures.ids.length;
  const sum = new Array<number>(metrics).fill(0);
  const worst = sum.slice();
  for (let at = 0; at < load.length; at++) {
    const over = beyond(measures, load, at);
    sum[at % metrics]! += over;
    if (over > worst[at % metrics]!) worst[at % metrics] = over;
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

/** True if two plans are equally far from the tolerances. */
export function alike(a: Excess, b: Excess): boolean {
  return order(a.sum, b.sum) === 0 && order(a.worst, b.worst) === 0;
}
