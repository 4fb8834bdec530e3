import { segmentRule } from '../../../src/plan/rules/segment';
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
