import { centresOfPlan } from '../engine/problem';
import { fromSphereKm, haversineKm } from '../geo/sphere';
import { openSeat } from '../plan/roster';
import { compile, type CarveInput } from './compile';

/**
 * Mean great-circle distance in km from accounts to the centre of their territory, for any assignment: as a design tells it
 * (`meanKm` in plan/design.ts), with centres that lie where what is balanced lies. Accounts without a place do not count.
 * A plan of more territories than there are seats by now is as far as it is.
 * @param assignment N values: territory, −1 none
 * @returns NaN where no place is known
 */
export function meanKmOf(input: CarveInput, assignment: Int32Array): number {
  const { latitude, longitude } = input.accounts.places;
  const centres = centresOfPlan(compile({ ...input, seats: seatsFor(input.seats, assignment) }), assignment);
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

/** A seat for every territory of a plan. */
function seatsFor(seats: CarveInput['seats'], assignment: Int32Array): CarveInput['seats'] {
  const needed = 1 + assignment.reduce((most, j) => Math.max(most, j), -1);
  const more = Math.max(0, needed - seats.length);
  return [...seats, ...Array.from({ length: more }, () => openSeat(0))];
}
