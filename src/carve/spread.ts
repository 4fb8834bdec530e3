import { fromSphereKm, haversineKm, toSphereKm, type GeoPoint } from '../geo/sphere';
import { centresOfPlan } from '../engine/problem';
import type { Accounts } from '../plan/accounts';
import { compile, type CarveInput } from './compile';

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

/**
 * Mean great-circle distance in km from accounts to the centre of their territory, for any assignment: as a design tells it
 * (`meanKm` in plan/design.ts), with centres that lie where what is balanced lies. Accounts without a place do not count.
 * @param assignment N values: territory, −1 none
 * @returns NaN where no place is known
 */
export function meanKmOf(input: CarveInput, assignment: Int32Array): number {
  const { latitude, longitude } = input.accounts.places;
  const centres = centresOfPlan(compile(input), assignment);
  let km = 0;
  let count = 0;
  assignment.forEach((j, i) => {
    if (j < 0 || Number.isNaN(latitude[i] ?? NaN)) return;
    const centre = fromSphereKm(centres[3 * j] ?? NaN, centres[3 * j + 1] ?? NaN, centres[3 * j + 2] ?? NaN);
    km += haversineKm({ latitude: latitude[i] ?? NaN, longitude: longitude[i] ?? NaN }, centre);
    count++;
  });
  return km / count;
}
