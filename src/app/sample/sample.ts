import { exp, pow } from '../../exact/math';
import { normal, seeded, type Random } from '../../exact/random';
import { haversineKm } from '../../geo/sphere';
import type { DataSheet } from '../ports';
import { CITIES, pointOf, type City } from './cities';
import { cumulative, drawn, pick, round } from './draw';
import { sheetOf } from './sheet-of';
import { lastOwner, lastYearsPlan, type SampleRep } from './last-year';
import { rosterSheet } from './team';
import { accountName, INDUSTRIES, personName } from './words';

export interface SampleOptions {
  readonly accounts?: number;
  readonly reps?: number;
  readonly seed?: number;
  /** 1900 serial of the day of the export. */
  readonly today?: number;
}

/** 1 November 2026. */
const TODAY = 46327;

const ACCOUNT_HEADERS = [
  'Account ID (18)',
  'Account Name',
  'Parent Account ID',
  'Account Owner',
  'Type',
  'Industry',
  'Employees',
  'Annual Revenue',
  'Billing Street',
  'Billing City',
  'Billing State/Province',
  'Billing Zip/Postal Code',
  'Billing Country',
  'Billing Latitude',
  'Billing Longitude',
  'Account Potential',
  'ARR',
  'Open Pipeline',
  'Bookings Last Year',
  'Renewal Date',
  'Last Activity',
  'Churn Risk',
] as const;
const ACCOUNT_FORMATS: Readonly<Record<string, string>> = {
  'Annual Revenue': '$#,##0',
  'Account Potential': '$#,##0',
  ARR: '$#,##0',
  'Open Pipeline': '$#,##0',
  'Bookings Last Year': '$#,##0',
  Employees: '#,##0',
  'Renewal Date': 'yyyy-mm-dd',
  'Last Activity': 'yyyy-mm-dd',
  'Account ID (18)': '@',
  'Parent Account ID': '@',
  'Billing Zip/Postal Code': '@',
};

/**
 * A CRM export and a roster that look like a real company's: places drawn by population, log-normal
 * potential, last year's owners by distance with the exceptions that years bring, and a little honest
 * dirt. The same seed gives the same cells everywhere.
 */
export function sampleSheets(options: SampleOptions = {}): DataSheet[] {
  const { accounts = 2500, reps = 20, seed = 2026, today = TODAY } = options;
  const random = seeded(seed);
  const roster = makeReps(random, reps);
  return [
    accountSheet(random, accounts, roster, today, seeded(seed + 1)),
    rosterSheet(random, roster, today, seeded(seed + 2)),
  ];
}

function makeReps(random: Random, count: number): SampleRep[] {
  // Homes spread out: each is the candidate farthest from those before it.
  const homes: City[] = [];
  const biggest = CITIES.slice(0, 90);
  const names = new Set<string>();
  return Array.from({ length: count }, (_, j) => {
    const candidates = Array.from({ length: 6 }, () => pick(random, biggest));
    const home = j === 0 ? pick(random, biggest) : farthest(candidates, homes);
    homes.push(home);
    let name = personName(random);
    while (names.has(name)) name = personName(random);
    names.add(name);
    return { name, home, zip: pick(random, home[3]), tbh: j === count - 1 };
  });
}

function farthest(candidates: readonly City[], from: readonly City[]): City {
  const reach = (city: City) => Math.min(...from.map((other) => haversineKm(pointOf(city), pointOf(other))));
  return candidates.reduce((best, city) => (reach(city) > reach(best) ? city : best));
}

function accountSheet(
  random: Random,
  count: number,
  roster: readonly SampleRep[],
  today: number,
  past: Random,
): DataSheet {
  const weights = cumulative(CITIES.map(([, , thousands]) => pow(thousands, 0.85)));
  const owners = lastYearsPlan(roster.filter(({ tbh }) => !tbh));
  const ids = Array.from({ length: count }, (_, i) => salesforceId(random, i));
  const dirt = dirtRows(random, count);
  // Branches are mostly in the state of their head office.
  const inState = new Map<string, string[]>();
  const rows = ids.map((id, i): (string | number | boolean)[] => {
    const city = drawn(random, CITIES, weights);
    const [name, state, , zips] = city;
    const zip = pick(random, zips);
    const latitude = round(zip[1] + 0.04 * normal(random), 4);
    const longitude = round(zip[2] + 0.05 * normal(random), 4);
    const industry = pick(random, INDUSTRIES);
    const potential = Math.round(exp(10.6 + 1.2 * normal(random)) / 100) * 100;
    const customer = random() < 0.6;
    const arr = customer ? Math.round((potential * (0.15 + 0.6 * random())) / 100) * 100 : 0;
    const pipeline = random() < 0.35 ? Math.round((potential * 0.5 * random()) / 100) * 100 : 0;
    const employees = Math.max(3, Math.round(exp(4.6 + 0.6 * normal(random)) * pow(potential / 40000, 0.4)));
    const before = inState.get(state) ?? [];
    const parent = random() < 0.03 && before.length > 0 ? pick(random, before) : '';
    inState.set(state, [...before, id]);
    const row: (string | number | boolean)[] = [
      id,
      accountName(random, industry),
      parent,
      lastOwner(random, owners, latitude, longitude),
      customer ? 'Customer' : 'Prospect',
      industry,
      employees,
      Math.round((employees * (120000 + 90000 * random())) / 1000) * 1000,
      `${1 + Math.floor(random() * 9800)} ${pick(random, STREETS)}`,
      name,
      state,
      zip[0],
      'United States',
      latitude,
      longitude,
      potential,
      arr,
      pipeline,
      Math.round((arr * past() * past()) / 100) * 100,
      customer ? today + Math.floor(random() * 365) : '',
      random() < 0.9 ? today - Math.floor(random() * random() * 500) : '',
      pick(random, customer ? ['Low', 'Low', 'Low', 'Medium', 'High'] : ['']),
    ];
    dirt.get(i)?.(row);
    return row;
  });
  return sheetOf('Accounts', ACCOUNT_HEADERS, rows, ACCOUNT_FORMATS);
}

/** What every export has a little of. Each entry spoils one row. */
function dirtRows(random: Random, count: number): Map<number, (row: (string | number | boolean)[]) => void> {
  const column = (header: (typeof ACCOUNT_HEADERS)[number]) => ACCOUNT_HEADERS.indexOf(header);
  const potential = column('Account Potential');
  const spoil: ((row: (string | number | boolean)[]) => void)[] = [
    (row) => (row[potential] = `$${Number(row[potential]).toLocaleString('en-US')}.00 `),
    (row) => (row[potential] = `${(Number(row[potential]) / 1000).toFixed(1)}K`),
    (row) => (row[potential] = '-'),
    (row) => (row[column('ARR')] = 'N/A'),
    (row) => (row[column('Employees')] = -999),
    (row) => (row[column('Account Name')] = `=${String(row[column('Account Name')])}, 1`),
    (row) => (row[column('Billing Zip/Postal Code')] = Number(row[column('Billing Zip/Postal Code')])),
    (row) => (row[column('Account Owner')] = 'Integration User'),
    (row) => (row[column('Account Name')] = '+Plus Logistics'),
    (row) => {
      row[column('Billing Latitude')] = '';
      row[column('Billing Longitude')] = '';
    },
  ];
  const rows = new Map<number, (row: (string | number | boolean)[]) => void>();
  for (let n = 0; n < Math.min(2 * spoil.length, count / 10); n++) {
    const act = spoil[n % spoil.length];
    if (act !== undefined) rows.set(Math.floor(random() * count), act);
  }
  return rows;
}

const STREETS = [
  'Main St',
  'Oak Ave',
  'Industrial Pkwy',
  'Commerce Dr',
  '2nd St',
  'Park Blvd',
  'Mill Rd',
  'Lake St',
];

/** A record id in the 18-character form: 15 case-sensitive characters and a check of their case. */
function salesforceId(random: Random, i: number): string {
  const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
  let tail = '';
  for (let n = i, d = 0; d < 4; d++, n = Math.floor(n / 62)) tail = alphabet.charAt(n % 62) + tail;
  let id = '0015e0000';
  while (id.length < 11) id += alphabet.charAt(Math.floor(random() * 62));
  id += tail;
  const checks = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';
  for (let block = 0; block < 3; block++) {
    let bits = 0;
    for (let c = 0; c < 5; c++) if (/[A-Z]/.test(id.charAt(5 * block + c))) bits |= 1 << c;
    id += checks.charAt(bits);
  }
  return id;
}
