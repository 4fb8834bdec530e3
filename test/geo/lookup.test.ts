import { haversineKm, loadLookup, SMALL_US_PLACES, WORLD, type Lookup } from '../../src/geo';
import { fetchChunkFromDisk } from '../../src/geo/pack/from-disk';

const NEAR_KM = 12;

describe('the offline place look-up', () => {
  let lookup: Lookup;
  beforeAll(async () => {
    lookup = await loadLookup(['US', 'CA', 'DE', 'GB', 'MX', 'PR', WORLD], fetchChunkFromDisk);
  });

  function expectNear(
    hit: { latitude: number; longitude: number } | undefined,
    latitude: number,
    longitude: number,
  ) {
    expect(hit).toBeDefined();
    if (hit) expect(haversineKm(hit, { latitude, longitude })).toBeLessThan(NEAR_KM);
  }

  it.each([
    ['10001', 40.75, -73.99, 'US-NY'],
    ['02139', 42.36, -71.1, 'US-MA'],
    ['00601', 18.16, -66.72, 'US-PR'],
    ['99553', 54.14, -165.79, 'US-AK'],
    ['96910', 13.47, 144.74, 'US-GU'],
  ])('knows ZIP %s and its state', (zip, latitude, longitude, region) => {
    const hit = lookup.postcode('US', zip);
    expectNear(hit, latitude, longitude);
    expect(hit?.region).toBe(region);
  });

  it('believes of two contradicting points of a ZIP the one near its town', () => {
    for (const [zip, town] of [
      ['99701', 'Fairbanks'],
      ['99503', 'Anchorage'],
      ['99574', 'Cordova'],
    ] as const) {
      const here = lookup.postcode('US', zip);
      const there = lookup.city('US', town, 'US-AK');
      expect(here && there && haversineKm(here, there)).toBeLessThan(30);
    }
  });

  it('knows post towns that lost their ZIP', async () => {
    const all = await loadLookup(['US', SMALL_US_PLACES], fetchChunkFromDisk);
    const hit = all.city('US', 'Lincoln Acres', 'US-CA');
    expect(hit?.name).toBe('Lincoln Acres');
    expect(hit && haversineKm(hit, { latitude: 32.67, longitude: -117.07 })).toBeLessThan(5);
  });

  it('knows Canadian postcodes by their first three characters', () => {
    const hit = lookup.postcode('CA', 'M4B 1V4');
    expectNear(hit, 43.71, -79.31);
    expect(hit?.region).toBe('CA-ON');
    expect(lookup.postcode('CA', 'Z9Z')).toBeUndefined();
  });

  it('does not invent postcodes it has no data for', () => {
    expect(lookup.postcode('DE', '10115')).toBeUndefined();
    expect(lookup.postcode('US', '00000')).toBeUndefined();
  });

  it.each([
    ['US', 'St. Louis', 'US-MO', 38.63, -90.2],
    ['US', 'Saint Louis', 'US-MO', 38.63, -90.2],
    ['US', 'N Little Rock', 'US-AR', 34.77, -92.27],
    ['US', 'Ft Worth', 'US-TX', 32.73, -97.32],
    ['US', "Coeur D'Alene", 'US-ID', 47.68, -116.78],
    ['US', 'La Grange', 'US-IL', 41.81, -87.87],
    ['US', 'Washington, D.C.', 'US-DC', 38.9, -77.03],
    ['US', 'New York City', 'US-NY', 40.71, -74.0],
    ['US', 'City of Industry', 'US-CA', 34.02, -117.95],
    ['DE', 'Köln', undefined, 50.94, 6.96],
    ['DE', 'Cologne', undefined, 50.94, 6.96],
    ['DE', 'Koeln', undefined, 50.94, 6.96],
    ['DE', 'Muenchen', undefined, 48.14, 11.58],
    ['DE', 'Frankfurt am Main', undefined, 50.11, 8.68],
    ['GB', 'London SW1', undefined, 51.51, -0.13],
    ['MX', 'México D.F.', undefined, 19.43, -99.13],
    ['CA', 'Montreal', 'CA-QC', 45.51, -73.59],
    ['PR', 'San Juan', undefined, 18.45, -66.08],
  ])('finds %s %s', (country, name, region, latitude, longitude) => {
    expectNear(lookup.city(country, name, region), latitude, longitude);
  });

  it('keeps towns of one name apart by state, and says when the state is missing', () => {
    const illinois = lookup.city('US', 'Springfield', 'US-IL');
    const missouri = lookup.city('US', 'Springfield', 'US-MO');
    expectNear(illinois, 39.8, -89.64);
    expectNear(missouri, 37.21, -93.29);
    expect(illinois?.ambiguous).toBe(false);
    expect(lookup.city('US', 'Springfield')?.ambiguous).toBe(true);
    expect(lookup.city('US', 'Boston')?.ambiguous).toBe(false);
  });

  it('forgives one slip of the keyboard inside a state, and says so', () => {
    const hit = lookup.city('US', 'Gainsville', 'US-FL');
    expectNear(hit, 29.65, -82.32);
    expect(hit?.match).toBe('likeness');
    expect(lookup.city('US', 'Xyzzytown', 'US-FL')).toBeUndefined();
  });

  it('names an area after the place that people know', () => {
    expect(lookup.nameNear({ latitude: 39.7, longitude: -104.9 })).toBe('Denver');
    expect(lookup.nameNear({ latitude: 41.85, longitude: -87.75 })).toBe('Chicago');
    expect(lookup.nameNear({ latitude: 48.2, longitude: 11.6 })).toBe('Munich');
  });

  it('tells which country a point is in', () => {
    expect(lookup.countryNear({ latitude: 48.85, longitude: 2.35 })?.country).toBe('FR');
    expect(lookup.kmToCountry('DE', { latitude: 48.85, longitude: 2.35 }, 100)).toBe(Infinity);
    expect(lookup.kmToCountry('DE', { latitude: 52.5, longitude: 13.4 }, 100)).toBeLessThan(10);
    expect(lookup.regionNear('US', { latitude: 30.27, longitude: -97.74 })?.region).toBe('US-TX');
  });

  it('leaves out what there is no data for instead of failing', async () => {
    const none = await loadLookup(['XX'], fetchChunkFromDisk);
    expect(none.has('XX')).toBe(false);
    expect(none.city('XX', 'Base')).toBeUndefined();
    expect(none.nameNear({ latitude: 0, longitude: 0 })).toBeUndefined();
  });

  it('refuses bytes that are no look-up', async () => {
    const page = () => Promise.resolve(new TextEncoder().encode('<!doctype html>'));
    await expect(loadLookup(['US'], page)).rejects.toThrow('format');
  });

  it('passes on why a chunk could not be fetched', async () => {
    const broken = () => Promise.reject(new Error('offline'));
    await expect(loadLookup(['US'], broken)).rejects.toThrow('offline');
  });

  it('fetches each chunk once, but tries again after a failure', async () => {
    let calls = 0;
    const flaky = (name: string) => {
      calls++;
      return calls === 1 ? Promise.reject(new Error('offline')) : fetchChunkFromDisk(name);
    };
    await expect(loadLookup(['AD'], flaky)).rejects.toThrow('offline');
    await loadLookup(['AD'], flaky);
    await loadLookup(['AD', 'AD'], flaky);
    expect(calls).toBe(2);
  });
});
