import { loadLookup } from '../../src/geo';
import { COUNTRIES_WITH_AREAS, townOfPostcode } from '../../src/geo/postal-areas';
import { fetchChunkFromDisk } from '../../src/geo/pack/from-disk';

test.each([
  ['GB', 'EH3 6SY', 'Edinburgh'],
  ['GB', 'eh36sy', 'Edinburgh'],
  ['GB', 'E1 6AN', 'London'],
  ['GB', 'EC1A 1BB', 'London'],
  ['GB', 'PE27', 'Huntingdon'],
  ['GB', 'PE1 1AA', 'Peterborough'],
  ['DE', '80331', 'München'],
  ['DE', '1067', 'Dresden'],
  ['FR', '06000', 'Nice'],
  ['AT', 'A-8010', 'Graz'],
  ['BR', '01310-100', 'São Paulo'],
  ['JP', '100-7012', 'Tokyo'],
  ['IN', '248001', 'Dehradun'],
  ['AU', '870', 'Alice Springs'],
  ['US', '10001', undefined],
  ['GB', 'nothing', undefined],
] as const)('%s %s lies about %s', (country, postcode, town) => {
  expect(townOfPostcode(country, postcode)).toBe(town);
});

test('the gazetteer knows every town of every area', async () => {
  for (const country of COUNTRIES_WITH_AREAS) {
    const lookup = await loadLookup([country], fetchChunkFromDisk);
    const towns = new Set<string | undefined>();
    for (let n = 0; n < 10_000; n++) {
      // Four figures, and as many more as codes of the country have.
      const code = String(n).padStart(4, '0');
      const postcodes =
        country === 'GB'
          ? [`${'ABCDEFGHIKLMNOPRSTUWYZ'[n % 22] ?? ''}1`]
          : ['', '0', '00', '000'].map((more) => code + more);
      for (const postcode of postcodes) towns.add(townOfPostcode(country, postcode));
    }
    towns.delete(undefined);
    const unknown = [...towns].filter((town) => lookup.city(country, town ?? '') === undefined);
    expect(towns.size).toBeGreaterThan(5);
    expect([country, unknown]).toEqual([country, []]);
  }
});

test('an area of Australia is in the state of its first figure: towns have namesakes', async () => {
  const lookup = await loadLookup(['AU'], fetchChunkFromDisk);
  const STATES = ['NT', undefined, 'NSW', 'VIC', 'QLD', 'SA', 'WA', 'TAS'];
  // Canberra lies in the middle of New South Wales.
  const elsewhere = new Set<string>();
  for (let n = 0; n < 8000; n++) {
    const postcode = String(n).padStart(4, '0');
    const town = townOfPostcode('AU', postcode);
    const hit = town === undefined ? undefined : lookup.areaOfPostcode('AU', postcode);
    if (hit !== undefined && hit.region !== `AU-${STATES[Math.floor(n / 1000)] ?? ''}`)
      elsewhere.add(`${postcode.slice(0, 2)} ${town ?? ''} ${hit.region}`);
  }
  expect([...elsewhere]).toEqual(['02 Canberra AU-ACT', '26 Canberra AU-ACT']);
});
