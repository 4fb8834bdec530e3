import { build as buildTerritoryPlan } from '../../../src/reports/territory-plan/build';
import { readSheetCells } from '../../../src/app/settings/sheet-cells';
import { readBook } from '../../../src/app/understanding/book';
import type { SourceTable } from '../../../src/plan/cells';
import type { TableKey } from '../../../src/reports/names';
import { apartIn } from '../../../src/reports/read-back';
import { sheetsReadBack } from '../../../src/reports/registry';
import { smallContext } from '../../reports/context';
import { fakeWorkbook } from '../../support/fake-workbook';

/** The sheet as a version with other words for its columns wrote it. */
const written = JSON.parse(
  JSON.stringify(buildTerritoryPlan(smallContext())).replaceAll('"Value"', '"Set to"'),
) as ReturnType<typeof buildTerritoryPlan>;

const settings: SourceTable = {
  sheet: 'My plan',
  table: 'EfSettings',
  headerRow: 4,
  firstRow: 5,
  firstColumn: 1,
  rowCount: 1,
  headers: ['Setting', 'Set to', 'What it means'],
  columns: [['seed'], [7], ['']],
  formats: [],
  isFormula: [],
  hiddenRows: [],
};

async function cellsOf(
  headers: readonly string[],
  spec: typeof written | undefined,
  source: SourceTable = settings,
) {
  const workbook = fakeWorkbook({
    read: () => Promise.resolve({ ...source, headers }),
    written: (_, key) => Promise.resolve(key === 'territory-plan' ? spec : undefined),
  });
  const book = await readBook(workbook);
  const [first] = book.survey;
  if (first === undefined) throw new Error('There is a sheet.');
  const table = { headers, headerRow: 4, firstColumn: 1, rowCount: 1, hasTotals: false };
  const survey = [{ ...first, sheet: 'My plan', tables: [{ ...table, name: 'EfSettings' }] }];
  return readSheetCells(workbook, { ...book, survey });
}

test('a column is read under the header it was written with, wherever its sheet is', async () => {
  const { cells, refused } = await cellsOf(settings.headers, written);
  expect(refused).toEqual([]);
  expect([...cells]).toEqual([['setting.seed', 7]]);
});

test('a header that is neither what was written nor a word of ours is refused, and nothing is read', async () => {
  const { cells, refused } = await cellsOf(settings.headers, undefined);
  expect(refused).toMatchObject([{ code: 'ownColumnGone', params: { sheet: 'My plan', column: 'Value' } }]);
  expect([...cells]).toEqual([]);
});

test('two rows of one setting are refused by their cells: formulas would take the first and we the last', async () => {
  const twice: SourceTable = {
    ...settings,
    rowCount: 3,
    columns: [
      ['Seed', 'Continuity', ' seed'],
      [7, 0.5, 8],
      ['', '', ''],
    ],
  };
  const { cells, refused } = await cellsOf(settings.headers, written, twice);
  expect(refused).toMatchObject([
    {
      code: 'ownRowTwice',
      params: { name: 'seed', address: "'My plan'!A7", other: "'My plan'!A5" },
    },
  ]);
  expect([...cells]).toEqual([]);
});

test('on every sheet with settings their labels tell the rows apart', () => {
  const told = sheetsReadBack().flatMap(({ readBack }) =>
    readBack === undefined
      ? []
      : (Object.keys(readBack.columns) as TableKey[]).flatMap((key) =>
          readBack.columns[key]?.includes('setting') === true ? [[key, apartIn(readBack, key)]] : [],
        ),
  );
  expect(told.length).toBeGreaterThan(7);
  expect(told.filter(([, apart]) => String(apart) !== 'setting')).toEqual([]);
});
