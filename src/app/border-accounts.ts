import { centresOf } from '../carve/spread';
import type { Accounts } from '../plan/accounts';
import type { StandingPlan } from './standing-plan';

/** An account lies at a border where the nearest other territory is not much farther than its own. */
const NEAR = 1.5;

/**
 * Accounts that lie at the border of their territory, by the centres of all of them.
 * @param isOther whether a territory, by index, is beyond the border of an account's own
 * @returns by account: the territory that is nearest beyond the border
 */
export function borderAccounts(
  { places }: Pick<Accounts, 'places'>,
  { assignment, record: { territories } }: Pick<StandingPlan, 'assignment' | 'record'>,
  isOther: (own: number, territory: number) => boolean,
): Map<number, number> {
  const centres = centresOf(assignment, territories.length, places);
  const { latitude, longitude } = places;
  const found = new Map<number, number>();
  assignment.forEach((own, i) => {
    const [lat, lon] = [latitude[i] ?? NaN, longitude[i] ?? NaN];
    if (own < 0 || Number.isNaN(lat)) return;
    const scale = Math.cos((lat * Math.PI) / 180);
    const far = (j: number): number => {
      const centre = centres[j];
      return centre === undefined
        ? Infinity
        : Math.hypot(centre.latitude - lat, (centre.longitude - lon) * scale);
    };
    let nearest = -1;
    territories.forEach((_, j) => {
      if (!isOther(own, j) || Number.isNaN(far(j))) return;
      if (nearest < 0 || far(j) < far(nearest)) nearest = j;
    });
    if (nearest >= 0 && far(nearest) <= NEAR * far(own)) found.set(i, nearest);
  });
  return found;
}
