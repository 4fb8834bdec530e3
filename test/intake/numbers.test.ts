import fc from 'fast-check';

import { currencyCode } from '../../src/intake/cells/currencies';
import { readNumberText } from '../../src/intake/cells/numbers';
import { decideNumberStyle } from '../../src/intake/columns/number-style';

const value = (text: string, decimal: '.' | ',' = '.') => readNumberText(text, decimal)?.value;

describe('reading a text as a number', () => {
  it.each<[string, number]>([
    ['$1,500,000.00 ', 1500000],
    ['18.3 MM', 18300000],
    ['18.3MM', 18300000],
    ['$18.3M', 18300000],
    ['$18.3 million', 18300000],
    ['1.2k', 1200],
    ['4.5 B', 4500000000],
    ['$1.25bn', 1250000000],
    ['2T', 2000000000000],
    ['$681,000,000,000', 681000000000],
    ['(1,234.50)', -1234.5],
    ['$(1,234.50)', -1234.5],
    ['($1,234.50)', -1234.5],
    ['-1,234.5', -1234.5],
    ['−5', -5],
    ['5-', -5],
    ['+7', 7],
    ['~ 12', 12],
    ['1 234 567', 1234567],
    ['1\u00a0234', 1234],
    ["1'234.50", 1234.5],
    ['CHF 1’234.50', 1234.5],
    ['USD 12', 12],
    ['12 USD', 12],
    ['12,5 %', 12.5],
    ['.0120', 0.012],
    ['1e', NaN],
    ['12,34,567', 1234567],
    ['120 employees', 120],
    ['40 hrs', 40],
    ['R$ 10', 10],
    ['250,000,000 USD', 250000000],
    ['US$5M', 5000000],
    ['1.0E8', 100000000],
    ['1.5e+03', 1500],
    ['2.5E-1', 0.25],
    ['0', 0],
  ])('%s', (text, expected) => {
    expect(value(text) ?? NaN).toBe(expected);
  });

  it.each<[string, number]>([
    ['1.234,56 €', 1234.56],
    ['1.234.567', 1234567],
    ['50.000,00 €', 50000],
    ['3 Mio. €', 3000000],
    ['3,5 Mrd', 3500000000],
    ['120 Tsd.', 120000],
    ['0,855', 0.855],
    ['874,794', 874.794],
    ['1.234', 1234],
  ])('%s with a decimal comma', (text, expected) => {
    expect(value(text, ',')).toBe(expected);
  });

  it.each<[string, number]>([
    ['51-200', 125.5],
    ['1,001-5,000', 3000.5],
    ['$1M to $10M', 5500000],
    ['$10-50M', 30000000],
    ['11 – 50 employees', 30.5],
    ['10,001+', 10001],
    ['10,000+ employees', 10000],
  ])('takes the middle of the range %s', (text, expected) => {
    expect(readNumberText(text, '.')).toMatchObject({ value: expected, range: true });
  });

  it.each([
    '',
    '-',
    'abc',
    '12 Main Street',
    '2024-06-23',
    '12/31/2024',
    'A-12',
    '1.2.3',
    '12,3,4',
    '303-555-0100',
    '22331-212325',
    '5089-52413',
    '2020-2025',
    '1,23.4,5',
  ])('refuses %j', (text) => {
    expect(readNumberText(text, '.')).toBeUndefined();
  });

  it('names the currency', () => {
    expect(readNumberText('€ 1.200', ',')?.currency).toBe('EUR');
    expect(readNumberText('1,200 £', '.')?.currency).toBe('GBP');
    expect(readNumberText('C$5', '.')?.currency).toBe('CAD');
    expect(readNumberText('12 chf', '.')?.currency).toBe('CHF');
    expect(readNumberText('12', '.')?.currency).toBeUndefined();
  });

  it('reads what it writes, in both styles', () => {
    const amount = fc.integer({ min: -1e12, max: 1e12 }).map((n) => n / 100);
    fc.assert(
      fc.property(amount, (n) => {
        expect(value(n.toLocaleString('en-US', { maximumFractionDigits: 2 }))).toBe(n);
        expect(value(n.toLocaleString('de-DE', { maximumFractionDigits: 2 }), ',')).toBe(n);
        expect(value(`$${n.toLocaleString('en-US', { minimumFractionDigits: 2 })}`)).toBe(n);
      }),
    );
  });

  it('never returns anything but a finite number or nothing', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[-+(]?[$€]?[\d.,' ]{1,12}[%)kMB]?$/)), (text) => {
        const reading = readNumberText(text, '.');
        expect(reading === undefined || Number.isFinite(reading.value)).toBe(true);
      }),
    );
  });
});

describe('deciding how a column writes numbers', () => {
  it.each<[string, string[], '.' | ',', boolean]>([
    ['both signs', ['1,234.56', '7'], '.', true],
    ['the German way', ['1.234,56', '2.000'], ',', true],
    ['short fractions', ['12.5', '1.234'], '.', true],
    ['short fractions with comma', ['5,70', '34,20', '874,794'], ',', true],
    ['several points', ['1.234.567', '2.000'], ',', true],
    ['dollars', ['$681,000', '$12,000'], '.', true],
    ['nothing telling', ['1,234', '950', '2,024,994'], '.', false],
    ['nothing telling, with points', ['1.234', '950'], '.', false],
    ['no separators', ['12', '13'], '.', true],
  ])('%s', (_, texts, decimal, certain) => {
    expect(decideNumberStyle(texts)).toMatchObject({ decimal, certain });
  });

  it('follows the other columns where this one says nothing', () => {
    expect(decideNumberStyle(['1.234'], ',').decimal).toBe(',');
  });

  it('knows that things counted have no decimals', () => {
    expect(decideNumberStyle(['1,234'], undefined, true)).toMatchObject({ decimal: '.', certain: true });
    expect(decideNumberStyle(['1.234'], undefined, true)).toMatchObject({ decimal: ',', certain: true });
  });
});

describe('both readings of a number that allows two', () => {
  it.each<[string, '.' | ',', number, number | undefined]>([
    ['2,024,994', '.', 2024994, 2024.994],
    ['2,024,994', ',', 2024.994, 2024994],
    ['1,234', '.', 1234, 1.234],
    ['1.234', ',', 1234, 1.234],
    ['1,234.5', '.', 1234.5, undefined],
    ['1,5', ',', 1.5, undefined],
    ['1.234.567', ',', 1234567, 1234.567],
  ])('%s read with %s', (text, decimal, chosen, otherwise) => {
    const reading = readNumberText(text, decimal);
    expect(reading?.value).toBe(chosen);
    expect(reading?.otherwise).toBe(otherwise);
  });
});

describe('currency codes', () => {
  it.each([
    ['usd', 'USD'],
    ['€', 'EUR'],
    ['US Dollar', 'USD'],
    ['Euro', 'EUR'],
    ['RMB', 'CNY'],
    ['XYZ', undefined],
    ['Denver', undefined],
  ])('%s', (text, code) => {
    expect(currencyCode(text)).toBe(code);
  });
});
