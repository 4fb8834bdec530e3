import fc from 'fast-check';
import { compileFormula } from '../../src/workbench/formula/compile';
import type { FormulaScope, FormulaTable } from '../../src/workbench/formula/compile';
import { normalizeFormula } from '../../src/workbench/formula/normalize';
import {
  renameSheetInFormula,
  renameTableInFormula,
  shiftFormula,
} from '../../src/workbench/formula/references';
import { checkFormula, isFormula } from '../../src/workbench/formula/tokens';
import { fromFileFormula, toFileFormula } from '../../src/workbench/files/file-formula';
import { formatRect, parseAddress, quoteSheetName } from '../../src/workbench/grid/address';
import { readCellInput } from '../../src/workbench/grid/cell-input';
import {
  bounding,
  contains,
  intersection,
  MAX_COLUMNS,
  MAX_ROWS,
  rectOf,
  shiftRect,
  subtract,
} from '../../src/workbench/grid/rect';
import { calculationColumns } from './support/columns';

const columns = calculationColumns(['Account Name', 'Potential', 'Territory', 'x#1']);
const accounts: FormulaTable = {
  name: 'Accounts',
  sheetName: 'Accounts',
  rect: rectOf(0, 0, 12, 4),
  showHeaders: true,
  showTotals: true,
  columnIndex: columns,
};
const scope: FormulaScope = {
  table: (name) => (name.toLowerCase() === 'accounts' ? accounts : undefined),
  tableAt: (sheet, row, column) =>
    sheet === 'Accounts' && contains(accounts.rect, rectOf(row, column)) ? accounts : undefined,
  definedName: (name) =>
    ({ rate: '=0.05', area: "='My Sheet'!$A$1:$B$2", twice: '=rate*2' })[name.toLowerCase()],
};
const compile = (formula: string, sheetName = 'Report', row = 4, column = 0) =>
  compileFormula(formula, { sheetName, row, column }, scope, true);

describe('structured references become addresses', () => {
  it.each([
    ['=SUM(Accounts[Potential])', '=SUM(Accounts!$B$2:$B$11)'],
    ['=SUM(accounts[potential])', '=SUM(Accounts!$B$2:$B$11)'],
    ['=Accounts[[#Headers],[Potential]]', '=Accounts!$B$1'],
    ['=Accounts[[#Totals],[Potential]]', '=Accounts!$B$12'],
    ['=ROWS(Accounts[#All])', '=ROWS(Accounts!$A$1:$D$12)'],
    ['=ROWS(Accounts[#Data])', '=ROWS(Accounts!$A$2:$D$11)'],
    ['=ROWS(Accounts)', '=ROWS(Accounts!$A$2:$D$11)'],
    ['=SUM(Accounts[[Potential]:[Territory]])', '=SUM(Accounts!$B$2:$C$11)'],
    ['=Accounts[[#Headers],[#Data],[Potential]]', '=Accounts!$B$1:$B$11'],
    ["=COUNTA(Accounts[x'#1])", '=COUNTA(Accounts!$D$2:$D$11)'],
    ['=Accounts[[#This Row],[Potential]]', '=Accounts!$B5'],
  ])('%s', (formula, expected) => {
    expect(compile(formula)).toBe(expected);
  });

  it.each([
    ['=[@Potential]*2', '=$B5*2'],
    ['=[@[Account Name]]', '=$A5'],
    ['=SUM([Potential])', '=SUM($B$2:$B$11)'],
    ['=SUM([@Potential]:[@Territory])', '=SUM($B5:$C5)'],
  ])('%s inside the table', (formula, expected) => {
    expect(compile(formula, 'Accounts')).toBe(expected);
  });

  it('leaves text and other formulas alone', () => {
    const formula = '=IF(A1="[@Potential]",SUM(B1:B2),"Accounts[Potential]")';
    expect(compile(formula)).toBe(formula);
  });

  it('answers #VALUE! for this row outside the rows of the table', () => {
    expect(compile('=Accounts[@Potential]', 'Report', 40)).toBe('=#VALUE!');
  });

  it.each(['=SUM(Nowhere[x])', '=SUM(Accounts[Nothing])', '=[@Potential]'])(
    'refuses %s as Excel does',
    (formula) => {
      expect(() => compile(formula)).toThrow(expect.objectContaining({ code: 'InvalidArgument' }));
    },
  );

  it('expands names, also names of names', () => {
    expect(compile('=A1*Rate')).toBe('=A1*0.05');
    expect(compile('=SUM(Area)')).toBe("=SUM('My Sheet'!$A$1:$B$2)");
    expect(compile('=twice')).toBe('=(0.05*2)');
  });
});

describe('formula texts', () => {
  it('capitalise functions and addresses and shorten this-row references', () => {
    expect(normalizeFormula('=sum(a1:b$2)+Accounts[[#This Row],[x]]')).toBe('=SUM(A1:B$2)+Accounts[@x]');
    expect(normalizeFormula('=[[#This Row],[Account Name]]')).toBe('=[@[Account Name]]');
  });

  it.each([
    '=1+1',
    '=-A1',
    '=SUM(A1,B2)',
    '=A1:B2 B1:C3',
    '="a""b"&C1',
    '={1,2;3,4}',
    '=NOW()',
    '=50%',
    '=+A1',
  ])('accept %s', (formula) => {
    expect(isFormula(formula)).toBe(true);
  });

  it.each(['=', '=1+', '=(1', '=1)', '=A1 "x"', '=Acme, Inc.)', '="open', '=*2', '=3 apples', '=A1 "x"&1'])(
    'refuse %s',
    (formula) => {
      expect(isFormula(formula)).toBe(false);
    },
  );

  it('refuse more than 8,192 characters', () => {
    expect(() => checkFormula(`=${'1+'.repeat(4_100)}1`)).toThrow(
      expect.objectContaining({ code: 'InvalidArgument' }),
    );
  });

  it.each([
    ['=B5+$B$5+SUM(B2:B9)+B:B', '=B7+$B$7+SUM(B2:B11)+B:B'],
    ['=Other!B5', '=Other!B5'],
    ["='Report'!B5", '=Report!B7'],
    ['=5:6', '=7:8'],
  ])('follow two rows inserted at row 4: %s', (before, after) => {
    expect(
      shiftFormula(before, 'Report', 'Report', {
        axis: 'rows',
        at: 3,
        count: 2,
        from: 0,
        to: MAX_COLUMNS - 1,
      }),
    ).toBe(after);
  });

  it('turn references to deleted cells into #REF! and shrink the others', () => {
    const shift = { axis: 'columns', at: 1, count: -2, from: 0, to: MAX_ROWS - 1 } as const;
    expect(shiftFormula('=B1+SUM(A1:D1)+E1', 'S', 'S', shift)).toBe('=#REF!+SUM(A1:B1)+C1');
  });

  it('follow renamed and deleted sheets, tables and columns', () => {
    expect(renameSheetInFormula("='Old One'!A1+Old!A1", 'old one', 'New')).toBe('=New!A1+Old!A1');
    expect(renameSheetInFormula('=Old!A1:B2+1', 'Old', null)).toBe('=#REF!+1');
    const renamed = { table: 'T', newTable: 'U', columns: new Map([['a', 'b c']]), inside: true };
    expect(renameTableInFormula('=SUM(T[a])+[@a]+ROWS(T)', renamed)).toBe('=SUM(U[b c])+[@[b c]]+ROWS(U)');
    expect(renameTableInFormula('=SUM(T[a])', { table: 't', newTable: null, inside: false })).toBe(
      '=SUM(#REF!)',
    );
  });

  it('are spelt the file’s way in files, and come back', () => {
    const formula =
      "=SUMIFS(Accounts[Potential],Accounts[Territory],[@Territory])+STDEV.P([Potential])+[@[x'#1]]";
    const file = toFileFormula(formula, 'Accounts');
    expect(file).toBe(
      "SUMIFS(Accounts[Potential],Accounts[Territory],Accounts[[#This Row],[Territory]])+_xlfn.STDEV.P(Accounts[Potential])+Accounts[[#This Row],[x'#1]]",
    );
    expect(fromFileFormula(file, 'Accounts')).toBe(formula.replace('([Potential])', '(Accounts[Potential])'));
    expect(fromFileFormula('Accounts[[#This Row],[x]]', undefined)).toBe('=Accounts[@x]');
    expect(fromFileFormula('_xlfn._xlws.FILTER(A1:A2,B1:B2)', undefined)).toBe('=FILTER(A1:A2,B1:B2)');
  });
});

describe('values as Excel reads them', () => {
  it.each([
    ['=1+1', { kind: 'formula', formula: '=1+1' }],
    ["'=Acme", { kind: 'value', value: '=Acme' }],
    ["'123", { kind: 'value', value: '123' }],
    ['123', { kind: 'value', value: 123 }],
    ['01234', { kind: 'value', value: 1234 }],
    ['12%', { kind: 'value', value: 0.12, format: '0%' }],
    ['$1,500', { kind: 'value', value: 1500, format: '$#,##0' }],
    ['1/2/2024', { kind: 'value', value: 45293, format: 'm/d/yyyy' }],
    ['TRUE', { kind: 'value', value: true }],
    ['#N/A', { kind: 'value', value: '#N/A', error: true }],
    ['18.3 MM', { kind: 'value', value: '18.3 MM' }],
    ['- see notes', { kind: 'formula', formula: '=- see notes' }],
    ['- 3 apples', { kind: 'value', value: '- 3 apples' }],
    ['+A1*2', { kind: 'formula', formula: '=+A1*2' }],
    ['@SUM(A1)', { kind: 'formula', formula: '=SUM(A1)' }],
    ['-5', { kind: 'value', value: -5 }],
    ['', { kind: 'empty' }],
    [null, { kind: 'unchanged' }],
    [12345678901234567890n.toString(), { kind: 'value', value: 12345678901234600000 }],
  ])('%s', (written, expected) => {
    expect(readCellInput(written, 'General')).toEqual(expected);
  });

  it('stay text in a cell formatted as text', () => {
    for (const text of ['=1+1', '01234', '1/2/2024', '+A1']) {
      expect(readCellInput(text, '@')).toEqual({ kind: 'value', value: text });
    }
  });
});

const smallRect = fc
  .tuple(fc.nat(20), fc.nat(20), fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 }))
  .map(([row, column, rows, columnCount]) => rectOf(row, column, rows, columnCount));

describe('blocks of cells', () => {
  it('are written and read as addresses', () => {
    fc.assert(fc.property(smallRect, (rect) => expect(parseAddress(formatRect(rect))?.rect).toEqual(rect)));
    expect(formatRect(rectOf(0, 1, MAX_ROWS, 2))).toBe('B:C');
    expect(formatRect(rectOf(3, 0, 2, MAX_COLUMNS), { absolute: true })).toBe('$4:$5');
    expect(parseAddress("'It''s'!A:B")).toEqual({ sheetName: "It's", rect: rectOf(0, 0, MAX_ROWS, 2) });
    expect(['A1', 'T07', 'Sheet 1', 'Ünder_7', 'R1C1'].map(quoteSheetName)).toEqual([
      "'A1'",
      "'T07'",
      "'Sheet 1'",
      'Ünder_7',
      "'R1C1'",
    ]);
  });

  it('lose exactly the common cells by subtraction', () => {
    fc.assert(
      fc.property(smallRect, smallRect, (a, b) => {
        const rest = subtract(a, b);
        const cells = rest.reduce((sum, rect) => sum + rect.rows * rect.columns, 0);
        const common = intersection(a, b);
        expect(cells).toBe(a.rows * a.columns - (common ? common.rows * common.columns : 0));
        for (const part of rest) {
          expect(contains(a, part)).toBe(true);
          expect(intersection(part, b)).toBeNull();
        }
        expect(contains(bounding(a, b), a) && contains(bounding(a, b), b)).toBe(true);
      }),
    );
  });

  it('come back when inserted rows are deleted again', () => {
    fc.assert(
      fc.property(smallRect, fc.nat(30), fc.integer({ min: 1, max: 5 }), (rect, at, count) => {
        const shift = { axis: 'rows', at, count, from: 0, to: MAX_COLUMNS - 1 } as const;
        const moved = shiftRect(rect, shift);
        expect(moved && shiftRect(moved, { ...shift, count: -count })).toEqual(rect);
      }),
    );
  });
});
