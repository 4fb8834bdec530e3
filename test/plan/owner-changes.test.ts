import { countOwnerChanges, ownerChange, type OwnerChange } from '../../src/plan/owner-changes';

const PLAN = [{ owner: 'Ana Ruiz' }, { owner: 'Ben Ito' }, { owner: '' }];
const owners = new Set(['ana ruiz', 'ben ito']);

test.each<[string, number, OwnerChange]>([
  ['Ana Ruiz', 0, 'stays'],
  ['ANA RUIZ', 0, 'stays'],
  ['Ana Ruiz', 1, 'rep'],
  ['Ana Ruiz', 2, 'open'],
  ['Ana Ruiz', -1, 'nobody'],
  ['Gone Away', 0, 'gone'],
  ['Gone Away', 2, 'gone'],
  ['Gone Away', -1, 'lost'],
  ['', 1, 'new'],
  ['', 2, 'new'],
  ['', -1, 'none'],
])('an account of “%s” in territory %i: %s', (before, after, change) => {
  expect(ownerChange(before, PLAN[after], owners)).toBe(change);
});

test('what leaves its owner is counted with its money; who had none, or stays, is counted apart', () => {
  const held = ['Ana Ruiz', 'Ana Ruiz', 'Ben Ito', 'Gone Away', '', 'Ben Ito'];
  const changes = countOwnerChanges(
    PLAN,
    Int32Array.of(0, 1, 2, 1, 0, -1),
    (i) => held[i] ?? '',
    Float64Array.of(1, 10, 100, 1000, 10_000, 100_000),
  );
  expect([changes.accounts, changes.money]).toEqual([4, 101_110]);
  expect(changes.by).toEqual({
    stays: { accounts: 1, money: 1 },
    rep: { accounts: 1, money: 10 },
    open: { accounts: 1, money: 100 },
    gone: { accounts: 1, money: 1000 },
    nobody: { accounts: 1, money: 100_000 },
    lost: { accounts: 0, money: 0 },
    new: { accounts: 1, money: 10_000 },
    none: { accounts: 0, money: 0 },
  });
});

test('whoever leaves a rep or an owner of before changes owner, with a territory or without', () => {
  const held = ['Ana Ruiz', 'Ana Ruiz', 'Ben Ito', 'Gone Away', 'Gone Away', '', ''];
  const places = Int32Array.from([1, 2, -1, 0, -1, 0, -1]);
  const { accounts, by } = countOwnerChanges(PLAN, places, (i) => held[i] ?? '', undefined);
  expect(Object.fromEntries(Object.entries(by).map(([kind, tally]) => [kind, tally.accounts]))).toEqual({
    stays: 0,
    rep: 1,
    open: 1,
    nobody: 1,
    gone: 1,
    lost: 1,
    new: 1,
    none: 1,
  });
  expect(accounts).toBe(5);
});
