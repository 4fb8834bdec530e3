import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ISLANDS, packCountry, packUnitedStates, packWorld } from './countries';
import {
  packageVersions,
  readFederalTowns,
  readPlaces,
  readSortationAreas,
  readZips,
  type SourcePlace,
} from './sources';

/** Beside the packages that the data comes from, so that `npm ci` clears it. */
const CACHE = join(__dirname, '..', '..', '..', 'node_modules', '.cache', 'evenfield-geo');

const TEXT = ['bytes', 'chunk', 'countries', 'divisions', 'generate', 'sources', '../../exact/math'];

/** Changes with the generator's own text and with the packages' versions. */
function stamp(): string {
  const hash = createHash('sha256');
  for (const file of TEXT) hash.update(readFileSync(join(__dirname, `${file}.ts`)));
  hash.update(packageVersions().join());
  return hash.digest('hex').slice(0, 16);
}

/** All chunks: `us` and `us-small`, a chunk for every other country in lower case, and `world`. */
function generate(): Map<string, Uint8Array> {
  const places = readPlaces();
  const chunks = new Map<string, Uint8Array>();
  const american = places.filter(({ country }) => country === 'US' || ISLANDS.has(country));
  const zips = readZips(places);
  const { us, small } = packUnitedStates(zips, american, readFederalTowns(zips));
  chunks.set('us', us);
  chunks.set('us-small', small);
  const byCountry = new Map<string, SourcePlace[]>();
  for (const place of places) {
    if (place.country === 'US' || ISLANDS.has(place.country)) continue;
    if (!byCountry.has(place.country)) byCountry.set(place.country, []);
    byCountry.get(place.country)!.push(place);
  }
  const areas = readSortationAreas();
  for (const [country, own] of byCountry) {
    chunks.set(country.toLowerCase(), packCountry(own, country === 'CA' ? areas : []));
  }
  chunks.set('world', packWorld(places));
  return chunks;
}

export interface Packs {
  /** Absolute path. */
  readonly folder: string;
  /** Names in order. */
  readonly chunks: readonly string[];
}

/**
 * Makes sure the packed look-up data lies in the cache and says where: a folder of `<chunk>.bin`. Takes
 * about three seconds when the cache is empty or out of date, else nothing.
 */
export function ensurePacks(): Packs {
  const folder = join(CACHE, stamp());
  const list = join(folder, 'chunks.json');
  if (!existsSync(list)) {
    // Written aside and renamed, so that two processes starting at once both find whole files.
    const draft = `${folder}.${process.pid}`;
    mkdirSync(draft, { recursive: true });
    const chunks = generate();
    for (const [name, bytes] of chunks) writeFileSync(join(draft, `${name}.bin`), bytes);
    writeFileSync(join(draft, 'chunks.json'), JSON.stringify([...chunks.keys()].sort()));
    try {
      renameSync(draft, folder);
    } catch (error) {
      if (!existsSync(list)) throw error;
      rmSync(draft, { recursive: true });
    }
  }
  return { folder, chunks: JSON.parse(readFileSync(list, 'utf8')) as string[] };
}
