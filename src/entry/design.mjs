/**
 * `npm run design`: runs `headless.ts` as one file. It is bundled into the cache when a source has changed since;
 * loaded module by module and translated on the way, the program takes longer to start than a list takes to plan.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);
const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
/** Beside the packages, so that `npm ci` clears it. */
const cache = join(root, 'node_modules', '.cache', 'evenfield-design');
/** Bundles that are kept: of this checkout, and of others that share its packages. */
const KEPT = 4;

/** Changes with every file that is saved in `src`, and with the packages. */
function stamp() {
  const hash = createHash('sha256').update(root);
  const files = readdirSync(join(root, 'src'), { recursive: true }).map((name) => join('src', name));
  for (const name of [...files, 'package-lock.json'].sort()) {
    const { mtimeMs, size } = statSync(join(root, name));
    hash.update(`${name}:${mtimeMs}:${size}\n`);
  }
  return hash.digest('hex').slice(0, 16);
}

/** What looks for files beside itself finds them where its source is. */
const whereItStands = {
  name: 'where it stands',
  setup(build) {
    build.onLoad({ filter: /[\\/]src[\\/]geo[\\/]pack[\\/]\w+\.ts$/ }, ({ path }) => ({
      loader: 'ts',
      contents:
        `const __filename = ${JSON.stringify(path)}, __dirname = ${JSON.stringify(dirname(path))};\n` +
        readFileSync(path, 'utf8'),
    }));
  },
};

const quickFields = {
  name: 'plain fields',
  setup(build) {
    const plainFields = require('../workbench/grid/plain-fields.cjs');
    build.onLoad({ filter: plainFields.file }, ({ path }) => ({
      contents: plainFields(readFileSync(path, 'utf8')),
    }));
  },
};

/** Written aside and renamed, so that two processes starting at once both find whole files. */
async function bundle(file) {
  const draft = `${file}.${process.pid}`;
  mkdirSync(cache, { recursive: true });
  await require('esbuild').build({
    absWorkingDir: root,
    entryPoints: ['src/entry/headless.ts'],
    outfile: draft,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    minifyWhitespace: true,
    // Found in the packages when it is asked for.
    external: ['@microsoft/office-js'],
    plugins: [whereItStands, quickFields],
    logLevel: 'error',
  });
  renameSync(draft, file);
  clear();
}

function clear() {
  const age = (name) => statSync(join(cache, name)).mtimeMs;
  const bundles = readdirSync(cache).sort((one, other) => age(other) - age(one));
  for (const name of bundles.slice(KEPT)) rmSync(join(cache, name), { force: true });
}

const file = join(cache, `${stamp()}.cjs`);
if (!existsSync(file)) await bundle(file);
require(file);
