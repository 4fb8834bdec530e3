import { foldedYear } from '../../../../src/app/pages/year/folds';
import { yearPage, type YearView } from '../../../../src/app/pages/year/view';
import { startState } from '../../../../src/app/state';
import { numbers } from '../../../../src/text/numbers';
import { speak } from '../../../../src/text/say';

const say = speak('en');
/** A page on which nothing has happened. */
const still: YearView = { ...yearPage(startState, say, numbers('en'), '2026-11-27'), closed: undefined };
const folded = (change: Partial<YearView>) => foldedYear({ ...still, ...change }, say);
const open = (interim: string) => ({
  lines: [{ territory: 'T20 Brooklyn', text: '', interim, future: '', start: '', isAway: false }],
  loads: [],
  cap: 0.5,
});

test('a day without anything to decide is said to be one, and only as far as it is known', () => {
  expect(folded({}).today).toEqual({
    title: 'Nothing needs a decision today',
    calm: 'Every account is where it was accepted.',
    proposed: undefined,
    uncovered: undefined,
  });
  expect(folded({ out: { count: 0, text: '' } }).today.calm).toBe(
    'Every account is where it was accepted; every territory is within its tolerances.',
  );
});

test('everything that needs a decision is counted once, and told', () => {
  const { today } = folded({
    newAccounts: '3 accounts have no territory yet.',
    proposed: { ...still.proposed, count: 4, strange: 1, listed: ['a', 'b', 'c', 'd', 'e'] },
    out: { count: 2, text: '2 territories are out of tolerance' },
    open: open(''),
  });
  expect(today).toEqual({
    title: '4 things need a decision today',
    calm: undefined,
    proposed: '4 wait to be accepted, 1 names a territory that there is not',
    uncovered: 'Nobody covers T20 Brooklyn, which waits for its owner.',
  });
  expect(folded({ open: open('Ida') }).today.uncovered).toBeUndefined();
});

test('headings count what is under them', () => {
  const { about } = folded({
    exports: ['Export May'],
    open: open(''),
    scheduled: { ...still.scheduled, count: 3 },
    held: 2,
    mismatches: { name: 'Lanes', differ: 7, text: '', kinds: [], files: [] },
  });
  expect(about).toMatchObject({
    refresh: 'Another list in this workbook: Export May',
    open: '1 waits for its owner, 1 without cover',
    schedule: '3 are noted',
    loads: 'Not written since the pane was opened; 2 rows held back',
    system: '7 rows differ in Lanes',
  });
  expect(folded({}).about.joiner).toBe('No territory is open');
});
