import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { FetchChunk } from '../load';
import { ensurePacks } from './generate';

/** Reads look-up chunks from the generator's cache, filling it first. For Node only: headless and tests. */
export const fetchChunkFromDisk: FetchChunk = async (name) => {
  const file = join(ensurePacks().folder, `${name}.bin`);
  return existsSync(file) ? new Uint8Array(await readFile(file)) : undefined;
};
