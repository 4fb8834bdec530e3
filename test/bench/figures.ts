/** One measured figure of the bench, over all seeds. */
export interface Figure {
  /** The case: `one metric ±0.1 %, 10,000 × 50`. */
  readonly what: string;
  readonly figure: string;
  readonly unit: '%' | '×' | 'ms' | 's' | 'MB' | 'km' | 'moves' | '';
  readonly median: number;
  readonly worst: number;
  readonly runs: number;
  /** The most it should be, and whether that goes for the median or for every seed. */
  readonly target?: { readonly most: number; readonly by: 'median' | 'worst' };
  readonly met?: boolean;
}

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
};

export function figureOf(
  what: string,
  figure: string,
  unit: Figure['unit'],
  values: readonly number[],
  target?: Figure['target'],
): Figure {
  // NaN is a figure that could not be had: it must not vanish behind a maximum.
  const worst = values.some((x) => Number.isNaN(x)) ? NaN : Math.max(...values);
  const middle = median(values);
  const rest = { what, figure, unit, median: middle, worst, runs: values.length };
  if (!target) return rest;
  return { ...rest, target, met: (target.by === 'median' ? middle : worst) <= target.most };
}

export function timed<T>(act: () => T): { readonly ms: number; readonly value: T } {
  const start = performance.now();
  const value = act();
  return { ms: performance.now() - start, value };
}

/** Percentage with enough digits for what stands on the edge of a tolerance. */
export const percent = (fraction: number): number => 100 * fraction;

const shown = (value: number, unit: Figure['unit']): string => {
  if (Number.isNaN(value)) return 'none';
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : Math.abs(value) >= 1 ? 2 : 4;
  return `${Number(value.toFixed(digits))}${unit === '' ? '' : ` ${unit}`}`;
};

/** A line for the table. */
export const lineOf = ({ what, figure, unit, median: middle, worst, runs, target, met }: Figure) => ({
  case: what,
  figure,
  median: shown(middle, unit),
  worst: shown(worst, unit),
  runs,
  target: target ? `≤ ${shown(target.most, unit)} (${target.by})` : '',
  met: met === undefined ? '' : met ? 'yes' : 'NO',
});
