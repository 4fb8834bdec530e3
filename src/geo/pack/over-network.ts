import type { FetchChunk } from '../load';
import urls from './chunks.geo';

/** Fetches look-up chunks from the add-in's own origin, each as it is needed. Rejects if one fails to load. */
export const fetchChunkOverNetwork: FetchChunk = async (name) => {
  const url = urls[name];
  if (url === undefined) return undefined;
  const response = await fetch(url);
  if (!response.ok) throw new Error(`The place look-up ${name} did not load: ${response.status}.`);
  return new Uint8Array(await response.arrayBuffer());
};
