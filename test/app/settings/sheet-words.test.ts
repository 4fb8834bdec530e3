import { newNames, renamedRecord, sheetWords } from '../../../src/app/settings/sheet-words';
import { defaultSettings } from '../../../src/plan/settings';
import type { RunRecord } from '../../../src/plan/run-record';

const written = new Map<string, string | number | boolean>([
  ['setting.seed', 1],
  ['setting.capAccounts', ''],
  ['setting.capMoney', 0.2],
  ['setting.bySegment', false],
  ['balance', '[["potential",0.1]]'],
  ['name.T01', 'T01 Denver'],
]);
const now = (change: Record<string, string | number | boolean>) =>
  new Map([...written, ...Object.entries(change)]);

test('cells as we wrote them say nothing', () => {
  expect(sheetWords(written, written, {})).toEqual({ said: {}, taken: {}, refused: [] });
});

test('a cell that differs is the user’s word, once', () => {
  const first = sheetWords(written, now({ 'setting.seed': 7 }), {});
  expect(first).toEqual({ said: { seed: 7 }, taken: { 'setting.seed': 7 }, refused: [] });
  expect(sheetWords(written, now({ 'setting.seed': 7 }), first.taken)).toEqual({
    said: {},
    taken: { 'setting.seed': 7 },
    refused: [],
  });
});

test('a cell that goes back to what we wrote is a word too', () => {
  expect(sheetWords(written, written, { 'setting.seed': 7 })).toEqual({
    said: { seed: 1 },
    taken: {},
    refused: [],
  });
});

test('an emptied cell takes its setting back; both parts of the cap may be said at once', () => {
  expect(sheetWords(written, now({ 'setting.capAccounts': 0.3, 'setting.capMoney': '' }), {}).said).toEqual({
    cap: { accounts: 0.3, money: null },
  });
  expect(sheetWords(written, now({ 'setting.seed': '' }), {}).said).toEqual({ seed: null });
});

test('a row of the table of metrics speaks of its own metric; what was set elsewhere stays', () => {
  const said = (balance: string, inForce: { metric: string; tolerance?: number }[]) =>
    sheetWords(written, now({ balance }), {}, inForce).said;
  expect(said('[["potential",0.2]]', [{ metric: 'potential' }, { metric: 'arr', tolerance: 0.45 }])).toEqual({
    balance: [
      { metric: 'potential', tolerance: 0.2 },
      { metric: 'arr', tolerance: 0.45 },
    ],
  });
  expect(said('[["arr",0.1]]', [{ metric: 'potential' }, { metric: 'count' }])).toEqual({
    balance: [{ metric: 'arr', tolerance: 0.1 }, { metric: 'count' }],
  });
  expect(said('[["potential",0.05],["count",""]]', [{ metric: 'potential' }])).toEqual({
    balance: [
      { metric: 'potential', tolerance: 0.05 },
      { metric: 'count', tolerance: null },
    ],
  });
});

test('a cell that cannot be is refused, left as it was, and told at every look until it can', () => {
  const words = sheetWords(written, now({ 'setting.seed': 'seven', 'setting.bySegment': true }), {});
  expect(words.said).toEqual({ bySegment: true });
  expect(words.taken).toEqual({ 'setting.bySegment': true });
  expect(words.refused).toMatchObject([{ code: 'badSettings', params: { path: 'seed' } }]);
  expect(sheetWords(written, now({ 'setting.seed': 'seven' }), words.taken).refused).toHaveLength(1);
  // It had been something else that was taken before: that stays known.
  expect(sheetWords(written, now({ 'setting.seed': 'x' }), { 'setting.seed': 7 }).taken).toEqual({
    'setting.seed': 7,
  });
});

test('names of territories are no settings', () => {
  expect(sheetWords(written, now({ 'name.T01': 'Mile High' }), {}).said).toEqual({});
});

test('a sheet that is gone or cannot be read says nothing, and what was taken from it stays taken', () => {
  expect(sheetWords(written, new Map(), { 'setting.seed': 7 })).toEqual({
    said: {},
    taken: { 'setting.seed': 7 },
    refused: [],
  });
});

describe('new names', () => {
  const record = {
    settings: { ...defaultSettings, territoryNames: { T02: 'Boise' } },
    territories: [
      { id: 'T01', name: 'T01 Denver' },
      { id: 'T02', name: 'Boise' },
    ],
  } as unknown as RunRecord;
  const list = (a: string, b: string) =>
    new Map([
      ['name.T01', a],
      ['name.T02', b],
    ]);

  const codes = (a: string, b: string) =>
    newNames(record, list(a, b)).refused.map(({ code, params }) => [code, params['why'] ?? params['name']]);

  test('are those that differ; a sheet that is gone says nothing', () => {
    expect(newNames(record, list('Mile High', 'Boise'))).toEqual({
      names: [{ id: 'T01', before: 'T01 Denver', name: 'Mile High' }],
      refused: [],
    });
    expect(newNames(record, list('T01 Denver', 'Boise'))).toEqual({ names: [], refused: [] });
    expect(newNames(record, new Map())).toEqual({ names: [], refused: [] });
  });

  test('that cannot be are refused one by one; the others are carried through', () => {
    expect(codes(' Mile High ', '')).toEqual([
      ['badTerritoryName', 'padded'],
      ['badTerritoryName', 'blank'],
    ]);
    expect(codes('12', 'Nicht zugeteilt')).toEqual([
      ['badTerritoryName', 'value'],
      ['badTerritoryName', 'reserved'],
    ]);
    expect(newNames(record, list('Mile High', '')).names).toHaveLength(1);
  });

  test('may be swapped, but not given twice, whatever their case', () => {
    expect(newNames(record, list('Boise', 'T01 Denver')).names).toHaveLength(2);
    expect(codes('boise', 'Boise')).toEqual([['sameTerritoryName', 'Boise']]);
    // A name cleared keeps its old one, so that one is taken.
    expect(codes('Boise', '')).toContainEqual(['sameTerritoryName', 'Boise']);
  });

  test('that an earlier version let through and nobody has touched stay, without a word', () => {
    const old = {
      ...record,
      territories: [
        { id: 'T01', name: '12' },
        { id: 'T02', name: 'West' },
        { id: 'T03', name: 'west' },
      ],
    } as unknown as RunRecord;
    const cells = new Map(old.territories.map(({ id, name }) => [`name.${id}`, name]));
    expect(newNames(old, cells)).toEqual({ names: [], refused: [] });
  });

  test('stay in the record for the next design', () => {
    const renamed = renamedRecord(record, [{ id: 'T01', before: 'T01 Denver', name: 'Mile High' }]);
    expect(renamed.territories).toEqual([
      { id: 'T01', name: 'Mile High' },
      { id: 'T02', name: 'Boise' },
    ]);
    expect(renamed.settings.territoryNames).toEqual({ T01: 'Mile High', T02: 'Boise' });
  });
});

/** What a cell says that nobody had written to before. */
const saidBy = (key: string, value: string | number) =>
  sheetWords(new Map(), new Map([[key, value]]), {}).said;
const TIERS = '[{"from":0,"to":1,"multiplier":1},{"from":1,"to":1e9,"multiplier":2}]';

test.each<[string, string | number, unknown]>([
  ['fx.EUR', 1.1, { fx: { EUR: 1.1 } }],
  ['fxFrom.EUR.source', 'ECB', { fxFrom: { EUR: { source: 'ECB' } } }],
  ['quota/unit', 500, { quota: { unit: 500 } }],
  ['quota/unit', '', {}],
  ['quota/lines', '[{"amount":5}]', { quota: { lines: [{ amount: 5 }] } }],
  ['quota/seats/T01/start', 46000, { quota: { seats: { T01: { start: 46000, blank: { start: null } } } } }],
  ['quota/rows/T01.1/cap', 9, { quota: { rows: { 'T01.1': { cap: 9 } } } }],
  [
    'quota/rows/T01.1/lastYear',
    9,
    { quota: { rows: { 'T01.1': { lastYear: 9, blank: { lastYear: null } } } } },
  ],
  ['score/asAt', 46000, { score: { asAt: 46000 } }],
  ['score/factors/industry/weight', 0.3, { score: { factors: { industry: { weight: 0.3 } } } }],
  ['workload/hours', 1700, { workload: { hours: 1700 } }],
  ['objectives/pipeline', 4, { objectives: { pipeline: 4 } }],
  ['signOff/due', 46000, { signOff: { due: 46000 } }],
  ['signOff/teams', '[]', { signOff: { teams: [] } }],
  ['segments/deadZone', 0.2, { segments: { deadZone: 0.2 } }],
  ['segments/goals', '[]', { segments: { goals: [] } }],
  ['segments/rules', '[]', { segments: { rules: [] } }],
  ['open/cap', 0.4, { open: { cap: 0.4 } }],
  ['open/seats/T02/future', 'Kim', { open: { seats: { T02: { future: 'Kim' } } } }],
  ['open/seats/T02/start', 46000, { quota: { seats: { T02: { start: 46000, blank: { start: null } } } } }],
  ['overlays/tolerance', 0.3, { overlays: { tolerance: 0.3 } }],
  ['overlays/roles/se/ratio', 4, { overlays: { roles: { se: { ratio: 4 } } } }],
  ['overlays/pods/T01/se', 'Kim', { overlays: { pods: { T01: { se: 'Kim' } } } }],
])('%s: %s', (key, value, said) => {
  expect(saidBy(key, value)).toEqual(said);
});

test('what is cleared is as usual, of a seat nothing, and of a territory nobody', () => {
  const cleared = (key: string, before: string | number) =>
    sheetWords(new Map([[key, before]]), new Map([[key, '']]), {}).said;
  expect(cleared('quota/unit', 500)).toEqual({ quota: { unit: null } });
  expect(cleared('quota/lines', '[]')).toEqual({ quota: { lines: null } });
  expect(cleared('quota/tiers', TIERS)).toEqual({ quota: { tiers: null } });
  expect(cleared('quota/seats/T01/start', 46000)).toEqual({
    quota: { seats: { T01: { start: null, blank: { start: true } } } },
  });
  expect(cleared('overlays/tolerance', 0.3)).toEqual({ overlays: { tolerance: null } });
  expect(cleared('overlays/pods/T01/se', 'Kim')).toEqual({ overlays: { pods: { T01: { se: '' } } } });
  expect(cleared('open/seats/T02/future', 'Kim')).toEqual({ open: { seats: { T02: { future: null } } } });
});

test('a seat’s cell counts where we had written it; one of an earlier version says nothing', () => {
  const key = 'seat.T01.share';
  expect(sheetWords(new Map([[key, 1]]), new Map([[key, 0.5]]), {}).said).toEqual({
    territoryList: { T01: { share: 0.5 } },
  });
  expect(saidBy(key, 0.5)).toEqual({});
});
