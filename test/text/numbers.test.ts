import { numbers } from '../../src/text/numbers';

test.each([
  ['48,000,000', 48_000_000],
  ['$48M', 48_000_000],
  ['48.1 m', 48_100_000],
  ['250k', 250_000],
  ['1.2bn', 1_200_000_000],
  ['0.5', 0.5],
  ['0,5', 0.5],
  ['0,125', 0.125],
  ['-0,125', -0.125],
  [',125', 0.125],
  ['1,000', 1000],
  ['15%', 15],
  ['1,234.5', 1234.5],
])('what is typed in English: %s', (text, value) => {
  expect(numbers('en').parse(text)).toBe(value);
});

test.each([
  ['48.000.000', 48_000_000],
  ['48 Mio. €', 48_000_000],
  ['1,5 Mrd', 1_500_000_000],
  ['0,5', 0.5],
  ['0.125', 0.125],
  ['1.000', 1000],
])('what is typed in German: %s', (text, value) => {
  expect(numbers('de').parse(text)).toBe(value);
});

test.each(['', 'M', 'many', '4x', '1-2', '$', '--3'])('what is no number stays none: %j', (text) => {
  expect(numbers('en').parse(text)).toBeNaN();
});

test('a little is not nothing', () => {
  const { percent } = numbers('en');
  expect([percent(0.0004), percent(-0.0001), percent(0), percent(0.0005)]).toEqual([
    '0.04%',
    '−0.01%',
    '0%',
    '0.1%',
  ]);
});

test('a minus is no hyphen, and is read back', () => {
  const { decimal, percent, signedPercent, parse } = numbers('en');
  expect([decimal(-1.5), percent(-0.01), signedPercent(-0.123)]).toEqual(['−1.5', '−1%', '−12.3%']);
  expect(parse('−1.5')).toBe(-1.5);
});

test('what is shown is read back as the same', () => {
  for (const language of ['en', 'de'] as const)
    for (const value of [0, 0.25, 1000, 1234.5, 48_000_000, 1234567.89]) {
      const { parse, plain, decimal, fixed } = numbers(language);
      expect([plain(value), decimal(value, 2), fixed(value, 2)].map(parse)).toEqual([value, value, value]);
    }
});
