import { secondPage } from '../../src/reports/print';
import { build as buildCalendar } from '../../src/reports/quota/build-calendar';
import { build as buildPay } from '../../src/reports/quota/build-pay';
import { build as buildPlan } from '../../src/reports/quota/build-plan';
import type { QuotaContext } from '../../src/reports/quota/context';
import { PAY_SETTINGS } from '../../src/reports/quota/pay-layout';
import { QUOTA_SETTINGS } from '../../src/reports/quota/plan-layout';
import type { CellsBlock, SheetSpec, TableBlock } from '../../src/reports/spec';
import { LANGUAGES, speak } from '../../src/text/say';
import { smallContext, smallQuota } from './context';

/** Sheets of money as they are read and printed: nothing is cut, nothing stands beside another label, and what is seen adds up. */

const context = (more: Partial<QuotaContext> = {}): QuotaContext => ({
  ...smallQuota(smallContext()),
  ...more,
});
const tableOf = (spec: SheetSpec, name: string): TableBlock => {
  const found = spec.blocks.find(
    (block): block is TableBlock => block.kind === 'table' && block.name === name,
  );
  if (found === undefined) throw new Error(`${name} is missing`);
  return found;
};

test('the second page begins where the first is full, on pages as narrow as they can be', () => {
  expect(secondPage([10, 10, 10, 10], 1)).toBe(4);
  // 10 + 10 + 10, then the first again and the last.
  expect(secondPage([10, 10, 10, 10], 2)).toBe(3);
  expect(secondPage([10, 30, 5, 5, 30], 2)).toBe(3);
  expect(secondPage([10, 5, 30, 30, 5], 2)).toBe(3);
});

test.each([
  ['one currency', {}],
  ['several currencies', { hasCurrencies: true }],
  ['several currencies and workload', { hasCurrencies: true, workload: 'Workload %' }],
  ['workload', { workload: 'Workload %' }],
])('labels of pay stand on one page with their figures: %s', (_, more) => {
  const spec = buildPay(context(more));
  const printed = spec.widths.slice(0, spec.print.columns);
  const second = secondPage(printed, spec.print.pagesWide ?? 1);
  const blocks = spec.blocks.filter(
    (block): block is CellsBlock =>
      block.kind === 'cells' && block.column > 0 && block.column < printed.length,
  );
  expect(second).toBeLessThan(printed.length);
  expect(blocks.length).toBe(3);
  for (const { column, cells } of blocks) {
    const last = column + Math.max(...cells.map((line) => line.length)) - 1;
    expect([column, last, column < second === last < second]).toEqual([column, last, true]);
    expect(last).toBeLessThan(printed.length);
  }
});

/** So many characters of a sentence stand in the width of one digit. */
const PER_DIGIT = 1.25;

test.each(LANGUAGES)('what a setting means is not cut (%s)', (language) => {
  const say = speak(language);
  const given = context({ say });
  const plan = buildPlan(given);
  const meaning = tableOf(plan, 'EfQuotaSettings');
  const room = plan.widths[meaning.column + 3] ?? 0;
  for (const key of QUOTA_SETTINGS)
    expect([key, say(`quota.means.${key}`).length <= PER_DIGIT * room]).toEqual([key, true]);
  const pay = buildPay(given);
  const [first, next] = [tableOf(pay, 'EfPaySettings').column + 3, tableOf(pay, 'EfPayTiers').column];
  const beside = pay.widths.slice(first, next).reduce((sum, width) => sum + width, 0);
  for (const key of PAY_SETTINGS)
    expect([key, say(`quota.means.${key}`).length <= PER_DIGIT * beside]).toEqual([key, true]);
});

test('what falls due in a month shows its cents, so that months are seen to add up to quarters and the year', () => {
  const table = tableOf(buildCalendar(context()), 'EfQuotaSeatMonths');
  const due = table.columns.filter(({ key }) => /^[mq]:|^(quota|year)$/.test(key));
  expect(due).toHaveLength(18);
  for (const { format } of due) expect(format).toBe('"$"#,##0.00');
});
