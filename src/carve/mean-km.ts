import { centresOfPlan } from '../engine/problem';
import { fromSphereKm, haversineKm } from '../geo/sphere';
import { compile, type CarveInput } from './compile';

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
