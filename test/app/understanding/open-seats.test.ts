import { findingsOf } from '../../../src/app/understanding/findings-of';
import { understood } from '../../support/job';
import { openWorkbook, type Cell } from '../../support/office';

/** An open seat that nobody covers is a finding at its cell; one that is covered, by the list or on Quota Plan, is none. */

const EXPORT: Cell[][] = [
  ['Account Name', 'Account Owner', 'Potential'],
  ...Array.from({ length: 12 }, (_, i): Cell[] => [`Account ${i}`, ['Ana', 'Ben'][i % 2] ?? '', 100 + i]),
];
const team = (cover: Cell): Cell[][] => [
  ['Rep ID', 'Rep Name', 'Covered By'],
  ['R1', 'Ana', ''],
  ['', 'TBH East', cover],
  ['R2', 'Ben', ''],
];

async function foundIn(sheets: Record<string, Cell[][]>, settings: object = {}) {
  const book = await openWorkbook({ sheets });
  try {
    return findingsOf(await understood(settings)).filter(({ code }) => code === 'openWithoutCover');
  } finally {
    book.dispose();
  }
}

test('an open seat that nobody covers is told at its cell', async () => {
  expect(await foundIn({ Export: EXPORT, Team: team('') })).toEqual([
    { code: 'openWithoutCover', severity: 'warning', sheet: 'Team', row: 3, column: 3, read: 'TBH East' },
  ]);
  // Without such a column it is the seat itself.
  const bare = team('').map((row) => row.slice(0, 2));
  expect((await foundIn({ Export: EXPORT, Team: bare })).map(({ row, column }) => [row, column])).toEqual([
    [3, 2],
  ]);
});

test('one that the list or Quota Plan covers is none; one that was cleared there is', async () => {
  expect(await foundIn({ Export: EXPORT, Team: team('Ana') })).toEqual([]);
  const said = (seat: object) => ({ quota: { seats: { T02: seat } } });
  expect(await foundIn({ Export: EXPORT, Team: team('') }, said({ coveredBy: 'Ben' }))).toEqual([]);
  expect(
    await foundIn({ Export: EXPORT, Team: team('Ana') }, said({ blank: { coveredBy: true } })),
  ).toHaveLength(1);
});
