import { fromSphereKm, haversineKm, toSphereKm } from '../geo/sphere';
import type { Accounts } from '../plan/accounts';

/**
 * Mean great-circle distance in km from the accounts to the mean of their group's places; NaN where no place is known.
 * @param groupOf N values, −1 none: those count nowhere
 */
export function meanKmToCentre(
  groupOf: Int32Array,
  groups: number,
  { latitude, longitude }: Pick<Accounts['places'], 'latitude' | 'longitude'>,
): number {
  const sums = Array.from({ length: groups }, () => [0, 0, 0] as [number, number, number]);
  const isIn = (i: number): boolean => (groupOf[i] ?? -1) >= 0 && !Number.isNaN(latitude[i] ?? NaN);
  for (let i = 0; i < groupOf.length; i++) {
    const sum = sums[groupOf[i] ?? -1];
    if (sum === undefined || !isIn(i)) continue;
    toSphereKm(latitude[i] ?? 0, longitude[i] ?? 0).forEach((x, d) => (sum[d] = (sum[d] ?? 0) + x));
  }
  const centres = sums.map(([x, y, z]) => fromSphereKm(x, y, z));
  let km = 0;
  let count = 0;
  for (let i = 0; i < groupOf.length; i++) {
    const centre = centres[groupOf[i] ?? -1];
    if (centre === undefined || !isIn(i)) continue;
    km += haversineKm({ latitude: latitude[i] ?? 0, longitude: longitude[i] ?? 0 }, centre);
    count++;
  }
  return count === 0 ? NaN : km / count;
}
