import { countryOf, isUsablePoint, regionOf, type Lookup } from '../../geo';
import type { Rep, Roster } from '../../plan/roster';
import { locateAddress } from './address-point';
import { readPlaceText } from './place-text';
import { countryOfPostcode } from './postcodes';
import type { StatedPlace } from './stated-places';

/** Countries that the homes of reps are in, as far as stated. */
export function rosterCountries(roster: Roster): string[] {
  const countries = roster.reps
    .map((rep) => statedHome(rep).country)
    .filter((country) => country !== undefined);
  return [...new Set(countries)].sort();
}

/**
 * The roster with coordinates for the homes that have none: from ZIP, else city and state. Homes that
 * cannot be found stay without.
 *
 * @param usual country of homes that state none (mostly that of the accounts)
 */
export function placeRoster(roster: Roster, lookup: Lookup, usual?: string): Roster {
  const reps = roster.reps.map((rep): Rep => {
    const { homeLatitude, homeLongitude } = rep;
    if (
      homeLatitude !== undefined &&
      homeLongitude !== undefined &&
      isUsablePoint(homeLatitude, homeLongitude)
    ) {
      return rep;
    }
    const { point } = locateAddress(statedHome(rep), usual, lookup);
    return point === undefined
      ? rep
      : { ...rep, homeLatitude: point.latitude, homeLongitude: point.longitude };
  });
  return { ...roster, reps };
}

function statedHome(rep: Rep): StatedPlace {
  const cell = rep.homeCity === undefined ? undefined : readPlaceText(rep.homeCity);
  const postalCode = rep.homePostalCode ?? cell?.postalCode;
  const state = rep.homeState ?? cell?.state;
  const countryText = rep.homeCountry ?? cell?.country;
  const byText = countryText === undefined ? undefined : countryOf(countryText);
  const byForm = postalCode === undefined ? undefined : countryOfPostcode(postalCode);
  const byState = state !== undefined && regionOf('US', state) !== undefined ? 'US' : undefined;
  const country = byText ?? byForm ?? byState;
  const region = country === undefined || state === undefined ? undefined : regionOf(country, state);
  return {
    ...(country === undefined ? {} : { country }),
    ...(state === undefined ? {} : { state }),
    ...(region === undefined ? {} : { region }),
    ...(cell?.city === undefined ? {} : { city: cell.city }),
    ...(postalCode === undefined ? {} : { postalCode }),
    others: [],
    nowhere: false,
  };
}
