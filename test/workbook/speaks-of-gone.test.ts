import { at } from '../../src/workbook/area';
import { makeRoom } from '../../src/workbook/make-room';
import { speaksOfGone } from '../../src/workbook/speaks-of-gone';
import type { SheetSpec, TableBlock } from '../../src/reports/spec';

const TABLES = new Map([
  ['efbalance', new Set(['territory', 'in band?', 'accounts [#]'])],
  ['efoverlays', new Set<string>()],
]);

test.each([
  ['=SUM(EfBalance[Accounts target])', true],
  ['=SUM(efbalance[TERRITORY])', false],
  ['=EfBalance[[#Headers],[In band?]]&EfBalance[[Territory]:[Target]]', true],
  ['=EfBalance[[#Headers],[In band?]]', false],
  ['=EfBalance[[#This Row],[Target]]', true],
  ['=EfBalance[@Target]', true],
  ['=EfBalance[@[Territory]]', false],
  ["=COUNTA(EfBalance[Accounts '['#']])", false],
  ['=ROWS(EfBalance[#All])+ROWS(EfBalance)', false],
  ['="EfBalance[Target]"', false],
  ['=MyEfBalance[Target]+EfBalance2[Target]', false],
  ['=ROWS(EfOverlays)', true],
  ['EfBalance[Target]', false],
  [7, false],
])('%p speaks of what goes: %p', (formula, is) => {
  expect(speaksOfGone(formula, TABLES)).toBe(is);
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

test('such a formula of the user’s moves as its value, and is known to have been one; all others move as they are', () => {
  const spec = { blocks: [table('EfBalance', ['Territory'])] } as unknown as SheetSpec;
  const gone = { row: 1, column: 0, cell: '=SUM(EfBalance[Target])', worth: 3 };
  const stays = { row: 0, column: 0, cell: '=ROWS(EfBalance[Territory])', worth: 1 };
  const contents = new Map([
    [at(0, 0), 'Territory'],
    [at(1, 0), 'x'],
  ]);
  const { moved } = makeRoom([stays, gone], spec, contents, undefined, (cell) =>
    speaksOfGone(cell, new Map([['efbalance', new Set(['territory'])]])),
  );
  expect(moved.map(({ cell, was }) => [cell, was])).toEqual([
    ['=ROWS(EfBalance[Territory])', undefined],
    [3, '=SUM(EfBalance[Target])'],
  ]);
});
