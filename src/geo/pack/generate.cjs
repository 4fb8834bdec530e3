'use strict';

const crypto = require('node:crypto');
const fs = require('node:fs');
const path = require('node:path');
const { ISLANDS, packCountry, packUnitedStates, packWorld } = require('./countries.cjs');
const {
  packageVersions,
  readFederalTowns,
  readPlaces,
  readSortationAreas,
  readZips,
} = require('./sources.cjs');

/** Beside the packages that the data comes from, so that `npm ci` clears it. */
const CACHE = path.join(__dirname, '..', '..', '..', 'node_modules', '.cache', 'evenfield-geo');

/** Changes with the generator's own text and with the packages' versions. */
function stamp() {
  const hash = crypto.createHash('sha256');
  for (const file of ['bytes', 'chunk', 'countries', 'generate', 'sources']) {
    hash.update(fs.readFileSync(path.join(__dirname, `${file}.cjs`)));
  }
  hash.update(packageVersions().join());
  return hash.digest('hex').slice(0, 16);
}

/** All chunks: `us` and `us-small`, a chunk for every other country in lower case, and `world`. */
function generate() {
  const places = readPlaces();
  const chunks = new Map();
  const american = places.filter(({ country }) => country === 'US' || ISLANDS.has(country));
  const zips = readZips(places);
  const { us, small } = packUnitedStates(zips, american, readFederalTowns(zips));
  chunks.set('us', us);
  chunks.set('us-small', small);
  const byCountry = new Map();
  for (const place of places) {
    if (place.country === 'US' || ISLANDS.has(place.country)) continue;
    if (!byCountry.has(place.country)) byCountry.set(place.country, []);
    byCountry.get(place.country).push(place);
  }
  const areas = readSortationAreas();
  for (const [country, own] of byCountry) {
    chunks.set(country.toLowerCase(), packCountry(own, country === 'CA' ? areas : []));
  }
  chunks.set('world', packWorld(places));
  return chunks;
}

/**
 * Makes sure the packed look-up data lies in the cache and says where: a folder of `<chunk>.bin`. Takes
 * about three seconds when the cache is empty or out of date, else nothing.
 *
 * @returns `{ folder, chunks }`: absolute path, and the chunks' names in order
 */
function ensurePacks() {
  const folder = path.join(CACHE, stamp());
  const list = path.join(folder, 'chunks.json');
  if (!fs.existsSync(list)) {
    // Written aside and renamed, so that two processes starting at once both find whole files.
    const draft = `${folder}.${process.pid}`;
    fs.mkdirSync(draft, { recursive: true });
    const chunks = generate();
    for (const [name, bytes] of chunks) fs.writeFileSync(path.join(draft, `${name}.bin`), bytes);
    fs.writeFileSync(path.join(draft, 'chunks.json'), JSON.stringify([...chunks.keys()].sort()));
    try {
      fs.renameSync(draft, folder);
    } catch (error) {
      if (!fs.existsSync(list)) throw error;
      fs.rmSync(draft, { recursive: true });
    }
  }
  return { folder, chunks: JSON.parse(fs.readFileSync(list, 'utf8')) };
}

module.exports = { ensurePacks };
