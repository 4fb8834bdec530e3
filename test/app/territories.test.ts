import { nameTerritories, territoryOf } from '../../src/app/territories';
import { TextColumnBuilder } from '../../src/plan/columns';
import { defaultSettings } from '../../src/plan/settings';
import { smallContext } from '../reports/context';

type Lookup = Parameters<typeof nameTerritories>[4];

/** Names of two territories with these cities, an account each: six in all. */
function namesOf(cities: readonly [readonly string[], readonly string[]]): string[] {
  const { accounts } = smallContext();
  const builder = new TextColumnBuilder(accounts.count);
  cities.flat().forEach((city, i) => {
    builder.set(i, city);
  });
  const bare = [0, 1].map((j) =>
    territoryOf({ name: `Rep ${j}`, tbh: false, active: true } as never, j, 2, 0),
  );
  return nameTerritories(
    bare,
    Int32Array.from(cities.flatMap((list, j) => list.map(() => j))),
    { ...accounts, text: { city: builder.build() } },
    bare.map(() => ({ latitude: 40, longitude: -100 })),
    { nameNear: () => 'Nearby' } as unknown as Lookup,
    defaultSettings,
  ).map(({ name }) => name);
}

test('one city names one territory: that with most of its accounts; the other is called after its next', () => {
  expect(
    namesOf([
      ['Denver', 'Denver', 'Denver'],
      ['denver', 'denver', 'Boise'],
    ]),
  ).toEqual(['T01 Denver', 'T02 Boise']);
  expect(namesOf([['Denver'], ['Denver', 'Denver', 'Denver', 'Boise', 'Boise']])).toEqual([
    'T01 Nearby',
    'T02 Denver',
  ]);
});
