import { chosenTable, remembered } from '../../../src/app/understanding/tables';
import { MAIN_LAYER } from '../../../src/plan/layer';
import { owning } from '../../../src/plan/ownership';
import type { SheetSurvey } from '../../../src/plan/cells';

const place = { headerRow: 1, firstColumn: 1, columnCount: 3, rowCount: 9 };
const deals = { sheet: 'Export', table: 'Deals', ...place };
const plain = { sheet: 'Deals', ...place };
const survey = {
  survey: [
    { sheet: 'Export', tables: [{ name: 'Deals' }] },
    { sheet: 'Deals', tables: [] },
    { sheet: 'Balance', tables: [{ name: 'EfBalance' }] },
  ] as unknown as SheetSurvey[],
  owned: owning(MAIN_LAYER, { columns: {}, sheets: { balance: 'Balance' } }, undefined),
};

test('a table is found by its name, else by that of its sheet, whatever the case; none asked for is the first', () => {
  expect(chosenTable([plain, deals], { sheet: 'x', table: 'DEALS' }, survey)).toBe(deals);
  expect(chosenTable([plain, deals], { sheet: 'export' }, survey)).toBe(deals);
  expect(chosenTable([plain], { sheet: 'deals' }, survey)).toBe(plain);
  expect(chosenTable([plain, deals], undefined, survey)).toBe(plain);
  expect(chosenTable([], undefined, survey)).toBeUndefined();
});

test('a name that is not there is refused, with those that are, each once and none of ours', () => {
  expect(() => chosenTable([deals, plain], { sheet: 'Elsewhere' }, survey)).toThrow(
    expect.objectContaining({
      code: 'tableNotFound',
      params: { name: 'Elsewhere', there: 'Export, Deals' },
    }),
  );
});

test('a header left empty says that the field is in no column', () => {
  expect(remembered({ owner: 'Rep', state: '' })).toEqual({ owner: 'Rep', state: null });
});
