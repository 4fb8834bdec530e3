import { cos, PI } from '../../exact/math';
import { packChunk, type PackedCode, type PackedPlace } from './chunk';
import type { SourceArea, SourcePlace, SourceTown, SourceZip } from './sources';

/**
 * First-level divisions that GeoNames numbers, as ISO 3166-2 suffixes. Great Britain, Switzerland and
 * the United States carry theirs already; elsewhere the division is left out.
 */
const REGIONS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  CA: {
    '01': 'AB',
    '02': 'BC',
    '03': 'MB',
    '04': 'NB',
    '05': 'NL',
    '07': 'NS',
    '08': 'ON',
    '09': 'PE',
    10: 'QC',
    11: 'SK',
    12: 'YT',
    13: 'NT',
    14: 'NU',
  },
  AU: { '01': 'ACT', '02': 'NSW', '03': 'NT', '04': 'QLD', '05': 'SA', '06': 'TAS', '07': 'VIC', '08': 'WA' },
  DE: {
    '01': 'BW',
    '02': 'BY',
    '03': 'HB',
    '04': 'HH',
    '05': 'HE',
    '06': 'NI',
    '07': 'NW',
    '08': 'RP',
    '09': 'SL',
    10: 'SH',
    11: 'BB',
    12: 'MV',
    13: 'SN',
    14: 'ST',
    15: 'TH',
    16: 'BE',
  },
  AT: {
    '01': '1',
    '02': '2',
    '03': '3',
    '04': '4',
    '05': '5',
    '06': '6',
    '07': '7',
    '08': '8',
    '09': '9',
  },
  IN: {
    '01': 'AN',
    '02': 'AP',
    '03': 'AS',
    '05': 'CH',
    '07': 'DL',
    '09': 'GJ',
    10: 'HR',
    11: 'HP',
    12: 'JK',
    13: 'KL',
    14: 'LD',
    16: 'MH',
    17: 'MN',
    18: 'ML',
    19: 'KA',
    20: 'NL',
    21: 'OR',
    22: 'PY',
    23: 'PB',
    24: 'RJ',
    25: 'TN',
    26: 'TR',
    28: 'WB',
    29: 'SK',
    30: 'AR',
    31: 'MZ',
    33: 'GA',
    34: 'BR',
    35: 'MP',
    36: 'UP',
    37: 'CT',
    38: 'JH',
    39: 'UT',
    40: 'TG',
    41: 'LA',
  },
  JP: {
    '01': '23',
    '02': '05',
    '03': '02',
    '04': '12',
    '05': '38',
    '06': '18',
    '07': '40',
    '08': '07',
    '09': '21',
    10: '10',
    11: '34',
    12: '01',
    13: '28',
    14: '08',
    15: '17',
    16: '03',
    17: '37',
    18: '46',
    19: '14',
    20: '39',
    21: '43',
    22: '26',
    23: '24',
    24: '04',
    25: '45',
    26: '20',
    27: '42',
    28: '29',
    29: '15',
    30: '44',
    31: '33',
    32: '27',
    33: '41',
    34: '11',
    35: '25',
    36: '32',
    37: '22',
    38: '09',
    39: '36',
    40: '13',
    41: '31',
    42: '16',
    43: '30',
    44: '06',
    45: '35',
    46: '19',
    47: '47',
  },
  MX: {
    '01': 'AGU',
    '02': 'BCN',
    '03': 'BCS',
    '04': 'CAM',
    '05': 'CHP',
    '06': 'CHH',
    '07': 'COA',
    '08': 'COL',
    '09': 'CMX',
    10: 'DUR',
    11: 'GUA',
    12: 'GRO',
    13: 'HID',
    14: 'JAL',
    15: 'MEX',
    16: 'MIC',
    17: 'MOR',
    18: 'NAY',
    19: 'NLE',
    20: 'OAX',
    21: 'PUE',
    22: 'QUE',
    23: 'ROO',
    24: 'SLP',
    25: 'SIN',
    26: 'SON',
    27: 'TAB',
    28: 'TAM',
    29: 'TLA',
    30: 'VER',
    31: 'YUC',
    32: 'ZAC',
  },
  BR: {
    '01': 'AC',
    '02': 'AL',
    '03': 'AP',
    '04': 'AM',
    '05': 'BA',
    '06': 'CE',
    '07': 'DF',
    '08': 'ES',
    11: 'MS',
    13: 'MA',
    14: 'MT',
    15: 'MG',
    16: 'PA',
    17: 'PB',
    18: 'PR',
    20: 'PI',
    21: 'RJ',
    22: 'RN',
    23: 'RS',
    24: 'RO',
    25: 'RR',
    26: 'SC',
    27: 'SP',
    28: 'SE',
    29: 'GO',
    30: 'PE',
    31: 'TO',
  },
};
const LETTERED = new Set(['GB', 'CH', 'US']);

function regionOf(place: SourcePlace): string {
  if (LETTERED.has(place.country)) return place.admin1;
  return REGIONS[place.country]?.[place.admin1] ?? '';
}

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
