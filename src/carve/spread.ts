import { fromSphereKm, haversineKm, toSphereKm, type GeoPoint } from '../geo/sphere';
import type { Accounts } from '../plan/accounts';

type Places = Pick<Accounts['places'], 'latitude' | 'longitude'>;

/**
 * The mean of each group's places, in degrees; NaN for a group without any.
 * @param groupOf N values, −1 none: those count nowhere
 */
export function centresOf(groupOf: Int32Array, groups: number, { latitude, longitude }: Places): GeoPoint[] {
  const sums = Array.from({ length: groups }, () => ({ x: 0, y: 0, z: 0, count: 0 }));
  groupOf.forEach((j, i) => {
    const sum = sums[j];
    if (sum === undefined || Number.isNaN(latitude[i] ?? NaN)) return;
    const [x, y, z] = toSphereKm(latitude[i] ?? 0, longitude[i] ?? 0);
    sum.x += x;
    sum.y += y;
    sum.z += z;
    sum.count++;
  });
  return sums.map(({ x, y, z, count }) =>
    count === 0 ? { latitude: NaN, longitude: NaN } : fromSphereKm(x, y, z),
  );
}

/** Mean great-circle distance in km from the accounts to the centre of their group; NaN where no place is known. */
export function meanKmToCentre(groupOf: Int32Array, groups: number, places: Places): number {
  const centres = centresOf(groupOf, groups, places);
  let km = 0;
  let count = 0;
  groupOf.forEach((j, i) => {
    const centre = centres[j];
    const latitude = places.latitude[i] ?? NaN;
    if (centre === undefined || Number.isNaN(latitude)) return;
    km += haversineKm({ latitude, longitude: places.longitude[i] ?? 0 }, centre);
    count++;
  });
  return count === 0 ? NaN : km / count;
}
