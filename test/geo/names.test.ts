import fc from 'fast-check';

import { countryOf, regionOf } from '../../src/geo';
import { isOneSlipAway } from '../../src/geo/find-city';
import { placeKey } from '../../src/geo/place-key';

describe('countries by name', () => {
  it.each([
    [
      'US',
      [
        'USA',
        'U.S.A.',
        'US',
        'us',
        'United States',
        'The United States of America',
        'Vereinigte Staaten',
        'États-Unis',
        'Estados Unidos',
      ],
    ],
    [
      'GB',
      [
        'UK',
        'U.K.',
        'United Kingdom',
        'England',
        'Scotland',
        'Great Britain',
        'GBR',
        'Großbritannien',
        'Royaume-Uni',
      ],
    ],
    ['NL', ['Holland', 'Netherlands', 'The Netherlands', 'Niederlande', 'NLD']],
    ['VN', ['Viet Nam', 'Vietnam']],
    ['DE', ['Germany', 'Deutschland', 'Allemagne', 'Alemania', 'DEU']],
    ['KR', ['South Korea', 'Korea, South', 'Republic of Korea']],
    ['CZ', ['Czechia', 'Czech Republic', 'Tschechien']],
    ['CI', ["Côte d'Ivoire", 'Ivory Coast']],
    ['CN', ['China', 'P.R. China']],
    ['CH', ['Schweiz', 'Suisse', 'Switzerland']],
    ['PR', ['Puerto Rico']],
  ] as const)('%s', (code, names) => {
    for (const name of names) expect([name, countryOf(name)]).toEqual([name, code]);
  });

  it.each(['', 'EMEA', 'Texas', 'Denver', '12', 'N/A'])('%j is none', (text) => {
    expect(countryOf(text)).toBeUndefined();
  });
});

describe('states and provinces by name', () => {
  it.each([
    ['US', 'Texas', 'US-TX'],
    ['US', 'tx', 'US-TX'],
    ['US', 'TX.', 'US-TX'],
    ['US', 'US-TX', 'US-TX'],
    ['US', 'Mass.', 'US-MA'],
    ['US', 'N. Carolina', 'US-NC'],
    ['US', 'D.C.', 'US-DC'],
    ['US', 'washington', 'US-WA'],
    ['CA', 'Québec', 'CA-QC'],
    ['CA', 'PEI', 'CA-PE'],
    ['AU', 'New South Wales', 'AU-NSW'],
    ['GB', 'England', 'GB-ENG'],
    ['DE', 'Baden-Württemberg', 'DE-BW'],
    ['DE', 'NRW', 'DE-NW'],
    ['CH', 'Genève', 'CH-GE'],
  ])('%s %s', (country, text, code) => {
    expect(regionOf(country, text)).toBe(code);
  });

  it('keeps the countries apart', () => {
    expect(regionOf('US', 'ON')).toBeUndefined();
    expect(regionOf('CA', 'TX')).toBeUndefined();
    expect(regionOf('FR', 'TX')).toBeUndefined();
    expect(regionOf('US', 'WA')).toBe('US-WA');
    expect(regionOf('AU', 'WA')).toBe('AU-WA');
  });
});

describe('one key for all spellings of a place', () => {
  it.each([
    ['St. Louis', 'Saint Louis'],
    ['Ft. Worth', 'Fort Worth'],
    ['Mt Vernon', 'Mount Vernon'],
    ['Winston-Salem', 'Winston Salem'],
    ['La Grange', 'LaGrange'],
    ["Coeur d'Alene", 'Coeur D Alene'],
    ['São Paulo', 'Sao Paulo'],
    ['Łódź', 'Lodz'],
    ['Gießen', 'Giessen'],
    ['N. Little Rock', 'North Little Rock'],
    ['Arlington Hts', 'Arlington Heights'],
    ['  new   YORK ', 'New York'],
  ])('%s is %s', (a, b) => {
    expect(placeKey(a)).toBe(placeKey(b));
  });

  it('keeps different places apart', () => {
    expect(placeKey('Eden')).not.toBe(placeKey('East Den'));
    expect(placeKey('東京')).not.toBe(placeKey('大阪'));
    expect(placeKey('東京')).not.toBe('');
  });
});

describe('one slip of the keyboard', () => {
  it.each([
    ['gainsville', 'gainesville', true],
    ['harrsiburg', 'harrisburg', true],
    ['denver', 'denvers', true],
    ['denver', 'donver', true],
    ['denver', 'denver', false],
    ['denver', 'dover', false],
    ['abcd', 'badc', false],
  ])('%s for %s: %s', (a, b, expected) => {
    expect(isOneSlipAway(a, b)).toBe(expected);
  });

  it('holds both ways, for every change of one letter', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd'), minLength: 2, maxLength: 8 });
    fc.assert(
      fc.property(word, fc.nat(), fc.constantFrom('x', ''), (text, n, put) => {
        const at = n % text.length;
        const changed = text.slice(0, at) + put + text.slice(at + 1);
        expect(isOneSlipAway(text, changed)).toBe(true);
        expect(isOneSlipAway(changed, text)).toBe(true);
      }),
    );
  });
});
