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
    const unknown: string[] = [];
    for (let n = 0; n < 1000; n++) {
      const code =
        country === 'GB' ? `${'ABCDEFGHIKLMNOPRSTUWYZ'[n % 22] ?? ''}1` : String(n).padStart(3, '0');
      const postcode = country === 'GB' ? code : code.padEnd(5, '0');
      const town = townOfPostcode(country, postcode);
      if (town !== undefined && lookup.city(country, town) === undefined) unknown.push(town);
    }
    expect([country, unknown]).toEqual([country, []]);
  }
});
