import type { Cell } from '../../../src/plan/cells';
import { fakeWorkbook } from '../../support/fake-workbook';
import { understood } from '../../support/job';

/** Twelve accounts of two owners, and a list of people beside them. */
function withPeople(names: readonly string[]) {
  const sheets: Record<string, readonly (readonly Cell[])[]> = {
    Accounts: [
      ['Account Name', 'Potential', 'Owner'],
      ...Array.from({ length: 12 }, (_, i) => [`A${i}`, 100 + i, i % 2 === 0 ? 'Ana Ruiz' : 'Ben Ito']),
    ],
    Reps: [['Rep Name', 'Manager', 'FTE'], ...names.map((name) => [name, 'Lee', 1])],
  };
  return fakeWorkbook({
    survey: () =>
      Promise.resolve(
        Object.entries(sheets).map(([sheet, top]) => ({
          sheet,
          visible: true,
          isProtected: false,
          top: [...top],
          firstRow: 1,
          firstColumn: 1,
          rowCount: top.length,
          columnCount: 3,
          tables: [],
        })),
      ),
    read: ({ sheet }) => {
      const [headers = [], ...rows] = sheets[sheet] ?? [];
      return Promise.resolve({
        sheet,
        headerRow: 1,
        firstRow: 2,
        firstColumn: 1,
        rowCount: rows.length,
        headers: headers.map(String),
        columns: headers.map((_, c) => rows.map((row) => row[c] ?? '')),
        formats: headers.map(() => 'General'),
        isFormula: headers.map(() => false),
        hiddenRows: [],
      });
    },
  });
}
const names = ({ team: { roster } }: Awaited<ReturnType<typeof understood>>) =>
  roster.reps.map(({ name }) => name).sort();

test('a list of people is the team where one of them owns an account', async () => {
  const found = await understood({}, withPeople(['Ana Ruiz', 'Cy Moss', 'Di Park']));
  expect(names(found)).toEqual(['Ana Ruiz', 'Cy Moss', 'Di Park']);
  expect(found.team).toMatchObject({ ref: { sheet: 'Reps' } });
  expect(found.team.strangers).toBeUndefined();
});

test('people of whom none owns an account are strangers: the owners are the team, unless the user chose that list', async () => {
  const strangers = ['Cy Moss', 'Di Park'];
  const found = await understood({}, withPeople(strangers));
  expect(names(found)).toEqual(['Ana Ruiz', 'Ben Ito']);
  expect(found.team).toMatchObject({ ref: undefined, strangers: { sheet: 'Reps' }, findings: [] });
  const asked = await understood({ reps: { sheet: 'Reps' } }, withPeople(strangers));
  expect(names(asked)).toEqual(strangers);
});
