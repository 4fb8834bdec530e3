import { translateFormulaToA1, translateFormulaToR1C1 } from '@borgar/fx';
import { columnIndex, formatRect } from '../grid/address';
import { contains, rectOf } from '../grid/rect';
import type { CellContents, LineContents, TableContents } from '../model/contents';
import { fromFileFormula } from './file-formula';
import { WorkbookFileError } from './file-error';
import { decodeExcelText, decodeXml } from './xml';

/** Points to pixels. */
const PIXELS_PER_POINT = 4 / 3;

export interface CellSource {
  readonly sharedStrings: readonly string[];
  readonly tables: readonly TableContents[];
  /** True if serial numbers count from 1904 (old Macintosh files). */
  readonly date1904: boolean;
  readonly isDateStyle: (style: number) => boolean;
}

export interface ReadCells {
  readonly cells: Map<number, Map<number, CellContents>>;
  readonly rows: LineContents[];
}

const ROW = /<(?:\w+:)?row\b([^>]*?)(\/?)>/g;
const CELL = /<(?:\w+:)?c\b([^>]*?)(?:\/>|>([\s\S]*?)<\/(?:\w+:)?c>)/g;
const FORMULA = /<(?:\w+:)?f\b([^>]*?)(?:\/>|>([\s\S]*?)<\/(?:\w+:)?f>)/;
const VALUE = /<(?:\w+:)?v\b[^>]*>([\s\S]*?)<\/(?:\w+:)?v>/;
const TEXT = /<(?:\w+:)?t\b[^>]*>([\s\S]*?)<\/(?:\w+:)?t>/g;
const PHONETIC = /<(?:\w+:)?rPh\b[\s\S]*?<\/(?:\w+:)?rPh>/g;

/** Days between the serial numbers of 1904 and of 1900 files. */
const DAYS_1904 = 1462;

const attributeOf = (attributes: string, name: string): string | undefined =>
  new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`)
    .exec(attributes)
    ?.slice(1)
    .find((v) => v !== undefined);

/** The strings of `sharedStrings.xml`; rich text is read as plain text. */
export function readSharedStrings(xml: string | undefined): string[] {
  if (xml === undefined) return [];
  const items = xml.matchAll(/<(?:\w+:)?si\b[^>]*?(?:\/>|>([\s\S]*?)<\/(?:\w+:)?si>)/g);
  return Array.from(items, (item) => runsText(item[1] ?? ''));
}

function runsText(xml: string): string {
  const plain = xml.includes('rPh') ? xml.replace(PHONETIC, '') : xml;
  let text = '';
  for (const run of plain.matchAll(TEXT)) text += run[1] ?? '';
  return decodeExcelText(decodeXml(text));
}

interface SharedFormula {
  readonly formula: string;
  readonly row: number;
  readonly column: number;
}

/**
 * Reads the text between `<sheetData>` and its end. A scan over the text: a parsed tree of half a
 * million cells would take seconds and gigabytes.
 */
export function readCells(sheetData: string, source: CellSource): ReadCells {
  const cells = new Map<number, Map<number, CellContents>>();
  const rows: LineContents[] = [];
  const shared = new Map<string, SharedFormula>();
  let row = -1;
  ROW.lastIndex = 0;
  for (let open = ROW.exec(sheetData); open; open = ROW.exec(sheetData)) {
    const attributes = open[1] ?? '';
    const number = Number(attributeOf(attributes, 'r'));
    row = Number.isInteger(number) && number > 0 ? number - 1 : row + 1;
    const line = readRow(row, attributes);
    if (line) rows.push(line);
    if (open[2] === '/') continue;
    const end = nextRow(sheetData, ROW.lastIndex);
    const content = sheetData.slice(ROW.lastIndex, end);
    const read = readRowCells(content, row, source, shared);
    if (read.size > 0) cells.set(row, read);
    ROW.lastIndex = end;
  }
  return { cells, rows };
}

function nextRow(text: string, from: number): number {
  const closing = text.indexOf('row>', from);
  return closing < 0 ? text.length : closing;
}

function readRow(index: number, attributes: string): LineContents | undefined {
  const height = Number(attributeOf(attributes, 'ht'));
  const custom = isTrue(attributeOf(attributes, 'customHeight'));
  const hidden = isTrue(attributeOf(attributes, 'hidden'));
  const outlineLevel = Number(attributeOf(attributes, 'outlineLevel') ?? 0);
  const style = isTrue(attributeOf(attributes, 'customFormat')) ? Number(attributeOf(attributes, 's')) : NaN;
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

function readRowCells(
  content: string,
  row: number,
  source: CellSource,
  shared: Map<string, SharedFormula>,
): Map<number, CellContents> {
  const result = new Map<number, CellContents>();
  let column = -1;
  for (const match of content.matchAll(CELL)) {
    const attributes = match[1] ?? '';
    const reference = attributeOf(attributes, 'r');
    column = reference === undefined ? column + 1 : columnIndex(reference.replace(/\d+$/, ''));
    if (!Number.isInteger(column) || column < 0) {
      throw new WorkbookFileError(
        'damaged',
        `A cell of row ${row + 1} has the address ${String(reference)}.`,
      );
    }
    const cell = readCell(attributes, match[2] ?? '', row, column, source, shared);
    if (cell) result.set(column, cell);
  }
  return result;
}

function readCell(
  attributes: string,
  content: string,
  row: number,
  column: number,
  source: CellSource,
  shared: Map<string, SharedFormula>,
): CellContents | undefined {
  const style = Number(attributeOf(attributes, 's') ?? 0);
  const type = attributeOf(attributes, 't') ?? 'n';
  const formula = readFormula(content, row, column, source, shared);
  const value = readValue(type, content, style, source);
  const cell: CellContents = {
    ...(value === undefined ? {} : { value }),
    ...(type === 'e' && value !== undefined ? { error: true } : {}),
    ...(formula === undefined ? {} : { formula }),
    ...(style > 0 ? { style } : {}),
  };
  return Object.keys(cell).length > 0 ? cell : undefined;
}

function readValue(
  type: string,
  content: string,
  style: number,
  source: CellSource,
): string | number | boolean | undefined {
  if (type === 'inlineStr') {
    const text = runsText(content);
    return text === '' ? undefined : text;
  }
  const raw = VALUE.exec(content)?.[1];
  if (raw === undefined) return undefined;
  if (type === 's') {
    const text = source.sharedStrings[Number(raw)] ?? '';
    return text === '' ? undefined : text;
  }
  if (type === 'str') return decodeExcelText(decodeXml(raw));
  if (type === 'b') return isTrue(raw.trim());
  if (type === 'e') return decodeXml(raw);
  if (type === 'd') return serialOf(raw.trim());
  const number = Number(raw);
  if (raw.trim() === '' || !Number.isFinite(number)) return undefined;
  return source.date1904 && source.isDateStyle(style) ? number + DAYS_1904 : number;
}

/** An ISO date as Excel's serial number. */
function serialOf(iso: string): number | string {
  const time = Date.parse(/[zZ]|[+-]\d\d:?\d\d$/.test(iso) || !iso.includes('T') ? iso : `${iso}Z`);
  return Number.isNaN(time) ? iso : time / 86_400_000 + 25_569;
}

function readFormula(
  content: string,
  row: number,
  column: number,
  source: CellSource,
  shared: Map<string, SharedFormula>,
): string | undefined {
  const match = FORMULA.exec(content);
  if (!match) return undefined;
  const attributes = match[1] ?? '';
  const text = decodeXml(match[2] ?? '').trim();
  const kind = attributeOf(attributes, 't');
  // What-if tables have no formula of their own.
  if (kind === 'dataTable') return undefined;
  const here = source.tables.find((table) => contains(table.rect, rectOf(row, column)))?.name;
  const id = kind === 'shared' ? attributeOf(attributes, 'si') : undefined;
  if (text !== '') {
    const formula = fromFileFormula(text, here);
    if (id !== undefined) shared.set(id, { formula, row, column });
    return formula;
  }
  const base = id === undefined ? undefined : shared.get(id);
  return base && translate(base, row, column);
}

/** A shared formula as its other cells show it: relative references move along. */
function translate(base: SharedFormula, row: number, column: number): string {
  const relative = translateFormulaToR1C1(base.formula, formatRect(rectOf(base.row, base.column)));
  return translateFormulaToA1(relative, formatRect(rectOf(row, column)));
}
