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
