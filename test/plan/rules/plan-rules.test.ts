import { capRule } from '../../../src/plan/rules/cap';
import { eligibilityRules } from '../../../src/plan/rules/eligibility';
import { planRules } from '../../../src/plan/rules/plan-rules';
import { decidedBy, type Rule } from '../../../src/plan/rules/rule';
import { defaultSettings } from '../../../src/plan/settings';
import { accountsOf, seat } from '../accounts';

const row = { segment: 'SMB', state: 'West', coverage: 'Pool' };
const seats = [seat({ segment: 'SMB', region: 'West' }), seat({ segment: 'Enterprise', region: 'East' })];
const ids = (accounts = accountsOf([row]), settings = {}) =>
  eligibilityRules(accounts, seats, { ...defaultSettings, ...settings }, () => []).map(({ id }) => id);

test('coverage always holds, segment and region where the settings ask for them, in this order', () => {
  expect(ids()).toEqual(['coverage']);
  expect(ids(undefined, { bySegment: true })).toEqual(['coverage', 'segment']);
  expect(ids(undefined, { byRegion: true })).toEqual(['coverage', 'region']);
  expect(ids(undefined, { bySegment: true, byRegion: true })).toEqual(['coverage', 'segment', 'region']);
});

test('a rule that speaks of no account is left out', () => {
  expect(ids(accountsOf([{ coverage: 'direct' }, {}]), { bySegment: true, byRegion: true })).toEqual([]);
});

test('the rules of a plan are its locks, its eligibility and its cap', () => {
  const locks = { seat: Int32Array.of(1), kind: () => 'named' as const };
  const cap = { accounts: 0.1, money: 0.2 };
  const settings = { ...defaultSettings, cap, bySegment: true };
  const rules = planRules(accountsOf([row]), seats, locks, settings, () => []);
  expect(rules.lock.groupOf).toBe(locks.seat);
  expect(rules.eligibility.map(({ id }) => id)).toEqual(['coverage', 'segment']);
  expect(rules.cap).toMatchObject({ id: 'cap', limit: cap });
});

test('the cap is the settings’, and explains itself by what is allowed and what it takes', () => {
  expect(capRule(defaultSettings).limit).toBeUndefined();
  expect(capRule(defaultSettings).explain('money', 3, 9)).toEqual({
    rule: 'cap',
    params: { by: 'money', allowed: 3, needed: 9 },
  });
});

describe('the rule that decides on an account', () => {
  /** Speaks of account 0 only, and lets it go to some seats. */
  const lets = (id: string, ...open: number[]): Rule => ({
    id,
    groupOf: Int32Array.of(0, -1),
    groups: 1,
    admits: (_, j) => open.includes(j),
    explain: () => ({ rule: id, params: {} }),
  });
  const decided = (rules: Rule[], left: 0 | 1, account = 0, count = 3) =>
    decidedBy(rules, count, account, left)?.id;

  test('is the first that leaves it so few seats, together with those before', () => {
    const rules = [lets('a', 0, 1), lets('b', 1, 2), lets('c', 2)];
    expect(decided(rules, 1)).toBe('b');
    expect(decided(rules, 0)).toBe('c');
    expect(decided([lets('c', 2), lets('a', 0, 1)], 0)).toBe('a');
  });

  test('is none where a choice remains, or where the rules do not speak of it', () => {
    expect(decided([lets('a', 0, 1)], 1)).toBeUndefined();
    expect(decided([lets('a', 0)], 0)).toBeUndefined();
    expect(decided([lets('a')], 0, 1)).toBeUndefined();
    expect(decided([], 0)).toBeUndefined();
  });

  test('is none where there never was a choice', () => {
    expect(decided([lets('a', 0)], 1, 0, 1)).toBeUndefined();
    expect(decided([lets('a')], 0, 0, 1)).toBe('a');
  });
});
