import fc from 'fast-check';
import { openWorkbook, type Cell, type OpenWorkbook } from '../support/office';

/* What the workbench calculates in its own, quicker way is what a reader of the cells would count. */

let book: OpenWorkbook;
afterEach(() => {
  book.dispose();
});

const TEXTS = [
  'T01 Denver',
  't01 denver',
  'T01',
  'Yes',
  'Yes, moved',
  'yes*',
  'a~b',
  '12',
  '1/2/2026',
  '50%',
  'TRUE',
  '',
];
const cell = fc.oneof(
  fc.constantFrom<Cell[]>(...TEXTS.map((text) => (text === '' ? '' : `'${text}`))),
  fc.constantFrom<Cell[]>(12, 0, 0.5, true, '=1/0', '=""'),
);
const row = fc.tuple(cell, cell, fc.constantFrom<Cell[]>(1, 10, 100, "'1", '', true));

const written = (value: Cell): Cell | undefined => {
  if (value === '=1/0') return undefined;
  if (value === '=""') return '';
  return typeof value === 'string' ? value.replace(/^'/, '') : value;
};
/** Rows of a column of texts that a plain text, or the beginning of one, asks for. */
const meets = (value: Cell, sought: string): boolean => {
  const is = written(value);
  if (typeof is !== 'string') return false;
  return sought.endsWith('*')
    ? is.toLowerCase().startsWith(sought.slice(0, -1).toLowerCase())
    : is.toLowerCase() === sought.toLowerCase();
};

const SOUGHT = ['T01 Denver', '=T01', '=yes*', 'Yes*', '=nothing', "O'Brien"];

test('COUNTIFS, SUMIFS, COUNTIF and SUMIF by plain texts', async () => {
  book = await openWorkbook({ sheets: { List: [['a']], Sums: [['b']] } });
  await fc.assert(
    fc.asyncProperty(
      fc.array(row, { minLength: 1, maxLength: 12 }),
      fc.constantFrom(...SOUGHT),
      fc.constantFrom(...SOUGHT),
      async (rows, one, other) => {
        const values = await book.run(async (context) => {
          const list = context.workbook.worksheets.getItem('List');
          const sums = context.workbook.worksheets.getItem('Sums');
          list.getRange().clear();
          list.getRangeByIndexes(0, 0, rows.length, 3).formulas = rows.map((cells) => [...cells]);
          sums.getRange('A1:A2').values = [[`'${one}`], [`'${other}`]];
          const of = (column: string) => `List!$${column}$1:$${column}$${rows.length}`;
          const range = sums.getRange('B1:B4');
          range.formulas = [
            [`=COUNTIFS(${of('A')},A1,${of('B')},A2)`],
            [`=SUMIFS(${of('C')},${of('A')},A1,${of('B')},A2)`],
            [`=COUNTIF(${of('A')},A1)`],
            [`=SUMIF(${of('A')},A1,${of('C')})`],
          ];
          range.load('values');
          await context.sync();
          return range.values.map(([value]) => value as Cell);
        });
        const text = (sought: string) => sought.replace(/^=/, '');
        const both = rows.filter(([a, b]) => meets(a, text(one)) && meets(b, text(other)));
        const first = rows.filter(([a]) => meets(a, text(one)));
        const sum = (of: typeof rows) =>
          of.reduce((total, [, , amount]) => total + (typeof amount === 'number' ? amount : 0), 0);
        expect(values).toEqual([both.length, sum(both), first.length, sum(first)]);
      },
    ),
    { numRuns: 60 },
  );
});

test('an error among what is summed is the sum', async () => {
  book = await openWorkbook({
    sheets: {
      List: [
        ['x', '=1/0'],
        ['y', 2],
        ['', '=SUMIF(A1:A2,"x",B1:B2)'],
        ['', '=SUMIF(A1:A2,"y",B1:B2)'],
      ],
    },
  });
  await book.run(async (context) => {
    const range = context.workbook.worksheets.getItem('List').getRange('B3:B4');
    range.load('values');
    await context.sync();
    expect(range.values).toEqual([['#DIV/0!'], [2]]);
  });
});

test('cells that change, formulas that are written anew and rows that come in are followed', async () => {
  book = await openWorkbook({
    sheets: {
      List: [
        ['x', 1],
        ['y', 2],
        ['x', 3],
      ],
      Sums: [['=SUMIFS(List!$B$1:$B$3,List!$A$1:$A$3,"=x")', '=List!B1', '=SUM(A1:B1)']],
    },
  });
  await book.run(async (context) => {
    const { worksheets } = context.workbook;
    const list = worksheets.getItem('List');
    const sums = worksheets.getItem('Sums').getRange('A1:C1');
    const read = async () => {
      sums.load('values');
      await context.sync();
      return sums.values[0];
    };
    expect(await read()).toEqual([4, 1, 5]);
    list.getRange('A2').values = [['X']];
    expect(await read()).toEqual([6, 1, 7]);
    list.getRange('A1').formulas = [['=IF(B1>1,"x","z")']];
    expect(await read()).toEqual([5, 1, 6]);
    list.getRange('B1').values = [[10]];
    expect(await read()).toEqual([15, 10, 25]);
    worksheets.getItem('Sums').getRange('B1').formulas = [['=List!B2']];
    expect(await read()).toEqual([15, 2, 17]);
    list.getRange('B1').values = [[20]];
    expect(await read()).toEqual([25, 2, 27]);
    list.getRange('B2').values = [[7]];
    expect(await read()).toEqual([30, 7, 37]);
    list.getRange('1:1').insert('Down');
    list.getRange('A1:B1').values = [['x', 1000]];
    expect(await read()).toEqual([30, 7, 37]);
    list.getRange('B3').values = [[8]];
    expect(await read()).toEqual([31, 8, 39]);
    worksheets.getItem('Sums').getRange('A1').values = [[1]];
    list.getRange('B3').values = [[9]];
    expect(await read()).toEqual([1, 9, 10]);
  });
});

test('a sheet that is deleted and made again is followed', async () => {
  book = await openWorkbook({
    sheets: { List: [['x', 1]], Gone: [['=List!B1+Sums!A1']], Sums: [['=List!B1', '=Gone!A1']] },
  });
  // Univer itself looks for formulas of the sheet that is gone, and says so.
  const spy = jest.spyOn(console, 'error').mockImplementation(() => undefined);
  await book.run(async (context) => {
    const { worksheets } = context.workbook;
    const sums = worksheets.getItem('Sums').getRange('A1:B1');
    const list = worksheets.getItem('List').getRange('B1');
    const read = async () => {
      sums.load('values');
      await context.sync();
      return sums.values[0];
    };
    expect(await read()).toEqual([1, 2]);
    worksheets.getItem('Gone').delete();
    expect(await read()).toEqual([1, '#REF!']);
    list.values = [[2]];
    expect(await read()).toEqual([2, '#REF!']);
    worksheets.add('Gone').getRange('A1').formulas = [['=List!B1*10']];
    worksheets.getItem('Sums').getRange('B1').formulas = [['=Gone!A1']];
    expect(await read()).toEqual([2, 20]);
    list.values = [[3]];
    expect(await read()).toEqual([3, 30]);
  });
  spy.mockRestore();
});

test('= and its like take marks for what they are, COUNTIF takes them for a pattern', async () => {
  const texts = ["'Ann Bell", "'Ann*", "'A?n Bell", "'a~~b"];
  book = await openWorkbook({ sheets: { List: texts.map((text) => [text]) } });
  const values = await book.run(async (context) => {
    const range = context.workbook.worksheets.getItem('List').getRange('B1:H1');
    range.formulas = [
      [
        '=A1=A2',
        '=A2="ann*"',
        '=A1<>A3',
        '=A1="A?n*"',
        '=SUMPRODUCT(--(A1:A4=A2))',
        '=A4="a~b"',
        '=COUNTIF(A1:A4,A2)',
      ],
    ];
    range.load('values');
    await context.sync();
    return range.values[0];
  });
  expect(values).toEqual([false, true, true, false, 1, false, 2]);
});

test('IF and IFERROR choose as the cells say, whichever way they chose before', async () => {
  book = await openWorkbook({ sheets: { List: [['a']] } });
  const numbers = fc.array(fc.constantFrom(0, 1, 2, -3), { minLength: 4, maxLength: 4 });
  const expected: Readonly<Record<number, string>> = { 0: 'none', 1: 'one', 2: 'two', [-3]: 'less by 3' };
  await fc.assert(
    fc.asyncProperty(numbers, async (column) => {
      const values = await book.run(async (context) => {
        const list = context.workbook.worksheets.getItem('List');
        list.getRange('A1:A4').values = column.map((one) => [one]);
        const range = list.getRange('B1:D4');
        range.formulas = [1, 2, 3, 4].map((n) => [
          `=IFERROR(IF(A${n}>0,IF(A${n}=1,"one",IFERROR(A${n}/(A${n}-2),"two")),"less by "&9/ABS(A${n})),"none")`,
          // What is chosen by is a column: each of its rows chooses for itself.
          '=SUM(IF($A$1:$A$4>0,$A$1:$A$4,100))',
          `=IF(A${n},IFERROR(1/0,A${n}),1/0)`,
        ]);
        range.load('values');
        await context.sync();
        return range.values as unknown[][];
      });
      const sum = column.reduce<number>((total, one) => total + (one > 0 ? one : 100), 0);
      expect(values).toEqual(column.map((one) => [expected[one], sum, one === 0 ? '#DIV/0!' : one]));
    }),
    { numRuns: 12 },
  );
});
