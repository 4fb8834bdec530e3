import { brokenSince } from '../../src/workbook/references';

const broken = (address: string, formula: string) => ({ address, formula });

test('formulas that are broken now and were not before are those that came, however many say the same', () => {
  const old = broken('Notes!A1', '=#REF!+1');
  const moved = broken('Notes!A9', '=#REF!+1');
  const twin = broken('Notes!B9', '=#REF!+1');
  const other = broken('Notes!C1', '=SUM(#REF!)');
  expect(brokenSince([old], [moved])).toEqual([]);
  expect(brokenSince([old], [moved, twin, other])).toEqual([twin, other]);
  expect(brokenSince([old, old], [moved, twin, other])).toEqual([other]);
  expect(brokenSince([], [other])).toEqual([other]);
});
