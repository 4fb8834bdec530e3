import type { Gazetteer } from './gazetteer';
import { placeKey } from './place-key';

/** How a name was matched: as it stands, after leaving something away, or as a likely misspelling. */
export type CityMatch = 'name' | 'part' | 'likeness';

export interface FoundCity {
  readonly place: number;
  readonly match: CityMatch;
  readonly ambiguous: boolean;
}

const ALIASES: Readonly<Record<string, string>> = {
  nyc: 'New York',
  ny: 'New York',
  la: 'Los Angeles',
  sf: 'San Francisco',
  slc: 'Salt Lake City',
  okc: 'Oklahoma City',
  nola: 'New Orleans',
  stl: 'St. Louis',
  torc: 'Truth or Consequences',
  newyorkny: 'New York',
  dc: 'Washington',
  washingtondc: 'Washington',
  philly: 'Philadelphia',
  hatorey: 'San Juan',
  riopiedras: 'San Juan',
  santurce: 'San Juan',
  mexicodf: 'Mexico City',
  saopaolo: 'São Paulo',
  frankfurtammain: 'Frankfurt am Main',
  frankfurtmain: 'Frankfurt am Main',
};

/**
 * Looks for a place of that name, the largest first. Tries in turn: the name; the name without what
 * people put around it (`City of …`, `… Township`, `Houston NW`, `Paris Cedex 08`, `London SW1`); a likely
 * misspelling of a place in the region; the town that a district is named after (`South Attleboro`).
 *
 * @param region suffix of ISO 3166-2; where the look-up knows regions, only places in it count
 */
export function findCity(
  chunk: Gazetteer,
  name: string,
  region: string | undefined,
  allowLikeness = true,
): FoundCity | undefined {
  let match: CityMatch = 'name';
  for (const spelling of spellingsOf(name)) {
    const key = placeKey(spelling);
    const found = key === '' ? undefined : choose(chunk, chunk.placesWithKey(key), region);
    if (found !== undefined) return { ...found, match };
    match = 'part';
  }
  if (!allowLikeness) return undefined;
  return alike(chunk, name, region) ?? nearby(chunk, name, region);
}

/** The town that a district or a name with its state behind it belongs to. */
function nearby(chunk: Gazetteer, name: string, region: string | undefined): FoundCity | undefined {
  if (region === undefined) return undefined;
  for (const without of NEARBY) {
    const form = without(name).trim();
    if (form === name || form.length < 4) continue;
    const found = choose(chunk, chunk.placesWithKey(placeKey(form)), region);
    if (found !== undefined) return { ...found, match: 'likeness' };
  }
  return undefined;
}

function choose(
  chunk: Gazetteer,
  places: readonly number[],
  region: string | undefined,
): { place: number; ambiguous: boolean } | undefined {
  const inRegion =
    region === undefined
      ? places
      : places.filter((place) => chunk.placeRegion(place) === region || chunk.placeRegion(place) === '');
  const [first, second] = inRegion;
  if (first === undefined) return undefined;
  // Sizes are 4 · log₂: the runner-up counts as a rival from a quarter of the inhabitants on.
  const rival = second !== undefined && chunk.chunk.placeSize[second]! + 8 > chunk.chunk.placeSize[first]!;
  return { place: first, ambiguous: rival && region === undefined };
}

/** What people put around a name, and what is left without it. */
const AROUND: readonly ((name: string) => string | undefined)[] = [
  (name) => ALIASES[placeKey(name)],
  (name) => name,
  (name) => name.replace(/^(the\s+)?(city|town|village|borough|township|county) of\s+/i, ''),
  (name) => name.replace(/^(greater|metro|downtown|near|stadt|ville de|ciudad de)\s+/i, ''),
  (name) =>
    name.replace(
      /\s+(city|township|twp|town|village|borough|cdp|area|metro area|metropolitan area)\.?$/i,
      '',
    ),
  (name) => name.replace(/\s+(north|south|east|west|n|s|e|w|ne|nw|se|sw|pueblo|urbano)\.?$/i, ''),
  (name) => name.replace(/^(ne|nw|se|sw|n|s|e|w)\.?\s+/i, ''),
  (name) => name.replace(/\s*\bcedex\b.*$/i, ''),
  (name) => name.replace(/[\s-]*\d.*$/, ''),
  (name) => name.replace(/\s+[A-Z]{1,2}\d[A-Z\d]?$/, ''),
  (name) => name.replace(/^(\p{L}{5,})\s(?:[A-ZØ]|[NS][VØ])$/u, '$1'), // København Ø, Odense SV
  (name) => name.split(/[,/;|–—]| - /)[0],
  (name) => name.replace(/(?:特别行政区|市辖区|[市區区縣县郡]|광역시|특별시|시)$/u, ''), // 北京市, 부산광역시
  (name) => name.replace(/^(?:г\.|город|مدينة)\s*/u, ''),
  (name) => name.replace(/-(?:shi|ku|si|gu|gun|cho|machi)$/i, ''),
  (name) => name.replace(/ae|oe|ue/gi, (pair) => pair[0] ?? ''), // Koeln, Muenchen
];

/** Parts of a town, and its state written behind it: where the town itself is nearest to what was meant. */
const NEARBY: readonly ((name: string) => string)[] = [
  (name) => name.replace(/[\s,]+[A-Z]{2}\.?$/i, ''), // Boone NC
  (name) => name.replace(/^(north|south|east|west|upper|lower|old)[\s-]+/i, ''), // South Attleboro
  (name) => name.replace(/\s+(charter )?(township|twp|boro|borough)\.?$/i, ''),
  (name) => name.replace(/\s+(north|south|east|west|downtown|center|heights|hills|park|beach|village)$/i, ''),
];

/** The name, then shorter or other forms of it, each once. */
export function* spellingsOf(name: string): Generator<string> {
  yield name;
  const seen = new Set([name]);
  const bare = name
    .replace(/\([^)]*\)?/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  for (const without of AROUND) {
    const form = without(bare)?.trim();
    if (form === undefined || form === '' || seen.has(form) || (form.length < 3 && /^[ -~]*$/.test(form)))
      continue;
    seen.add(form);
    yield form;
  }
}

const SHORTEST_FOR_LIKENESS = 6;

/**
 * The place in the region that was probably meant: the only one whose name goes on where this one ends
 * (`St. Simons` for St. Simons Island), or the only one that differs by a missing, extra, wrong or swapped
 * letter. One of several counts only if it is four times as large as the others.
 */
function alike(chunk: Gazetteer, name: string, region: string | undefined): FoundCity | undefined {
  const key = placeKey(name);
  if (region === undefined || key.length < SHORTEST_FOR_LIKENESS) return undefined;
  const longer = largest(chunk, chunk.keysBeginningWith(name), region);
  const place = longer ?? largest(chunk, slipsOf(chunk, key), region);
  return place === undefined ? undefined : { place, match: 'likeness', ambiguous: false };
}

function* slipsOf(chunk: Gazetteer, key: string): Generator<string> {
  for (let length = key.length - 1; length <= key.length + 1; length++) {
    for (const other of chunk.keysOfLength(length)) if (isOneSlipAway(key, other)) yield other;
  }
}

/** The largest place in the region under any of these keys, unless another is nearly as large. */
function largest(chunk: Gazetteer, keys: Iterable<string>, region: string): number | undefined {
  const size = (place: number) => chunk.chunk.placeSize[place]!;
  let best: number | undefined;
  let rival = false;
  for (const key of keys) {
    const place = choose(chunk, chunk.placesWithKey(key), region)?.place;
    if (place === undefined || place === best) continue;
    if (best === undefined || size(place) >= size(best) + 8) {
      best = place;
      rival = false;
    } else if (size(place) > size(best) - 8) rival = true;
  }
  return rival ? undefined : best;
}

/** True if one insertion, deletion, change or swap of neighbours makes one text the other. */
export function isOneSlipAway(a: string, b: string): boolean {
  if (a === b) return false;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.length - short.length > 1) return false;
  let i = 0;
  while (i < short.length && short[i] === long[i]) i++;
  if (short.length < long.length) return short.slice(i) === long.slice(i + 1);
  if (short.slice(i + 1) === long.slice(i + 1)) return true;
  return short[i] === long[i + 1] && short[i + 1] === long[i] && short.slice(i + 2) === long.slice(i + 2);
}
