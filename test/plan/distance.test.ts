import { distanceUnit } from '../../src/plan/distance';
import type { Accounts } from '../../src/plan/accounts';
import { TextColumnBuilder } from '../../src/plan/columns';

const accountsIn = (countries: readonly string[]): Pick<Accounts, 'places'> => {
  const country = new TextColumnBuilder(countries.length);
  countries.forEach((code, i) => {
    if (code !== '') country.set(i, code);
  });
  return { places: { country: country.build() } as Accounts['places'] };
};

test.each<[readonly string[], string]>([
  [['US', 'US', 'DE'], 'mi'],
  [['GB', 'US', ''], 'mi'],
  [['US', 'DE'], 'km'],
  [['FR', '', ''], 'km'],
  [['', ''], 'km'],
])('accounts in %j are told in %s', (countries, sign) => {
  expect(distanceUnit(accountsIn(countries)).sign).toBe(sign);
});

test('a mile is 1.609344 km', () => {
  expect(100 * distanceUnit(accountsIn(['US'])).perKm).toBeCloseTo(62.1371192, 6);
});
