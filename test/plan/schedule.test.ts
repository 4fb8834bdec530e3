import { coverOf } from '../../src/plan/schedule';

/** What the changes of an account tell of its days. */

const cover = { from: 'T01', to: 'T02', effective: '2027-01-01', until: '2027-01-31' };

test('an account is covered as long as it is where its cover took it', () => {
  expect(coverOf([cover], 't02')).toBe(cover);
  // It was accepted elsewhere by a later plan, of which the log has no row.
  expect(coverOf([cover], 'T03')).toBeUndefined();
  expect(coverOf([cover, { from: 'T02', to: 'T01', effective: '2027-02-01' }], 'T01')).toBeUndefined();
});
