import { understood } from '../../support/job';
import { openWorkbook, type Cell, type OpenWorkbook } from '../../support/office';

let book: OpenWorkbook;
afterEach(() => {
  book.dispose();
});

/** Accounts of two owners with a potential each, and a team list. */
const open = async (potential: (i: number) => Cell, reps: readonly (readonly Cell[])[] = []) => {
  book = await openWorkbook({
    sheets: {
      Export: [
        ['Account Name', 'Potential', 'Owner'],
        ...Array.from({ length: 12 }, (_, i) => [
          `Account ${i}`,
          potential(i),
          i % 2 === 0 ? 'Ana Ruiz' : 'Ben Ito',
        ]),
      ],
      ...(reps.length === 0 ? {} : { Reps: reps }),
    },
  });
};

test('a metric that is nothing anywhere blocks the plan, with its name', async () => {
  await open(() => 0);
  const { choices } = await understood({ balance: [{ metric: 'count' }, { metric: 'potential' }] });
  expect(choices.blocked).toMatchObject({ code: 'metricEmpty', params: { metric: 'potential' } });
  expect((await understood({ balance: [{ metric: 'count' }] })).choices.blocked).toBeUndefined();
});

test('more territories than accounts block the plan before anything else does', async () => {
  await open(() => 0);
  const { choices } = await understood({ territories: 13, balance: [{ metric: 'potential' }] });
  expect(choices.blocked).toMatchObject({
    code: 'tooManyTerritories',
    params: { territories: 13, accounts: 12 },
  });
});

test('a team list without a name in it is read as none: the owners stand for the team', async () => {
  await open(
    (i) => 100 + i,
    [
      ['Rep Name', 'Manager', 'FTE'],
      ['', '', ''],
    ],
  );
  await book.run(async (context) => {
    context.workbook.worksheets.getItem('Reps').tables.add('A1:C2', true).name = 'Team';
    await context.sync();
  });
  const { team, choices } = await understood({ reps: { sheet: 'Reps', table: 'Team' } });
  expect(team.ref?.table).toBe('Team');
  expect(team.roster.source).toBe('owners');
  expect(choices.seats.map(({ name }) => name)).toEqual(['Ana Ruiz', 'Ben Ito']);
});
