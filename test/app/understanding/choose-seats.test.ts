import { chooseSeats, incumbents } from '../../../src/app/understanding/choose-seats';
import type { Roster } from '../../../src/plan/roster';
import { defaultSettings } from '../../../src/plan/settings';
import { accountsOf, seat } from '../../plan/accounts';

const roster: Roster = {
  source: 'table',
  reps: [
    seat({ name: 'Ana Ruiz' }),
    seat({ name: 'Cy Left', active: false }),
    seat({ name: 'TBH 1', tbh: true, active: false }),
    seat({ name: 'Ben Ito' }),
  ],
};
const namesWith = (territories?: number) =>
  chooseSeats(roster, { ...defaultSettings, ...(territories === undefined ? {} : { territories }) }).map(
    ({ name }) => name,
  );

test('a territory for each who is there or to be hired; who left has none', () => {
  expect(namesWith()).toEqual(['Ana Ruiz', 'TBH 1', 'Ben Ito']);
});

test('a number that was set has the last word; seats beyond the roster are hires, numbered on', () => {
  expect(namesWith(2)).toEqual(['Ana Ruiz', 'TBH 1']);
  expect(namesWith(5)).toEqual(['Ana Ruiz', 'TBH 1', 'Ben Ito', 'TBH 2', 'TBH 3']);
  expect(chooseSeats(roster, { ...defaultSettings, territories: 4 })[3]).toMatchObject({
    tbh: true,
    capacityShare: 1,
  });
});

describe('who holds an account today', () => {
  const seats = [seat({ name: 'Ana Ruiz' }), seat({ name: 'Ben Ito' })];
  const held = (rows: Parameters<typeof accountsOf>[0]) => [
    ...incumbents(accountsOf(rows), { ...roster, reps: seats }, seats, { owner: 2 }).current,
  ];

  test('is its owner', () => {
    expect(held([{ owner: 'Ben Ito' }, { owner: 'Ana Ruiz' }, {}, { owner: 'Cy Left' }])).toEqual([
      1, 0, -1, -1,
    ]);
  });

  test('is who owns most of its territory, where the list’s territories are seats one to one', () => {
    expect(
      held([
        { owner: 'Ben Ito', currentTerritory: 'North' },
        { owner: 'Ben Ito', currentTerritory: 'North' },
        { owner: 'Ana Ruiz', currentTerritory: 'North' },
        { owner: 'Ana Ruiz', currentTerritory: 'South' },
        { owner: 'Marketing Queue', currentTerritory: 'South' },
        { owner: 'Ben Ito' },
      ]),
    ).toEqual([1, 1, 1, 0, 0, 1]);
  });

  test('is its owner where there are more territories in the list than seats, or one seat has two', () => {
    const three = ['North', 'South', 'West'].map((currentTerritory, i) => ({
      owner: ['Ana Ruiz', 'Ben Ito'][i % 2] ?? '',
      currentTerritory,
    }));
    expect(held(three)).toEqual([0, 1, 0]);
    const mixed = [
      { owner: 'Ana Ruiz', currentTerritory: 'North' },
      { owner: 'Ana Ruiz', currentTerritory: 'South' },
      { owner: 'Ben Ito', currentTerritory: 'South' },
    ];
    expect(held(mixed)).toEqual([0, 0, 1]);
  });
});
