import { qualityContext, qualityLines } from '../../src/app/quality';
import { understood } from '../support/job';
import { openWorkbook, type OpenWorkbook } from '../support/office';

let book: OpenWorkbook;
afterEach(() => {
  book.dispose();
});

/** A list that begins at B3, with a word among its amounts, and a team list with a rep twice. */
const sheets = {
  Export: [
    [null, null],
    [null, null],
    [null, 'Account Name', 'Potential', 'Owner'],
    ...Array.from({ length: 12 }, (_, i) => [
      null,
      `Account ${i}`,
      i === 4 ? 'many' : 100 + i,
      i % 2 === 0 ? 'Ana Ruiz' : 'Ben Ito',
    ]),
  ],
  Reps: [
    ['Manager', 'Rep Name', 'FTE'],
    ['Lee', 'Ana Ruiz', 1],
    ['Lee', 'Ben Ito', 1],
    ['Kim', 'Ana Ruiz', 1],
  ],
};

test('each finding is told at its cell: row, and the header of its column in its own table', async () => {
  book = await openWorkbook({ sheets });
  const understanding = await understood();
  const { kinds, table, accounts, at } = qualityContext(understanding, '2026-11-22T12:00:00Z');
  const lines = qualityLines(understanding);
  expect([table, accounts, at]).toEqual(['Export', 12, '2026-11-22T12:00:00Z']);
  expect(lines).toContainEqual({
    code: 'notANumber',
    kind: 'Not a number',
    severity: 'warning',
    address: 'Export!C8',
    row: 8,
    header: 'Potential',
    account: 'Account 4',
    read: 'many',
    understood: '',
    meaning: '“many” is no number; counted as no data.',
  });
  expect(lines.find(({ code }) => code === 'duplicateRep')).toMatchObject({
    address: 'Reps!B4',
    row: 4,
    header: 'Rep Name',
    meaning:
      'Ana Ruiz stands twice on the roster; without an id these may be two people, so both rows are seats: delete one if they are not.',
  });
  expect(understanding.choices.seats.map(({ name }) => name)).toEqual(['Ana Ruiz', 'Ben Ito', 'Ana Ruiz']);
  expect(kinds).toContainEqual({ kind: 'Not a number', severity: 'warning', count: 1 });
});

test('findings are said in the language of the plan', async () => {
  book = await openWorkbook({ sheets });
  const understanding = await understood({ language: 'de' });
  const lines = qualityLines(understanding);
  const { say } = qualityContext(understanding, '');
  expect(say('sheet.quality')).not.toBe('Data Quality');
  expect(lines.find(({ code }) => code === 'notANumber')?.meaning).not.toMatch(/is no number/);
});

test('what is understood of a cell is what is summed: nothing of a negative, amounts after conversion', async () => {
  const cells = ['$1,200', -500, '2.5 K', '€ 100'];
  book = await openWorkbook({
    sheets: {
      Export: [
        ['Account Name', 'Potential', 'Currency', 'Owner'],
        ...Array.from({ length: 12 }, (_, i) => [
          `Account ${i}`,
          cells[i] ?? 100 + i,
          i === 3 || i === 4 ? 'EUR' : 'USD',
          i % 2 === 0 ? 'Ana Ruiz' : 'Ben Ito',
        ]),
      ],
    },
  });
  const understanding = await understood({ fx: { EUR: 1.08 } });
  const of = (row: number) => qualityLines(understanding).find((line) => line.row === row)?.understood;
  expect([2, 3, 4, 5].map(of)).toEqual(['1200', '0', '2500', '108']);
  const sums = understanding.list.accounts.number.potential;
  expect(Array.from(sums?.slice(0, 4) ?? [], (value) => String(Math.max(0, value)))).toEqual([
    '1200',
    '0',
    '2500',
    '108',
  ]);
});
