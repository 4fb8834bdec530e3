import { defaultTolerance, metricFields } from '../../src/plan/metrics';
import { defaultSettings, parseSettings } from '../../src/plan/settings';
import { columnLetters, cellAddress, quoteSheet } from '../../src/plan/cells';
import { territoryId } from '../../src/plan/territory-id';

test('an empty settings file is complete', () => {
  const parsed = parseSettings({});
  expect(parsed).toMatchObject({
    ok: true,
    settings: { seed: 1, balance: [], continuity: 0.1, language: 'en' },
  });
});

test.each([
  [{ balanse: 1 }, 'balanse'],
  [{ seed: -1 }, 'seed'],
  [{ balance: [{ metric: 'profit' }] }, 'balance.0.metric'],
  [{ balance: [{ metric: 'arr', tolerance: 5 }] }, 'balance.0.tolerance'],
  [{ territories: 2.5 }, 'territories'],
  [{ cap: { accounts: 2 } }, 'cap.accounts'],
])('%j is refused, naming the setting', (input, path) => {
  const parsed = parseSettings(input);
  expect(parsed.ok ? [] : parsed.problems.map((problem) => problem.path)).toContain(path);
});

test('metrics are fields and sums of fields', () => {
  expect(metricFields('count')).toEqual([]);
  expect(metricFields('arr+openPipeline')).toEqual(['arr', 'openPipeline']);
  expect(metricFields('arr+luck')).toBeUndefined();
  expect(defaultTolerance([])).toBe(0.2);
  expect(defaultTolerance(['openPipeline'])).toBe(0.15);
});

test('addresses are written as Excel writes them', () => {
  expect([1, 26, 27, 702, 703, 16384].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA', 'XFD']);
  expect(cellAddress("It's", 3, 2)).toBe("'It''s'!B3");
  expect(cellAddress('Accounts', 3, 2)).toBe('Accounts!B3');
  expect(cellAddress('AB12', 1, 1)).toBe("'AB12'!A1");
});

test('territory ids have as many digits as are needed', () => {
  expect(territoryId(6, 20)).toBe('T07');
  expect(territoryId(6, 120)).toBe('T007');
});

test('sheet names are quoted where Excel would take them for something else', () => {
  const plain = ['Accounts', '_x', 'FY26', 'Q1_2026', 'ABCD1'];
  const quoted = ['AB12', 'a1', '26Q1', 'My sheet', 'Größe', 'x-y', '', 'XFD1048576'];
  // FY26 and the like are addresses of cells too.
  expect(plain.map((name) => quoteSheet(name))).toEqual(['Accounts', '_x', "'FY26'", 'Q1_2026', 'ABCD1']);
  expect(quoted.map((name) => quoteSheet(name))).toEqual(quoted.map((name) => `'${name}'`));
  expect(quoteSheet("Ana's and Ben's")).toBe("'Ana''s and Ben''s'");
});

describe('settings', () => {
  const problemsOf = (input: unknown) => {
    const parsed = parseSettings(input);
    return parsed.ok ? [] : parsed.problems;
  };

  test('everything has its default', () => {
    expect(defaultSettings).toEqual({
      schema: 1,
      planName: 'Territory plan',
      language: 'en',
      balance: [],
      seed: 1,
      effort: 1,
      continuity: 0.1,
      evenness: 0.0125,
      keepFamilies: true,
      includeHiddenRows: true,
      accountColumns: {},
      repColumns: {},
      territoryNames: {},
    });
  });

  test('what was set comes back as it was set', () => {
    const all = {
      ...defaultSettings,
      planName: 'FY27',
      language: 'de',
      balance: [{ metric: 'arr+openPipeline', tolerance: 0.05 }, { metric: 'count' }],
      territories: 20,
      seed: 4294967295,
      effort: 10,
      continuity: 1,
      keepFamilies: false,
      bySegment: true,
      fx: { EUR: 1.08 },
      includeHiddenRows: false,
      accountColumns: { potential: 'Est. Potential' },
      repColumns: { repName: 'Rep' },
      accounts: { sheet: 'Export', table: 'Deals' },
      reps: { table: 'Team' },
      territoryNames: { T01: 'North' },
    };
    expect(parseSettings(all)).toEqual({ ok: true, settings: all });
  });

  test('a cap on one thing leaves the other without limit', () => {
    expect(parseSettings({ cap: { money: 0.1 } })).toMatchObject({
      settings: { cap: { accounts: 1, money: 0.1 } },
    });
    expect(parseSettings({ cap: { accounts: 0 } })).toMatchObject({
      settings: { cap: { accounts: 0, money: 1 } },
    });
  });

  test.each([
    ['planName', '', 'x'.repeat(81), ['x', 'x'.repeat(80)]],
    ['territories', 0, 1001, [1, 1000]],
    ['seed', -1, 4294967296, [0, 4294967295]],
    ['effort', 0, 10.1, [0.01, 10]],
    ['continuity', -0.01, 1.01, [0, 1]],
    ['evenness', -0.01, 1.01, [0, 1]],
  ])('%s has limits, which are allowed', (key, below, above, allowed) => {
    for (const value of [below, above])
      expect(problemsOf({ [key]: value }).map(({ path }) => path)).toContain(key);
    for (const value of allowed) expect(problemsOf({ [key]: value })).toEqual([]);
  });

  test.each([
    [{ balance: [{ metric: 'count', tolerance: 0 }] }, 'balance.0.tolerance'],
    [{ balance: [{ metric: 'count' }, { metric: 'count', tolerance: 1.01 }] }, 'balance.1.tolerance'],
    [{ fx: { EUR: 0 } }, 'fx.EUR'],
    [{ language: 'fr' }, 'language'],
    [{ schema: 2 }, 'schema'],
    [{ seed: 1.5 }, 'seed'],
    [{ cap: { money: -0.1 } }, 'cap.money'],
    [{ keepFamilies: 'yes' }, 'keepFamilies'],
    [{ accounts: { table: 5 } }, 'accounts.table'],
    [null, ''],
  ])('%j is refused at %s', (input, path) => {
    expect(problemsOf(input).map((problem) => problem.path)).toContain(path);
  });

  test('a tolerance of 100 % is the widest', () => {
    expect(problemsOf({ balance: [{ metric: 'count', tolerance: 1 }] })).toEqual([]);
  });

  test('a problem says what stood there and what should: a metric, a type, or that there is no such setting', () => {
    expect(problemsOf({ balance: [{ metric: 'profit' }] })).toEqual([
      { path: 'balance.0.metric', received: '"profit"', expected: 'metric' },
    ]);
    expect(problemsOf({ seed: 'one' })).toEqual([{ path: 'seed', received: '"one"', expected: 'number' }]);
    expect(problemsOf({ balanse: 1 })).toEqual([
      { path: 'balanse', received: '"balanse"', expected: 'never' },
    ]);
    expect(problemsOf({ territories: 0 })).toEqual([
      { path: 'territories', received: '0', expected: 'atLeast', limit: '1' },
    ]);
    expect(problemsOf({ language: 'fr' })).toEqual([
      { path: 'language', received: '"fr"', expected: 'oneOf', limit: 'en, de' },
    ]);
  });
});

test('territories go by their ids, rates by codes of currencies', () => {
  for (const said of [
    { territoryNames: { X9: 'West' } },
    { territoryList: { t1: {} } },
    { fx: { EURO: 1.1 } },
    { quota: { seats: { Z1: {} } } },
    { quota: { rows: { T01: {} } } },
  ])
    expect(parseSettings(said).ok).toBe(false);
  expect(
    parseSettings({ territoryNames: { T123: 'West' }, fx: { EUR: 1.1 }, quota: { rows: { 'T01.2': {} } } })
      .ok,
  ).toBe(true);
});

test('a day that no calendar has is none, and a name of blanks is none', () => {
  expect(parseSettings({ effectiveFrom: '2027-02-28' }).ok).toBe(true);
  expect(parseSettings({ effectiveFrom: '2028-02-29' }).ok).toBe(true);
  expect(parseSettings({ effectiveFrom: '2027-02-30' })).toMatchObject({
    problems: [{ path: 'effectiveFrom', expected: 'date' }],
  });
  expect(parseSettings({ planName: '   ' }).ok).toBe(false);
  expect(parseSettings({ planName: ' FY27 ' })).toMatchObject({ settings: { planName: 'FY27' } });
});
