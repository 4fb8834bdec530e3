import { lockRule } from '../../../src/plan/rules/lock';
import { LOCK_KINDS } from '../../../src/plan/rules/lock-kinds';
import { foldText } from '../../../src/exact/fold-text';

test('the kinds of lock are pins, preferences and holds, and one that gives to nobody; a manager’s decision and an exclusion are pins', () => {
  const group = (wanted: string) =>
    LOCK_KINDS.filter((kind) => kind.group === wanted).map(({ code }) => code);
  expect(group('pin')).toEqual(['manual', 'manager', 'named', 'exclude']);
  expect(group('preference')).toEqual(['churn', 'recent', 'customer']);
  expect(group('hold')).toEqual(['holdout', 'openDeal', 'renewal']);
  expect(group('out')).toEqual(['none']);
});

test('no word of another system names two kinds, and each is written as words are compared', () => {
  const words = LOCK_KINDS.flatMap(({ also }) => [...also] as string[]);
  expect(new Set(words).size).toBe(words.length);
  expect(words.map(foldText)).toEqual(words);
  for (const { also } of LOCK_KINDS) expect(also.length).toBeGreaterThan(0);
});

test('a lock speaks of its own account only, holds it to its seat, and names its kind', () => {
  const rule = lockRule({ seat: Int32Array.of(-1, 2, 0), kind: (i) => (i === 1 ? 'renewal' : undefined) });
  expect(rule.id).toBe('lock');
  expect([...rule.groupOf]).toEqual([-1, 2, 0]);
  expect(rule.groups).toBe(3);
  expect([0, 1, 2].map((j) => rule.admits(2, j))).toEqual([false, false, true]);
  expect(rule.explain(1)).toEqual({ rule: 'lock', params: { kind: 'renewal' } });
  expect(rule.explain(2)).toEqual({ rule: 'lock', params: { kind: 'manual' } });
  expect(lockRule({ seat: Int32Array.of(-1), kind: () => undefined }).groups).toBe(0);
});
