import type { Random } from '../../exact/random';

/** One of a list, each as likely. @throws RangeError for an empty list */
export function pick<T>(random: Random, list: readonly T[]): T {
  const item = list[Math.floor(random() * list.length)];
  if (item === undefined) throw new RangeError('Nothing to pick from.');
  return item;
}

/** Running sums of weights, for `drawn`. */
export function cumulative(weights: readonly number[]): number[] {
  let sum = 0;
  return weights.map((weight) => (sum += weight));
}

/** One of a list, as likely as its weight. @param sums of `cumulative` */
export function drawn<T>(random: Random, list: readonly T[], sums: readonly number[]): T {
  const at = random() * (sums[sums.length - 1] ?? 0);
  let low = 0;
  let high = sums.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sums[middle] ?? 0) < at) low = middle + 1;
    else high = middle;
  }
  const item = list[low];
  if (item === undefined) throw new RangeError('Nothing to draw from.');
  return item;
}

/** To so many decimals. */
export function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
