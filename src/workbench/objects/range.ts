import { textOf, valueOf, valueTypeOf } from '../grid/cell-value';
import { rectOf } from '../grid/rect';
import type { Rect } from '../grid/rect';
import { hostErrors } from '../protocol/host-error';
import { wire } from '../protocol/wire-class';
import { hiddenState, setHidden } from '../model/lines';
import { deleteCells, insertCells, mergeCells, unmergeCells } from '../model/structure';
import { afterWrite } from '../model/table-registry';
import { clearRange } from '../model/clear';
import { groupLines, ungroupLines } from '../model/groups';
import { asOneOf } from './arguments';
import { ConditionalFormatCollection } from './conditional-formats';
import { DataValidation } from './data-validation';
import { Place } from './place';
import { RangeAreas } from './range-areas';
import { RangeFormat } from './range-format';
import { writeBlock } from './write-block';
import { Worksheet } from './worksheet';
import { TableScopedCollection } from './table-scoped';

/** Above this the real client gets `null` for cell values (Excel limits: 5 million cells a range). */
const MAX_READ_CELLS = 5_000_000;

const MAX_MERGED_AREAS = 512;

/** A block of cells as the API shows it. */
export class Range extends Place<Range> {
  static readonly wire = wire<Range>('Range', {
    scalars: [
      'numberFormat',
      'style',
      'values',
      'text',
      'formulas',
      'rowIndex',
      'columnIndex',
      'rowCount',
      'columnCount',
      'address',
      'cellCount',
      'valueTypes',
      'rowHidden',
      'columnHidden',
      'isEntireColumn',
      'isEntireRow',
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
      'getBoundingRect',
      'getCell',
      'getColumn',
      'getColumnsAfter',
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

  protected at(rect: Rect): Range {
    return new Range(this.book, this.sheet, rect);
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

  /** Named styles are taken for formats of the cells; there is none but the first. */
  get style(): string {
    return 'Normal';
  }

  /** All formats of the cells go; conditional formats and rules are none of them. */
  set style(style: unknown) {
    if (style !== 'Normal') throw hostErrors.notImplemented(`the style ${String(style)}`);
    this.sheet.checkEditable(this.rect);
    this.sheet.cells.clear(this.rect, 'Formats');
  }

  // — Hidden rows and columns: null if mixed —

  get rowHidden(): boolean | null {
    return hiddenState(this.sheet, this.rect, 'rows');
  }

  set rowHidden(hidden: unknown) {
    setHidden(this.sheet, [this.rect], 'rows', hidden === true);
  }

  get columnHidden(): boolean | null {
    return hiddenState(this.sheet, this.rect, 'columns');
  }

  set columnHidden(hidden: unknown) {
    setHidden(this.sheet, [this.rect], 'columns', hidden === true);
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

  /** Excel answers for at most 512 merged blocks. */
  getMergedAreasOrNullObject(): RangeAreas | null {
    const merges = this.sheet.mergesIn(this.rect);
    if (merges.length === 0) return null;
    if (merges.length > MAX_MERGED_AREAS)
      throw hostErrors.invalidOperation('There are too many merged areas.');
    return new RangeAreas(this.book, this.sheet, merges);
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
