import { cos, PI } from '../../exact/math';
import { packChunk, type PackedCode, type PackedPlace } from './chunk';
import { regionOf } from './divisions';
import type { SourceArea, SourcePlace, SourceTown, SourceZip } from './sources';

/** Islands that have ZIPs of the United States: their places are in the chunk `us`. */
export const ISLANDS = new Set(['PR', 'VI', 'GU', 'AS', 'MP']);

const LONG_FORMS: Readonly<Record<string, string>> = { s: 'saint', f: 'fort', m: 'mount' };

/** What of two spellings counts as the same name. The runtime's own folding is finer; this only merges. */
function plain(name: string): string {
  return name
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/\b(st|ste|ft|mt)\b\.? /g, (short) => LONG_FORMS[short[0]!]!)
    .replace(/[^a-z0-9]/g, '');
}

const ALTERNATES_FROM = 15000;
const LATIN = /^[\p{Script=Latin}\p{M} .'’-]{4,40}$/u;

/** Scripts that addresses of a country are written in besides Latin. */
const NATIVE: Readonly<Record<string, RegExp>> = Object.fromEntries(
  (
    [
      ['CN TW HK MO SG', /^\p{Script=Han}{2,8}$/u],
      ['JP', /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]{2,10}$/u],
      ['KR KP', /^\p{Script=Hangul}{2,8}$/u],
      ['RU UA BY BG RS MK KZ KG MN', /^[\p{Script=Cyrillic} .-]{3,40}$/u],
      ['GR CY', /^[\p{Script=Greek}\p{M} .-]{3,40}$/u],
      ['SA AE KW QA BH OM JO LB EG MA DZ TN IQ SY YE LY SD PS', /^[\p{Script=Arabic} ]{3,30}$/u],
      ['IL', /^[\p{Script=Hebrew} -]{2,30}$/u],
      ['TH', /^[\p{Script=Thai}\p{M}]{3,30}$/u],
    ] as const
  ).flatMap(([countries, script]) => countries.split(' ').map((country) => [country, script])),
);

/** Other spellings of larger places (Munich, Köln, Genève, 北京), without airport codes. */
function alternatesOf(place: SourcePlace): string[] {
  if (place.population < ALTERNATES_FROM) return [];
  const seen = new Set([plain(place.name)]);
  const kept: string[] = [];
  const native = NATIVE[place.country];
  for (const name of place.alternates) {
    if (native?.test(name)) {
      if (!kept.includes(name)) kept.push(name);
      continue;
    }
    const key = plain(name);
    if (!LATIN.test(name) || seen.has(key) || key.length < 3 || name === name.toUpperCase()) continue;
    seen.add(key);
    kept.push(name);
  }
  return kept;
}

/** GeoNames kinds that are parts of a place, not places to name a territory after. */
const SECTION = /^PPL(X|H|Q|W|L)$/;

const asEntry = (place: SourcePlace): PackedPlace => ({
  name: place.name,
  region: regionOf(place),
  population: SECTION.test(place.kind) ? 0 : place.population,
  latitude: place.latitude,
  longitude: place.longitude,
  alternates: alternatesOf(place),
});

/**
 * Smaller places without a ZIP of their own stand in the chunk `us-small`: accounts with a ZIP never need
 * them, as they have the post town's.
 */
const US_PLACE_WITHOUT_ZIP_FROM = 5000;

/**
 * The United States, as `us` (ZIPs with place and state, the places' own points where they have several
 * ZIPs) and `small` (places without a ZIP, and post towns that only the federal list names).
 */
export function packUnitedStates(
  zips: readonly SourceZip[],
  places: readonly SourcePlace[],
  federalTowns: readonly SourceTown[],
): { us: Buffer; small: Buffer } {
  const known = new Map<string, SourcePlace>();
  for (const place of places) {
    const state = ISLANDS.has(place.country) ? place.country : place.admin1;
    const key = `${state}|${plain(place.name)}`;
    const other = known.get(key);
    if (!other || place.population > other.population) known.set(key, place);
  }
  const { entries, entryOf, codes } = placesOfZips(zips, known);
  const rest = [...known]
    .filter(([key]) => !entryOf.has(key))
    .sort(([, a], [, b]) => byRegionThenLatitude(a, b));
  const small: PackedPlace[] = [];
  for (const [, place] of rest) {
    const region = ISLANDS.has(place.country) ? place.country : place.admin1;
    const list = place.population >= US_PLACE_WITHOUT_ZIP_FROM ? entries : small;
    list.push({ ...asEntry(place), region, alternates: [] });
  }
  for (const { name, state, ...rest } of federalTowns) {
    const key = `${state}|${plain(name)}`;
    if (known.has(key) || entryOf.has(key)) continue;
    small.push({ name, region: state, population: 0, alternates: [], ...rest });
  }
  return { us: packChunk(entries, codes), small: packChunk(small, []) };
}

interface ZipPlaces {
  readonly entries: PackedPlace[];
  /** Index in `entries` by state and plain name. */
  readonly entryOf: ReadonlyMap<string, number>;
  readonly codes: PackedCode[];
}

/**
 * The places that ZIPs name, in the order of the ZIPs: a place with several has a point of its own.
 *
 * @param known places of the United States by state and plain name
 */
function placesOfZips(zips: readonly SourceZip[], known: ReadonlyMap<string, SourcePlace>): ZipPlaces {
  const drafts: { entry: PackedPlace; own: SourcePlace | undefined; zips: number }[] = [];
  const entryOf = new Map<string, number>();
  const codes: PackedCode[] = [];
  let last = -1;
  for (const { zip, place, state, latitude, longitude } of zips) {
    const key = `${state}|${plain(place)}`;
    // A retired ZIP without a place is taken to the one before it, within its state.
    let number = place !== '' ? entryOf.get(key) : drafts[last]?.entry.region === state ? last : undefined;
    if (number === undefined) {
      const own = known.get(key);
      const name = place === '' ? state : (own?.name ?? place);
      const population = own ? asEntry(own).population : 0;
      number = drafts.push({ entry: { name, region: state, population, alternates: [] }, own, zips: 0 }) - 1;
      entryOf.set(key, number);
    }
    drafts[number]!.zips++;
    last = number;
    codes.push({ code: Number(zip), place: number, latitude, longitude });
  }
  const entries = drafts.map(({ entry, own, zips: count }) =>
    own && count > 1 ? { ...entry, latitude: own.latitude, longitude: own.longitude } : entry,
  );
  return { entries, entryOf, codes };
}

function byRegionThenLatitude(a: SourcePlace, b: SourcePlace): number {
  return a.admin1 < b.admin1 ? -1 : a.admin1 > b.admin1 ? 1 : a.latitude - b.latitude;
}

/** Another country; `areas` are its postal areas where there is a list of them. */
export function packCountry(places: readonly SourcePlace[], areas: readonly SourceArea[] = []): Buffer {
  const sorted = [...places].sort(byRegionThenLatitude);
  const entries = sorted.map(asEntry);
  const codes = areas.map((area) => ({
    code: sortationNumber(area.code),
    place: nearest(sorted, area),
    latitude: area.latitude,
    longitude: area.longitude,
  }));
  return packChunk(entries, codes);
}

/** `M4B` as a number that keeps the order of letters and digits: base 36. */
const sortationNumber = (code: string): number => parseInt(code, 36);

/** The place nearest to a sortation area, of the same province where there is one. */
function nearest(places: readonly SourcePlace[], area: SourceArea): number {
  let best = 0;
  let bestDistance = Infinity;
  places.forEach((place, i) => {
    const x = (place.longitude - area.longitude) * cos((area.latitude * PI) / 180);
    const y = place.latitude - area.latitude;
    const distance = x * x + y * y + (regionOf(place) === area.region ? 0 : 1e6);
    if (distance < bestDistance) {
      bestDistance = distance;
      best = i;
    }
  });
  return best;
}

const WORLD_FROM = 15000;

/** Larger places of all countries, their country standing as region: which country is this point in? */
export function packWorld(places: readonly SourcePlace[]): Buffer {
  const entries = places
    .filter((place) => place.population >= WORLD_FROM && !SECTION.test(place.kind))
    .sort((a, b) => (a.country < b.country ? -1 : a.country > b.country ? 1 : a.latitude - b.latitude))
    .map((place) => ({ ...asEntry(place), region: place.country, alternates: [] }));
  return packChunk(entries, []);
}
