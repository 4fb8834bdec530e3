import type { Gazetteer } from './gazetteer';
import { findCity, spellingsOf, type CityMatch } from './find-city';
import { placeKey } from './place-key';
import { haversineKm, type GeoPoint } from './sphere';

/** A point found by the look-up, and what is known of it. */
export interface PlaceHit extends GeoPoint {
  /** The place it belongs to; empty where only a district is known. */
  readonly name: string;
  /** ISO 3166 alpha-2, and ISO 3166-2 where the look-up knows it, else empty. */
  readonly country: string;
  readonly region: string;
}

export interface CityHit extends PlaceHit {
  readonly match: CityMatch;
  /** Another place of that name is nearly as large or larger: the choice is a guess. */
  readonly ambiguous: boolean;
  /** Of a place looked for all over the world: it has 100,000 inhabitants and more. */
  readonly isLarge?: boolean;
}

/** Chunk that answers for all countries, coarsely: places of 15,000 and more. */
export const WORLD = 'world';

/** Inhabitants of a town that is known abroad, too; sizes are known to within a tenth. */
const LARGE = 95_000;
const REMEMBERED_CITIES = 100000;
/** So many names may be searched for in vain: a column of streets is no reason to search for hours. */
const LIKENESS_SEARCHES = 20000;

/** Small US places without a ZIP of their own: wanted where accounts have a town but no ZIP. */
export const SMALL_US_PLACES = 'us-small';

const US_ISLANDS: ReadonlySet<string> = new Set(['PR', 'VI', 'GU', 'AS', 'MP']);

/** Chunk that a country's places are in: Puerto Rico and the like have US ZIPs. */
export function chunkOf(country: string): string {
  return US_ISLANDS.has(country) ? 'us' : country.toLowerCase();
}

/** Places offline. Made by `loadLookup`; knows the countries that were asked for, and no others. */
export class Lookup {
  /** Answers already given about cities: account lists repeat them. `null` for none. */
  private readonly cities = new Map<string, CityHit | null>();
  private readonly areas = new Map<string, GeoPoint | undefined>();
  private likenessSearches = 0;

  constructor(
    private readonly chunks: ReadonlyMap<string, Gazetteer>,
    /** The town in the middle of a postcode's area; undefined where none is known. */
    private readonly townOfPostcode: (country: string, postcode: string) => string | undefined,
    /** Countries (alpha-2) whose postal areas are known. */
    readonly countriesWithAreas: readonly string[] = [],
  ) {}

  has(country: string): boolean {
    return this.chunks.has(chunkOf(country));
  }

  get hasWorld(): boolean {
    return this.chunks.has(WORLD);
  }

  /**
   * The point of a postcode: a five-digit US ZIP, or the first three characters of a Canadian one.
   * Other countries' postcodes are unknown here.
   */
  postcode(country: string, code: string): PlaceHit | undefined {
    const chunk = this.chunks.get(chunkOf(country));
    const value = codeValue(country, code);
    if (chunk === undefined || value === undefined) return undefined;
    const number = chunk.codeNumber(value);
    if (number < 0) return undefined;
    return this.hit(country, chunk, chunk.chunk.codePlace[number]!, chunk.codePoint(number));
  }

  /** Middle of the area of the ZIPs that begin with these three digits. */
  zip3(digits: string): PlaceHit | undefined {
    const chunk = this.chunks.get('us');
    const found = /^\d{3}$/.test(digits) ? chunk?.zip3Point(Number(digits)) : undefined;
    if (chunk === undefined || found === undefined) return undefined;
    return { ...this.hit('US', chunk, found.place, found), name: '' };
  }

  /** A place by name, in the region (ISO 3166-2) if one is given: there only, where regions are known. */
  city(country: string, name: string, region?: string): CityHit | undefined {
    const chunk = this.chunks.get(chunkOf(country));
    if (chunk === undefined) return undefined;
    const suffix = US_ISLANDS.has(country) ? country : region?.slice(region.indexOf('-') + 1);
    const key = `${country}|${suffix ?? ''}|${name}`;
    const known = this.cities.get(key);
    if (known !== undefined) return known === null ? undefined : known;
    const small = chunkOf(country) === 'us' ? this.chunks.get(SMALL_US_PLACES) : undefined;
    const hit =
      this.cityIn(chunk, country, name, suffix, small === undefined) ??
      (small &&
        (this.cityIn(small, country, name, suffix, false) ??
          this.cityIn(chunk, country, name, suffix, true)));
    if (this.cities.size >= REMEMBERED_CITIES) this.cities.clear();
    this.cities.set(key, hit ?? null);
    return hit;
  }

  private cityIn(
    chunk: Gazetteer,
    country: string,
    name: string,
    suffix: string | undefined,
    likeness: boolean,
  ): CityHit | undefined {
    const search = likeness && this.likenessSearches < LIKENESS_SEARCHES;
    const found = findCity(chunk, name, suffix, search);
    if (found === undefined) {
      if (search) this.likenessSearches++;
      return undefined;
    }
    const { place, match, ambiguous } = found;
    return { ...this.hit(country, chunk, place, chunk.placePoint(place)), match, ambiguous };
  }

  /**
   * A place of exactly that name outside a region (ISO 3166-2) but near it: the state of the sales office
   * stands where the customer's should. None if several would do.
   */
  cityBeside(name: string, region: string, limitKm: number): CityHit | undefined {
    const [country = '', suffix = ''] = region.split('-');
    const chunk = this.chunks.get(chunkOf(country));
    if (chunk === undefined) return undefined;
    const near = chunk
      .placesWithKey(placeKey(name))
      .filter((place) => chunk.placeRegion(place) !== suffix)
      .filter((place) => this.kmToRegion(region, chunk.placePoint(place), limitKm) <= limitKm);
    const [place, rival] = near;
    if (place === undefined || rival !== undefined) return undefined;
    return { ...this.hit(country, chunk, place, chunk.placePoint(place)), match: 'name', ambiguous: false };
  }

  /** Of the places of that name in a country the one nearest to a point, within a limit. */
  cityNear(country: string, name: string, point: GeoPoint, limitKm: number): CityHit | undefined {
    const chunk = this.chunks.get(chunkOf(country));
    if (chunk === undefined) return undefined;
    let best: { place: number; km: number; match: CityMatch } | undefined;
    let match: CityMatch = 'name';
    for (const spelling of spellingsOf(name)) {
      for (const place of chunk.placesWithKey(placeKey(spelling))) {
        const km = haversineKm(point, chunk.placePoint(place));
        if (km <= limitKm && km < (best?.km ?? Infinity)) best = { place, km, match };
      }
      if (best !== undefined) break;
      match = 'part';
    }
    if (best === undefined) return undefined;
    const { place } = best;
    return {
      ...this.hit(country, chunk, place, chunk.placePoint(place)),
      match: best.match,
      ambiguous: false,
    };
  }

  /** The middle of a postcode's area, good to some 10 to 40 km, where the country's areas are known. */
  areaOfPostcode(country: string, postcode: string): PlaceHit | undefined {
    const town = this.townOfPostcode(country, postcode);
    return town === undefined ? undefined : this.city(country, town);
  }

  /**
   * Whether postcode and town speak for a country: a larger place of that name there lies within a limit of the
   * middle of the postcode's area. Needs the chunk `world`, and no other.
   */
  bearsOut(country: string, postcode: string, name: string, limitKm: number): boolean {
    const chunk = this.chunks.get(WORLD);
    const town = this.townOfPostcode(country, postcode);
    if (chunk === undefined || town === undefined) return false;
    const there = (spelling: string) =>
      chunk.placesWithKey(placeKey(spelling)).filter((place) => chunk.placeRegion(place) === country);
    const middles = there(town);
    if (middles.length === 0) return false;
    return [...spellingsOf(name)].some((spelling) =>
      there(spelling).some((place) =>
        middles.some((middle) => haversineKm(chunk.placePoint(place), chunk.placePoint(middle)) <= limitKm),
      ),
    );
  }

  /** The same by all the places of a country whose chunk is there, its villages and suburbs too. */
  bearsOutClosely(country: string, postcode: string, name: string, limitKm: number): boolean {
    if (!this.has(country)) return false;
    const area = this.areaOfPostcode(country, postcode);
    return area !== undefined && this.cityNear(country, name, area, limitKm)?.match === 'name';
  }

  /** The largest place of that name in the world, with its country. Needs the chunk `world`. */
  cityAnywhere(name: string): CityHit | undefined {
    const chunk = this.chunks.get(WORLD);
    const found = chunk && findCity(chunk, name, undefined, false);
    if (chunk === undefined || found === undefined) return undefined;
    const country = chunk.placeRegion(found.place);
    return {
      ...chunk.placePoint(found.place),
      name: chunk.placeName(found.place),
      country,
      region: '',
      match: found.match,
      ambiguous: found.ambiguous,
      isLarge: chunk.placePopulation(found.place) >= LARGE,
    };
  }

  /** How far the nearest known place of a country is, up to a limit beyond which it is Infinity. */
  kmToCountry(country: string, point: GeoPoint, limitKm: number): number {
    const chunk = this.chunks.get(chunkOf(country));
    return chunk?.nearestPlace(point, limitKm)?.km ?? Infinity;
  }

  /** Country of the nearest larger place. Needs the chunk `world`. */
  countryNear(point: GeoPoint): { country: string; km: number } | undefined {
    const chunk = this.chunks.get(WORLD);
    for (const limitKm of [50, 200, 1000]) {
      const found = chunk?.nearestPlace(point, limitKm);
      if (chunk && found) return { country: chunk.placeRegion(found.place), km: found.km };
    }
    return undefined;
  }

  /** Region of the nearest place of a country, and how far the nearest place of another region is. */
  regionNear(country: string, point: GeoPoint): { region: string; km: number } | undefined {
    const chunk = this.chunks.get(chunkOf(country));
    const found = chunk?.nearestPlace(point, 60);
    if (!chunk || !found || chunk.placeRegion(found.place) === '') return undefined;
    return { region: this.regionCode(country, chunk, found.place), km: found.km };
  }

  /**
   * The middle of the towns of a region (ISO 3166-2), or of a country (alpha-2), by their inhabitants. It stands
   * for an area, never for a point. Undefined where no towns of it are known.
   */
  centreOf(area: string): GeoPoint | undefined {
    const [country = '', suffix] = area.split('-');
    if (!this.areas.has(area)) {
      const own = this.chunks.get(chunkOf(country));
      const world = this.chunks.get(WORLD);
      const middle =
        own?.middleOf((place) => suffix === undefined || own.placeRegion(place) === suffix) ??
        (suffix === undefined ? world?.middleOf((place) => world.placeRegion(place) === country) : undefined);
      this.areas.set(area, middle);
    }
    return this.areas.get(area);
  }

  kmToRegion(region: string, point: GeoPoint, limitKm: number): number {
    const [country = '', suffix = ''] = region.split('-');
    const chunk = this.chunks.get(chunkOf(country));
    return (
      chunk?.nearestPlace(point, limitKm, (place) => chunk.placeRegion(place) === suffix)?.km ?? Infinity
    );
  }

  /**
   * What to call the area round a point: the name of the place there that most people know. A place
   * counts by its inhabitants, less the farther it is (half at 20 km).
   */
  nameNear(point: GeoPoint): string | undefined {
    let best: { name: string | undefined; weight: number } = { name: undefined, weight: 0 };
    for (const [name, chunk] of this.chunks) {
      if (name === SMALL_US_PLACES || (name === WORLD && this.chunks.size > 1)) continue;
      chunk.eachPlaceWithin(point, 80, (place, km) => {
        const weight = (1 + chunk.placePopulation(place)) / (1 + (km * km) / 400);
        if (weight > best.weight) best = { name: chunk.placeName(place), weight };
      });
    }
    return best.name ?? this.nearestName(point);
  }

  private nearestName(point: GeoPoint): string | undefined {
    let best: { name: string; km: number } | undefined;
    for (const chunk of this.chunks.values()) {
      const found = chunk.nearestPlace(point, 600);
      if (found && found.km < (best?.km ?? Infinity))
        best = { name: chunk.placeName(found.place), km: found.km };
    }
    return best?.name;
  }

  private hit(country: string, chunk: Gazetteer, place: number, { latitude, longitude }: GeoPoint): PlaceHit {
    const region = this.regionCode(country, chunk, place);
    return { latitude, longitude, name: chunk.placeName(place), country, region };
  }

  private regionCode(country: string, chunk: Gazetteer, place: number): string {
    const suffix = chunk.placeRegion(place);
    if (suffix === '') return '';
    return `${US_ISLANDS.has(country) ? 'US' : country}-${suffix}`;
  }
}

function codeValue(country: string, code: string): number | undefined {
  if (chunkOf(country) === 'us') return /^\d{5}$/.test(code) ? Number(code) : undefined;
  if (country === 'CA') return /^[A-Z]\d[A-Z]/.test(code) ? parseInt(code.slice(0, 3), 36) : undefined;
  return undefined;
}
