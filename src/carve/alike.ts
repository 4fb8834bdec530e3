import { log } from '../exact/math';
import type { Accounts } from '../plan/accounts';
import { ALIKE, featuresIn, type Alike, type Settings } from '../plan/settings';

/** Points in as many dimensions as the features have values. */
export interface FeaturePoints {
  /** N × dims, none of them NaN. */
  readonly points: Float64Array;
  readonly dims: number;
}

/** So many values of a feature stand for themselves, the commonest first; the engine takes 64 dimensions in all. */
const MOST_VALUES = 12;
/** Two values of one feature are 1 apart, as far as the smallest and the largest account. */
const CORNER = Math.SQRT1_2;
/** How far accounts that are alike in everything are laid out where one territory does not hold them. */
const CROWD = 0.25;

/**
 * Accounts by what they have in common, for lists that say nowhere where accounts are: a corner of its own for each
 * value of a feature, and size by its logarithm over its range, so that every feature counts 0 … 1 (Gower 1971).
 * Undefined where the list tells accounts apart by none of them.
 *
 * @param current N values: seat of today's holder, −1 none; those of one holder lie side by side among equals
 */
export function alikePoints(
  accounts: Accounts,
  { alike }: Pick<Settings, 'alike'>,
  current: Int32Array,
  territories: number,
): FeaturePoints | undefined {
  const features = alike === undefined ? [] : (featuresIn(alike) ?? []);
  const axes = features.flatMap((feature) => axesOf(accounts, feature));
  if (axes.length === 0) return undefined;
  const dims = axes.length + 1;
  const points = new Float64Array(accounts.count * dims);
  axes.forEach((axis, d) => {
    for (let i = 0; i < accounts.count; i++) points[i * dims + d] = axis[i] ?? 0;
  });
  layOut(points, dims, current, territories);
  return { points, dims };
}

/** Features by which a list tells its accounts apart: not one word for all, nor a word of its own for each. */
export function tellingFeatures(accounts: Accounts): Alike[] {
  return ALIKE.filter((feature) =>
    feature === 'size' ? sizesOf(accounts) !== undefined : valuesOf(accounts, feature).common.length > 0,
  );
}

function axesOf(accounts: Accounts, feature: Alike): Float64Array[] {
  if (feature === 'size') return sizeAxis(accounts);
  const { words, common } = valuesOf(accounts, feature);
  const { codes } = accounts.text[feature] ?? { codes: new Int32Array(0) };
  return common.map((word) => Float64Array.from(codes, (code) => (words[code] === word ? CORNER : 0)));
}

/** The words of a column by their codes, and the commonest of them; none of these where they tell nothing. */
function valuesOf(
  accounts: Accounts,
  feature: Exclude<Alike, 'size'>,
): { readonly words: readonly string[]; readonly common: readonly string[] } {
  const column = accounts.text[feature];
  if (column === undefined) return { words: [], common: [] };
  // Another case is the same word.
  const words = column.pool.map((word) => word.toLowerCase());
  const counts = new Map<string, number>();
  for (const code of column.codes) {
    const word = words[code];
    if (word !== undefined) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  if (counts.size < 2 || 2 * counts.size > accounts.count) return { words, common: [] };
  const common = [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)).slice(0, MOST_VALUES);
  return { words, common: common.map(([word]) => word) };
}

/** Where neither is known an account is in the middle. */
function sizeAxis(accounts: Accounts): Float64Array[] {
  const sizes = sizesOf(accounts);
  if (sizes === undefined) return [];
  const size = Float64Array.from({ length: accounts.count }, (_, i) => log(1 + Math.max(0, sizes[i] ?? NaN)));
  const known = size.filter((value) => !Number.isNaN(value)).sort();
  const [least = NaN] = known;
  const range = (known.at(-1) ?? NaN) - least;
  if (!(range > 0)) return [];
  const middle = known[known.length >> 1] ?? least;
  return [size.map((value) => ((Number.isNaN(value) ? middle : value) - least) / range)];
}

/** Employees, else the customers' own turnover, where these are not all alike. */
function sizesOf({ number }: Accounts): Float64Array | undefined {
  const sizes = number.employees ?? number.annualRevenue;
  const size = (value: number) => Math.max(0, value);
  const first = sizes?.find((value) => !Number.isNaN(value));
  const isAnyOther =
    first !== undefined &&
    sizes?.some((value) => !Number.isNaN(value) && size(value) !== size(first)) === true;
  return isAnyOther ? sizes : undefined;
}

/** In one and the same point nothing tells accounts apart: crowds get a little room, in a dimension of its own. */
function layOut(points: Float64Array, dims: number, current: Int32Array, territories: number): void {
  const crowds = new Map<string, number[]>();
  for (let i = 0; i < current.length; i++) {
    const key = points.subarray(i * dims, (i + 1) * dims).join();
    const crowd = crowds.get(key);
    if (crowd === undefined) crowds.set(key, [i]);
    else crowd.push(i);
  }
  for (const crowd of crowds.values()) {
    if (crowd.length * territories <= current.length) continue;
    crowd.sort((a, b) => (current[a] ?? -1) - (current[b] ?? -1) || a - b);
    crowd.forEach((i, rank) => {
      points[(i + 1) * dims - 1] = CROWD * ((rank + 0.5) / crowd.length - 0.5);
    });
  }
}
