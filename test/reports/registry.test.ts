import { MAIN_LAYER, type LayerId } from '../../src/plan/layer';
import { SHEETS, tablesOf } from '../../src/reports/registry';
import { paperFor, widthOf } from '../../src/reports/print';
import { isMessageId, LANGUAGES, speak, type MessageId } from '../../src/text/say';
import { buildSmall as build } from './context';

const say = speak('en');

test('keys are unique, of sheets and of tables', () => {
  expect(new Set(SHEETS.map(({ key }) => key)).size).toBe(SHEETS.length);
  const tables = SHEETS.flatMap(({ tables: own }) => Object.keys(own));
  expect(new Set(tables).size).toBe(tables.length);
  expect(SHEETS.filter(({ written }) => written === 'always').map(({ key }) => key)).toEqual([
    'territory-plan',
    'balance',
  ]);
});

test('tables are known by the names that workbooks have had for them', () => {
  const names = SHEETS.flatMap((module) => [...tablesOf(MAIN_LAYER, module).keys()]);
  expect(names).toEqual(
    expect.arrayContaining(['EfTerritories', 'EfQuotaLines', 'EfScenario1', 'EfLoadZipLists']),
  );
  expect(names.filter((name) => !/^Ef[A-Z][A-Za-z0-9]*$/.test(name))).toEqual([]);
});

test.each(SHEETS.map((module) => [module.key, module] as const))(
  '%s writes the tables it names, each column under its key',
  async (_, module) => {
    const spec = await build(module);
    expect([spec.layer, spec.key, spec.name]).toEqual([MAIN_LAYER, module.key, say(module.name)]);
    const names = tablesOf(MAIN_LAYER, module);
    const blocks = spec.blocks.filter((block) => block.kind === 'table');
    expect(blocks.map(({ name }) => name).sort()).toEqual([...names.keys()].sort());
    for (const { name, columns } of blocks) {
      const named = module.tables[names.get(name) ?? 'balance'] ?? {};
      expect(new Set(columns.map(({ key }) => key)).size).toBe(columns.length);
      // A column without data is not there, but none stands there under another name.
      for (const { key, header } of columns.filter((column) => named[column.key] !== undefined))
        expect(header).toBe(say(named[key] as MessageId));
      for (const { key, header } of columns.filter((column) => named[column.key] === undefined))
        expect([key, isMessageId(header)]).toEqual([expect.stringMatching(/^value$|:/), false]);
    }
  },
);

/** Characters of columns at 70 % on the wider paper, A3, and on the usual one. */
const ACROSS = { wide: 288, usual: 183 };

/** Characters of a sentence in the width of one digit: letters are narrower. */
const PER_DIGIT = 1.12;

describe.each(LANGUAGES)('every sheet (%s)', (language) => {
  const built = () => Promise.all(SHEETS.map((module) => build(module, MAIN_LAYER, language)));

  test('has columns in which no word of a head is broken, no label cut and no amount shown as number signs', async () => {
    for (const { key, blocks, widths } of await built())
      for (const block of blocks) {
        if (block.kind === 'cells') {
          block.cells.forEach((line) => {
            line.forEach((cell, c) => {
              if (typeof cell?.value !== 'string' || cell.value.length > 50) return;
              if (line[c + 1]?.value === undefined && line[c + 1]?.formula === undefined) return;
              const width = widths[block.column + c] ?? Infinity;
              expect([key, cell.value, width >= 0.9 * cell.value.length]).toEqual([key, cell.value, true]);
            });
          });
          continue;
        }
        block.columns.forEach(({ header, format = '', cells }, c) => {
          const width = widths[block.column + c] ?? Infinity;
          const word = Math.max(...header.split(/[ -]/).map((part) => part.length));
          expect([key, header, width >= word + 2]).toEqual([key, header, true]);
          if (typeof cells === 'string' && format.startsWith('"'))
            expect([key, header, width >= '$123,456,789'.length]).toEqual([key, header, true]);
        });
      }
  });

  test('has no sentence that runs off the paper', async () => {
    for (const { key, blocks, widths, print } of await built())
      for (const block of blocks) {
        if (block.kind !== 'cells') continue;
        for (const [r, line] of block.cells.entries())
          line.forEach((cell, c) => {
            const [row, column] = [block.row + r, block.column + c];
            const page = print.areas?.find(
              (area) =>
                row >= area.row &&
                row < area.row + area.rows &&
                column >= area.column &&
                column < area.column + area.columns,
            );
            const right = page === undefined ? (print.columns ?? widths.length) : page.column + page.columns;
            if (typeof cell?.value !== 'string' || cell.style !== 'note') return;
            // What stands beyond what is printed is not printed.
            if (block.column + c >= right || (block.column + c === 0 && (print.pagesWide ?? 1) > 1)) return;
            const room = widths.slice(block.column + c, right).reduce((sum, width) => sum + width, 0);
            const length = cell.value.length;
            expect([key, cell.value, length <= PER_DIGIT * room]).toEqual([key, cell.value, true]);
          });
      }
  });

  test('is printed at 70 % or larger', async () => {
    for (const { key, widths, print } of await built()) {
      const room = ['Letter', 'A4'].includes(print.paper ?? '') ? ACROSS.usual : ACROSS.wide;
      if (print.areas !== undefined) {
        for (const { column, columns } of print.areas) {
          const page = widths.slice(column, column + columns);
          const repeated = column === 0 ? [] : widths.slice(0, print.titleColumns ?? 1);
          expect([key, widthOf([...page, ...repeated]) <= room]).toEqual([key, true]);
        }
        continue;
      }
      const across = widths.slice(0, print.columns).reduce((sum, width) => sum + width, 0);
      const pages = print.pagesWide ?? 1;
      // What is repeated on each page after the first takes its room there.
      const titles = print.titleColumn === undefined ? 0 : (widths[print.titleColumn] ?? 0);
      expect([key, across + titles * (pages - 1) <= room * pages]).toEqual([key, true]);
      expect(paperFor(across, print)).toEqual({ paper: print.paper, pagesWide: pages });
    }
  });
});

test('in German days are written as Germans do, and words are German', async () => {
  for (const module of SHEETS) {
    const { key, blocks } = await build(module, MAIN_LAYER, 'de');
    const formats = JSON.stringify(blocks).match(/"format":"[^"]*yyyy-mm-dd[^"]*"/g) ?? [];
    expect([key, formats]).toEqual([key, []]);
    // Headers of files for other systems are theirs.
    if (/^(?:load|fix)-/.test(key)) continue;
    const words = blocks.flatMap((block) =>
      block.kind === 'cells'
        ? block.cells.flat().map((cell) => cell?.value)
        : block.columns.map(({ header }) => header),
    );
    // The list is called as its user called it.
    const said = words.map((word) => String(word).replace(/^Accounts: /, ''));
    const foreign = said.filter((word) => /\b(?:Accounts?|Balance|gerechte[nrs]? Anteil)\b/.test(word));
    expect([key, foreign]).toEqual([key, []]);
  }
});

test('another layer has tables and names of its own, and no formula speaks of those of the first', async () => {
  const specs = await Promise.all(
    SHEETS.map(async (module) => JSON.stringify(await build(module, 'sdr' as LayerId))),
  );
  const ours = specs.flatMap((spec) => spec.match(/\bEf(?!BalanceChart)[A-Z]\w*/g) ?? []);
  expect(ours.length).toBeGreaterThan(50);
  for (const name of ours) expect(name).toMatch(/_sdr$/);
});

test.each(SHEETS.flatMap((module) => (module.readBack === undefined ? [] : [[module.key, module] as const])))(
  '%s reads no column but those that are found for it',
  (_, { readBack, tables }) => {
    const asked = new Set<string>();
    readBack?.read((key) => ({
      rowCount: 1,
      columns: ['role:se'],
      cell: (column) => {
        asked.add(`${key}.${column}`);
        return column;
      },
    }));
    const found = Object.entries(readBack?.columns ?? {}).flatMap(([key, columns]) =>
      columns.map((column) => `${key}.${column}`),
    );
    expect(asked.size).toBeGreaterThan(0);
    const isFound = (column: string) =>
      found.some((one) => one === column || (one.endsWith('*') && column.startsWith(one.slice(0, -1))));
    expect([...asked].filter((column) => !isFound(column))).toEqual([]);
    for (const key of Object.keys(readBack?.columns ?? {})) expect(Object.keys(tables)).toContain(key);
  },
);
