import type { Accounts } from './accounts';

/** What distances are told in. Everything is computed in km. */
export interface DistanceUnit {
  readonly sign: 'km' | 'mi';
  readonly perKm: number;
}

export const KM: DistanceUnit = { sign: 'km', perKm: 1 };
/** The international mile is 1.609344 km. */
const MILES: DistanceUnit = { sign: 'mi', perKm: 1 / 1.609344 };
const IN_MILES = new Set(['US', 'GB']);

/** Miles where most accounts whose country is known lie where people speak of miles. */
export function distanceUnit({ places: { country } }: Pick<Accounts, 'places'>): DistanceUnit {
  let miles = 0;
  let known = 0;
  for (const code of country.codes) {
    if (code < 0) continue;
    known++;
    if (IN_MILES.has(country.pool[code] ?? '')) miles++;
  }
  return 2 * miles > known ? MILES : KM;
}
