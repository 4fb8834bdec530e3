import { readChunk } from './chunk';
import { Gazetteer } from './gazetteer';
import { chunkOf, Lookup, SMALL_US_PLACES, WORLD } from './lookup';

/** Bytes of a packed chunk by name (`us`, `de`, `world`); `undefined` if there is no such chunk. */
export type FetchChunk = (name: string) => Promise<Uint8Array | undefined>;

/** Chunks that were loaded already, for each source of chunks: asking again costs nothing. */
const loadedFrom = new WeakMap<FetchChunk, Map<string, Promise<Gazetteer | undefined>>>();

/**
 * Loads the look-up data of some countries (alpha-2 codes, `WORLD` or `SMALL_US_PLACES`), each once. Countries without
 * data are left out: `has` tells. Rejects with what `fetchChunk` rejects with, and with
 * `ChunkFormatError` for bytes that are no look-up; a later call tries again.
 */
export async function loadLookup(countries: readonly string[], fetchChunk: FetchChunk): Promise<Lookup> {
  const names = [
    ...new Set(
      countries.map((country) =>
        country === WORLD || country === SMALL_US_PLACES ? country : chunkOf(country),
      ),
    ),
  ];
  const loaded = await Promise.all(names.map((name) => loadChunk(name, fetchChunk)));
  const chunks = new Map<string, Gazetteer>();
  names.forEach((name, i) => {
    const chunk = loaded[i];
    if (chunk !== undefined) chunks.set(name, chunk);
  });
  // The table of areas comes with the first look, not with the pane.
  const { townOfPostcode, COUNTRIES_WITH_AREAS } = await import('./postal-areas');
  return new Lookup(chunks, townOfPostcode, COUNTRIES_WITH_AREAS);
}

function loadChunk(name: string, fetchChunk: FetchChunk): Promise<Gazetteer | undefined> {
  let known = loadedFrom.get(fetchChunk);
  if (known === undefined)
    loadedFrom.set(fetchChunk, (known = new Map<string, Promise<Gazetteer | undefined>>()));
  let chunk = known.get(name);
  if (chunk === undefined) {
    chunk = fetchChunk(name).then((bytes) => bytes && new Gazetteer(readChunk(bytes)));
    known.set(name, chunk);
    const own = known;
    chunk.catch(() => own.delete(name));
  }
  return chunk;
}
