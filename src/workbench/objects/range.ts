import type { Area } from '../grid/area';
import { formatAddress, parseAddress } from '../grid/address';
import { textOf, valueOf, valueTypeOf } from '../grid/cell-value';
import {
  bounding,
  intersection,
  isInSheet,
  lastColumn,
  lastRow,
  MAX_COLUMNS,
  MAX_ROWS,
  rectOf,
} from '../grid/rect';
import type { Rect } from '../grid/rect';
import { hostErrors } from '../protocol/host-error';
import type { KeepableObject } from '../protocol/references';
import { wire } from '../protocol/wire-class';
import type { Book } from '../model/book';
import { hiddenState, setHidden } from '../model/lines';
import type { Sheet } from '../model/sheet';
import { deleteCells, insertCells, mergeCells, unmergeCells } from '../model/structure';
import { afterWrite } from '../model/table-registry';
import { clearRange } from '../model/clear';
import { groupLines, ungroupLines } from '../model/groups';
import { asInteger, asOneOf, asString } from './arguments';
import { ConditionalFormatCollection } from './conditional-formats';
import { DataValidation } from './data-validation';
import { RangeFormat } from './range-format';
import { writeBlock } from './write-block';
import { Worksheet } from './worksheet';
import { TableScopedCollection } from './table-scoped';
import { RangeAreas } from './range-areas';

/** Above this the real client gets `null` for cell values (Excel limits: 5 million cells a range). */
const MAX_READ_CELLS = 5_000_000;

/** A block of cells. It follows its cells while the request runs, and while the client keeps it. */
export class Range implements KeepableObject {
  static readonly wire = wire<Range>('Range', {
    scalars: [
      'numberFormat',
      'numberFormatLocal',
      'values',
      'text',
      'formulas',
      'formulasLocal',
      'rowIndex',
      'columnIndex',
      'rowCount',
      'columnCount',
      'address',
      'addressLocal',
      'cellCount',
      'valueTypes',
      'hidden',
      'rowHidden',
      'columnHidden',
      'isEntireColumn',
      'isEntireRow',
      'hasSpill',
      'height',
      'width',
      'left',
      'top',
    ],
    navigations: ['format', 'worksheet', 'conditionalFormats', 'dataValidation'],
    methods: [
      '_ValidateArraySize',
      'clear',
      'delete',
      'getAbsoluteResizedRange',
      'getBoundingRect',
      'getCell',
      'getColumn',
      'getColumnsAfter',
      'getColumnsBefore',
      'getEntireColumn',
      'getEntireRow',
      'getIntersection',
      'getLastCell',
      'getLastColumn',
      'getLastRow',
      'getMergedAreasOrNullObject',
      'getOffsetRange',
      'getResizedRange',
      'getRow',
      'getRowsAbove',
      'getRowsBelow',
      'getTables',
      'getUsedRange',
      'group',
      'insert',
      'merge',
      'select',
      'ungroup',
      'unmerge',
    ],
  });

  readonly area: Area;

  constructor(
    readonly book: Book,
    readonly sheet: Sheet,
    rect: Rect,
  ) {
    if (!isInSheet(rect)) throw hostErrors.invalidArgument('The range lies outside the sheet.');
    this.area = book.trackTransient(sheet, rect);
  }

  get rect(): Rect {
    return this.area.rect;
  }

  get isGone(): boolean {
    return this.area.isGone;
  }

  keep(): void {
    this.book.keep(this.area);
  }

  release(): void {
    this.sheet.untrack(this.area);
  }

  // — Place —

  get address(): string {
    return formatAddress(this.sheet.name, this.rect);
  }

  get addressLocal(): string {
    return this.address;
  }

  get rowIndex(): number {
    return this.rect.row;
  }

  get columnIndex(): number {
    return this.rect.column;
  }

  get rowCount(): number {
    return this.rect.rows;
  }

  get columnCount(): number {
    return this.rect.columns;
  }

  /** -1 beyond 2^31-1 cells, as Excel documents. */
  get cellCount(): number {
    const count = this.rect.rows * this.rect.columns;
    return count > 2_147_483_647 ? -1 : count;
  }

  get isEntireColumn(): boolean {
    return this.rect.rows === MAX_ROWS;
  }

  get isEntireRow(): boolean {
    return this.rect.columns === MAX_COLUMNS;
  }

  get top(): number {
    return sum(0, this.rect.row, (row) => this.sheet.cells.univerSheet.getRowHeight(row)) * POINTS_PER_PIXEL;
  }

  get left(): number {
    return sum(0, this.rect.column, (c) => this.sheet.cells.univerSheet.getColumnWidth(c)) * POINTS_PER_PIXEL;
  }

  get height(): number {
    const { row, rows } = this.rect;
    return sum(row, row + rows, (r) => this.sheet.cells.univerSheet.getRowHeight(r)) * POINTS_PER_PIXEL;
  }

  get width(): number {
    const { column, columns } = this.rect;
    return (
      sum(column, column + columns, (c) => this.sheet.cells.univerSheet.getColumnWidth(c)) * POINTS_PER_PIXEL
    );
  }

  // — Cells —

  get values(): unknown[][] | null {
    return this.grid((row, column) => valueOf(this.sheet.cells.raw(row, column)));
  }

  set values(values: unknown) {
    this.write(values);
  }

  get formulas(): unknown[][] | null {
    return this.grid((row, column) => {
      const { cells } = this.sheet;
      return cells.formula(row, column) ?? valueOf(cells.raw(row, column));
    });
  }

  set formulas(formulas: unknown) {
    this.write(formulas);
  }

  get formulasLocal(): unknown[][] | null {
    return this.formulas;
  }

  set formulasLocal(formulas: unknown) {
    this.write(formulas);
  }

  get text(): string[][] | null {
    const { cells } = this.sheet;
    return this.grid((row, column) => textOf(cells.raw(row, column), cells.numberFormat(row, column)));
  }

  get valueTypes(): string[][] | null {
    return this.grid((row, column) => valueTypeOf(this.sheet.cells.raw(row, column)));
  }

  get numberFormat(): string[][] | null {
    return this.grid((row, column) => this.sheet.cells.numberFormat(row, column));
  }

  set numberFormat(formats: unknown) {
    writeBlock.numberFormats(this.book, this.sheet, this.rect, formats);
  }

  get numberFormatLocal(): string[][] | null {
    return this.numberFormat;
  }

  set numberFormatLocal(formats: unknown) {
    this.numberFormat = formats as string[][];
  }

  get hasSpill(): boolean {
    return false;
  }

  // — Hidden rows and columns: null if mixed —

  get rowHidden(): boolean | null {
    return hiddenState(this.sheet, this.rect, 'rows');
  }

  set rowHidden(hidden: unknown) {
    setHidden(this.sheet, this.rect, 'rows', hidden === true);
  }

  get columnHidden(): boolean | null {
    return hiddenState(this.sheet, this.rect, 'columns');
  }

  set columnHidden(hidden: unknown) {
    setHidden(this.sheet, this.rect, 'columns', hidden === true);
  }

  get hidden(): boolean | null {
    const { rowHidden, columnHidden } = this;
    if (rowHidden === true || columnHidden === true) return true;
    return rowHidden === null || columnHidden === null ? null : false;
  }

  // — What belongs to the range —

  get format(): RangeFormat {
    return new RangeFormat(this);
  }

  get worksheet(): Worksheet {
    return new Worksheet(this.book, this.sheet);
  }

  get dataValidation(): DataValidation {
    return new DataValidation(this);
  }

  get conditionalFormats(): ConditionalFormatCollection {
    return new ConditionalFormatCollection(this.book, this.sheet, this.rect);
  }

  // — Other ranges —

  getCell(row: unknown, column: unknown): Range {
    return this.at(rectOf(this.rect.row + asInteger(row), this.rect.column + asInteger(column)));
  }

  getRow(row: unknown): Range {
    return this.at({ ...this.rect, row: this.rect.row + asInteger(row), rows: 1 });
  }

  getColumn(column: unknown): Range {
    return this.at({ ...this.rect, column: this.rect.column + asInteger(column), columns: 1 });
  }

  getLastCell(): Range {
    return this.at(rectOf(lastRow(this.rect), lastColumn(this.rect)));
  }

  getLastRow(): Range {
    return this.at({ ...this.rect, row: lastRow(this.rect), rows: 1 });
  }

  getLastColumn(): Range {
    return this.at({ ...this.rect, column: lastColumn(this.rect), columns: 1 });
  }

  getEntireRow(): Range {
    return this.at({ ...this.rect, column: 0, columns: MAX_COLUMNS });
  }

  getEntireColumn(): Range {
    return this.at({ ...this.rect, row: 0, rows: MAX_ROWS });
  }

  getOffsetRange(rows: unknown, columns: unknown): Range {
    const { row, column } = this.rect;
    return this.at({ ...this.rect, row: row + asInteger(rows), column: column + asInteger(columns) });
  }

  getResizedRange(rows: unknown, columns: unknown): Range {
    const { rect } = this;
    return this.at({
      ...rect,
      rows: rect.rows + asInteger(rows),
      columns: rect.columns + asInteger(columns),
    });
  }

  getAbsoluteResizedRange(rows: unknown, columns: unknown): Range {
    return this.at({ ...this.rect, rows: asInteger(rows), columns: asInteger(columns) });
  }

  getRowsAbove(count: unknown): Range {
    return this.beside(asInteger(count, 1), 'rows', false);
  }

  getRowsBelow(count: unknown): Range {
    return this.beside(asInteger(count, 1), 'rows', true);
  }

  getColumnsBefore(count: unknown): Range {
    return this.beside(asInteger(count, 1), 'columns', false);
  }

  getColumnsAfter(count: unknown): Range {
    return this.beside(asInteger(count, 1), 'columns', true);
  }

  getBoundingRect(other: unknown): Range {
    return this.at(bounding(this.rect, this.rectOfOther(other)));
  }

  getIntersection(other: unknown): Range {
    const rect =
      other instanceof Range && other.sheet !== this.sheet
        ? null
        : intersection(this.rect, this.rectOfOther(other));
    if (!rect) throw hostErrors.itemNotFound();
    return this.at(rect);
  }

  getUsedRange(valuesOnly: unknown): Range {
    const rect = this.sheet.cells.usedRect(this.rect, valuesOnly === true);
    if (!rect) throw hostErrors.itemNotFound();
    return this.at(rect);
  }

  getMergedAreasOrNullObject(): RangeAreas | null {
    const merges = this.sheet.mergesIn(this.rect);
    return merges.length > 0 ? new RangeAreas(this.book, this.sheet, merges) : null;
  }

  getTables(fullyContained: unknown): TableScopedCollection {
    return new TableScopedCollection(this.book, this.sheet, this.rect, fullyContained === true);
  }

  // — Changes —

  clear(applyTo: unknown): void {
    const what = applyTo ?? 'All';
    clearRange(
      this.book,
      this.sheet,
      this.rect,
      asOneOf(what, ['All', 'Formats', 'Contents', 'Hyperlinks', 'RemoveHyperlinks', 'ResetContents']),
    );
  }

  insert(shift: unknown): Range {
    const { rect } = this;
    insertCells(this.book, this.sheet, rect, asOneOf(shift, ['Down', 'Right']));
    return this.at(rect);
  }

  delete(shift: unknown): void {
    deleteCells(this.book, this.sheet, this.rect, asOneOf(shift, ['Up', 'Left']));
  }

  merge(across: unknown): void {
    const { row, column, rows, columns } = this.rect;
    if (across !== true) mergeCells(this.book, this.sheet, this.rect);
    else
      for (let i = 0; i < rows; i++) mergeCells(this.book, this.sheet, rectOf(row + i, column, 1, columns));
  }

  unmerge(): void {
    unmergeCells(this.sheet, this.rect);
  }

  group(option: unknown): void {
    groupLines(this.sheet, this.rect, asOneOf(option, ['ByRows', 'ByColumns']));
  }

  ungroup(option: unknown): void {
    ungroupLines(this.sheet, this.rect, asOneOf(option, ['ByRows', 'ByColumns']));
  }

  select(): void {
    if (this.sheet.visibility !== 'Visible')
      throw hostErrors.invalidOperation('A hidden sheet cannot be selected.');
    this.book.select(this.sheet, [this.rect]);
  }

  /** The client asks before it sends a large block in chunks. */
  _ValidateArraySize(rows: unknown, columns: unknown): void {
    if (rows !== this.rect.rows || columns !== this.rect.columns) throw hostErrors.sizeMismatch();
  }

  private at(rect: Rect): Range {
    return new Range(this.book, this.sheet, rect);
  }

  private beside(count: number, axis: 'rows' | 'columns', after: boolean): Range {
    if (count === 0) throw hostErrors.invalidArgument();
    const { rect } = this;
    const size = Math.abs(count);
    const forward = count > 0 === after;
    if (axis === 'rows') {
      return this.at({ ...rect, row: forward ? lastRow(rect) + 1 : rect.row - size, rows: size });
    }
    return this.at({ ...rect, column: forward ? lastColumn(rect) + 1 : rect.column - size, columns: size });
  }

  private rectOfOther(other: unknown): Rect {
    if (other instanceof Range) {
      if (other.sheet !== this.sheet) throw hostErrors.invalidArgument('The ranges are on different sheets.');
      return other.rect;
    }
    const address = parseAddress(asString(other));
    if (!address) throw hostErrors.invalidArgument();
    return address.rect;
  }

  /** Cell values by row; null for whole rows and columns, whose cells cannot be read one by one. */
  private grid<T>(read: (row: number, column: number) => T): T[][] | null {
    const { row, column, rows, columns } = this.rect;
    if (this.isEntireColumn || this.isEntireRow || rows * columns > MAX_READ_CELLS) return null;
    return Array.from({ length: rows }, (_, i) =>
      Array.from({ length: columns }, (__, j) => read(row + i, column + j)),
    );
  }

  private write(values: unknown): void {
    writeBlock.values(this.book, this.sheet, this.rect, values);
    afterWrite(this.book, this.sheet, this.rect);
  }
}

const POINTS_PER_PIXEL = 0.75;

function sum(from: number, to: number, size: (index: number) => number): number {
  let total = 0;
  for (let i = from; i < to; i++) total += size(i);
  return total;
}
