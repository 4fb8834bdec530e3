import { pow } from '../exact/math';
import type { Cell } from './cells';

/** Points as the cells have them: six places, so that every program ranks them alike. NaN: the account has no data. */
export const rounded = (x: number): number => Math.round(x * 1e6) / 1e6;

const within = (x: number): number => Math.max(0, Math.min(1, x));

/** From 0 at `low` to 1 at `high`; `high` below `low` makes less the better. */
export const numberPoints = (x: number, low: number, high: number): number =>
  low === high ? NaN : rounded(within((x - low) / (high - low)));

/** Half the points are lost every `halfLife` days before `asAt`; a later day has all of them. */
export const datePoints = (x: number, asAt: number, halfLife: number): number =>
  Number.isNaN(x) || halfLife <= 0 ? NaN : rounded(pow(0.5, Math.max(0, asAt - x) / halfLife));

/** A cell as formulas compare it: TRIM, and no case. */
export const comparable = (cell: Cell): string => trimmed(cell).toLowerCase();

/** What TRIM makes of a cell: it knows the plain blank alone. */
export const trimmed = (cell: Cell): string =>
  (typeof cell === 'boolean' ? String(cell).toUpperCase() : String(cell))
    .replace(/ +/g, ' ')
    .replace(/^ | $/g, '');

/** The products in a cell, between commas or semicolons, as formulas compare them. */
export const productsIn = (cell: Cell): string[] =>
  comparable(cell)
    .replaceAll('; ', ';')
    .replaceAll(', ', ';')
    .replaceAll(',', ';')
    .split(';')
    .filter((name) => name !== '');

/** A product that could be sold: 1 where the account has others and not this one. */
export function productPoints(cell: Cell, product: Cell): number {
  if (trimmed(cell) === '' || trimmed(product) === '') return NaN;
  return productsIn(cell).includes(comparable(product)) ? 0 : 1;
}

export interface Scored {
  /** 0 … 100; NaN where no factor has data. */
  readonly score: number;
  /** Part of all weights that had data; NaN where nothing weighs anything. */
  readonly share: number;
}

/** The weighted mean of the points of one account. @param points NaN: no data */
export function scoreOf(points: readonly number[], weights: readonly number[]): Scored {
  let sum = 0;
  let known = 0;
  let all = 0;
  points.forEach((value, f) => {
    const weight = weights[f] ?? 0;
    all += weight;
    if (Number.isNaN(value)) return;
    known += weight;
    sum += weight * value;
  });
  return {
    score: known === 0 ? NaN : rounded((100 * sum) / known),
    share: all === 0 ? NaN : rounded(known / all),
  };
}

/** The tier with the highest threshold that a score reaches; empty below all of them. */
export function tierOf(
  score: number,
  tiers: readonly { readonly name: string; readonly from: number }[],
): string {
  let best: { readonly name: string; readonly from: number } | undefined;
  for (const tier of tiers)
    if (score >= tier.from && (best === undefined || tier.from > best.from)) best = tier;
  return best?.name ?? '';
}
