import { territoryId } from '../../src/plan/territory-id';
import { nameTerritories, territoryOf } from '../../src/app/territories';
import { TextColumnBuilder } from '../../src/plan/columns';
import { defaultSettings } from '../../src/plan/settings';
import type { Rep } from '../../src/plan/roster';
import { seat } from '../plan/accounts';
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
    territoryOf({ name: `Rep ${j}`, tbh: false, active: true } as never, j, territoryId(j, 2), 0),
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

describe('a territory is', () => {
  const today = 45_000;
  const of = (rep: Partial<Rep>) =>
    territoryOf(seat({ manager: 'Lee', ...rep }), 0, territoryId(0, 2), today);

  test('filled by who is past the ramp, ramping for half a year from the start, and to be hired', () => {
    expect(of({})).toMatchObject({ status: 'filled', owner: 'Ann', manager: 'Lee', share: 1 });
    expect(of({ hireDate: today - 30 }).status).toBe('ramping');
    expect(of({ hireDate: today - 400 }).status).toBe('filled');
    expect(of({ hireDate: today - 400, startDate: today - 30 }).status).toBe('ramping');
    expect(of({ hireDate: today - 400, ramp: 0.5 })).toMatchObject({ status: 'ramping', share: 1 });
    expect(of({ tbh: true, name: 'TBH 1', hireDate: today - 30 })).toMatchObject({
      status: 'tbh',
      owner: '',
    });
  });
});
