import { translateFormulaToA1, translateFormulaToR1C1 } from '@borgar/fx';
import { formatRect } from '../grid/address';
import { contains, MAX_ROWS, rectOf } from '../grid/rect';
import type { CellContents, LineContents, TableContents } from '../model/contents';
import { fromFileFormula } from './file-formula';
import { WorkbookFileError } from './file-error';
import type { CellScanner } from './scan-cells';
import { attributeAt, type ScannedCell, type ScannedRow } from './scan-cells';
import { decodeExcelText, decodeXml } from './xml';

/** Points to pixels. */
const PIXELS_PER_POINT = 4 / 3;

/** What all sheets of a file share. */
export interface CellSource {
  readonly sharedStrings: readonly string[];
  /** True if serial numbers count from 1904 (old Macintosh files). */
  readonly date1904: boolean;
  readonly isDateStyle: (style: number) => boolean;
}

export interface ReadCells {
  readonly cells: Map<number, Map<number, CellContents>>;
  readonly rows: LineContents[];
}

const TEXT = /<(?:\w+:)?t\b[^>]*>([\s\S]*?)<\/(?:\w+:)?t>/g;
const PHONETIC = /<(?:\w+:)?rPh\b[\s\S]*?<\/(?:\w+:)?rPh>/g;

/** Days between the serial numbers of 1904 and of 1900 files. */
export const DAYS_1904 = 1462;

/** More cells than this no machine of today holds as a spreadsheet: 16 bytes of file stand for 300 of memory. */
export const MOST_CELLS = 6_000_000;
export const MOST_STRINGS = 4_000_000;
/** Characters and levels of a formula. */
const MOST_CHARACTERS = 8_192;
const MOST_NESTED = 64;

export const tooMany = () =>
  new WorkbookFileError(
    'tooLarge',
    'The file has more cells than there is memory for; leave out columns, rows or sheets.',
  );

/** The strings of `sharedStrings.xml`; rich text is read as plain text. */
export function readSharedStrings(xml: string | undefined): string[] {
  if (xml === undefined) return [];
  const strings: string[] = [];
  for (const item of xml.matchAll(/<(?:\w+:)?si\b[^>]*?(?:\/>|>([\s\S]*?)<\/(?:\w+:)?si>)/g)) {
    if (strings.length >= MOST_STRINGS)
      throw new WorkbookFileError('tooLarge', `The file has more than ${MOST_STRINGS} texts.`);
    strings.push(runsText(item[1] ?? ''));
  }
  return strings;
}

function runsText(xml: string): string {
  const plain = xml.includes('rPh') ? xml.replace(PHONETIC, '') : xml;
  let text = '';
  for (const run of plain.matchAll(TEXT)) text += run[1] ?? '';
  return cellText(text);
}

/** XML reads a line's end as one line feed, however it is written; a carriage return that counts is escaped. */
const cellText = (raw: string): string =>
  decodeExcelText(decodeXml(raw.includes('\r') ? raw.replace(/\r\n?/g, '\n') : raw));

interface SharedFormula {
  readonly formula: string;
  readonly row: number;
  readonly column: number;
}

/** Reads the cells of one sheet, in the order of the file. */
export class CellReader {
  private readonly shared = new Map<string, SharedFormula>();

  constructor(
    readonly scanner: CellScanner,
    private readonly source: CellSource,
    private readonly tables: readonly Pick<TableContents, 'name' | 'rect'>[],
  ) {}

  /** @throws WorkbookFileError `tooLarge` beyond `room` cells. */
  readAll(from: number, to: number, room: number): ReadCells {
    const cells = new Map<number, Map<number, CellContents>>();
    const rows: LineContents[] = [];
    let left = room;
    this.scanner.forEachRow(from, to, (row) => {
      const { index } = row;
      if (index >= MAX_ROWS) throw new WorkbookFileError('damaged', `The file speaks of row ${index + 1}.`);
      const line = readRow(this.scanner.xml, row);
      if (line) rows.push(line);
      const found = new Map<number, CellContents>();
      this.scanner.forEachCell(row, (cell) => {
        const read = this.read(index, cell);
        if (read) found.set(cell.column, read);
      });
      left -= found.size;
      if (left < 0) throw tooMany();
      if (found.size > 0) cells.set(index, found);
    });
    return { cells, rows };
  }

  read(row: number, scanned: ScannedCell): CellContents | undefined {
    const { style, type, tagEnd, innerEnd, column } = scanned;
    const value = innerEnd > tagEnd ? this.value(scanned) : undefined;
    const f = innerEnd > tagEnd ? this.scanner.element('f', tagEnd, innerEnd) : undefined;
    const formula = f === undefined ? undefined : this.formula(f, row, column);
    if (value === undefined && formula === undefined && style === 0) return undefined;
    const cell: { -readonly [K in keyof CellContents]: CellContents[K] } = {};
    if (value !== undefined) cell.value = value;
    if (type === 'e' && value !== undefined) cell.error = true;
    if (formula !== undefined) cell.formula = formula;
    if (f !== undefined && formula !== undefined)
      if (attributeOfTag(f, 't') === 'array' || isBeyondExcel(formula)) cell.held = true;
    if (style > 0) cell.style = style;
    return cell;
  }

  private value({ type, style, tagEnd, innerEnd }: ScannedCell): string | number | boolean | undefined {
    const { scanner, source } = this;
    if (type === 'inlineStr') {
      const text = runsText(scanner.xml.slice(tagEnd, innerEnd));
      return text === '' ? undefined : text;
    }
    const raw = scanner.inside('v', tagEnd, innerEnd);
    if (raw === undefined) return undefined;
    if (type === 's') {
      const text = source.sharedStrings[Number(raw)] ?? '';
      return text === '' ? undefined : text;
    }
    if (type === 'str') return cellText(raw);
    if (type === 'b') return isTrue(raw.trim());
    if (type === 'e') return decodeXml(raw);
    if (type === 'd') return serialOf(raw.trim());
    const number = Number(raw);
    if (!Number.isFinite(number) || raw.trim() === '') return undefined;
    return source.date1904 && source.isDateStyle(style) ? number + DAYS_1904 : number;
  }

  private formula(f: string, row: number, column: number): string | undefined {
    const kind = attributeOfTag(f, 't');
    // What-if tables have no formula of their own.
    if (kind === 'dataTable') return undefined;
    const raw = f.slice(f.indexOf('>') + 1, Math.max(f.lastIndexOf('</'), f.indexOf('>') + 1));
    const text = decodeXml(raw).trim();
    const id = kind === 'shared' ? attributeOfTag(f, 'si') : undefined;
    if (text !== '') {
      const here = text.includes('[')
        ? this.tables.find((table) => contains(table.rect, rectOf(row, column)))?.name
        : undefined;
      const formula = fromFileFormula(text, here);
      if (id !== undefined) this.shared.set(id, { formula, row, column });
      return formula;
    }
    const base = id === undefined ? undefined : this.shared.get(id);
    return base && translate(base, row, column);
  }
}

/** Excel takes no such formula: it is kept, and calculated by nobody. */
function isBeyondExcel(formula: string): boolean {
  if (formula.length < MOST_NESTED) return false;
  let depth = 0;
  for (let at = 0; at < formula.length && depth <= MOST_NESTED; at++)
    depth += formula[at] === '(' ? 1 : formula[at] === ')' ? -1 : 0;
  return depth > MOST_NESTED || formula.length > MOST_CHARACTERS;
}

const attributeOfTag = (element: string, name: string) =>
  attributeAt(element, name, 0, element.indexOf('>') + 1);

/** What of a row is not like the others. */
export function readRow(xml: string, { index, start, tagEnd }: ScannedRow): LineContents | undefined {
  // Most rows say where they are and no more.
  if (tagEnd - start < 14) return undefined;
  const attribute = (name: string) => attributeAt(xml, name, start, tagEnd);
  const height = Number(attribute('ht'));
  const custom = isTrue(attribute('customHeight'));
  const hidden = isTrue(attribute('hidden'));
  const outlineLevel = Number(attribute('outlineLevel') ?? 0);
  const style = isTrue(attribute('customFormat')) ? Number(attribute('s')) : NaN;
  const line: LineContents = {
    index,
    ...(custom && height > 0 ? { size: Math.round(height * PIXELS_PER_POINT) } : {}),
    ...(hidden ? { hidden } : {}),
    ...(outlineLevel > 0 ? { outlineLevel } : {}),
    ...(style > 0 ? { style } : {}),
  };
  return Object.keys(line).length > 1 ? line : undefined;
}

const isTrue = (value: string | undefined) => value === '1' || value === 'true';

/** An ISO date as Excel's serial number. */
function serialOf(iso: string): number | string {
  const time = Date.parse(/[zZ]|[+-]\d\d:?\d\d$/.test(iso) || !iso.includes('T') ? iso : `${iso}Z`);
  return Number.isNaN(time) ? iso : time / 86_400_000 + 25_569;
}

/** A shared formula as its other cells show it: relative references move along. */
function translate(base: SharedFormula, row: number, column: number): string {
  const relative = translateFormulaToR1C1(base.formula, formatRect(rectOf(base.row, base.column)));
  return translateFormulaToA1(relative, formatRect(rectOf(row, column)));
}
