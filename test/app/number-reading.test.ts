import { readingOf } from '../../src/app/number-reading';
import { readAsFormula, readingFormula, type Reading } from '../../src/reports/reading';
import { openWorkbook } from '../support/office';

type Pair = readonly [cell: string | number | boolean, understood?: number];
const reading = (...pairs: readonly Pair[]) =>
  readingOf(
    'ARR',
    pairs.map(([cell, understood = NaN]) => ({ cell, understood })),
    undefined,
  );

test('marks about numbers are taken away, separators are those of the column', () => {
  expect(reading(['$1,500.50 ', 1500.5], ['$20', 20], [7, 7])).toMatchObject({
    marks: ['$'],
    decimal: '.',
    group: ',',
    texts: new Map(),
  });
  expect(reading(['1.234,50 €', 1234.5], ['17 €', 17])).toMatchObject({
    marks: ['€'],
    decimal: ',',
    group: '.',
    texts: new Map(),
  });
});

test('a mark that changes the number is none: such texts stand in a table, and a new one is not read', () => {
  const { marks = [], texts } = reading(['5 K', 5000], ['$9', 9], ['n/a'], ['$7 K', 7000]) ?? {};
  expect(marks).not.toContain('K');
  expect(texts).toEqual(
    new Map([
      ['5 K', 5000],
      ['n/a', undefined],
      ['$7 K', 7000],
      ...(marks.includes('$') ? [] : [['$9', 9] as const]),
    ]),
  );
});

test('negatives count as nothing, converted amounts are the same but for the last digits', () => {
  expect(reading([-500], ['-20'])?.texts).toEqual(new Map());
  expect(reading([1234.1, (1234.1 * 1.08) / 1.08])).toBeDefined();
});

test('what no formula can say is left to values', () => {
  expect(reading([45_000, 3])).toBeUndefined();
  expect(reading(['x', 1], ['x', 2])).toBeUndefined();
  expect(reading(['x', 1], ['X', 2])).toBeUndefined();
});

test('dates among numbers are kept by account, where formulas find it again', () => {
  const dated = (key: string | undefined, ...accounts: (string | number)[]) =>
    readingOf(
      'ARR',
      [
        { cell: 500, understood: 500, account: 'A9' },
        ...accounts.map((account) => ({ cell: 46_143, understood: NaN, account })),
      ],
      undefined,
      key,
    );
  expect(dated('Id', 'A1', 7)?.dates).toEqual({
    key: 'Id',
    cells: [
      { account: 'A1', serial: 46_143 },
      { account: 7, serial: 46_143 },
    ],
  });
  expect(dated('Id')?.dates).toBeUndefined();
  for (const unknown of [dated(undefined, 'A1'), dated('Id', 'A1', 'a1'), dated('Id', ''), dated('Id', 0.5)])
    expect(unknown).toBeUndefined();
});

test('the formula reads what its twin here reads, and follows its cells', async () => {
  const found = reading(
    ['$1,500.50 ', 1500.5],
    ['5 K', 5000],
    ['n/a'],
    [-3],
    [12, 12],
    ['a*b', 4],
  ) as Reading;
  const texts: [string, string, number | string][] = [...found.texts].map(([text, value]) => [
    `ARR|${text}`,
    text,
    value ?? '',
  ]);
  const body = ['$1,500.50 ', '5 K', 'n/a', -3, 12, 'a*b', 'axb', '$1,000', '', '9 K'];
  // What NUMBERVALUE would read in its own way: 15, 1234, 0.12, 100,000.
  body.push('1,5', '12,34', '12%', '1e5', ' 1 234,567.8 ', '$ 1,234,567', '7 500', ',500');
  const formula = readingFormula(
    found,
    { texts: 'Texts', rates: 'Rates' },
    { key: 'Key', text: 'Text', understood: 'Understood', currency: 'Currency', rate: 'Rate' },
  );
  const book = await openWorkbook({
    sheets: {
      S: [['ARR', 'Read'], ...body.map((cell) => [cell, ''])],
      T: [['Key', 'Text', 'Understood'], ...texts],
    },
  });
  const read = await book.run(async (context) => {
    const { worksheets } = context.workbook;
    worksheets.getItem('T').tables.add(`A1:C${texts.length + 1}`, true).name = 'Texts';
    const table = worksheets.getItem('S').tables.add(`A1:B${body.length + 1}`, true);
    await context.sync();
    const column = table.columns.getItem('Read').getDataBodyRange();
    column.formulas = body.map(() => [formula]);
    column.load('values');
    await context.sync();
    return column.values.map(([value]) => value as unknown);
  });
  book.dispose();
  expect(read.slice(0, 10)).toEqual([1500.5, 5000, 0, 0, 12, 4, '?', 1000, '', '?']);
  expect(read.slice(10)).toEqual(['?', '?', '?', '?', 1_234_567.8, 1_234_567, 7500, '?']);
  expect(readAsFormula('$1,000', found)).toBe(1000);
  expect(readAsFormula('9 K', found)).toBeUndefined();
});
