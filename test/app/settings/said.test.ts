import {
  checkedSettings,
  merge,
  refusalOf,
  refuseStrangers,
  withoutNulls,
} from '../../../src/app/settings/said';

describe('merging what was said', () => {
  test('the later word counts, and only where something was said', () => {
    expect(merge({ seed: 1, planName: 'East' }, { seed: 2 })).toEqual({ seed: 2, planName: 'East' });
    expect(merge({ seed: 1 }, { seed: undefined })).toEqual({ seed: 1 });
    expect(merge({ bySegment: true }, { bySegment: false })).toEqual({ bySegment: false });
  });

  test.each([
    'cap',
    'book',
    'moveWeights',
    'fx',
    'fxFrom',
    'territoryList',
    'accountColumns',
    'repColumns',
    'territoryNames',
  ])('%s is merged name by name', (key) => {
    expect(merge({ [key]: { a: 1, b: 2 } }, { [key]: { b: 3 } })).toEqual({ [key]: { a: 1, b: 3 } });
    expect(merge({}, { [key]: { b: 3 } })).toEqual({ [key]: { b: 3 } });
  });

  test('day and source of a rate are said apart, currency by currency', () => {
    const under = { fxFrom: { EUR: { date: 46000, source: 'ECB' }, GBP: { source: 'BoE' } } };
    expect(merge(under, { fxFrom: { EUR: { date: 46100 } } })).toEqual({
      fxFrom: { EUR: { date: 46100, source: 'ECB' }, GBP: { source: 'BoE' } },
    });
  });

  test('a sum keeps its tolerance in whatever order it is written', () => {
    const under = { balance: [{ metric: 'arr+openPipeline', tolerance: 0.07 }] };
    expect(merge(under, { balance: [{ metric: 'openPipeline+arr' }] })).toEqual({
      balance: [{ metric: 'openPipeline+arr', tolerance: 0.07 }],
    });
  });

  test('taking back one name leaves the others; taking back all leaves none', () => {
    const merged = merge({ cap: { accounts: 0.1, money: 0.2 } }, { cap: { money: null } });
    expect(checkedSettings(merged).cap).toEqual({ accounts: 0.1, money: 1 });
    expect(checkedSettings(merge({ cap: { accounts: 0.1 } }, { cap: null })).cap).toBeUndefined();
    expect(checkedSettings(merge({ cap: null }, { cap: { money: 0.3 } })).cap).toEqual({
      accounts: 1,
      money: 0.3,
    });
  });

  test('a place of a table is said whole', () => {
    expect(merge({ accounts: { sheet: 'A', table: 'T' } }, { accounts: { sheet: 'B' } })).toEqual({
      accounts: { sheet: 'B' },
    });
  });

  test('metrics are replaced as a list; a tolerance is kept where none is said', () => {
    const under = {
      balance: [
        { metric: 'potential', tolerance: 0.05 },
        { metric: 'arr', tolerance: 0.07 },
      ],
    };
    expect(merge(under, { balance: [{ metric: 'arr' }, { metric: 'count' }] })).toEqual({
      balance: [{ metric: 'arr', tolerance: 0.07 }, { metric: 'count' }],
    });
    expect(merge(under, { balance: [{ metric: 'potential', tolerance: 0.2 }] })).toEqual({
      balance: [{ metric: 'potential', tolerance: 0.2 }],
    });
    expect(
      checkedSettings(merge(under, { balance: [{ metric: 'potential', tolerance: null }] })).balance,
    ).toEqual([{ metric: 'potential' }]);
    expect(merge({ balance: null }, { balance: [{ metric: 'arr' }] })).toEqual({
      balance: [{ metric: 'arr' }],
    });
  });

  test('nothing that is merged is changed', () => {
    const under = Object.freeze({ cap: Object.freeze({ accounts: 0.1 }) });
    merge(under, { cap: { accounts: 0.2 } });
    expect(under).toEqual({ cap: { accounts: 0.1 } });
  });
});

test('what was taken back is gone at every depth', () => {
  expect(
    withoutNulls({
      seed: null,
      cap: { money: null, accounts: 0.1 },
      balance: [{ metric: 'arr', tolerance: null }],
    }),
  ).toEqual({ cap: { accounts: 0.1 }, balance: [{ metric: 'arr' }] });
  expect(withoutNulls({ planName: undefined, seed: 0 })).toStrictEqual({ seed: 0 });
});

describe('what cannot be is refused, with where it stands and what is expected', () => {
  test.each([
    [{ balance: [{ metric: 'potential, arr' }] }, 'balance.0.metric', 'metric'],
    [{ balance: [{ metric: 'arr+openPipeline' }, { metric: 'openPipeline+arr' }] }, 'balance', 'metricTwice'],
    [{ balance: [{ metric: 'arr' }, { metric: 'arr' }] }, 'balance', 'metricTwice'],
    [{ balance: [{ metric: 'arr', tolerance: 0 }] }, 'balance.arr.tolerance', 'above'],
    [{ cap: { accounts: 2 } }, 'cap.accounts', 'atMost'],
    [{ seed: 'x' }, 'seed', 'number'],
    [{ seed: 3.5 }, 'seed', 'integer'],
    [{ accountColumns: { bogus: 'X' } }, 'accountColumns.bogus', 'field'],
    [{ balance: [{ metric: 'arr+arr' }] }, 'balance.0.metric', 'metric'],
    [{ continuty: 0.1 }, 'continuty', 'never'],
  ])('%j', (said, path, expected) => {
    expect(refusalOf(said)).toMatchObject({ code: 'badSettings', params: { path, expected } });
  });

  test.each([[null], [5], [['arr']]])('%j is no settings', (said) => {
    expect(refusalOf(said as never)).toMatchObject({
      code: 'badSettings',
      params: { path: '', expected: 'object', received: String(said) },
    });
  });

  test('a part of the settings is enough', () => {
    expect(refusalOf({})).toBeUndefined();
    expect(refusalOf({ cap: { accounts: 0.5 } })).toBeUndefined();
    expect(refusalOf({ territories: null })).toBeUndefined();
  });
});

test('who says something of a territory, its seats, lines or people means one of the plan’s', () => {
  const ids = ['T01', 'T02'];
  const strangers = (said: Record<string, unknown>) => {
    try {
      refuseStrangers(said, ids);
      return undefined;
    } catch (error) {
      return (error as { params: unknown }).params;
    }
  };
  const known = { T1: {}, T02: {} };
  expect(
    strangers({
      territoryNames: known,
      territoryList: known,
      quota: { seats: { T01: {}, 'T02+2': {} }, rows: { 'T01.2': {} }, unit: 5 },
      overlays: { pods: known, roles: { T99: {} } },
    }),
  ).toBeUndefined();
  const told = (first: string) => ({ ids: first, territories: 2, first: 'T01', last: 'T02' });
  expect(strangers({ territoryNames: { T03: 'X', T04: 'Y' } })).toEqual(told('T03, T04'));
  expect(strangers({ territoryList: { T05: {} } })).toEqual(told('T05'));
  expect(strangers({ quota: { seats: { 'T06+2': {} } } })).toEqual(told('T06'));
  expect(strangers({ quota: { rows: { 'T07.1': {} } } })).toEqual(told('T07'));
  expect(strangers({ overlays: { pods: { T08: {} } } })).toEqual(told('T08'));
});

test('quotas that are issued again keep nothing of the last issue', () => {
  const under = { quota: { unit: 5, issued: { by: 'Ada', rows: { a: 1 } } } };
  expect(merge(under, { quota: { issued: { by: 'Bo' } } })).toEqual({
    quota: { unit: 5, issued: { by: 'Bo' } },
  });
});
