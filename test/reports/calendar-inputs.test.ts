import { calendarInputs } from '../../src/reports/quota/inputs';
import type { OwnTable } from '../../src/reports/read-back';

test('a weight of the season that is blank, or but blanks, is 0, and months are in their order however the table is sorted', () => {
  const weights = [' 8 ', '', '   ', 1, 2, 3, 4, 5, 6, 7, 9, 'nine '];
  const rows = weights.map((season, m) => ({ month: m + 1, season })).reverse();
  const table = {
    rowCount: rows.length,
    cell: (key: 'month' | 'season', row: number) => rows[row]?.[key] ?? '',
  } as unknown as OwnTable;
  const cells = calendarInputs(() => table);
  expect(JSON.parse(String(cells.get('quota/season')))).toEqual(['8', 0, 0, 1, 2, 3, 4, 5, 6, 7, 9, 'nine']);
});
