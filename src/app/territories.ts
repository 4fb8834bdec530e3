import type { Lookup } from '../geo';
import type { Accounts } from '../plan/accounts';
import type { TerritoryId } from '../plan/territory-id';
import { textAt } from '../plan/columns';
import { carriedBy, type Rep } from '../plan/roster';
import type { Settings } from '../plan/settings';
import type { Territory } from '../plan/territory';

/** A hire is ramping for this many days after the start. */
const RAMP_DAYS = 180;

/** What a territory is before it has a place in its name. */
export function territoryOf(
  rep: Rep,
  index: number,
  id: TerritoryId,
  today: number,
  /** Regions are shared fairly among their own seats. */
  byRegion = false,
): Territory {
  const started = rep.startDate ?? rep.hireDate;
  const ramping = (rep.ramp ?? 1) < 1 || (started !== undefined && started > today - RAMP_DAYS);
  return {
    id,
    name: id,
    seat: index,
    owner: rep.tbh ? '' : rep.name,
    manager: rep.manager ?? '',
    segment: rep.segment ?? '',
    ...(byRegion ? { region: rep.region ?? '' } : {}),
    status: rep.tbh ? 'tbh' : ramping ? 'ramping' : 'filled',
    share: carriedBy(rep),
    ...(rep.named === true ? { named: true } : {}),
    ...(rep.capacityHours === undefined ? {} : { capacityHours: rep.capacityHours }),
  };
}

/**
 * `T07 Denver`: number, segment where there is one, and the place people know it by: the city with most
 * of its accounts that no other territory is called after, else the best-known place near the centre.
 */
export function nameTerritories(
  territories: readonly Territory[],
  assignment: Int32Array,
  accounts: Accounts,
  centres: readonly { latitude: number; longitude: number }[],
  lookup: Lookup,
  settings: Settings,
): Territory[] {
  const places = settlePlaces(countCities(assignment, accounts, territories.length));
  const given = territories.map(({ id }) => settings.territoryNames[id]?.trim() ?? '');
  const keys = given.map((name) => name.toLowerCase());
  return territories.map((territory, j) => {
    if (given[j] !== '' && keys.indexOf(keys[j] ?? '') === j) return { ...territory, name: given[j] ?? '' };
    const centre = centres[j];
    const near = centre === undefined || Number.isNaN(centre.latitude) ? undefined : lookup.nameNear(centre);
    const words = [territory.id, territory.segment, places[j] ?? near ?? ''].filter((word) => word !== '');
    const name = words.join(' ');
    // Somebody called another territory just so.
    return { ...territory, name: keys.includes(name.toLowerCase()) ? `${name} (${territory.id})` : name };
  });
}

interface CityCount {
  readonly city: string;
  readonly accounts: number;
}

/** Cities of each territory's accounts, most accounts first. */
function countCities(assignment: Int32Array, { text }: Accounts, territories: number): CityCount[][] {
  const counts = Array.from({ length: territories }, () => new Map<string, number>());
  assignment.forEach((j, i) => {
    const city = textAt(text.city, i)?.trim();
    const count = counts[j];
    // A cell with several places or an address in it is no name for a territory.
    if (count === undefined || city === undefined || !/^[^\d;,/]{2,24}$/.test(city)) return;
    count.set(city, (count.get(city) ?? 0) + 1);
  });
  return counts.map((count) =>
    [...count]
      .map(([city, accounts]) => ({ city, accounts }))
      .sort((a, b) => b.accounts - a.accounts || (a.city < b.city ? -1 : 1)),
  );
}

/** No city names two territories: it goes to the one that has most accounts there. */
function settlePlaces(cities: readonly (readonly CityCount[])[]): (string | undefined)[] {
  const all = cities
    .flatMap((list, j) => list.map(({ city, accounts }) => ({ j, city, accounts })))
    .sort((a, b) => b.accounts - a.accounts || a.j - b.j || (a.city < b.city ? -1 : 1));
  const named = new Array<string | undefined>(cities.length).fill(undefined);
  const taken = new Set<string>();
  for (const { j, city } of all) {
    const key = city.toLowerCase();
    if (named[j] !== undefined || taken.has(key)) continue;
    named[j] = city;
    taken.add(key);
  }
  return named;
}
