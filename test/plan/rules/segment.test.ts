import { segmentPools, segmentRule } from '../../../src/plan/rules/segment';
import { accountsOf, seat } from '../accounts';

const accounts = accountsOf([
  { segment: 'SMB' },
  { segment: ' smb ' },
  {},
  { segment: 'Enterprise' },
  { segment: 'Public' },
]);
const rule = segmentRule(accounts, [seat({ segment: 'smb' }), seat({ segment: ' ENTERPRISE' }), seat()]);

test('segments are told apart by their words, not by case or spaces; a blank one binds nothing', () => {
  expect(rule.id).toBe('segment');
  expect([...rule.groupOf]).toEqual([0, 0, -1, 1, 2]);
  expect(rule.groups).toBe(3);
});

test('a segment goes to its own seats and to those without one', () => {
  const open = (group: number) => [0, 1, 2].map((j) => rule.admits(group, j));
  expect([0, 1, 2].map(open)).toEqual([
    [true, false, true],
    [false, true, true],
    [false, false, true],
  ]);
});

test('it explains itself by the segment as the list writes it', () => {
  expect(rule.explain(1)).toEqual({ rule: 'segment', params: { segment: 'smb' } });
  expect(rule.explain(4)).toEqual({ rule: 'segment', params: { segment: 'Public' } });
});

test('without a column of segments it speaks of no account', () => {
  const none = segmentRule(accountsOf([{}, {}]), [seat({ segment: 'SMB' })]);
  expect([[...none.groupOf], none.groups]).toEqual([[-1, -1], 0]);
});

describe('segments as pools', () => {
  const pools = (segments: readonly (string | undefined)[], accounts: readonly string[]) =>
    segmentPools(
      accountsOf(accounts.map((segment) => ({ segment }))),
      segments.map((segment) => seat(segment === undefined ? {} : { segment })),
    );

  test('are those of the seats, in the order in which they come, however they are written', () => {
    expect(pools(['SMB', 'Enterprise', ' smb '], ['smb', 'ENTERPRISE'])).toEqual(Int32Array.of(0, 1, 0));
  });

  test('are none where a seat is open to all, a segment has no account, or there is but one', () => {
    expect(pools(['SMB', undefined], ['SMB'])).toBeUndefined();
    expect(pools(['SMB', 'Public'], ['SMB'])).toBeUndefined();
    expect(pools(['SMB', 'SMB'], ['SMB'])).toBeUndefined();
  });
});
