import { foldText } from '../exact/fold-text';
import type { Accounts } from './accounts';
import type { TextColumn } from './columns';
import { readZip } from './zip';

/**
 * Places that a territory may have whole or not at all, so that whoever knows where an account is knows whose it is. Absent
 * is the account itself, or its family where these are kept together.
 */
export const UNITS = ['zip', 'zip3', 'county', 'state', 'country'] as const;
export type Unit = (typeof UNITS)[number];

/** What of the settings holds accounts together. */
export interface Holding {
  readonly keepFamilies: boolean;
  readonly unit?: Unit | undefined;
}

type Located = Pick<Accounts, 'count' | 'text' | 'places'>;

/**
 * Accounts that go to one territory: N numbers, −1 for one alone. Where a unit is set the place decides, since a family in
 * two of them would make them one; families hold among those of whom the place is not known.
 */
export function togetherOf(
  accounts: Located & Pick<Accounts, 'family'>,
  { keepFamilies, unit }: Holding,
): Int32Array {
  const { count, family } = accounts;
  const families = keepFamilies ? family : new Int32Array(count).fill(-1);
  if (unit === undefined) return families;
  const { of, names } = placesBy(accounts, unit);
  return of.map((place, i) => {
    if (place >= 0) return place;
    const own = families[i] ?? -1;
    return own < 0 ? -1 : names.length + own;
  });
}

/** The unit of every account: N numbers, −1 where it is not known, and what each is called. */
export function placesBy(
  { count, text, places }: Located,
  unit: Unit,
): { readonly of: Int32Array; readonly names: readonly string[] } {
  const { country, region } = places;
  const columns = {
    zip: text.postalCode,
    zip3: text.postalCode,
    county: text.county,
    state: text.state,
    country: text.country,
  };
  const column = columns[unit];
  const names: string[] = [];
  const numbers = new Map<string, number>();
  // A list has few different ones: what is the same is read once, and known by one number of three codes from −1 on.
  const [countries, regions] = [country.pool.length + 1, region.pool.length + 1];
  const codeOf = (i: number) =>
    ((column?.codes[i] ?? -1) * regions + (region.codes[i] ?? -1)) * countries + (country.codes[i] ?? -1);
  const known = new Map<number, number>();
  const of = Int32Array.from({ length: count }, (_, i) => {
    const codes = codeOf(i);
    const before = known.get(codes);
    if (before !== undefined) return before;
    const at = (one: TextColumn | undefined): string => one?.pool[one.codes[i] ?? -1] ?? '';
    const place = placeIn(unit, { country: at(country), region: at(region), word: at(column).trim() });
    const number = place === undefined ? -1 : (numbers.get(place.key) ?? names.push(place.name) - 1);
    if (place !== undefined) numbers.set(place.key, number);
    known.set(codes, number);
    return number;
  });
  return { of, names };
}

interface Said {
  /** ISO codes, empty where not known. */
  readonly country: string;
  readonly region: string;
  /** What stands in the list's own column. */
  readonly word: string;
}

function placeIn(
  unit: Unit,
  { country, region, word }: Said,
): { readonly key: string; readonly name: string } | undefined {
  const named = (bare: string, name: string) =>
    bare === '' ? undefined : { key: `${country} ${bare}`, name };
  switch (unit) {
    case 'country':
      return country === ''
        ? named(foldText(word), word)
        : { key: country, name: word === '' ? country : word };
    case 'state':
      return region === '' ? named(foldText(word), word) : { key: region, name: word === '' ? region : word };
    case 'county': {
      const bare = foldText(word).replace(/ (?:county|parish|borough|kreis)$/, '');
      return bare === '' ? undefined : { key: `${country} ${region} ${bare}`, name: word };
    }
    case 'zip':
    case 'zip3': {
      const whole = (country === 'US' || country === '' ? readZip(word)?.zip : undefined) ?? postcodeIn(word);
      const code = unit === 'zip' ? whole : whole.slice(0, 3);
      return named(code, code);
    }
  }
}

/** A postcode without what people put in it or not. */
const postcodeIn = (word: string): string => word.toUpperCase().replace(/[\s.-]+/g, '');

/** Units that the list tells accounts apart by: of most it is known, and there are several. */
export function unitsIn(accounts: Located): Unit[] {
  return UNITS.filter((unit) => {
    const { of, names } = placesBy(accounts, unit);
    const unknown = of.reduce((sum, place) => sum + (place < 0 ? 1 : 0), 0);
    return names.length > 1 && 2 * unknown < accounts.count;
  });
}
