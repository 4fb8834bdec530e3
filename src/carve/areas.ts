import { togetherOf } from '../plan/together';
import type { CarveInput } from './compile';

/**
 * Families for the engine, or the places that are whole or not at all, with the accounts of one region held together of which no more than the region is known:
 * they all stand in its middle, and nothing but the balance would tell them apart. A region lighter than the
 * tolerance of a territory is one family; a heavier one is cut, holder by holder, into parts of that weight, so
 * that it can be shared between neighbours where the balance needs it.
 * Accounts that may go to other seats, or are locked to them, are no part of it.
 * Where no account may move, no family comes together: only those who are with one holder are one.
 * @returns N values: families of the list keep their numbers, those of regions follow; −1 alone
 */
export function familiesOf({
  accounts,
  metrics,
  seats,
  current,
  locks,
  settings,
  classOf,
  rowOf,
}: Pick<CarveInput, 'accounts' | 'seats' | 'current' | 'locks' | 'settings'> & {
  /** N values: accounts of one class may go to the same seats. */
  readonly classOf: Int32Array;
  /** Number of the seats that accounts of a class may go to: classes with the same have the same. */
  readonly rowOf: (classIndex: number) => number;
  readonly metrics: readonly { readonly weight: Float64Array; readonly tolerance: number }[];
}): Int32Array {
  // What a seat for named accounts holds was given to it: the rest, which it may not take, is together without it.
  const isNamed = (i: number) => seats[locks.seat[i] ?? -1]?.named === true;
  const together = togetherOf(accounts, settings).map((number, i) => (isNamed(i) ? -1 : number));
  // What rules let go to different seats can be of one place, as it is of one town: each part is whole by itself.
  const family = settings.unit === undefined ? together : partedBy((i) => rowOf(classOf[i] ?? 0), together);
  const { area, region, country } = accounts.places;
  const held = (families: Int32Array) =>
    settings.cap?.accounts === 0 ? whereHeld(families, current) : families;
  if (area === undefined) return held(family);
  let next = family.reduce((most, number) => Math.max(most, number), -1) + 1;
  const weightOf = (i: number, m: number) => metrics[m]?.weight[i] ?? 0;
  const limits = metrics.map(({ weight, tolerance }) => {
    const total = weight.reduce((sum, value) => sum + value, 0);
    return (tolerance * total) / Math.max(1, seats.length);
  });
  const groups = new Map<string, number[]>();
  for (let i = 0; i < accounts.count; i++) {
    if ((family[i] ?? -1) >= 0 || isNamed(i) || Number.isNaN(area.latitude[i] ?? NaN)) continue;
    const rules = `${classOf[i] ?? 0} ${locks.seat[i] ?? -1}`;
    const key = `${country.codes[i] ?? -1} ${region.codes[i] ?? -1} ${rules}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [i]);
    else group.push(i);
  }
  for (const group of groups.values()) {
    const isLight = limits.every((limit, m) => group.reduce((sum, i) => sum + weightOf(i, m), 0) <= limit);
    const parts = isLight ? [group] : byHolder(group, current);
    for (const part of parts) {
      let load = limits.map(() => 0);
      for (const [n, i] of part.entries()) {
        const heavier = load.map((value, m) => value + weightOf(i, m));
        const isFull = n > 0 && !isLight && heavier.some((value, m) => value > (limits[m] ?? 0));
        if (isFull) next++;
        load = isFull ? limits.map((_, m) => weightOf(i, m)) : heavier;
        family[i] = next;
      }
      next++;
    }
  }
  return held(family);
}

const whereHeld = (family: Int32Array, current: Int32Array): Int32Array =>
  partedBy((i) => current[i] ?? -1, family);

/** Each family in parts, by a number of their accounts; −1 is alone. */
function partedBy(of: (account: number) => number, family: Int32Array): Int32Array {
  const parts = new Map<string, number>();
  return family.map((number, i) => {
    const own = of(i);
    if (number < 0 || own < 0) return -1;
    const key = `${number} ${own}`;
    const part = parts.get(key) ?? parts.size;
    parts.set(key, part);
    return part;
  });
}

function byHolder(group: readonly number[], current: Int32Array): number[][] {
  const parts = new Map<number, number[]>();
  for (const i of group) {
    const holder = current[i] ?? -1;
    const part = parts.get(holder);
    if (part === undefined) parts.set(holder, [i]);
    else part.push(i);
  }
  return [...parts].sort(([a], [b]) => a - b).map(([, part]) => part);
}
