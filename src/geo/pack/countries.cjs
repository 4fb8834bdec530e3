'use strict';

const { packChunk } = require('./chunk.cjs');

/**
 * First-level divisions that GeoNames numbers, as ISO 3166-2 suffixes. Great Britain, Switzerland and
 * the United States carry theirs already; elsewhere the division is left out.
 */
const REGIONS = {
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

function regionOf(place) {
  if (LETTERED.has(place.country)) return place.admin1;
  return REGIONS[place.country]?.[place.admin1] ?? '';
}

/** Islands that have ZIPs of the United States: their places are in the chunk `us`. */
const ISLANDS = new Set(['PR', 'VI', 'GU', 'AS', 'MP']);

/** What of two spellings counts as the same name. The runtime's own folding is finer; this only merges. */
function plain(name) {
  return name
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/\b(st|ste|ft|mt)\b\.? /g, (short) => ({ s: 'saint', f: 'fort', m: 'mount' })[short[0]])
    .replace(/[^a-z0-9]/g, '');
}

const ALTERNATES_FROM = 15000;
const LATIN = /^[\p{Script=Latin}\p{M} .'’-]{4,40}$/u;

/** Scripts that addresses of a country are written in besides Latin. */
const NATIVE = Object.fromEntries(
  [
    ['CN TW HK MO SG', /^\p{Script=Han}{2,8}$/u],
    ['JP', /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]{2,10}$/u],
    ['KR KP', /^\p{Script=Hangul}{2,8}$/u],
    ['RU UA BY BG RS MK KZ KG MN', /^[\p{Script=Cyrillic} .-]{3,40}$/u],
    ['GR CY', /^[\p{Script=Greek}\p{M} .-]{3,40}$/u],
    ['SA AE KW QA BH OM JO LB EG MA DZ TN IQ SY YE LY SD PS', /^[\p{Script=Arabic} ]{3,30}$/u],
    ['IL', /^[\p{Script=Hebrew} -]{2,30}$/u],
    ['TH', /^[\p{Script=Thai}\p{M}]{3,30}$/u],
  ].flatMap(([countries, script]) => countries.split(' ').map((country) => [country, script])),
);

/** Other spellings of larger places (Munich, Köln, Genève, 北京), without airport codes. */
function alternatesOf(place) {
  if (place.population < ALTERNATES_FROM) return [];
  const seen = new Set([plain(place.name)]);
  const kept = [];
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

const asEntry = (place) => ({
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
function packUnitedStates(zips, places, federalTowns) {
  const known = new Map();
  for (const place of places) {
    const state = ISLANDS.has(place.country) ? place.country : place.admin1;
    const key = `${state}|${plain(place.name)}`;
    const other = known.get(key);
    if (!other || place.population > other.population) known.set(key, place);
  }
  const entries = [];
  const entryOf = new Map();
  const zipCount = [];
  const codes = [];
  let last = -1;
  for (const { zip, place, state, latitude, longitude } of zips) {
    const key = `${state}|${plain(place)}`;
    let number = place === '' ? sameState(entries, last, state) : entryOf.get(key);
    if (number === undefined) {
      const own = known.get(key);
      const entry = { name: place === '' ? state : (own?.name ?? place), region: state };
      number = entries.push({ ...entry, population: own ? asEntry(own).population : 0, alternates: [] }) - 1;
      entryOf.set(key, number);
      zipCount.push(0);
      if (own) entries[number].own = own;
    }
    zipCount[number]++;
    last = number;
    codes.push({ code: Number(zip), place: number, latitude, longitude });
  }
  entries.forEach((entry, i) => {
    if (!entry.own) return;
    if (zipCount[i] > 1) Object.assign(entry, point(entry.own));
  });
  const rest = [...known]
    .filter(([key]) => !entryOf.has(key))
    .sort(([, a], [, b]) => byRegionThenLatitude(a, b));
  const small = [];
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

const point = ({ latitude, longitude }) => ({ latitude, longitude });

function sameState(entries, last, state) {
  return last >= 0 && entries[last].region === state ? last : undefined;
}

function byRegionThenLatitude(a, b) {
  return a.admin1 < b.admin1 ? -1 : a.admin1 > b.admin1 ? 1 : a.latitude - b.latitude;
}

function packCountry(places, areas = []) {
  const entries = [...places].sort(byRegionThenLatitude).map(asEntry);
  const codes = areas.map((area) => ({
    code: sortationNumber(area.code),
    place: nearest(entries, area),
    latitude: area.latitude,
    longitude: area.longitude,
  }));
  return packChunk(
    entries.map((entry) => ({ ...entry })),
    codes,
  );
}

/** `M4B` as a number that keeps the order of letters and digits: base 36. */
const sortationNumber = (code) => parseInt(code, 36);

/** The place nearest to a sortation area, of the same province where there is one. */
function nearest(entries, area) {
  let best = 0;
  let bestDistance = Infinity;
  entries.forEach((entry, i) => {
    const x = (entry.longitude - area.longitude) * Math.cos((area.latitude * Math.PI) / 180);
    const y = entry.latitude - area.latitude;
    const distance = x * x + y * y + (entry.region === area.region ? 0 : 1e6);
    if (distance < bestDistance) {
      bestDistance = distance;
      best = i;
    }
  });
  return best;
}

const WORLD_FROM = 15000;

/** Larger places of all countries, their country standing as region: which country is this point in? */
function packWorld(places) {
  const entries = places
    .filter((place) => place.population >= WORLD_FROM && !SECTION.test(place.kind))
    .sort((a, b) => (a.country < b.country ? -1 : a.country > b.country ? 1 : a.latitude - b.latitude))
    .map((place) => ({ ...asEntry(place), region: place.country, alternates: [] }));
  return packChunk(entries, []);
}

module.exports = { packUnitedStates, packCountry, packWorld, ISLANDS };
