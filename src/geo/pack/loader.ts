import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LoaderContext } from 'webpack';
import { ensurePacks } from './generate';

/**
 * Webpack loader for `chunks.geo`: emits every packed chunk under a name with its hash, so that it may be
 * cached for ever, and exports where each is. Nothing of it enters a bundle; the pane fetches a chunk when
 * a country is asked for.
 */
export default function geoChunks(this: LoaderContext<object>): string {
  const { folder, chunks } = ensurePacks();
  const urls = chunks.map((name) => {
    const bytes = readFileSync(join(folder, `${name}.bin`));
    const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 10);
    const file = `geo/${name}.${hash}.bin`;
    this.emitFile(file, bytes);
    return `${JSON.stringify(name)}: base + ${JSON.stringify(file)}`;
  });
  return `const base = __webpack_public_path__;\nexport default { ${urls.join(', ')} };\n`;
}
