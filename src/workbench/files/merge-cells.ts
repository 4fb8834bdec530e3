import { BooleanNumber, CellValueType, numfmt } from '@univerjs/core';
import type { ICellData } from '@univerjs/core';
import { columnName } from '../grid/address';
import { GENERAL, isError, valueOf } from '../grid/cell-value';
import { MAX_ROWS } from '../grid/rect';
import { normalizeFormula } from '../formula/normalize';
import type { Book } from '../model/book';
import type { CellContents, LineContents } from '../model/contents';
import type { Sheet } from '../model/sheet';
import type { Table } from '../model/table';
import { toFileFormula } from './file-formula';
import { mergeTag } from './merge';
import { CellReader, DAYS_1904, readRow, type CellSource } from './read-cells';
import { attributeAt, CellScanner, type ScannedCell, type ScannedRow } from './scan-cells';
import type { SharedStrings } from './shared-strings';
import { levelOf } from './write-sheet';
import type { StyleSheet } from './write-styles';
import { escapeFormula, escapeXml } from './xml';
import { attributesOf, inPrefix, withAttribute } from './xml-pieces';

const POINTS_PER_PIXEL = 0.75;

/** What the cells of all sheets are written with. */
export interface CellTools {
  readonly styles: StyleSheet;
  readonly strings: SharedStrings;
  readonly source: CellSource;
}

export interface WrittenCells {
  /** What stands between `<sheetData>` and its end. */
  readonly rows: string;
  /** Row and column of the last cell that was written anew; -1 without. */
  readonly lastRow: number;
  readonly lastColumn: number;
  readonly isChanged: boolean;
}

/** Where the cells of a sheet stand in the text of its part. */
export interface CellText {
  readonly xml: string;
  readonly from: number;
  readonly to: number;
  readonly prefix: string;
}

/**
 * Text that Excel would take for a formula, were it typed again: its cell says that it is text, so that F2 and Enter
 * do not arm it.
 */
const ARMED = /^[=+\-@]/;

/**
 * The rows of a sheet: those of the file, byte for byte where the model holds what they say, and between them what
 * the model has besides.
 */
export class CellMerger {
  private readonly scanner: CellScanner;
  private readonly reader: CellReader;
  private readonly tables: readonly Table[];
  private readonly rows: Record<number, Record<number, ICellData>>;
  /** Shared formulas whose first cell is no longer written as it was. */
  private readonly broken = new Set<string>();
  private lastRow = -1;
  private lastColumn = -1;
  private isChanged = false;

  constructor(
    book: Book,
    private readonly sheet: Sheet,
    private readonly text: CellText,
    private readonly tools: CellTools,
    /** Tables as they stood in the file: what `[#This Row]` in it means. */
    tablesThen: ConstructorParameters<typeof CellReader>[2],
    /** Whether formulas of the file give what they gave there: nothing they speak of has been edited. */
    private readonly keepsResults: boolean,
  ) {
    this.scanner = new CellScanner(text.xml, text.prefix);
    this.reader = new CellReader(this.scanner, tools.source, tablesThen);
    this.tables = book.tables.filter((table) => table.sheet === sheet);
    this.rows = sheet.cells.matrix.getMatrix() as Record<number, Record<number, ICellData>>;
  }

  write(): WrittenCells {
    const out: string[] = [];
    const wanted = this.rowNumbers();
    let next = 0;
    const upTo = (row: number) => {
      for (let at = wanted[next]; at !== undefined && at < row; at = wanted[++next])
        this.push(out, this.newRow(at));
    };
    this.scanner.forEachRow(this.text.from, this.text.to, (row) => {
      upTo(row.index);
      if (wanted[next] === row.index) next++;
      out.push(this.oldRow(row));
    });
    upTo(MAX_ROWS);
    const { lastRow, lastColumn, isChanged } = this;
    return { rows: out.join(''), lastRow, lastColumn, isChanged };
  }

  private push(out: string[], row: string): void {
    if (row === '') return;
    this.isChanged = true;
    out.push(row);
  }

  private rowNumbers(): number[] {
    const numbers = new Set(Object.keys(this.rows).map(Number));
    for (const row of Object.keys(this.sheet.config.rowData)) numbers.add(Number(row));
    for (const { rect, isGone } of this.sheet.rowGroups)
      if (!isGone) for (let i = 0; i < rect.rows; i++) numbers.add(rect.row + i);
    return [...numbers].filter((row) => row < MAX_ROWS).sort((a, b) => a - b);
  }

  private newRow(row: number): string {
    const cells: string[] = [];
    const line = this.rows[row];
    for (const key in line) {
      const cell = line[Number(key)];
      if (cell) cells.push(this.newCell(row, Number(key), cell));
    }
    const tag = this.tagOf(row, this.lineNow(row));
    const inner = cells.join('');
    if (inner === '' && tag === this.tagOf(row, undefined)) return '';
    return inPrefix(inner === '' ? `${tag.slice(0, -1)}/>` : `${tag}${inner}</row>`, this.text.prefix);
  }

  private oldRow(scanned: ScannedRow): string {
    const { xml, prefix } = this.text;
    const row = scanned.index;
    const { start, tagEnd, innerEnd, end } = scanned;
    const was = readRow(xml, scanned);
    const now = this.lineNow(row);
    const isSameLine = sameLine(was, now);
    const parts: string[] = [];
    let copied = tagEnd;
    let isSame = isSameLine;
    let isLonger = false;
    const line = this.rows[row] ?? {};
    const columns = Object.keys(line);
    let next = 0;
    const upTo = (column: number, at: number) => {
      for (let c = Number(columns[next]); next < columns.length && c < column; c = Number(columns[++next])) {
        const cell = line[c];
        const added = cell ? inPrefix(this.newCell(row, c, cell), prefix) : '';
        if (added === '') continue;
        parts.push(xml.slice(copied, at), added);
        copied = at;
        isSame = false;
        isLonger = true;
      }
    };
    this.scanner.forEachCell(scanned, (cell) => {
      upTo(cell.column, cell.start);
      if (Number(columns[next]) === cell.column) next++;
      const changed = this.oldCell(row, cell, line[cell.column]);
      if (changed === undefined) return;
      parts.push(xml.slice(copied, cell.start), changed);
      copied = cell.end;
      isSame = false;
    });
    upTo(Infinity, innerEnd);
    if (isSame) return xml.slice(start, end);
    this.isChanged = true;
    parts.push(xml.slice(copied, innerEnd));
    let tag = xml.slice(start, tagEnd);
    if (!isSameLine) tag = mergeTag(tag, this.tagOf(row, was), this.tagOf(row, now));
    // A hint for readers, wrong where cells were added.
    if (isLonger) tag = withAttribute(tag, 'spans', undefined);
    const inner = parts.join('');
    if (inner === '') return tag.endsWith('/>') ? tag : `${tag.slice(0, -1)}/>`;
    return `${tag.endsWith('/>') ? `${tag.slice(0, -2)}>` : tag}${inner}</${prefix}row>`;
  }

  /** The text of a cell of the file if it must be another; undefined if it stays. */
  private oldCell(row: number, scanned: ScannedCell, cell: ICellData | undefined): string | undefined {
    const { scanner, text } = this;
    const read = this.reader.read(row, scanned);
    const f =
      read?.formula === undefined ? undefined : scanner.element('f', scanned.tagEnd, scanned.innerEnd);
    const shared = f?.includes('shared') ? sharedId(f) : undefined;
    const isMaster = shared !== undefined && f !== undefined && !/^<[^>]*\/>$|^<[^>]*><\//.test(f);
    const isFormulaSame =
      sameFormula(read, cell) && !(shared !== undefined && !isMaster && this.broken.has(shared));
    const isStyleSame = styleOf(cell) === (scanned.style > 0 ? `file${scanned.style}` : undefined);
    const isValueSame =
      f === undefined || !isFormulaSame
        ? (read?.value ?? '') === valueOf(cell)
        : (this.keepsResults && read?.value !== undefined) || sameResult(read?.value ?? '', valueOf(cell));
    if (isFormulaSame && isStyleSame && isValueSame) return undefined;
    if (isFormulaSame && cell && (isValueSame || f !== undefined)) {
      const tag = text.xml.slice(scanned.start, scanned.tagEnd);
      const style = this.style(cell);
      const styled = isStyleSame ? tag : withAttribute(tag, 's', style > 0 ? String(style) : undefined);
      if (isValueSame) return styled + text.xml.slice(scanned.tagEnd, scanned.end);
      const { type, v } = this.result(cell);
      const typed = withAttribute(styled, 't', type === 'n' ? undefined : type);
      const open = typed.endsWith('/>') ? `${typed.slice(0, -2)}>` : typed;
      return `${open}${f ?? ''}${inPrefix(v, text.prefix)}</${text.prefix}c>`;
    }
    if (isMaster) this.broken.add(shared);
    return cell ? inPrefix(this.newCell(row, scanned.column, cell), text.prefix) : '';
  }

  private newCell(row: number, column: number, cell: ICellData): string {
    const formula = formulaOf(cell);
    const value = valueOf(cell);
    const isText = formula === undefined && typeof value === 'string' && !isError(cell);
    const hasContent = formula !== undefined || value !== '';
    const style = this.style(cell, hasContent ? isText && ARMED.test(value) : undefined);
    if (!hasContent && style === 0) return '';
    this.lastRow = Math.max(this.lastRow, row);
    this.lastColumn = Math.max(this.lastColumn, column);
    const start = `<c r="${columnName(column)}${row + 1}"${style > 0 ? ` s="${style}"` : ''}`;
    if (!hasContent) return `${start}/>`;
    if (isText) return `${start} t="s"><v>${this.tools.strings.add(value)}</v></c>`;
    const { type, v } = this.result(cell);
    const typed = type === 'n' ? start : `${start} t="${type}"`;
    if (formula === undefined) return `${typed}>${v}</c>`;
    const table = formula.includes('[') ? this.tableAt(row, column) : undefined;
    return `${typed}><f>${this.fileFormula(formula, table)}</f>${v}</c>`;
  }

  private readonly spelt = new Map<string, string>();

  /** Formulas repeat down a column: each is spelt the file's way once. */
  private fileFormula(formula: string, table: string | undefined): string {
    const key = `${table ?? ''} ${formula}`;
    let text = this.spelt.get(key);
    if (text === undefined) {
      text = escapeFormula(toFileFormula(formula, table));
      if (this.spelt.size > MOST_SPELT) this.spelt.clear();
      this.spelt.set(key, text);
    }
    return text;
  }

  private tableAt(row: number, column: number): string | undefined {
    return this.tables.find(
      ({ rect }) =>
        row >= rect.row &&
        row < rect.row + rect.rows &&
        column >= rect.column &&
        column < rect.column + rect.columns,
    )?.name;
  }

  /** Type and value element of a number, a logical value, an error, or the result of a formula. */
  private result(cell: ICellData): { type: string; v: string } {
    const value = valueOf(cell);
    if (cell.v === undefined || cell.v === null) return { type: 'n', v: '' };
    // A held formula has no `f` in Univer, so its error is known by its type alone.
    if (
      isError(cell) ||
      (cell.t === CellValueType.STRING && isError({ ...cell, f: formulaOf(cell) ?? null }))
    )
      return { type: 'e', v: `<v>${escapeXml(String(value))}</v>` };
    if (typeof value === 'string') return { type: 'str', v: `<v>${escapeXml(value)}</v>` };
    if (typeof value === 'boolean') return { type: 'b', v: `<v>${value ? 1 : 0}</v>` };
    const days = this.tools.source.date1904 && this.isDate(cell) ? DAYS_1904 : 0;
    return { type: 'n', v: `<v>${value - days}</v>` };
  }

  private isDate(cell: ICellData): boolean {
    const style = typeof cell.s === 'string' ? this.sheet.cells.styleById(cell.s) : cell.s;
    return numfmt.isDateFormat(style?.n?.pattern ?? GENERAL);
  }

  private style(cell: ICellData, quoted?: boolean): number {
    const { styles } = this.tools;
    const { cells } = this.sheet;
    if (!cell.s) return quoted === true ? styles.cell('', {}, true) : 0;
    if (typeof cell.s === 'string') return styles.cell(cell.s, cells.styleById(cell.s) ?? {}, quoted);
    return styles.cell(JSON.stringify(cell.s), cell.s, quoted);
  }

  // — Rows —

  private lineNow(row: number): LineContents | undefined {
    const data = this.sheet.config.rowData[row];
    const { rowGroups } = this.sheet;
    const level = rowGroups.length === 0 ? 0 : levelOf(rowGroups, row, 'row');
    if (!data && level === 0) return undefined;
    return {
      index: row,
      ...(data?.h === undefined ? {} : { size: data.h }),
      ...(data?.hd === BooleanNumber.TRUE ? { hidden: true } : {}),
      ...(level > 0 ? { outlineLevel: level } : {}),
    };
  }

  private tagOf(row: number, line: LineContents | undefined): string {
    return (
      `<row r="${row + 1}"` +
      (line?.size === undefined ? '' : ` ht="${line.size * POINTS_PER_PIXEL}" customHeight="1"`) +
      (line?.hidden ? ' hidden="1"' : '') +
      `${line?.outlineLevel ? ` outlineLevel="${line.outlineLevel}"` : ''}>`
    );
  }
}

const MOST_SPELT = 5_000;

const sameLine = (a: LineContents | undefined, b: LineContents | undefined): boolean =>
  a?.size === b?.size && a?.hidden === b?.hidden && a?.outlineLevel === b?.outlineLevel;

const formulaOf = (cell: ICellData | undefined): string | undefined =>
  (cell?.custom as { source?: string } | null | undefined)?.source ?? cell?.f ?? undefined;

const styleOf = (cell: ICellData | undefined): string | undefined =>
  typeof cell?.s === 'string' ? cell.s : cell?.s ? '' : undefined;

function sameFormula(read: CellContents | undefined, cell: ICellData | undefined): boolean {
  const now = formulaOf(cell);
  if (read?.formula === undefined || now === undefined) return read?.formula === now;
  return read.formula === now || normalizeFormula(read.formula) === now;
}

/** Two engines may differ in digits that no spreadsheet shows. */
const sameResult = (then: unknown, now: unknown): boolean =>
  typeof then === 'number' && typeof now === 'number'
    ? Math.abs(then - now) <= 1e-14 * Math.abs(then)
    : then === now;

const sharedId = (f: string): string | undefined =>
  attributeAt(f, 't', 0, f.indexOf('>') + 1) === 'shared'
    ? attributesOf(f.slice(0, f.indexOf('>') + 1)).get('si')
    : undefined;
