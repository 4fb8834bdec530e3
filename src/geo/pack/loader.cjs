'use strict';

const crypto = require('node:crypto');
const fs = require('node:fs');
const path = require('node:path');
const { ensurePacks } = require('./generate.cjs');

/**
 * Webpack loader for `chunks.geo`: emits every packed chunk under a name with its hash, so that it may be
 * cached for ever, and exports where each is. Nothing of it enters a bundle; the pane fetches a chunk when
 * a country is asked for.
 */
module.exports = function geoChunks() {
  const { folder, chunks } = ensurePacks();
  const urls = chunks.map((name) => {
    const bytes = fs.readFileSync(path.join(folder, `${name}.bin`));
    const hash = crypto.createHash('sha256').update(bytes).digest('hex').slice(0, 10);
    const file = `geo/${name}.${hash}.bin`;
    this.emitFile(file, bytes);
    return `${JSON.stringify(name)}: base + ${JSON.stringify(file)}`;
  });
  return `const base = __webpack_public_path__;\nexport default { ${urls.join(', ')} };\n`;
};
