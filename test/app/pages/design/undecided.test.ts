import { undecidedText } from '../../../../src/app/pages/design/undecided';
import { isPlanOpen } from '../../../../src/app/state';
import { numbers } from '../../../../src/text/numbers';
import { speak } from '../../../../src/text/say';

const at = '2026-11-28T09:00:00.000Z';
const score = { isPlan: false, sheets: ['Score Weights'], columns: ['ICP Score', 'Tier'] };
const text = (wrote?: typeof score) =>
  undecidedText({ state: 'applied', at, ...(wrote && { wrote }) }, speak('en'), numbers('en'));

test('Keep and Revert say what they are about, and from when', () => {
  expect(text(score)).toBe(
    'What was written on Nov 28, 2026 waits for your decision. Sheet: Score Weights. Columns in the list: ICP Score, Tier. Keep it, or revert to what was there before. Then you can go on.',
  );
  expect(text({ isPlan: true, sheets: ['Balance', 'Territory Plan'], columns: ['Territory'] })).toMatch(
    /^The plan that was applied on Nov 28, 2026 waits .* Sheets: Balance, Territory Plan\. Column in the list: Territory\. /,
  );
  expect(text()).toMatch(/^What was written on Nov 28, 2026 waits for your decision\. Keep it/);
  expect(undecidedText({ state: 'none' }, speak('en'), numbers('en'))).toBeUndefined();
});

test('a plan is kept already where only a sheet beside it waits', () => {
  expect(isPlanOpen({ state: 'applied', at, wrote: score })).toBe(false);
  expect(isPlanOpen({ state: 'applied', at, wrote: { ...score, isPlan: true } })).toBe(true);
  expect(isPlanOpen({ state: 'none' })).toBe(false);
});
