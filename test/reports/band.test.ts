import { BAND_EPSILON, isInBand } from '../../src/plan/band';
import { inBandFormula, indexFormula, outOfBandFormula } from '../../src/reports/band';
import { openWorkbook } from '../support/office';

test('formulas and pane have one rule: at the limit, a rounding beside it, beyond it, without a target', async () => {
  const cases = [
    [110, 100, 0.1],
    [90, 100, 0.1],
    [1.1, 1, 0.1],
    [110.02, 100, 0.1],
    [89.98, 100, 0.1],
    [100 * (1.1 + BAND_EPSILON / 2), 100, 0.1],
    [100 * (1.1 + 3 * BAND_EPSILON), 100, 0.1],
    [100 * (0.9 - 3 * BAND_EPSILON), 100, 0.1],
    [5, 0, 0.1],
    [0, 0, 0],
    [0, 20, 0.1],
  ] as const;
  const book = await openWorkbook({
    sheets: {
      S: cases.map(([load, target, tolerance], r) => {
        const n = r + 1;
        return [
          load,
          target,
          tolerance,
          `=${indexFormula(`A${n}`, `B${n}`)}`,
          `=${inBandFormula(`D${n}`, `C${n}`)}`,
          `=${outOfBandFormula(`D${n}`, `C${n}`, 'green')}`,
          `=${outOfBandFormula(`D${n}`, `C${n}`, 'amber')}`,
        ];
      }),
    },
  });
  const answers = await book.run(async (context) => {
    const range = context.workbook.worksheets.getItem('S').getRange(`E1:G${cases.length}`);
    range.load('values');
    await context.sync();
    return range.values as boolean[][];
  });
  book.dispose();
  const rule = cases.map(([load, target, tolerance]) => isInBand(load, target, tolerance));
  expect(new Set(rule).size).toBe(2);
  const beyond = ([load, target]: (typeof cases)[number], limit: number) =>
    target > 0 && Math.abs(load / target - 1) > limit + 1e-9;
  expect(answers).toEqual(
    cases.map((line, n) => [
      rule[n],
      beyond(line, Math.max(0.1, line[2])),
      beyond(line, Math.max(0.15, 1.5 * line[2])),
    ]),
  );
});
