import type { Gazetteer } from './gazetteer';
import { placeKey } from './placeKey';

/** How a name was matched: as it stands, after leaving something away, or as a likely misspelling. */
export type CityMatch = 'name' | 'part' | 'likeness';

export interface FoundCity {
  readonly place: number;
  readonly match: CityMatch;
  readonly ambiguous: boolean;
}

const ALIASES: Readonly<Record<string, string>> = {
  nyc: 'New York',
  newyorkny: 'New York',
  dc: 'Washington',
  washingtondc: 'Washington',
  philly: 'Philadelphia',
  mexicodf: 'Mexico City',
  saopaolo: 'São Paulo',
  frankfurtammain: 'Frankfurt am Main',
  frankfurtmain: 'Frankfurt am Main',
};

/**
 * Looks for a place of that name, the largest first. Tries in turn: the name; the name without what
 * people put around it (`City of …`, `… Township`, `Houston NW`, `Paris Cedex 08`, `London SW1`); the
 * only name in the region that is one slip of the keyboard away.
 *
 * @param region suffix of ISO 3166-2; where the look-up knows regions, only places in it count
 */
export function findCity(
  chunk: Gazetteer,
  name: string,
  region: string | undefined,
  allowLikeness = true,
): FoundCity | undefined {
  const spellings = spellingsOf(name);
  for (let i = 0; i < spellings.length; i++) {
    const key = placeKey(spellings[i]!);
    if (key === '') continue;
    const found = choose(chunk, chunk.placesWithKey(key), region);
    if (found !== undefined) return { ...found, match: i === 0 ? 'name' : 'part' };
  }
  return allowLikeness ? alike(chunk, placeKey(name), region) : undefined;
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

/** The name, then shorter or other forms of it, each once. */
function spellingsOf(name: string): string[] {
  const forms = [name];
  const add = (form: string | undefined) => {
    const trimmed = form?.trim();
    if (trimmed !== undefined && trimmed.length > 2 && !forms.includes(trimmed)) forms.push(trimmed);
  };
  const alias = ALIASES[placeKey(name)];
  if (alias !== undefined) forms.push(alias);
  const bare = name
    .replace(/\([^)]*\)?/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  add(bare);
  add(bare.replace(/^(the\s+)?(city|town|village|borough|township|county) of\s+/i, ''));
  add(bare.replace(/^(greater|metro|downtown|near|stadt|ville de|ciudad de)\s+/i, ''));
  add(
    bare.replace(
      /\s+(city|township|twp|town|village|borough|cdp|area|metro area|metropolitan area)\.?$/i,
      '',
    ),
  );
  add(bare.replace(/\s+(north|south|east|west|n|s|e|w|ne|nw|se|sw)\.?$/i, ''));
  add(bare.replace(/\s*\bcedex\b.*$/i, ''));
  add(bare.replace(/[\s-]+\d.*$/, ''));
  add(bare.replace(/\s+[A-Z]{1,2}\d[A-Z\d]?$/, ''));
  add(bare.split(/[,/;|–—]| - /)[0]);
  add(bare.replace(/ae|oe|ue/gi, (pair) => pair[0] ?? '')); // Koeln, Muenchen
  return forms;
}

const SHORTEST_FOR_LIKENESS = 5;

/** The one name in the region that differs by a missing, extra, wrong or swapped letter, if there is one. */
function alike(chunk: Gazetteer, key: string, region: string | undefined): FoundCity | undefined {
  if (region === undefined || key.length < SHORTEST_FOR_LIKENESS) return undefined;
  let best: { key: string; place: number } | undefined;
  let tie = false;
  for (const other of chunk.keys()) {
    if (Math.abs(other.length - key.length) > 1 || !isOneSlipAway(key, other)) continue;
    const place = choose(chunk, chunk.placesWithKey(other), region)?.place;
    if (place === undefined) continue;
    if (best === undefined) best = { key: other, place };
    else if (chunk.chunk.placeSize[place]! > chunk.chunk.placeSize[best.place]! + 8) {
      best = { key: other, place };
      tie = false;
    } else if (chunk.chunk.placeSize[best.place]! <= chunk.chunk.placeSize[place]! + 8) tie = true;
  }
  return best === undefined || tie ? undefined : { place: best.place, match: 'likeness', ambiguous: false };
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
