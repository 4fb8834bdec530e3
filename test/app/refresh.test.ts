import { compared } from '../../src/app/refresh';
import type { Cell, SourceTable } from '../../src/plan/cells';

/** A newer export beside the list: told from two tables, without a workbook. */

const tableOf = (sheet: string, [headers = [], ...rows]: readonly Cell[][]): SourceTable => ({
  ...{ sheet, headerRow: 1, firstRow: 2, firstColumn: 1, rowCount: rows.length, hiddenRows: [] },
  headers: headers.map(String),
  columns: headers.map((_, c) => rows.map((row) => row[c] ?? '')),
  formats: headers.map(() => 'General'),
  isFormula: headers.map(() => false),
});
const HEAD = ['Account ID', 'Account Name', 'ARR'];
const comparing = (list: readonly Cell[][], fresh: readonly Cell[][]) => {
  const source = tableOf('List', [HEAD, ...list]);
  return compared('December', tableOf('December', [HEAD, ...fresh]), {
    book: {},
    list: {
      source,
      whole: source,
      mapping: { accountId: 0, accountName: 1 },
      accounts: {
        ...{ count: list.length, sheet: 'List', text: {} },
        sheetRow: Int32Array.from(list, (_, r) => source.firstRow + r),
      },
      rows: { by: { kind: 'id' } },
      ref: { sheet: 'List' },
    },
  } as unknown as Parameters<typeof compared>[2]);
};

test('an id that stands twice is told so, and is neither gone nor new nor changed', () => {
  const list = [
    ['A1', 'Acme', 10],
    ['A2', 'Bolt', 20],
    ['A2', 'Bolt West', 30],
    ['A3', 'Core', 40],
  ];
  const { gone, added, changed, doubled, both } = comparing(list, [
    ['A1', 'Acme', 11],
    ['A4', 'Dune', 50],
    ['A4', 'Dune East', 60],
    ['A5', 'Echo', 70],
  ]);
  expect(gone.map(({ id }) => id)).toEqual(['A3']);
  expect(added.map(({ id }) => id)).toEqual(['A5']);
  expect(changed.map(({ id, header, after }) => [id, header, after])).toEqual([['A1', 'ARR', 11]]);
  expect([doubled, both]).toEqual([['A2', 'A4'], 1]);
});
