import fc from 'fast-check';

import { dateSerial, decideDateStyle, readDateText } from '../../src/intake/cells/dates';
import { isoDate } from '../../src/intake/columns/column-reader';

const read = (text: string, order: 'dmy' | 'mdy' = 'mdy') => {
  const reading = readDateText(text, order);
  return reading && isoDate(reading.serial);
};

describe('reading a text as a date', () => {
  it.each([
    ['2024-06-23', '2024-06-23'],
    ['2024-06-23T08:41:04.000+0000', '2024-06-23'],
    ['2024-06-23 08:41:04', '2024-06-23'],
    ['2024/6/3', '2024-06-03'],
    ['20240623', '2024-06-23'],
    ['7/1/2024', '2024-07-01'],
    ['7/1/62', '1962-07-01'],
    ['7/1/24', '2024-07-01'],
    ['7/1/29', '2029-07-01'],
    ['7/1/30', '1930-07-01'],
    ['7/13/2024 10:30 PM', '2024-07-13'],
    ['23/6/2024', '2024-06-23'],
    ['01-Jul-24', '2024-07-01'],
    ['1 July 2024', '2024-07-01'],
    ['July 1, 2024', '2024-07-01'],
    ['Mon, Jul 1, 2024', '2024-07-01'],
    ['1st Jul 2024', '2024-07-01'],
    ['1. Juli 2024', '2024-07-01'],
    ['12. März 2025', '2025-03-12'],
    ['3 févr. 2025', '2025-02-03'],
    ['3 de enero de 2025', '2025-01-03'],
    ['Jul 2024', '2024-07-01'],
  ])('%s is %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it.each([
    ['12.03.2025', '2025-03-12'],
    ['1/7/2024', '2024-07-01'],
    ['7/13/2024', '2024-07-13'],
  ])('%s with days first is %s', (text, expected) => {
    expect(read(text, 'dmy')).toBe(expected);
  });

  it.each([
    '',
    '00:00.0',
    'soon',
    '13/13/2024',
    '31/02/2024',
    '2024-02-30',
    '12',
    '1.5',
    'Q3 2025',
    '2024-13-01',
  ])('%j is none', (text) => {
    expect(readDateText(text, 'mdy')).toBeUndefined();
  });

  it('gives both readings where day and month could be either', () => {
    expect(readDateText('3/4/2024', 'mdy')).toEqual({
      serial: dateSerial(2024, 3, 4),
      otherwise: dateSerial(2024, 4, 3),
    });
    expect(readDateText('3/3/2024', 'mdy')).toEqual({ serial: dateSerial(2024, 3, 3) });
  });

  it('counts days as Excel does', () => {
    expect(dateSerial(2024, 1, 1)).toBe(45292);
    fc.assert(
      fc.property(fc.integer({ min: 18264, max: 73050 }), (serial) => {
        expect(readDateText(isoDate(serial), 'mdy')?.serial).toBe(serial);
      }),
    );
  });
});

describe('deciding whether days or months come first', () => {
  it.each<[string, string[], 'dmy' | 'mdy', boolean]>([
    ['a day above twelve in second place', ['1/2/2024', '3/14/2024'], 'mdy', true],
    ['a day above twelve in first place', ['1/2/2024', '14/3/2024'], 'dmy', true],
    ['points', ['1.2.2024'], 'dmy', true],
    ['ISO dates', ['2024-01-02'], 'mdy', true],
    ['nothing telling', ['1/2/2024', '3/4/2024'], 'mdy', false],
    ['a mixture', ['1/2/2024', '14/3/2024', '3/14/2024', '3/15/2024'], 'mdy', false],
  ])('%s', (_, texts, order, certain) => {
    expect(decideDateStyle(texts)).toMatchObject({ order, certain });
  });
});
