import { COUNTRIES_WITH_REGIONS, countryOf, regionOf, type Lookup } from '../../geo';
import type { Accounts } from '../../plan/accounts';
import { textAt, type TextColumn } from '../../plan/columns';
import { readZip } from '../../plan/zip';
import { readAddressTail, readPlaceText, type PlaceText } from './place-text';
import { countryOfPostcode } from './postcodes';

/** What the table states about an account's place, before anything is looked up. */
export interface StatedPlace {
  /** ISO alpha-2 where a column or the form of state or postcode tells it. */
  readonly country?: string;
  /** Text of the country column that is no country. */
  readonly unknownCountry?: string;
  readonly state?: string;
  /** ISO 3166-2 of the state, where the country's regions are known. */
  readonly region?: string;
  readonly city?: string;
  readonly postalCode?: string;
  readonly others: readonly string[];
  readonly nowhere: boolean;
}

/** Reads stated places row by row; texts that repeat are taken apart once. */
export class StatedPlaces {
  private readonly cities: readonly PlaceText[];
  private readonly countries: readonly (string | undefined)[];
  private readonly regions = new Map<string, string | undefined>();
  /** Countries with known regions, those that know the most rows' states first: `AL` may be Alagoas. */
  private readonly likely: readonly string[];
  private readonly mostlyZips: boolean;

  constructor(private readonly accounts: Accounts) {
    this.cities = withCountries(accounts.text.city?.pool.map(readPlaceText) ?? []);
    this.countries = accounts.text.country?.pool.map(readCountry) ?? [];
    this.likely = countriesByStates(accounts.text.state);
    this.mostlyZips = onlyZips(accounts) === 'US';
  }

  /** Numbers that two rows share exactly if they state the same. */
  key(i: number): string {
    const { country, state, city, postalCode, street } = this.accounts.text;
    const code = (column: TextColumn | undefined) => column?.codes[i] ?? -1;
    const address = city === undefined || code(city) < 0 ? code(street) : -1;
    return `${code(country)},${code(state)},${code(city)},${code(postalCode)},${address}`;
  }

  at(i: number): StatedPlace {
    const { text } = this.accounts;
    const cell = this.cities[text.city?.codes[i] ?? -1] ?? this.fromStreet(i);
    const countryText = textAt(text.country, i) ?? cell?.country;
    const byColumn =
      text.country === undefined || (text.country.codes[i] ?? -1) < 0
        ? readCountry(countryText)
        : this.countries[text.country.codes[i] ?? -1];
    const stateText = textAt(text.state, i) ?? cell?.state;
    const postalCode = withoutCedex(textAt(text.postalCode, i)) ?? cell?.postalCode;
    const country = byColumn ?? countryFrom(stateText, postalCode, this.likely, this.mostlyZips);
    const region =
      country === undefined || stateText === undefined ? undefined : this.region(country, stateText);
    return {
      ...(country === undefined ? {} : { country }),
      ...(countryText !== undefined && byColumn === undefined ? { unknownCountry: countryText } : {}),
      ...(stateText === undefined ? {} : { state: stateText }),
      ...(region === undefined ? {} : { region }),
      ...(cell?.city === undefined ? {} : { city: cell.city }),
      ...(postalCode === undefined ? {} : { postalCode }),
      others: cell?.others ?? [],
      nowhere: cell?.nowhere ?? false,
    };
  }

  /** How many countries the table states. */
  countriesStated(): number {
    const { country, state } = this.accounts.text;
    const found = new Set(this.countries.filter((code) => code !== undefined));
    if (country === undefined)
      for (const cell of this.cities) {
        const code = readCountry(cell.country);
        if (code !== undefined) found.add(code);
      }
    if (country === undefined && state !== undefined)
      for (const text of state.pool) {
        const code = countryFrom(text, undefined, this.likely, this.mostlyZips);
        if (code !== undefined) found.add(code);
      }
    return found.size;
  }

  private region(country: string, state: string): string | undefined {
    const key = `${country}|${state}`;
    if (!this.regions.has(key)) this.regions.set(key, regionOf(country, state));
    return this.regions.get(key);
  }

  private fromStreet(i: number): PlaceText | undefined {
    const street = textAt(this.accounts.text.street, i);
    return street === undefined ? undefined : readAddressTail(street);
  }
}

/** Share of the places of a column that say their country, for one of one word to be a country itself. */
const SAY_THEIR_COUNTRY = 0.5;

/** Where places say their country (`Europe, UK`), `Australia` is one, too. */
function withCountries(cells: readonly PlaceText[]): readonly PlaceText[] {
  const said = cells.filter(({ country }) => country !== undefined).length;
  if (said === 0 || said < SAY_THEIR_COUNTRY * cells.length) return cells;
  return cells.map((cell) => {
    const { city, ...rest } = cell;
    const isCountry =
      cell.country === undefined && cell.state === undefined && readCountry(city) !== undefined;
    return isCountry && city !== undefined ? { ...rest, country: city } : cell;
  });
}

/** What the French post writes behind the codes of firms: `75031 CEDEX 01`. */
const withoutCedex = (code: string | undefined): string | undefined => code?.replace(/\s*cedex\b.*$/i, '');

/**
 * Countries in the order of how many rows' states they know; the usual order among equals. In a list of one country's
 * codes a letter pair that only another country knows is a slip, not a customer there.
 */
function countriesByStates(states: TextColumn | undefined): readonly string[] {
  if (states === undefined) return COUNTRIES_WITH_REGIONS;
  const rows = new Float64Array(states.pool.length);
  for (const code of states.codes) if (code >= 0) rows[code] = (rows[code] ?? 0) + 1;
  const known = (country: string) =>
    states.pool.reduce(
      (sum, state, code) => sum + (regionOf(country, state) === undefined ? 0 : (rows[code] ?? 0)),
      0,
    );
  const order = COUNTRIES_WITH_REGIONS.map((country) => ({ country, rows: known(country) }))
    .sort((a, b) => b.rows - a.rows)
    .map(({ country }) => country);
  const seen = new Set<string>();
  return order.filter((country, rank) => {
    const own = states.pool.filter((state) => !seen.has(state) && regionOf(country, state) !== undefined);
    const isMeant =
      rank === 0 || NEIGHBOURS.has(country) || own.length > 1 || own.some((state) => state.length > 3);
    if (isMeant) own.forEach((state) => seen.add(state));
    return isMeant;
  });
}

/** Countries whose states stand in one column as a rule. */
const NEIGHBOURS = new Set(['US', 'CA']);

/** A country, or what is left of it when `USA - Texas` or `Germany (DE)` was written. */
function readCountry(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  return countryOf(text) ?? countryOf(text.split(/[-–(,/;]/)[0] ?? '');
}

/** A state or postcode that only one country has; a state column may also hold a country (`UK`). */
function countryFrom(
  state: string | undefined,
  postalCode: string | undefined,
  likely: readonly string[],
  mostlyZips: boolean,
): string | undefined {
  const byCode = postalCode === undefined ? undefined : countryOfPostcode(postalCode);
  const byState =
    state === undefined ? undefined : likely.find((country) => regionOf(country, state) !== undefined);
  // `12345-678` is Brazilian, or a ZIP+4 that lost a digit: the state decides, and the codes beside it.
  const lostDigit =
    byCode === 'BR' && (mostlyZips || (byState === 'US' && regionOf('BR', state ?? '') === undefined));
  if (byCode !== undefined && !lostDigit) return byCode;
  if (state === undefined) return undefined;
  // Letters that are no state are unknown: `BI` is a slip, not Burundi.
  return byState ?? (state.length > 3 || /^(?:uk|usa|uae)$/i.test(state) ? countryOf(state) : undefined);
}

/**
 * The country most rows are in, for the rows that do not say: by what is stated, else by postcodes and towns
 * that agree, else by towns alone, else the United States for a list of bare ZIPs. Towns need the look-up's
 * chunk `world`.
 * @param said the country that the user says, over what they tell
 */
export function usualCountry(accounts: Accounts, lookup?: Lookup, said?: string): string | undefined {
  if (said !== undefined) return said;
  const { stated, byCity, byCode, looked, found } = countCountries(accounts, lookup);
  if (stated !== undefined && stated.rows >= 0.05 * looked) return stated.country;
  if (byCode !== undefined && byCode.rows >= AGREEING * looked) return byCode.country;
  // Villages are known nowhere: of the towns that are, enough must lie where their codes say.
  if (byCode !== undefined && byCode.rows >= FEWEST_AGREEING && byCode.rows >= AGREEING_OF_KNOWN * found)
    return byCode.country;
  // One lucky hit, such as the town of Panama, says nothing about a list.
  if (
    byCity !== undefined &&
    byCity.rows >= 0.2 * looked &&
    (byCity.towns > 1 || byCity.rows >= 0.5 * looked)
  )
    return byCity.country;
  // One odd postcode in a list of bare ZIPs says nothing about the others.
  return onlyZips(accounts) ?? stated?.country;
}

/**
 * False where no country is known and most towns are known nowhere: the few that have a namesake somewhere (`Miranda`,
 * a suburb of Sydney, in Colombia) are there by luck.
 */
export function townsAreKnown(accounts: Accounts, lookup: Lookup): boolean {
  const { towns, found } = countCountries(accounts, lookup);
  return found >= 0.5 * towns;
}

/** True if enough rows state their country for the others to be taken along. */
export function statesCountry(accounts: Accounts): boolean {
  const { stated, looked } = countCountries(accounts);
  return stated !== undefined && stated.rows >= 0.05 * looked;
}

interface CountryCount {
  readonly country: string;
  readonly rows: number;
}

const COUNTED_ROWS = 2000;
/** Share of the rows whose postcode and town must speak for one country; towns too small to be known say nothing. */
const AGREEING = 0.1;
/** The same among the rows whose town is known somewhere; so many rows at least. */
const AGREEING_OF_KNOWN = 0.3;
const FEWEST_AGREEING = 8;
/** So near to the middle of its postal area lies a town that belongs to it. */
export const AREA_KM = 90;

function countCountries(
  accounts: Accounts,
  lookup?: Lookup,
): {
  stated: CountryCount | undefined;
  byCity: (CountryCount & { readonly towns: number }) | undefined;
  /** By postcodes and towns together; absent where two countries have nearly as much for them. */
  byCode: CountryCount | undefined;
  looked: number;
  /** Rows with a town and no country, and those of them whose town is known somewhere. */
  towns: number;
  found: number;
} {
  const places = new StatedPlaces(accounts);
  const step = Math.max(1, Math.floor(accounts.count / COUNTED_ROWS));
  const stated = new Map<string, number>();
  const byCity = new Map<string, number>();
  const byCode = new Map<string, number>();
  let looked = 0;
  let towns = 0;
  let found = 0;
  const names = new Map<string, Set<string>>();
  for (let i = 0; i < accounts.count; i += step) {
    const { country, city, postalCode } = places.at(i);
    looked++;
    if (country !== undefined) stated.set(country, (stated.get(country) ?? 0) + 1);
    else if (city !== undefined && lookup?.hasWorld) {
      const hit = lookup.cityAnywhere(city);
      towns++;
      if (hit) {
        found++;
        names.set(hit.country, (names.get(hit.country) ?? new Set()).add(hit.name));
      }
      if (hit) byCity.set(hit.country, (byCity.get(hit.country) ?? 0) + 1);
      for (const other of postalCode === undefined ? [] : lookup.countriesWithAreas)
        if (
          lookup.bearsOut(other, postalCode ?? '', city, AREA_KM) ||
          lookup.bearsOutClosely(other, postalCode ?? '', city, AREA_KM)
        )
          byCode.set(other, (byCode.get(other) ?? 0) + 1);
    }
  }
  const usual = most(byCity);
  return {
    stated: most(stated),
    byCity: usual && { ...usual, towns: names.get(usual.country)?.size ?? 0 },
    byCode: clearly(byCode),
    looked,
    towns,
    found,
  };
}

/** The country with the most rows, if it has twice as many as any other. */
function clearly(counts: ReadonlyMap<string, number>): CountryCount | undefined {
  const best = most(counts);
  if (best === undefined) return undefined;
  const rivals = [...counts].filter(([country]) => country !== best.country).map(([, rows]) => rows);
  return best.rows >= 2 * Math.max(0, ...rivals) ? best : undefined;
}

function most(counts: ReadonlyMap<string, number>): CountryCount | undefined {
  const [best] = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return best && { country: best[0], rows: best[1] };
}

/**
 * Five-digit codes and nothing else: American, as most lists of that kind are. Four figures alone are a ZIP that has
 * lost its zero only among others that have not: a dozen countries write four.
 */
function onlyZips(accounts: Accounts): string | undefined {
  const codes = accounts.text.postalCode?.pool ?? [];
  const short = codes.filter((code) => /^\d{4}$/.test(code)).length;
  const zips = short + codes.filter((code) => /^\d{5}(?:-?\d{4})?$/.test(code)).length;
  return codes.length > 0 && zips > 0.8 * codes.length && short <= 0.8 * codes.length ? 'US' : undefined;
}

/**
 * How many accounts state a town or a postcode and are found nowhere because nothing tells their country; 0 where most
 * are found, or a country is known.
 * @param found whether an account has a point
 */
export function countryMissing(
  accounts: Accounts,
  usual: string | undefined,
  found: (account: number) => boolean,
): number {
  if (usual !== undefined) return 0;
  const places = new StatedPlaces(accounts);
  let stating = 0;
  let missing = 0;
  for (let i = 0; i < accounts.count; i++) {
    const { country, city, postalCode } = places.at(i);
    if (city === undefined && postalCode === undefined) continue;
    stating++;
    if (country === undefined && !found(i)) missing++;
  }
  return missing >= FEWEST_AGREEING && 2 * missing > stating ? missing : 0;
}

/** Countries that write four figures, as far as their areas are known. */
const OF_FOUR_FIGURES: readonly string[] = ['AT', 'AU', 'BE', 'CH', 'NL'];

/**
 * Countries worth a closer look where a list says none, and its towns are too small to be known in the world: those that
 * write four figures, for towns beside four figures.
 */
export function countriesInDoubt({ text }: Accounts): readonly string[] {
  const codes = text.postalCode?.pool ?? [];
  const four = codes.filter((code) => /^\d{4}$/.test(code.trim())).length;
  const hasTowns = text.city !== undefined || text.street !== undefined;
  return hasTowns && four > 0.8 * codes.length ? OF_FOUR_FIGURES : [];
}

/** Look-up data that these accounts need. */
export interface NeededPlaces {
  /** Countries, alpha-2. */
  readonly countries: string[];
  /** The coarse chunk of all countries: to check coordinates, or to guess a country. */
  readonly world: boolean;
  /** Some account states a town but no ZIP that could be read. */
  readonly townsWithoutZip: boolean;
}

export function neededPlaces(accounts: Accounts): NeededPlaces {
  const stated = new StatedPlaces(accounts);
  const countries = new Set<string>();
  const seen = new Set<string>();
  let world = accounts.number.latitude !== undefined && accounts.number.longitude !== undefined;
  let townsWithoutZip = false;
  for (let i = 0; i < accounts.count; i++) {
    const key = stated.key(i);
    if (seen.has(key)) continue;
    seen.add(key);
    const { country, city, postalCode } = stated.at(i);
    if (country !== undefined) countries.add(country);
    else if (city !== undefined) world = true;
    if (city !== undefined && (postalCode === undefined || readZip(postalCode) === undefined))
      townsWithoutZip = true;
  }
  return { countries: [...countries].sort(), world, townsWithoutZip };
}
