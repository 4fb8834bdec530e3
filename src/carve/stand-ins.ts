import { toSphereKm } from '../geo/sphere';
import type { Accounts } from '../plan/accounts';

const DIMS = 3;

/** How an account without a place was put near others: by the placed ones of its state, by the area of its state or
 * country, or by its owner; where no account has a place, by what it has in common with others. */
export type StandIn = 'state' | 'area' | 'owner' | 'alike';

/**
 * Points of the accounts in km from the earth's centre. An account without a place stands, for the carving
 * only, amid the placed accounts of its state, else in the middle of its state or country, else amid those of its
 * owner, so that it goes where they go; it is never shown or measured there. With none it stays NaN, and balance
 * decides.
 * @param current N values: seat of today's owner, −1 none
 */
export function carvingPoints({ count, places }: Accounts, current: Int32Array): Float64Array {
  const points = new Float64Array(count * DIMS).fill(NaN);
  const states = new Amid(places.region.pool.length);
  const owners = new Amid(1 + current.reduce((most, seat) => Math.max(most, seat), -1));
  const missing: number[] = [];
  for (let i = 0; i < count; i++) {
    const latitude = places.latitude[i] ?? NaN;
    if (Number.isNaN(latitude)) {
      missing.push(i);
      continue;
    }
    const point = toSphereKm(latitude, places.longitude[i] ?? NaN);
    points.set(point, i * DIMS);
    states.add(places.region.codes[i] ?? -1, point);
    owners.add(current[i] ?? -1, point);
  }
  for (const i of missing) {
    const middle =
      states.middle(places.region.codes[i] ?? -1) ?? areaOf(places, i) ?? owners.middle(current[i] ?? -1);
    if (middle) points.set(middle, i * DIMS);
  }
  return points;
}

/** True if anything says where an account is: a point, or its region or country. */
export const hasSpace = ({ latitude, area }: Accounts['places']): boolean =>
  latitude.some((degrees) => !Number.isNaN(degrees)) ||
  (area?.latitude.some((degrees) => !Number.isNaN(degrees)) ?? false);

function areaOf({ area }: Accounts['places'], i: number): number[] | undefined {
  const latitude = area?.latitude[i] ?? NaN;
  return Number.isNaN(latitude) ? undefined : [...toSphereKm(latitude, area?.longitude[i] ?? NaN)];
}

/** By what each account without a place was put near others; undefined for placed ones and for balance. */
export function standInsOf(
  { count, places }: Accounts,
  current: Int32Array,
  isByLikeness = false,
): (i: number) => StandIn | undefined {
  if (isByLikeness) return () => 'alike';
  const states = new Set<number>();
  const owners = new Set<number>();
  for (let i = 0; i < count; i++) {
    if (Number.isNaN(places.latitude[i] ?? NaN)) continue;
    states.add(places.region.codes[i] ?? -1);
    owners.add(current[i] ?? -1);
  }
  states.delete(-1);
  owners.delete(-1);
  return (i) => {
    if (!Number.isNaN(places.latitude[i] ?? NaN)) return undefined;
    if (states.has(places.region.codes[i] ?? -1)) return 'state';
    if (areaOf(places, i) !== undefined) return 'area';
    return owners.has(current[i] ?? -1) ? 'owner' : undefined;
  };
}

/** Means of points by group. Coordinates of the sphere may be averaged one by one. */
class Amid {
  private readonly sums: Float64Array;
  private readonly counts: Float64Array;

  constructor(groups: number) {
    this.sums = new Float64Array(groups * DIMS);
    this.counts = new Float64Array(groups);
  }

  add(group: number, point: readonly number[]): void {
    if (group < 0) return;
    point.forEach((x, d) => {
      this.sums[group * DIMS + d] = (this.sums[group * DIMS + d] ?? 0) + x;
    });
    this.counts[group] = (this.counts[group] ?? 0) + 1;
  }

  middle(group: number): number[] | undefined {
    const n = this.counts[group] ?? 0;
    if (n === 0) return undefined;
    return Array.from({ length: DIMS }, (_, d) => (this.sums[group * DIMS + d] ?? 0) / n);
  }
}
