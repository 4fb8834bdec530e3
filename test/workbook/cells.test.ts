import { build as buildBalance } from '../../src/reports/balance/build';
import fc from 'fast-check';
import { asText, blocks } from '../../src/workbook/cells';
import { areaOf } from '../../src/workbook/area';
import { columnCells, contentsOf, gridOf } from '../../src/workbook/grid';
import { smallContext } from '../reports/context';
import { openWorkbook, type Cell } from '../support/office';

describe('text is written so that it stays text', () => {
  test.each([
    ['=Acme, 1', "'=Acme, 1"],
    ['+1 Inc', "'+1 Inc"],
    ['-', "'-"],
    ['@home', "'@home"],
    ['00123', "'00123"],
    ['1/2', "'1/2"],
    ['TRUE', "'TRUE"],
    ['March 7', "'March 7"],
    ["'quoted", "''quoted"],
    ['T07 Denver', 'T07 Denver'],
    ['Łódź', 'Łódź'],
    ['€5', "'€5"],
    ['₩5', "'₩5"],
    ['￥5', "'￥5"],
    ['１２３', "'１２３"],
    ['½', "'½"],
    ['CHF 5', "'CHF 5"],
    ['kr1.50', "'kr1.50"],
    ['Rp 1e6', "'Rp 1e6"],
    ['März 2026', "'März 2026"],
    ['лв5', "'лв5"],
    ['令和8年11月26日', "'令和8年11月26日"],
    ['A100-West', 'A100-West'],
    ['', ''],
  ])('%s', (text, written) => {
    expect(asText(text)).toBe(written);
  });

  test('whatever begins like a formula gets the mark of text', () => {
    fc.assert(
      fc.property(fc.constantFrom('=', '+', '-', '@'), fc.string(), (sign, rest) => {
        expect(asText(sign + rest)).toBe(`'${sign}${rest}`);
      }),
    );
  });
});

test('what is written as text is read as it was, by our host too: money signs, digits and marks of all scripts', async () => {
  const signs: string[] = [];
  for (let code = 0x21; code < 0x10000; code++) {
    const sign = String.fromCodePoint(code);
    if (/\p{Sc}|\p{N}|\p{Sm}|\p{Pd}/u.test(sign)) signs.push(sign);
  }
  const texts = signs.flatMap((sign) => [`${sign}5`, `${sign} 1,000.50`, `x${sign}`]);
  const book = await openWorkbook({ sheets: { S: [['']] } });
  const read = await book.run(async (context) => {
    const range = context.workbook.worksheets.getItem('S').getRangeByIndexes(0, 0, texts.length, 1);
    range.formulas = texts.map((text) => [asText(text)]);
    range.load('values');
    await context.sync();
    return (range.values as Cell[][]).flat();
  });
  book.dispose();
  expect(signs.length).toBeGreaterThan(500);
  expect(read).toEqual(texts);
});

test('blocks cover every row once, in order, and each is small enough for a request', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 900_000 }), { maxLength: 30 }), (lengths) => {
      const rows = lengths.map((length) => ['x'.repeat(length)]);
      let next = 0;
      for (const { from, rows: count } of blocks(rows)) {
        expect(from).toBe(next);
        expect(count).toBeGreaterThan(0);
        const bytes = rows
          .slice(from, from + count)
          .reduce((sum, [cell]) => sum + 2 * (cell?.length ?? 0), 0);
        if (count > 1) expect(bytes).toBeLessThanOrEqual(2_000_000);
        next = from + count;
      }
      expect(next).toBe(rows.length);
    }),
    { numRuns: 25 },
  );
});

test('a sheet is one grid: headers, a formula a row, and nothing left of what stood there', () => {
  const grid = gridOf(
    contentsOf(buildBalance(smallContext())),
    areaOf([{ row: 0, column: 0, rows: 80, columns: 30 }]),
  );
  expect(grid).toHaveLength(80);
  expect(new Set(grid.map((row) => row.length))).toEqual(new Set([30]));
  expect(grid[5]?.[4]).toBe('Territory');
  expect(grid[6]?.[6]).toEqual(expect.stringMatching(/^=COUNTIFS\(Accounts\[Territory\],"="&SUBSTITUTE/));
  expect(grid[79]?.[29]).toBe('');
});

test('a column of values is cut or filled to its rows', () => {
  expect(columnCells(['=x', 1], 3)).toEqual(["'=x", 1, '']);
  expect(columnCells('=1', 2)).toEqual(['=1', '=1']);
});
