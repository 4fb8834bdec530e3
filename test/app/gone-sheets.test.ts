import { goneInWords, goneSheets, mendedAlone, mendedWithPlan, refuseGone } from '../../src/app/gone-sheets';
import type { SheetSurvey } from '../../src/plan/cells';
import { MAIN_LAYER } from '../../src/plan/layer';
import type { Ownership } from '../../src/plan/ownership';
import { SHEETS } from '../../src/reports/registry';
import { spokenOf } from '../../src/reports/speaks-of';
import type { SheetSpec } from '../../src/reports/spec';

/** A sheet of ours as the workbook remembers it: one table with one column, and names. */
const spec = (key: string, table: string, formula: string, names: readonly string[] = []): SheetSpec => ({
  layer: MAIN_LAYER,
  key,
  name: `The ${key}`,
  blocks: [
    {
      kind: 'table',
      row: 0,
      column: 0,
      name: table,
      rows: 1,
      columns: [{ key: 'a', header: 'A', cells: formula }],
    },
  ],
  names: names.map((name) => ({ name, formula: '={sheet}!$A$1', comment: '' })),
  charts: [],
  conditional: [],
  widths: [],
  freezeRows: 0,
  print: { landscape: false },
});

const WRITTEN: Readonly<Record<string, SheetSpec>> = {
  'territory-plan': spec('territory-plan', 'EfTerritories', '=1'),
  pay: spec('pay', 'EfPay', '=SUM(EfQuota[In force])'),
  quota: spec('quota', 'EfQuota', '=ROWS(EfTerritories)'),
  workload: spec('workload', 'EfWorkload', '=SUM(EfTerritories[Share])', ['EfWorkload_hours']),
  // A text that names a table speaks of nothing; a name is not the table whose name it begins with.
  segments: spec('segments', 'EfSegments', '="EfQuota"&EfWorkload_hours&SUM(EfPay[Total])&EfQuota_unit'),
};

/** @param gone keys of sheets that somebody deleted @param columns keys of our columns in the list */
async function found(gone: readonly string[], columns: readonly string[] = []) {
  const standing = Object.keys(WRITTEN).filter((key) => !gone.includes(key));
  const owned: Ownership = {
    schema: 2,
    layers: {
      [MAIN_LAYER]: {
        columns: Object.fromEntries(columns.map((key) => [key, key])),
        sheets: Object.fromEntries(standing.map((key) => [key, `Sheet ${key}`])),
      },
    },
  };
  const survey = standing.map((key) => ({ sheet: `Sheet ${key}` })) as unknown as SheetSurvey[];
  const sheets = await goneSheets({ owned, survey }, { written: (_, key) => Promise.resolve(WRITTEN[key]) });
  return { sheets, words: goneInWords(sheets, { owned }).map(({ params }) => params) };
}

const keys = (modules: readonly { readonly key: string }[]) => modules.map(({ key }) => key);
const sheetOf = (wanted: string) => SHEETS.filter(({ key }) => key === wanted);

test('what speaks of a deleted sheet is found by its formulas, and written anew', async () => {
  expect((await found([])).sheets).toEqual([]);
  const { sheets, words } = await found(['pay']);
  expect(keys(sheets[0]?.speakers ?? [])).toEqual(['segments']);
  expect(words).toEqual([
    { sheet: 'The pay', names: 'Sheet segments', count: 1, columns: 'no', alone: 'yes' },
  ]);
  expect(keys(mendedWithPlan(sheets))).toEqual(['segments']);
  expect(keys(mendedAlone(sheets, sheetOf('quota')))).toEqual(['segments']);
  // What is asked for is written anyway.
  expect(mendedAlone(sheets, sheetOf('segments'))).toEqual([]);
});

test('a deleted sheet that columns of the list go by is written again with a plan', async () => {
  const { sheets, words } = await found(['workload'], ['hours', 'territory']);
  expect(words).toEqual([
    { sheet: 'The workload', names: 'Sheet segments', count: 2, columns: 'yes', alone: 'yes' },
  ]);
  expect(keys(mendedWithPlan(sheets))).toEqual(['workload', 'segments']);
  // Its columns are gone, too: nobody misses it but Segments.
  expect(keys(mendedWithPlan((await found(['workload'], ['territory'])).sheets))).toEqual(['segments']);
});

test('over the plan that stands nothing is written that speaks of what only a plan brings back', async () => {
  const { sheets, words } = await found(['territory-plan']);
  expect(words[0]).toMatchObject({ names: 'Sheet quota, Sheet workload', alone: 'no' });
  expect(keys(mendedWithPlan(sheets)).sort()).toEqual(['quota', 'workload']);
  expect(mendedAlone(sheets, sheetOf('segments'))).toEqual([]);
  expect(() => {
    refuseGone(sheets, [WRITTEN['quota'] as SheetSpec]);
  }).toThrow(
    expect.objectContaining({ code: 'neededTableGone', params: { name: 'EfTerritories' } }) as Error,
  );
  refuseGone(sheets, [WRITTEN['segments'] as SheetSpec]);
  refuseGone(sheets, [WRITTEN['quota'], WRITTEN['territory-plan']] as SheetSpec[]);
});

test('a sheet that nothing goes by may go without a word', async () => {
  const { sheets, words } = await found(['segments']);
  expect(words).toEqual([]);
  expect(mendedWithPlan(sheets)).toEqual([]);
});

test('drop-downs, conditional formats, cells and names are heard', () => {
  const list = (of: string) => ({
    list: `=${of}`,
    prompt: { title: '', message: '' },
    error: { title: '', message: '' },
  });
  const heard = spokenOf({
    blocks: [
      { kind: 'cells', row: 0, column: 0, cells: [[null, { formula: '=EfA_1+1', validation: list('EfB') }]] },
      {
        ...{ kind: 'table', row: 2, column: 0, name: 'EfOwn', rows: 1 },
        columns: [
          {
            key: 'a',
            header: 'A',
            cells: ['EfText', { formula: '=EfC[x]' }],
            looks: [{ validation: list('EfD') }],
          },
        ],
      },
    ],
    names: [{ name: 'EfOwnName', formula: '=EfE[x]', comment: '' }],
    conditional: [
      {
        row: 0,
        column: 0,
        rows: 1,
        columns: 1,
        spec: { kind: 'formula', formula: '={cell}>EfF', look: 'bad' },
      },
    ],
  });
  expect([...heard].sort()).toEqual(['EfA_1', 'EfB', 'EfC', 'EfD', 'EfE', 'EfF']);
});
