import { fetchChunkFromDisk } from '../../src/geo/pack/from-disk';
import { seeded } from '../../src/exact/random';
import {
  chooseDefaults,
  locate,
  lookupFor,
  mapAccountColumns,
  matchOwners,
  readAccounts,
  rosterFromOwners,
} from '../../src/intake';
import type { Cell, SourceTable } from '../../src/plan/cells';

/**
 * How long a full sheet takes from cells to plan columns, and how much memory:
 *
 *   npx tsx test/bench/intake.ts [rows, default 1,048,575] [dirty]
 *
 * `dirty` makes every ZIP, amount and date a text, with a million different addresses.
 */

const HEADERS = [
  'Account ID',
  'Account Name',
  'Account Owner',
  'Billing Street',
  'Billing City',
  'Billing State',
  'Billing Zip',
  'Billing Country',
  'Latitude',
  'Longitude',
  'Industry',
  'Type',
  'Employees',
  'Annual Revenue',
  'ARR',
  'Open Pipeline',
  'Potential',
  'Renewal Date',
  'Last Activity',
  'Parent Account ID',
];
const TOWNS: readonly (readonly [
  city: string,
  state: string,
  zip: number,
  latitude: number,
  longitude: number,
])[] = [
  ['Denver', 'CO', 80202, 39.75, -104.99],
  ['Dallas', 'TX', 75201, 32.78, -96.8],
  ['New York', 'NY', 10001, 40.75, -73.99],
  ['Chicago', 'IL', 60601, 41.88, -87.62],
  ['Atlanta', 'GA', 30303, 33.75, -84.39],
];

function made(rows: number, dirty: boolean): SourceTable {
  const random = seeded(1);
  const columns: Cell[][] = HEADERS.map(() => new Array<Cell>(rows));
  for (let i = 0; i < rows; i++) {
    const [city, state, zip, latitude, longitude] = TOWNS[i % TOWNS.length]!;
    const amount = Math.floor(random() * 1e5);
    const cells: Cell[] = [
      `A-${i}`,
      `Firm number ${i} Inc`,
      `Rep ${i % 500}`,
      `${i} Oak St`,
      city,
      state,
      dirty ? String(10000 + Math.floor(random() * 89999)) : zip,
      'United States',
      dirty ? '' : latitude + random() * 0.2,
      dirty ? '' : longitude + random() * 0.2,
      'Energy',
      'Customer',
      Math.floor(random() * 1000),
      Math.floor(random() * 1e7),
      dirty ? `$${amount}.00` : amount,
      Math.floor(random() * 1e5),
      Math.floor(random() * 1e5),
      45292 + (i % 300),
      dirty ? '7/14/2025' : 45292 + (i % 300),
      i % 10 === 0 ? '' : `A-${i - (i % 10)}`,
    ];
    cells.forEach((cell, c) => {
      columns[c]![i] = cell;
    });
  }
  return {
    sheet: 'Accounts',
    headerRow: 1,
    firstRow: 2,
    firstColumn: 1,
    rowCount: rows,
    headers: HEADERS,
    columns,
    formats: HEADERS.map(() => 'General'),
    isFormula: HEADERS.map(() => false),
    hiddenRows: [],
  };
}

async function timed<T>(name: string, run: () => T | Promise<T>): Promise<T> {
  const from = performance.now();
  const result = await run();
  const seconds = (performance.now() - from) / 1000;
  console.log(`${name}: ${seconds.toFixed(1)} s, ${Math.round(process.memoryUsage().rss / 1e6)} MB in all`);
  return result;
}

async function main(): Promise<void> {
  const rows = Number(process.argv[2] ?? 1048575);
  const source = await timed('make', () => made(rows, process.argv[3] === 'dirty'));
  const { mapping } = await timed('map', () => mapAccountColumns(source));
  const { accounts, findings } = await timed('read', () => readAccounts(source, mapping));
  const lookup = await timed('load places', () => lookupFor(accounts, fetchChunkFromDisk));
  const { places, findings: more } = await timed('locate', () => locate(accounts, lookup));
  await timed('defaults', () => {
    const roster = rosterFromOwners(accounts);
    matchOwners(accounts, roster);
    return chooseDefaults(accounts);
  });
  const placed = places.latitude.filter((degrees) => !Number.isNaN(degrees)).length;
  console.log(
    `${accounts.count} accounts, ${placed} placed, ${findings.length + more.length} findings listed`,
  );
}

void main();
