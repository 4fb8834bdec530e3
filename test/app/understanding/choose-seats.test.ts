import { chooseSeats, incumbents } from '../../../src/app/understanding/choose-seats';
import type { Rep, Roster } from '../../../src/plan/roster';
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
const chosen = (of: Roster, territories?: number, accounts = 100) =>
  chooseSeats(of, { ...defaultSettings, ...(territories === undefined ? {} : { territories }) }, accounts);
const namesOf = (seats: readonly Rep[]) => seats.map(({ name }) => name);
const namesWith = (territories?: number) => namesOf(chosen(roster, territories).seats);

test('a territory for each who is there or to be hired; who left has none', () => {
  expect(namesWith()).toEqual(['Ana Ruiz', 'TBH 1', 'Ben Ito']);
});

test('a number that was set has the last word; seats beyond the roster are hires, numbered on', () => {
  expect(namesWith(2)).toEqual(['Ana Ruiz', 'TBH 1']);
  expect(namesWith(5)).toEqual(['Ana Ruiz', 'TBH 1', 'Ben Ito', 'TBH 2', 'TBH 3']);
  expect(chosen(roster, 2).without).toMatchObject([{ name: 'Ben Ito' }]);
  expect(chosen(roster, 4).seats[3]).toMatchObject({
    tbh: true,
    capacityShare: 1,
  });
});

test('a manager with the title and the book of a seller is one', () => {
  const of: Roster = {
    source: 'table',
    reps: [
      seat({ name: 'Ada', role: 'Sales Representative' }),
      seat({ name: 'Ben', role: 'Sales Representative', manager: 'Ada' }),
      seat({ name: 'Cy', role: 'Sales Representative', manager: 'Dee' }),
      seat({ name: 'Dee' }),
    ],
  };
  const seated = (held: Readonly<Record<string, number>>) =>
    namesOf(chooseSeats(of, defaultSettings, 40, ({ name }) => held[name] ?? 0).seats);
  expect(seated({ Ada: 10, Dee: 10 })).toEqual(['Ada', 'Ben', 'Cy']);
  expect(seated({ Ada: 4 })).toEqual(['Ben', 'Cy']);
  expect(seated({})).toEqual(['Ben', 'Cy']);
});

test('who leads or helps carries no accounts; where nobody would be left, everybody does', () => {
  const role = (name: string, title: string, manager?: string) =>
    seat({ name, role: title, ...(manager === undefined ? {} : { manager }) });
  const team: Roster = {
    source: 'table',
    reps: [
      role('Ada', 'VP Sales'),
      role('Ben', 'Account Executive', 'Ada'),
      role('Cy', 'SDR', 'Ben Lead'),
      role('Dee', 'Regional Sales Manager', 'Ada'),
      role('Eve', 'Account Manager', 'Gus'),
      role('Fay', 'Sales Engineer'),
      role('Gus', 'Account Executive'),
      seat({ name: 'TBH 1', tbh: true, role: 'Account Executive' }),
      seat({ name: 'Hal' }),
    ],
  };
  const { seats, others } = chosen(team);
  expect(namesOf(seats)).toEqual(['Ben', 'Eve', 'TBH 1', 'Hal']);
  expect(namesOf(others)).toEqual(['Ada', 'Cy', 'Dee', 'Fay', 'Gus']);
  expect(
    namesOf(chosen({ source: 'table', reps: [role('Ada', 'VP Sales'), role('Cy', 'SDR')] }).seats),
  ).toEqual(['Ada', 'Cy']);
});

test('without a team and without owners a number is proposed: two at least, about 150 accounts each', () => {
  const nobody: Roster = { source: 'owners', reps: [] };
  const proposed = (accounts: number, territories?: number) => {
    const { seats, proposed: ours } = chosen(nobody, territories, accounts);
    return [seats.length, ours];
  };
  expect(proposed(18)).toEqual([2, true]);
  expect(proposed(600)).toEqual([4, true]);
  expect(proposed(11205)).toEqual([75, true]);
  expect(proposed(600, 7)).toEqual([7, false]);
  expect(proposed(1)).toEqual([0, false]);
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

  test('is the rep in whose territory it is, where the list names no owners; a territory alone holds nothing', () => {
    const rows = [
      { currentTerritory: 'North' },
      { currentTerritory: 'South ' },
      { currentTerritory: 'East' },
    ];
    const reps = [
      seat({ name: 'Ana Ruiz', territory: 'south' }),
      seat({ name: 'Ben Ito', territory: 'North' }),
    ];
    const team: Roster = { source: 'table', reps };
    const { current, holder } = incumbents(accountsOf(rows), team, reps, {});
    expect([...current]).toEqual([1, 0, -1]);
    expect([0, 1, 2].map(holder)).toEqual(['Ben Ito', 'Ana Ruiz', '']);
    const open = incumbents(accountsOf(rows), { source: 'owners', reps: [] }, [], {});
    expect([0, 1, 2].map(open.holder)).toEqual(['', '', '']);
  });

  test('is nobody where nearly every account names another owner', () => {
    const rows = Array.from({ length: 30 }, (_, i) => ({ owner: `Person ${i}` }));
    const strewn: Roster = { source: 'owners', reps: [], strewn: { owners: 30, accounts: 30 } };
    const { current, holder } = incumbents(accountsOf(rows), strewn, [], {});
    expect([...new Set(current)]).toEqual([-1]);
    expect(holder(3)).toBe('');
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

test('a team that helps carries nothing, by its division alone', () => {
  const of: Roster = {
    source: 'table',
    reps: [
      seat({ name: 'Ada', segment: 'Venue' }),
      seat({ name: 'Ben', segment: 'Cross-Division Overlay' }),
      seat({ name: 'Cy', segment: 'Arc Suite' }),
    ],
  };
  expect(namesOf(chosen(of).seats)).toEqual(['Ada', 'Cy']);
  expect(chosen(of).others).toMatchObject([{ name: 'Ben' }]);
});

test('what one owner of everything holds is nobody’s', () => {
  const accounts = accountsOf(Array.from({ length: 3 }, () => ({ owner: 'Migration' })));
  const of: Roster = { source: 'owners', reps: [], single: { name: 'Migration', accounts: 3 } };
  const { holder } = incumbents(accounts, of, [seat({ name: 'TBH 1', tbh: true })], {});
  expect([0, 1, 2].map(holder)).toEqual(['', '', '']);
});
