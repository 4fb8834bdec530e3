import { build as buildTerritoryPlan } from '../../src/reports/territory-plan/build';
import type { Cell, SourceTable } from '../../src/plan/cells';
import type { TableKey } from '../../src/reports/names';
import { readInputs } from '../../src/reports/read-back';
import type { SheetSpec } from '../../src/reports/spec';
import { scoreWeights } from '../../src/reports/score';
import { territoryPlan } from '../../src/reports/territory-plan';
import { speak } from '../../src/text/say';
import { smallContext } from './context';

const written = buildTerritoryPlan(smallContext());

/** A table of the sheet as it was written, after what a user does to its rows of cells, header first. */
function standing(
  name: string,
  spec: SheetSpec = written,
  edit: (rows: Cell[][]) => Cell[][] = (rows) => rows,
): SourceTable {
  const block = spec.blocks.find((candidate) => candidate.kind === 'table' && candidate.name === name);
  if (block?.kind !== 'table') throw new Error(`${name} is missing`);
  const cell = (column: (typeof block.columns)[number], r: number): Cell =>
    typeof column.cells === 'string' ? '' : ((column.cells[r] ?? '') as Cell);
  const rows = edit([
    block.columns.map(({ header }) => header),
    ...Array.from({ length: block.rows }, (_, r) => block.columns.map((column) => cell(column, r))),
  ]);
  const [headers = [], ...body] = rows;
  return {
    sheet: 'Territory Plan',
    table: name,
    headerRow: 4,
    firstRow: 5,
    firstColumn: 1,
    rowCount: body.length,
    headers: headers.map(String),
    columns: headers.map((_, c) => body.map((row) => row[c] ?? '')),
    formats: [],
    isFormula: [],
    hiddenRows: [],
  };
}

const read = (tables: Partial<Record<TableKey, SourceTable>>, spec: SheetSpec | undefined = written) =>
  readInputs(territoryPlan, new Map(Object.entries(tables) as [TableKey, SourceTable][]), spec);

const all = (spec?: SheetSpec) => ({
  settings: standing('EfSettings', spec),
  metrics: standing('EfMetrics', spec),
  territories: standing('EfTerritories', spec),
});

test('what stands as it was written is what was written', () => {
  const { record, plan } = smallContext();
  const balance = plan.metrics.map(({ spec: { id, tolerance } }) => ({ metric: id, tolerance }));
  const wrote = territoryPlan.readBack?.written?.({ ...record, settings: { ...record.settings, balance } });
  const { cells, refused } = read(all());
  expect(refused).toEqual([]);
  expect(cells.get('balance')).toBe('[["potential",0.1]]');
  expect(cells.get('name.T02')).toBe('T02 Boise');
  expect(new Map([...cells].sort())).toEqual(new Map([...(wrote ?? [])].sort()));
});

test('a column put to the left of Value moves nothing', () => {
  const settings = standing('EfSettings', written, (rows) =>
    rows.map((row, r) => [row[0] ?? '', r === 0 ? 'My notes' : 99, ...row.slice(1)]),
  );
  expect(read({ ...all(), settings })).toEqual(read(all()));
});

test('Tolerance and Territory are found where they were moved to', () => {
  const last = (rows: Cell[][]) => rows.map((row) => [...row].reverse());
  const moved = {
    metrics: standing('EfMetrics', written, last),
    territories: standing('EfTerritories', written, last),
  };
  expect(read({ ...all(), ...moved })).toEqual(read(all()));
});

test('a renamed column is refused, with its name, whatever stands in its place; the other tables are read', () => {
  const settings = standing('EfSettings', written, ([head = [], ...body]) => [
    head.map((header) => (header === 'Value' ? 'Wert' : header)),
    ...body,
  ]);
  const { cells, refused } = read({ ...all(), settings });
  expect(refused).toMatchObject([
    { code: 'ownColumnGone', params: { sheet: 'Territory Plan', column: 'Value' } },
  ]);
  expect([...cells.keys()].filter((key) => key.startsWith('setting.'))).toEqual([]);
  expect(cells.get('name.T02')).toBe('T02 Boise');
});

test('a column that is not read may be renamed or gone', () => {
  const territories = standing('EfTerritories', written, (rows) =>
    // Status and Segment.
    rows.map((row) => [...row.slice(0, 4), ...row.slice(6)]),
  );
  expect(read({ ...all(), territories }).refused).toEqual([]);
});

test('a sheet of before columns had keys is read in any of our languages', () => {
  const german = buildTerritoryPlan(smallContext({ say: speak('de') }));
  const withoutKeys = JSON.parse(
    JSON.stringify(german, (key, value: unknown) => (key === 'key' ? undefined : value)),
  ) as SheetSpec;
  expect(read(all(german), withoutKeys)).toEqual(read(all()));
  expect(
    readInputs(territoryPlan, new Map([['settings', standing('EfSettings', german)]]), undefined).refused,
  ).toEqual([]);
});

test('two rows are of one thing where formulas find them to be', () => {
  const refused = (values: readonly string[]) => {
    const table: SourceTable = {
      ...standing('EfSettings'),
      sheet: 'Score Weights',
      table: 'EfScorePoints',
      rowCount: values.length,
      headers: ['Factor', 'Value', 'Points (0 to 1)'],
      columns: [values.map(() => 'Industry'), values, values.map((_, r) => r / 10)],
    };
    return readInputs(scoreWeights, new Map([['scorePoints', table]]), undefined);
  };
  expect(refused(['Tech', 'Retail', ' tech  ']).refused).toMatchObject([
    { code: 'ownRowTwice', params: { name: 'Industry, tech', address: "'Score Weights'!A7" } },
  ]);
  // As lists from web pages have them: TRIM leaves a blank that does not break.
  const apart = refused(['Tech', 'Tech\u00a0']);
  expect(apart.refused).toEqual([]);
  expect(apart.cells.get('score/points/industry')).toBe(
    '[{"value":"Tech","points":0},{"value":"Tech\u00a0","points":0.1}]',
  );
});
