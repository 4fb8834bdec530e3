import { build as buildTerritoryPlan } from '../../../src/reports/territory-plan/build';
import { SettingsDesk, type Opened } from '../../../src/app/settings/desk';
import { readBook } from '../../../src/app/understanding/book';
import type { Cell, SourceTable } from '../../../src/plan/cells';
import { territoryId } from '../../../src/plan/territory-id';
import { MAIN_LAYER } from '../../../src/plan/layer';
import { owning } from '../../../src/plan/ownership';
import { RUN_SCHEMA, type RunRecord } from '../../../src/plan/run-record';
import { defaultSettings, type Settings } from '../../../src/plan/settings';
import { COLUMNS } from '../../../src/reports/territory-plan/layout';
import { speak, type MessageId } from '../../../src/text/say';
import { smallContext } from '../../reports/context';
import { fakeWorkbook } from '../../support/fake-workbook';

const say = speak('en');

/** Headers of columns that are read back, in an order of their own. */
const headersOf = <T extends 'rates' | 'territories'>(
  table: T,
  keys: readonly (keyof (typeof COLUMNS)[T])[],
): string[] => keys.map((key) => say(COLUMNS[table][key] as MessageId));

const record = (settings: Partial<Settings> = {}): RunRecord => ({
  schema: RUN_SCHEMA,
  version: '0.1.0',
  seed: 1,
  inputHash: 'in',
  resultHash: 'out',
  designedAt: '2026-11-20T10:00:00Z',
  settings: { ...defaultSettings, balance: [{ metric: 'potential', tolerance: 0.1 }], ...settings },
  metrics: [{ metric: 'potential', tolerance: 0.1 }],
  accounts: 24,
  territories: [
    { id: territoryId(0, 2), name: 'T01 Denver', owner: 'Ana Ruiz' },
    { id: territoryId(1, 2), name: 'T02 Boise', owner: 'Ben Ito' },
  ],
  figures: {},
});

/** A workbook in which a plan stands with its sheet; the test types into the sheet. */
function planned(settings: Partial<Settings> = {}) {
  const tables = new Map<string, { headers: string[]; rows: Cell[][] }>([
    [
      'EfSettings',
      {
        headers: [say('plan.setting'), say('plan.value')],
        rows: [
          ['seed', 1],
          ['capAccounts', ''],
          ['capMoney', ''],
        ],
      },
    ],
    ['EfMetrics', { headers: [say('plan.metric'), say('plan.tolerance')], rows: [['potential', 0.1]] }],
    ['EfRates', { headers: headersOf('rates', ['code', 'rate', 'date', 'source']), rows: [] }],
    [
      'EfTerritories',
      {
        headers: headersOf('territories', [
          'id',
          'territory',
          'owner',
          'manager',
          'share',
          'capacity',
          'objective',
          'measure',
          'support',
        ]),
        rows: [
          ['T01', 'T01 Denver', 'Ana Ruiz', '', 1],
          ['T02', 'T02 Boise', 'Ben Ito', '', 1],
        ],
      },
    ],
    // Tables without a cell for users: one of our sheet, one of another.
    ['EfTexts', { headers: ['Setting'], rows: [['seed']] }],
    ['EfLockWords', { headers: [say('plan.setting'), say('plan.value')], rows: [['seed', 99]] }],
  ]);
  const saves: string[] = [];
  let standing = record(settings);
  const workbook = fakeWorkbook({
    record: () => Promise.resolve(standing),
    survey: () =>
      Promise.resolve([
        {
          sheet: 'Territory Plan',
          visible: true,
          isProtected: false,
          top: [],
          firstRow: 1,
          firstColumn: 1,
          rowCount: 40,
          columnCount: 10,
          tables: [...tables].map(([name, { headers, rows }]) => ({
            name,
            headers,
            headerRow: 4,
            firstColumn: 1,
            rowCount: rows.length,
            hasTotals: false,
          })),
        },
      ]),
    read: ({ sheet, table = '', headerRow, firstColumn, rowCount, columnCount }) => {
      const all = tables.get(table);
      if (all === undefined || table === 'EfTexts') throw new Error(`Nobody is to read ${table}.`);
      const headers = all.headers.slice(0, columnCount);
      const rows = all.rows.slice(0, rowCount);
      const source: SourceTable = {
        sheet,
        table,
        headerRow,
        firstRow: headerRow + 1,
        firstColumn,
        rowCount: rows.length,
        headers,
        columns: headers.map((_, c) => rows.map((row) => row[c] ?? '')),
        formats: [],
        isFormula: [],
        hiddenRows: [],
      };
      return Promise.resolve(source);
    },
  });
  const { save } = workbook;
  workbook.save = (key, value) => {
    saves.push(key);
    return save(key, value);
  };
  return {
    workbook,
    /** What was saved, by name, in order. */
    saves,
    type: (table: string, row: number, value: Cell) => {
      const cells = tables.get(table)?.rows[row];
      if (cells === undefined) throw new Error(`${table} has no row ${row}.`);
      cells[1] = value;
    },
    add: (table: string, ...cells: Cell[]) => tables.get(table)?.rows.push(cells),
    /** Takes the last row away. */
    drop: (table: string) => tables.get(table)?.rows.pop(),
    /** Makes a table a range: its cells stay, its name is gone. */
    toRange: (table: string) => tables.delete(table),
    /** Another pane designs, applies and keeps. */
    keepAnother: (next: Partial<Settings>) => {
      standing = { ...record(next), designedAt: '2026-11-21T10:00:00Z' };
    },
    open: async (file?: Record<string, unknown>): Promise<Opened & { desk: SettingsDesk }> => {
      const desk = new SettingsDesk(workbook, { language: 'en', ...(file === undefined ? {} : { file }) });
      return { desk, ...(await desk.open(await readBook(workbook))) };
    },
  };
}

test('a sheet as we wrote it says nothing, and nothing is saved by looking', async () => {
  const { open, saves } = planned();
  const { desk, names, refused } = await open();
  expect([names, refused, saves, desk.said]).toEqual([[], [], [], {}]);
});

test('what is typed on the sheet is in force, is saved once, and is there when the pane opens again', async () => {
  const { open, type, saves } = planned();
  type('EfSettings', 0, 7);
  expect((await open()).desk.settings.seed).toBe(7);
  expect((await open()).desk.settings.seed).toBe(7);
  expect(saves).toEqual(['settings']);
});

test('after the sheet has spoken the pane may; the cell is no news then, until it changes again', async () => {
  const { open, type } = planned();
  type('EfSettings', 0, 7);
  const { desk } = await open();
  await desk.say({ seed: 9 });
  expect((await open()).desk.settings.seed).toBe(9);
  type('EfSettings', 0, 8);
  expect((await open()).desk.settings.seed).toBe(8);
  // Back to what we wrote: that is a word like any other, although it is the value of the plan.
  type('EfSettings', 0, 1);
  expect((await open()).desk.settings.seed).toBe(1);
});

test('each half of the cap has its own cell', async () => {
  const { open, type } = planned();
  type('EfSettings', 1, 0.3);
  expect((await open()).desk.settings.cap).toEqual({ accounts: 0.3, money: 1 });
  type('EfSettings', 2, 0.2);
  expect((await open()).desk.settings.cap).toEqual({ accounts: 0.3, money: 0.2 });
  type('EfSettings', 1, '');
  expect((await open()).desk.settings.cap).toEqual({ accounts: 1, money: 0.2 });
});

test('rates are typed one by one: a new one leaves the others', async () => {
  const { open, add } = planned({ fx: { EUR: 1.1 } });
  add('EfRates', 'EUR', 1.1);
  add('EfRates', 'GBP', 1.3);
  add('EfRates', 'JPY', 0.007);
  expect((await open()).desk.settings.fx).toEqual({ EUR: 1.1, GBP: 1.3, JPY: 0.007 });
});

test('day and source of a rate are typed apart; one leaves the other, and other currencies', async () => {
  const fxFrom = { EUR: { date: 46000, source: 'ECB' }, GBP: { source: 'BoE' } };
  const { open, add } = planned({ fx: { EUR: 1.1, GBP: 1.3 }, fxFrom });
  add('EfRates', 'EUR', 1.1, 46100, 'ECB');
  add('EfRates', 'GBP', 1.3, '', 'BoE');
  const { desk } = await open();
  expect(desk.said).toEqual({ fxFrom: { EUR: { date: 46100 } } });
  expect(desk.settings.fxFrom).toEqual({ EUR: { date: 46100, source: 'ECB' }, GBP: { source: 'BoE' } });
});

test('the day from which the plan holds is typed as a day, changed and taken back', async () => {
  const { open, add, drop } = planned();
  for (const [typed, day] of [
    [46023, '2026-01-01'],
    ['2026-02-01', '2026-02-01'],
    ['', undefined],
  ] as const) {
    add('EfSettings', 'effectiveFrom', typed);
    const { desk, refused } = await open();
    expect([desk.settings.effectiveFrom, refused]).toEqual([day, []]);
    drop('EfSettings');
  }
  add('EfSettings', 'effectiveFrom', 'soon');
  expect((await open()).refused).toMatchObject([
    { code: 'badSettings', params: { path: 'effectiveFrom', expected: 'date' } },
  ]);
});

test('what was typed as text and can mean one thing alone counts, in every table', async () => {
  const { open, type, add } = planned({ fx: { EUR: 1.1 } });
  type('EfSettings', 0, '7');
  type('EfSettings', 1, '30 %');
  type('EfMetrics', 0, '0,05');
  add('EfSettings', 'language', 'Deutsch');
  add('EfRates', 'EUR', '1,25');
  add('EfTerritories', '', 'New West', 'Zoe Lane', 'Max', '0.5');
  const { desk, refused } = await open();
  expect(refused).toEqual([]);
  expect(desk.settings).toMatchObject({
    seed: 7,
    cap: { accounts: 0.3 },
    balance: [{ metric: 'potential', tolerance: 0.05 }],
    language: 'de',
    fx: { EUR: 1.25 },
    territoryList: { T03: { share: 0.5 } },
  });
});

test('a tolerance typed on the sheet is that of its metric; a metric added in the pane stays', async () => {
  const { open, type } = planned();
  await (await open()).desk.say({ balance: [{ metric: 'potential' }, { metric: 'count', tolerance: 0.3 }] });
  type('EfMetrics', 0, 0.05);
  expect((await open()).desk.settings.balance).toEqual([
    { metric: 'potential', tolerance: 0.05 },
    { metric: 'count', tolerance: 0.3 },
  ]);
});

test('a metric typed under the others comes last; what the pane set of the others stays', async () => {
  const { open, add } = planned();
  await (await open()).desk.say({ balance: [{ metric: 'potential', tolerance: 0.3 }, { metric: 'arr' }] });
  add('EfMetrics', 'count', 0.25);
  expect((await open()).desk.settings.balance).toEqual([
    { metric: 'potential', tolerance: 0.3 },
    { metric: 'arr' },
    { metric: 'count', tolerance: 0.25 },
  ]);
});

test('a metric that the pane added and the sheet adds too is balanced once, as the sheet says', async () => {
  const { open, add } = planned();
  await (await open()).desk.say({ balance: [{ metric: 'potential' }, { metric: 'count', tolerance: 0.4 }] });
  add('EfMetrics', 'count', 0.25);
  expect((await open()).desk.settings.balance).toEqual([
    { metric: 'potential', tolerance: 0.1 },
    { metric: 'count', tolerance: 0.25 },
  ]);
});

test('a cell that cannot be is told at each look; what else was typed counts', async () => {
  const { open, type } = planned();
  type('EfSettings', 0, 'seven');
  type('EfSettings', 1, 0.3);
  for (const look of [open, open]) {
    const { desk, refused } = await look();
    expect(refused).toMatchObject([{ code: 'badSettings', params: { path: 'seed' } }]);
    expect(desk.settings).toMatchObject({ seed: 1, cap: { accounts: 0.3 } });
  }
});

test('territories renamed in the list are handed over; a name that cannot be is told', async () => {
  const { open, type } = planned();
  type('EfTerritories', 0, 'Mile High');
  type('EfTerritories', 1, '12');
  const { names, refused } = await open();
  expect(names).toEqual([{ id: 'T01', before: 'T01 Denver', name: 'Mile High' }]);
  expect(refused).toMatchObject([
    { code: 'badTerritoryName', params: { id: 'T02', name: '12', why: 'value' } },
  ]);
});

test('of a table whose column is gone nothing is read, which is told; the other tables are read', async () => {
  const { workbook, open, type } = planned();
  type('EfSettings', 0, 7);
  const { read } = workbook;
  workbook.read = async (ref) => {
    const source = await read(ref);
    return ref.table === 'EfMetrics' ? { ...source, headers: [say('plan.metric'), 'How much'] } : source;
  };
  const { desk, refused } = await open();
  expect(refused).toMatchObject([{ code: 'ownColumnGone', params: { column: say('plan.tolerance') } }]);
  expect(desk.settings).toMatchObject({ seed: 7, balance: [{ metric: 'potential', tolerance: 0.1 }] });
});

test('a workbook without a plan has no cells of ours to listen to', async () => {
  const { workbook, open, type } = planned();
  workbook.record = () => Promise.resolve(undefined);
  type('EfSettings', 0, 7);
  expect((await open()).desk.settings.seed).toBe(1);
});

describe('two panes on one workbook', () => {
  test('what the other said since this one looked is kept, whatever this one says then', async () => {
    const { open } = planned();
    const [here, there] = [(await open()).desk, (await open()).desk];
    await there.say({ continuity: 0.7 });
    await here.say({ seed: 5 });
    expect(here.settings).toMatchObject({ continuity: 0.7, seed: 5 });
    expect((await open()).desk.settings).toMatchObject({ continuity: 0.7, seed: 5 });
  });

  test('a word said in one that has not seen the plan the other kept since is said of that plan, and holds', async () => {
    const { open, keepAnother } = planned({ continuity: 0.4 });
    const { desk } = await open();
    await desk.say({ effort: 2 });
    keepAnother({ continuity: 0.9 });
    await desk.say({ seed: 99 });
    // What was said before that plan is in its record, or was not wanted there.
    expect(desk.settings).toMatchObject({ seed: 99, continuity: 0.9, effort: 1 });
    expect((await open()).desk.settings).toMatchObject({ seed: 99, continuity: 0.9, effort: 1 });
  });

  test('a word that depends on what holds is made of what holds now', async () => {
    const { open } = planned();
    const [here, there] = [(await open()).desk, (await open()).desk];
    await there.say({ seed: 6 });
    await here.say(({ seed }) => ({ seed: seed + 1 }));
    expect((await open()).desk.settings.seed).toBe(7);
  });
});

describe('number of territories and new rows in the list', () => {
  const row = ['', 'New West', 'Zoe Lane'];

  test('a row makes one more, and taken away again leaves the number as it was said', async () => {
    const { open, add, drop } = planned({ territories: 2 });
    add('EfSettings', 'territories', 2);
    add('EfTerritories', ...row);
    expect((await open()).desk.settings.territories).toBe(3);
    drop('EfTerritories');
    expect((await open()).desk.settings).toMatchObject({ territories: 2, territoryNames: {} });
  });

  test('a number typed beside a row counts, and still does when the row is gone', async () => {
    const { open, add, drop } = planned();
    add('EfSettings', 'territories', 5);
    add('EfTerritories', ...row);
    const { desk, refused } = await open();
    expect([desk.settings.territories, refused]).toEqual([5, []]);
    drop('EfTerritories');
    expect((await open()).desk.settings.territories).toBe(5);
  });

  test('a number that the rows exceed is told at each look, and holds when they are gone', async () => {
    const { open, add, drop } = planned();
    add('EfTerritories', ...row);
    await (await open()).desk.say({ territories: 2 });
    for (const look of [open, open]) {
      const { desk, refused } = await look();
      expect(desk.settings.territories).toBe(3);
      expect(refused).toMatchObject([
        { code: 'rowsBeyondNumber', params: { territories: 2, rows: 1, made: 3 } },
      ]);
    }
    drop('EfTerritories');
    const { desk, refused } = await open();
    expect([desk.settings.territories, refused]).toEqual([2, []]);
  });

  test('a file says the number for its run, whatever the rows make', async () => {
    const { open, add } = planned();
    add('EfSettings', 'territories', 1);
    add('EfTerritories', ...row);
    const { desk, refused } = await open({ territories: 1 });
    expect([desk.settings.territories, refused]).toEqual([1, []]);
  });

  test('what cannot be in a row is told at each look; the rest of the row counts', async () => {
    const { open, add } = planned();
    add('EfTerritories', '', 'New West', 'Zoe Lane', 'Max', 'half');
    for (const look of [open, open]) {
      const { desk, refused } = await look();
      expect(refused).toMatchObject([{ code: 'badSettings', params: { path: 'territoryList.T03.share' } }]);
      expect(desk.settings.territoryList).toMatchObject({ T03: { owner: 'Zoe Lane', manager: 'Max' } });
    }
  });
});

describe('a table of ours that is no table any more', () => {
  const written = buildTerritoryPlan(smallContext());
  const sheets = (name: string) => ({ columns: {}, sheets: { 'territory-plan': name } });

  test('is told at each look, those of one sheet together; the other tables are read', async () => {
    const { workbook, open, type, toRange } = planned();
    workbook.written = (_, key) => Promise.resolve(key === 'territory-plan' ? written : undefined);
    workbook.owned = () => Promise.resolve(owning(MAIN_LAYER, sheets('Territory Plan'), undefined));
    expect((await open()).refused).toEqual([]);
    toRange('EfSettings');
    toRange('EfRates');
    // Nothing is typed in it.
    toRange('EfTexts');
    type('EfMetrics', 0, 0.2);
    for (const look of [open, open]) {
      const { desk, refused } = await look();
      expect(refused).toMatchObject([
        {
          code: 'ownTableGone',
          params: { sheet: 'Territory Plan', names: 'EfSettings, EfRates', count: 2 },
        },
      ]);
      expect(desk.settings.balance).toEqual([{ metric: 'potential', tolerance: 0.2 }]);
    }
  });

  test('is not missed where its sheet is gone, or never held it', async () => {
    const { workbook, open, toRange } = planned();
    workbook.written = () => Promise.resolve({ ...written, blocks: [] });
    workbook.owned = () => Promise.resolve(owning(MAIN_LAYER, sheets('Territory Plan'), undefined));
    toRange('EfSettings');
    expect((await open()).refused).toEqual([]);
    workbook.written = () => Promise.resolve(written);
    workbook.owned = () => Promise.resolve(owning(MAIN_LAYER, sheets('Elsewhere'), undefined));
    expect((await open()).refused).toEqual([]);
  });
});

test('a word may be saved together with something else, and then only so', async () => {
  const { open, saves } = planned();
  const { desk } = await open();
  const together = new Map<string, unknown>();
  await desk.say({ seed: 5 }, (key, value) => Promise.resolve(void together.set(key, value)));
  expect(saves).toEqual([]);
  expect(together.get('settings')).toMatchObject({ said: { seed: 5 }, since: '2026-11-20T10:00:00Z' });
  expect(desk.settings.seed).toBe(5);
});

test('a language taken back is that of the program again', async () => {
  const { open } = planned({ language: 'de' });
  const { desk } = await open();
  expect(desk.settings.language).toBe('de');
  await desk.say({ language: null });
  expect(desk.settings.language).toBe('en');
});

describe('names of territories in a word or a file', () => {
  const twice = { T01: 'North', T02: ' north ' };

  test('are refused where they cannot be, before anything is saved', async () => {
    const { open, saves } = planned();
    const { desk } = await open();
    await expect(desk.say({ territoryNames: { T01: '12' } })).rejects.toMatchObject({
      code: 'badTerritoryName',
      params: { id: 'T01', name: '12', before: '', why: 'value' },
    });
    await expect(desk.say({ territoryNames: twice })).rejects.toMatchObject({
      code: 'sameTerritoryName',
      params: { name: 'north' },
    });
    await expect(desk.say({ territoryNames: { T01: 'Unassigned' } })).rejects.toMatchObject({
      params: { why: 'reserved' },
    });
    expect(saves).toEqual([]);
    await expect(open({ territoryNames: twice })).rejects.toMatchObject({ code: 'sameTerritoryName' });
  });

  test('may be cleared or taken back, several at once', async () => {
    const { open } = planned();
    const { desk } = await open();
    await desk.say({ territoryNames: { T01: '', T02: ' ' } });
    await desk.say({ territoryNames: { T01: null, T02: 'South' } });
    expect(desk.settings.territoryNames).toEqual({ T02: 'South' });
  });
});

test('what was kept and can no longer be is told at the opening, with a plan and without', async () => {
  const { workbook, open } = planned();
  const kept = (since: string | null) => ({ schema: 2, since, said: { colour: 'red', seed: 4 }, taken: {} });
  await workbook.save('settings', kept('2026-11-20T10:00:00Z'));
  const first = await open();
  expect(first.refused).toMatchObject([{ code: 'badSettings', params: { path: 'colour' } }]);
  expect(first.desk.settings.seed).toBe(4);
  workbook.record = () => Promise.resolve(undefined);
  await workbook.save('settings', kept(null));
  expect((await open()).refused).toHaveLength(1);
});

test('a row that was put into the list of territories is one more seat, with an id of its own or without', async () => {
  for (const id of ['', 'T03']) {
    const { open, add } = planned();
    add('EfTerritories', id, 'New West', 'Zoe Lane', 'Max', 0.5);
    const { desk, refused } = await open();
    expect(refused).toEqual([]);
    expect(desk.settings).toMatchObject({
      territories: 3,
      territoryNames: { T03: 'New West' },
      territoryList: { T03: { owner: 'Zoe Lane', manager: 'Max', share: 0.5 } },
    });
  }
});

test('a typo in a part of a setting is refused, not passed over', async () => {
  const { open } = planned();
  const { desk } = await open();
  for (const word of [
    { cap: { account: 0.15 } },
    { balance: [{ metric: 'arr', tolerence: 0.05 }] },
    { accounts: { tabel: 'Nope' } },
  ])
    await expect(desk.say(word)).rejects.toMatchObject({ code: 'badSettings' });
});
