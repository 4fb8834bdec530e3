import { defaultTolerance, metricFields } from '../../src/plan/metrics';
import { parseSettings } from '../../src/plan/settings';
import { columnLetters, cellAddress } from '../../src/plan/cells';
import { territoryId } from '../../src/plan/brand';

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
