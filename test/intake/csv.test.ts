import fc from 'fast-check';
import Papa from 'papaparse';

import { csvCell, decodeText, findDelimiter, parseCsv } from '../../src/intake';

const utf8 = (text: string) => new TextEncoder().encode(text);

function utf16(text: string, littleEndian: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(2 * text.length));
  for (let i = 0; i < text.length; i++) view.setUint16(2 * i, text.charCodeAt(i), littleEndian);
  return new Uint8Array(view.buffer);
}

describe('decoding a file', () => {
  const text = 'Firma,Ort\nMüller,Köln\n';
  const strip = (decoded: string) => decoded.replace(/^\ufeff/, '');

  it.each<[string, Uint8Array]>([
    ['UTF-8', utf8(text)],
    ['UTF-8 with a byte order mark', utf8(`\ufeff${text}`)],
    ['UTF-16, low byte first', utf16(`\ufeff${text}`, true)],
    ['UTF-16, high byte first', utf16(`\ufeff${text}`, false)],
    ['UTF-16 without a mark', utf16(text, true)],
    ['Windows-1252', Uint8Array.from([...text].map((c) => c.charCodeAt(0)))],
  ])('reads %s', (_, bytes) => {
    expect(strip(decodeText(bytes))).toBe(text);
  });

  it('reads an empty file', () => {
    expect(decodeText(new Uint8Array())).toBe('');
  });
});

describe('taking CSV apart', () => {
  it('keeps quoted delimiters, quotes and line breaks', () => {
    expect(parseCsv('a,"b, c","d ""e""","f\r\ng"\r\n1,2,3,4\n')).toEqual([
      ['a', 'b, c', 'd "e"', 'f\r\ng'],
      ['1', '2', '3', '4'],
    ]);
  });

  it('keeps blank cells and a last line without an end', () => {
    expect(parseCsv('a,,c\n,,\nx,y,')).toEqual([
      ['a', '', 'c'],
      ['', '', ''],
      ['x', 'y', ''],
    ]);
  });

  it('finds the delimiter by itself, or takes the declared one', () => {
    expect(findDelimiter('Firma;Ort;Umsatz\nA;Köln;1.234,56\n')).toBe(';');
    expect(findDelimiter('a\tb\n1,5\t2,5\n')).toBe('\t');
    expect(findDelimiter('Name,"City, State"\nA,"Denver, CO"\n')).toBe(',');
    expect(parseCsv('sep=|\na|b\n')).toEqual([['a', 'b']]);
    expect(findDelimiter('alone')).toBe(',');
  });

  it('agrees with another reader on whatever can be written', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'b', '"', ',', ';', '\n', ' ', 'ü') });
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 }),
        (rows) => {
          const text = Papa.unparse(rows, { newline: '\r\n' });
          expect(parseCsv(text, ',')).toEqual(Papa.parse(text, { delimiter: ',', newline: '\r\n' }).data);
        },
      ),
    );
  });
});

describe('typing a CSV cell', () => {
  it.each<[string, string | number]>([
    ['12', 12],
    ['-0.5', -0.5],
    ['.0120', 0.012],
    ['0', 0],
    ['08014', '08014'],
    ['1,234', '1,234'],
    ['12345678901234567890', '12345678901234567890'],
    ['7/1/2024', '7/1/2024'],
    ['', ''],
    ['-', '-'],
    ['1e5', '1e5'],
  ])('%j', (text, cell) => {
    expect(csvCell(text)).toBe(cell);
  });
});

describe('text files as scripts and registers write them', () => {
  it('reads Windows lines written twice as single lines', () => {
    expect(parseCsv('a,b\r\r\n1,2\r\r\n')).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ]);
  });

  it('finds rare separators', () => {
    expect(findDelimiter('Code¬Name¬City\nA1¬Alder¬Leeds, West Yorkshire\n')).toBe('¬');
  });
});
