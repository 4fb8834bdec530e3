import Papa from 'papaparse';
import type { CellContents, SheetContents, WorkbookContents } from '../model/contents';
import { emptySheetContents } from '../model/contents';
import { newPageLayout } from '../model/page-layout';
import { MAX_ROWS } from '../grid/rect';
import { WorkbookFileError } from './file-error';

/**
 * Reads a .csv or .tsv file as one sheet: numbers are numbers, everything else is text. `=Acme, 1` is
 * text; so are ZIPs with a leading zero and ids longer than fifteen digits, which Excel would damage.
 * @throws WorkbookFileError
 */
export function readCsv(bytes: Uint8Array, sheetName: string): WorkbookContents {
  const text = decodeText(bytes);
  if (text.trim() === '') throw new WorkbookFileError('empty', 'The file has no text.');
  if (text.includes('\u0000')) throw new WorkbookFileError('notAWorkbook', 'The file is not text.');
  const parsed = Papa.parse<string[]>(text, {
    skipEmptyLines: false,
    delimiter: declaredDelimiter(text) ?? '',
    delimitersToGuess: [',', ';', '\t', '|'],
  });
  const rows = text.startsWith('sep=') ? parsed.data.slice(1) : parsed.data;
  if (rows.length > MAX_ROWS) throw new WorkbookFileError('tooLarge', `The file has ${rows.length} rows.`);
  const cells = new Map<number, Map<number, CellContents>>();
  for (const [row, fields] of rows.entries()) {
    const line = new Map<number, CellContents>();
    for (const [column, field] of fields.entries())
      if (field !== '') line.set(column, { value: fieldValue(field) });
    if (line.size > 0) cells.set(row, line);
  }
  const sheet: SheetContents = { ...emptySheetContents(sheetName, newPageLayout()), cells };
  return {
    styles: [],
    sheets: [sheet],
    activeSheet: sheetName,
    names: [],
    structureProtected: false,
    calculationMode: 'Automatic',
  };
}

/** `sep=;` in the first line, as Excel itself writes and reads it. */
function declaredDelimiter(text: string): string | undefined {
  return /^sep=(.)\r?\n/.exec(text)?.[1];
}

/** A plain number becomes a number if it comes back the same; Salesforce ids and the like do not. */
const PLAIN_NUMBER = /^-?(0|[1-9]\d*)(\.\d+)?$/;
const MAX_DIGITS = 15;

export function fieldValue(field: string): string | number {
  if (!PLAIN_NUMBER.test(field) || field.replace(/\D/g, '').length > MAX_DIGITS) return field;
  return Number(field);
}

/** UTF-8 with or without mark, UTF-16 by its mark or its zeros; Shift-JIS by its kana; else Windows-1252. */
export function decodeText(bytes: Uint8Array): string {
  const decode = (encoding: string, fatal = false) => new TextDecoder(encoding, { fatal }).decode(bytes);
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decode('utf-16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decode('utf-16be');
  const zeros = halvesOfZeros(bytes);
  if (zeros !== undefined) return decode(zeros);
  try {
    return decode('utf-8', true);
  } catch {
    const japanese = shiftJis(bytes);
    if (japanese !== undefined) return japanese;
    // Bytes that are no UTF-8: an export of an older Windows program.
    return decode('windows-1252').replace(/[\u0080-\u009f]/g, (c) =>
      WINDOWS_1252.charAt(c.charCodeAt(0) - 0x80),
    );
  }
}

/**
 * The text of a Japanese export; undefined where the bytes are no Shift-JIS, or read as such have hardly any kana:
 * umlauts before a letter would be signs of it, too.
 */
function shiftJis(bytes: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder('shift_jis', { fatal: true }).decode(bytes);
    const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0;
    const foreign = count(/\P{ASCII}/gu);
    return count(/[\u3041-\u30ff]/g) > 0.03 * foreign ? text : undefined;
  } catch {
    return undefined;
  }
}

/** The characters 80 to 9F of Windows-1252: Node 20 decodes them as the control characters of Latin-1. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** UTF-16 without a mark: in Latin text every other byte is zero. */
function halvesOfZeros(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const length = Math.min(bytes.length - (bytes.length % 2), 2_000);
  if (length < 4) return undefined;
  let even = 0;
  let odd = 0;
  for (let i = 0; i < length; i += 2) {
    if (bytes[i] === 0) even++;
    if (bytes[i + 1] === 0) odd++;
  }
  const half = length / 2;
  if (odd > half * 0.7 && even < half * 0.1) return 'utf-16le';
  if (even > half * 0.7 && odd < half * 0.1) return 'utf-16be';
  return undefined;
}
