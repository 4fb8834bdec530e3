import { areasOf, pageBreaks, widthOf } from '../../src/reports/print';
import { build as buildCalendar } from '../../src/reports/quota/build-calendar';
import { build as buildPay } from '../../src/reports/quota/build-pay';
import { build as buildQuota } from '../../src/reports/quota/build-quota';
import { build as buildPlan } from '../../src/reports/quota/build-plan';
import type { QuotaContext } from '../../src/reports/quota/context';
import { PAY_SETTINGS } from '../../src/reports/quota/pay-layout';
import { QUOTA_SETTINGS } from '../../src/reports/quota/plan-layout';
import { roomy } from '../../src/reports/room';
import type { PrintArea, SheetSpec, TableBlock } from '../../src/reports/spec';
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

test('a page ends where the paper does, and pages are as narrow as they can be without being more', () => {
  expect(pageBreaks([10, 10, 10, 10], 1, 40)).toEqual([]);
  // 10 + 10 + 10, then the first again and the last.
  expect(pageBreaks([10, 10, 10, 10], 1, 39)).toEqual([3]);
  expect(pageBreaks([10, 10, 10, 10, 10, 10], 1, 59)).toEqual([4]);
  expect(pageBreaks([10, 30, 5, 5, 30], 1, 50)).toEqual([3]);
  // Both of the first stand on each page.
  expect(pageBreaks([10, 10, 10, 10, 10], 2, 30)).toEqual([3, 4]);
});

test('pages that go on begin with the table, and no two pages print the same cell', () => {
  const bands = [
    { row: 0, rows: 9, columns: 4, goesOn: { row: 5, rows: 4 } },
    { row: 10, rows: 3, columns: 2 },
  ];
  expect(areasOf({ landscape: true, bands, titleColumn: 0 }, [100, 100, 100, 100])).toEqual([
    { row: 0, column: 0, rows: 9, columns: 2 },
    { row: 5, column: 2, rows: 4, columns: 1 },
    { row: 5, column: 3, rows: 4, columns: 1 },
    { row: 10, column: 0, rows: 3, columns: 2 },
  ]);
});

const BOTH = [
  ['one currency', {}],
  ['several currencies', { hasCurrencies: true }],
  ['several currencies and workload', { hasCurrencies: true, workload: 'Workload %' }],
  ['workload', { workload: 'Workload %' }],
] as const;

test.each(BOTH)(
  'every block of money stands whole on one page, every row of a table on its own: %s',
  (_, more) => {
    for (const language of LANGUAGES)
      for (const make of [buildPay, buildQuota, buildCalendar]) {
        const spec = roomy(make(context({ ...more, say: speak(language) })));
        const { areas = [], columns = 0, pagesWide } = spec.print;
        const across = ({ column, columns: wide }: PrintArea): number =>
          widthOf(spec.widths.slice(column, column + wide));
        const titles = widthOf(spec.widths.slice(0, spec.print.titleColumns ?? 1));
        expect(pagesWide).toBe(1);
        for (const area of areas)
          expect(across(area) + (area.column === 0 ? 0 : titles)).toBeLessThanOrEqual(285);
        for (const block of spec.blocks) {
          if (block.column >= columns) continue;
          const cells =
            block.kind === 'table'
              ? block.columns.map((_, c) => ({
                  row: block.row,
                  column: block.column + c,
                  rows: block.rows + 1,
                }))
              : block.cells.flatMap((line, r) =>
                  line.flatMap((cell, c) =>
                    cell?.value === undefined && cell?.formula === undefined
                      ? []
                      : [{ row: block.row + r, column: block.column + c, rows: 1 }],
                  ),
                );
          const pages = cells
            .filter(({ column }) => column < columns)
            .map(({ row, column, rows }) =>
              areas.flatMap((area, n) =>
                row >= area.row &&
                row + rows <= area.row + area.rows &&
                column >= area.column &&
                column < area.column + area.columns
                  ? [n]
                  : [],
              ),
            );
          expect([spec.key, block.row, pages.filter(({ length }) => length !== 1)]).toEqual([
            spec.key,
            block.row,
            [],
          ]);
          // Only what is wider than a page goes on on the next.
          const isLong =
            block.kind === 'table'
              ? block.columns.length > 12
              : Math.max(...block.cells.map((l) => l.length)) > 12;
          if (!isLong)
            expect([spec.key, block.row, new Set(pages.flat()).size]).toEqual([spec.key, block.row, 1]);
        }
      }
  },
);

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
