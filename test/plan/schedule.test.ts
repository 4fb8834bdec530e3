import { comingAbout, coverOf } from '../../src/plan/schedule';

/** What the changes of an account tell of its days. */

const cover = { from: 'T01', to: 'T02', effective: '2027-01-01', until: '2027-01-31' };

test('an account is covered as long as it is where its cover took it', () => {
  expect(coverOf([cover], 't02')).toBe(cover);
  // It was accepted elsewhere by a later plan, of which the log has no row.
  expect(coverOf([cover], 'T03')).toBeUndefined();
  expect(coverOf([cover, { from: 'T02', to: 'T01', effective: '2027-02-01' }], 'T01')).toBeUndefined();
});

test('of the changes of an account those come about that no later word for an earlier day takes back', () => {
  const change = (from: string, to: string, effective: string) => ({ from, to, effective });
  const may = change('T01', 'T04', '2027-05-01');
  // To go in May; back from March on: it never left.
  expect(comingAbout([may, change('T04', 'T01', '2027-03-01')])).toEqual([]);
  // To somebody else in March: from where it was.
  expect(comingAbout([may, change('T04', 'T02', '2027-03-01')])).toEqual([
    change('T01', 'T02', '2027-03-01'),
  ]);
  // One after the other all of them do, in one chain.
  const chain = [may, change('T04', 'T02', '2027-06-01'), change('t02', 'T03', '2027-09-01')];
  expect(comingAbout(chain)).toEqual([...chain.slice(0, 2), change('T02', 'T03', '2027-09-01')]);
  // A new plan came in between: what was said of the earlier one is a chain of its own.
  expect(comingAbout([may, change('T09', 'T02', '2027-03-01')])).toHaveLength(2);
  expect(comingAbout([])).toEqual([]);
});
