import { fromSphereKm, toSphereKm, type GeoPoint } from '../geo/sphere';
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
