import type { TableBlock } from '../../src/reports/spec';
import { heightsOf } from '../../src/workbook/heights';

test('a head is as high as its longest name needs, and two lines at least', () => {
  const table = (row: number, ...headers: string[]): TableBlock => ({
    kind: 'table',
    row,
    column: 1,
    name: `EfTry${row}`,
    rows: 1,
    columns: headers.map((header) => ({ key: header, header, cells: [''] })),
  });
  const spec = {
    widths: [30, 11, 20],
    blocks: [table(4, 'Not at risk, of mean', 'Owner'), table(9, 'Owner', 'Not at risk, of mean')],
  };
  expect([...heightsOf(spec)]).toEqual([
    [4, 45],
    [9, 30],
  ]);
});
