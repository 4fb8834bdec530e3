import { nameTerritories, territoryOf } from '../../src/app/territories';
import { TextColumnBuilder } from '../../src/plan/columns';
import { defaultSettings } from '../../src/plan/settings';
import { smallContext } from '../reports/context';

type Lookup = Parameters<typeof nameTerritories>[4];

test('one city names one territory: that with most of its accounts; the other has its next', () => {
  const { accounts } = smallContext();
  const builder = new TextColumnBuilder(accounts.count);
  ['Denver', 'Denver', 'denver', 'Boise', 'Denver', 'Denver'].forEach((city, i) => builder.set(i, city));
  const bare = [0, 1].map((j) =>
    territoryOf({ name: `Rep ${j}`, tbh: false, active: true } as never, j, 2, 0),
  );
  const named = nameTerritories(
    bare,
    Int32Array.of(0, 0, 1, 1, 0, 1),
    { ...accounts, text: { city: builder.build() } },
    [],
    { nameNear: () => undefined } as unknown as Lookup,
    defaultSettings,
  );
  expect(named.map(({ name }) => name)).toEqual(['T01 Denver', 'T02 Boise']);
});
