import type { Cell } from '../plan/cells';

/**
 * The text of a file that a CRM exported: UTF-8 with or without byte order mark, UTF-16 of either byte
 * order (also without a mark, by its zero bytes), else Windows-1252, which can read anything.
 */
export function decodeText(bytes: Uint8Array): string {
  const [first, second, third] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  if (first === 0xef && second === 0xbb && third === 0xbf) return new TextDecoder('utf-8').decode(bytes);
  const zeros = zeroBytes(bytes);
  if (zeros.odd > 0.3) return new TextDecoder('utf-16le').decode(bytes);
  if (zeros.even > 0.3) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // Asked for strictness, the decoder refuses what is not UTF-8. Windows-1252 takes every byte.
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** Share of zeros among the bytes at even and at odd places: Latin text in UTF-16 has half of them. */
function zeroBytes(bytes: Uint8Array): { even: number; odd: number } {
  const looked = Math.min(bytes.length, 2000);
  if (looked < 4) return { even: 0, odd: 0 };
  let even = 0;
  let odd = 0;
  for (let i = 0; i < looked; i++) {
    if (bytes[i] !== 0) continue;
    if (i % 2 === 0) even++;
    else odd++;
  }
  return { even: (2 * even) / looked, odd: (2 * odd) / looked };
}

const DELIMITERS = [',', ';', '\t', '|', '¬', '^', '~'] as const;

/** The character that separates the most cells in the first line, and as many in those below. */
export function findDelimiter(text: string): string {
  const declared = /^sep=(.)\r?\n/.exec(text);
  if (declared?.[1] !== undefined) return declared[1];
  let best: { delimiter: string; score: number } = { delimiter: ',', score: 0 };
  const head = text.slice(0, 20000);
  for (const delimiter of DELIMITERS) {
    const widths = parseCsv(head, delimiter)
      .slice(0, 20)
      .map((row) => row.length);
    const width = widths[0] ?? 0;
    const regular = widths.filter((w) => w === width).length / Math.max(1, widths.length);
    const score = (width - 1) * regular;
    if (score > best.score) best = { delimiter, score };
  }
  return best.delimiter;
}

/**
 * Rows of a CSV text (RFC 4180): quoted cells may hold delimiters, doubled quotes and line breaks. Lines end
 * with CR LF, LF or CR, or with CR CR LF where a script wrote Windows lines twice. A quote inside an unquoted cell stands for itself; an unclosed one ends with the text.
 */
export function parseCsv(text: string, delimiter = findDelimiter(text)): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const declared = /^sep=.\r?\n/.exec(text.slice(at, at + 8));
  if (declared) at += declared[0].length;
  while (at < text.length) {
    let cell: string;
    if (text[at] === '"') {
      const quoted = readQuoted(text, at + 1);
      cell = quoted.cell;
      at = quoted.end;
      const rest = endOfCell(text, at, delimiter);
      cell += text.slice(at, rest);
      at = rest;
    } else {
      const end = endOfCell(text, at, delimiter);
      cell = text.slice(at, end);
      at = end;
    }
    row.push(cell);
    if (text[at] === delimiter) {
      at++;
      if (at === text.length) row.push('');
      continue;
    }
    at += lineEnd(text, at);
    rows.push(row);
    row = [];
  }
  if (row.length > 0) rows.push(row);
  return rows;
}

function lineEnd(text: string, at: number): number {
  return text.startsWith('\r\r\n', at) ? 3 : text.startsWith('\r\n', at) ? 2 : 1;
}

function readQuoted(text: string, from: number): { cell: string; end: number } {
  let cell = '';
  for (let at = from; ;) {
    const quote = text.indexOf('"', at);
    if (quote < 0) return { cell: cell + text.slice(at), end: text.length };
    cell += text.slice(at, quote);
    if (text[quote + 1] !== '"') return { cell, end: quote + 1 };
    cell += '"';
    at = quote + 2;
  }
}

function endOfCell(text: string, from: number, delimiter: string): number {
  let at = from;
  while (at < text.length) {
    const character = text[at];
    if (character === delimiter || character === '\n' || character === '\r') break;
    at++;
  }
  return at;
}

/**
 * A cell of a CSV as the sheet should hold it: plain numbers as numbers, everything that would lose by it
 * (leading zeros, long digits, dates, signs of grouping) as text, for the column's readers to decide.
 */
export function csvCell(text: string): Cell {
  if (text.length > 24 || !/^-?(?:0|[1-9]\d*)?(?:\.\d+)?$/.test(text) || !/\d/.test(text)) return text;
  const value = Number(text);
  return Number.isSafeInteger(value) || !Number.isInteger(value) ? value : text;
}
