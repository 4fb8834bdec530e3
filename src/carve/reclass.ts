import type { Problem } from '../engine/problem';

/**
 * What a problem says class by class, for other classes of the same accounts.
 * @param from the class that each of them comes from; −1: nothing is said of it
 */
export function reclassed(
  { territories: k, preference, keepOf }: Pick<Problem, 'territories' | 'preference' | 'keepOf'>,
  from: readonly number[],
): Pick<Problem, 'classes' | 'preference' | 'keepOf'> {
  const costs = (row: number, j: number): number => preference?.[row * k + j] ?? 0;
  return {
    classes: from.length,
    ...(keepOf === undefined ? {} : { keepOf: Float64Array.from(from, (row) => keepOf[row] ?? 0) }),
    ...(preference === undefined
      ? {}
      : {
          preference: Float64Array.from({ length: from.length * k }, (_, n) =>
            costs(from[Math.floor(n / k)] ?? -1, n % k),
          ),
        }),
  };
}
