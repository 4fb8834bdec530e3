import { at } from '../../src/workbook/area';
import { makeRoom } from '../../src/workbook/make-room';
import { saysOfOurs } from '../../src/workbook/speaks-of-gone';
import type { SheetSpec, TableBlock } from '../../src/reports/spec';

const TABLES = new Map([
  ['efbalance', new Set(['territory', 'in band?', 'accounts [#]'])],
  ['efoverlays', new Set<string>()],
]);

test.each([
  ['=SUM(EfBalance[Accounts target])', 'gone'],
  ['=SUM(efbalance[TERRITORY])', 'there'],
  ['=EfBalance[[#Headers],[In band?]]&EfBalance[[Territory]:[Target]]', 'gone'],
  ['=EfBalance[[#Headers],[In band?]]', 'there'],
  ['=EfBalance[[#This Row],[Target]]', 'gone'],
  ['=EfBalance[@Target]', 'gone'],
  ['=EfBalance[@[Territory]]', 'there'],
  ["=COUNTA(EfBalance[Accounts '['#']])", 'there'],
  ['=ROWS(EfBalance[#All])+ROWS(EfBalance)', 'there'],
  ['="EfBalance[Target]"', undefined],
  ['=MyEfBalance[Target]+EfBalance2[Target]', undefined],
  ['=ROWS(EfOverlays)', 'gone'],
  ['EfBalance[Target]', undefined],
  [7, undefined],
])('%p speaks of our tables: %p', (formula, is) => {
  expect(saysOfOurs(formula, TABLES)).toBe(is);
});

const table = (name: string, headers: readonly string[]): TableBlock =>
  ({
    kind: 'table',
    name,
    row: 0,
    column: 0,
    rows: 1,
    columns: headers.map((header) => ({ key: header, header, cells: ['x'] })),
  }) as unknown as TableBlock;

test('what speaks of what goes moves as its value; what speaks of what is there is written again where it stays', () => {
  const spec = { blocks: [table('EfBalance', ['Territory'])] } as unknown as SheetSpec;
  const gone = { row: 1, column: 0, cell: '=SUM(EfBalance[Target])', worth: 3 };
  const beside = { row: 4, column: 5, cell: '=SUM(EfBalance[Target])*2', worth: 6 };
  const inTheWay = { row: 0, column: 0, cell: '=ROWS(EfBalance[Territory])', worth: 1 };
  const stays = { ...inTheWay, row: 4, column: 4 };
  const other = { row: 4, column: 3, cell: 'mine' };
  const contents = new Map([
    [at(0, 0), 'Territory'],
    [at(1, 0), 'x'],
  ]);
  const room = makeRoom([inTheWay, gone, beside, stays, other], spec, contents, undefined, (cell) =>
    saysOfOurs(cell, new Map([['efbalance', new Set(['territory'])]])),
  );
  expect(room.moved.map(({ cell, was }) => [cell, was])).toEqual([
    ['=ROWS(EfBalance[Territory])', undefined],
    [3, '=SUM(EfBalance[Target])'],
    [6, '=SUM(EfBalance[Target])*2'],
  ]);
  expect(room.carried).toEqual([{ from: at(4, 4), to: at(4, 4), cell: stays.cell }]);
  expect(room.stay).toEqual([at(4, 3)]);
});
