import { parseAddress } from '../grid/address';
import { lastRow, rectOf } from '../grid/rect';
import type { Rect } from '../grid/rect';
import type { Book } from '../model/book';
import { removeTable, renameTable, resizeTable, writeHeaders } from '../model/table-registry';
import { deleteCells, insertCells } from '../model/structure';
import { fillCalculatedColumns } from '../model/calculated-columns';
import type { Table as TableModel, TableLook } from '../model/table';
import { hostErrors } from '../protocol/host-error';
import { clearFilter } from '../model/filters';
import { expandTableReferences } from '../model/expand-references';
import { wire } from '../protocol/wire-class';
import type { WireObject } from '../protocol/wire-class';
import { asBoolean, asString } from './arguments';
import { Range } from './range';
import { TableColumnCollection } from './table-columns';
import { Worksheet } from './worksheet';

/** A table as the API shows it. */
export class Table implements WireObject {
  static readonly wire = wire<Table>('Table', {
    scalars: [
      'id',
      'name',
      'showHeaders',
      'showTotals',
      'style',
      'highlightFirstColumn',
      'highlightLastColumn',
      'showBandedRows',
      'showBandedColumns',
      'showFilterButton',
      'legacyId',
    ],
    navigations: ['columns', 'worksheet'],
    methods: [
      'clearFilters',
      'convertToRange',
      'delete',
      'getDataBodyRange',
      'getHeaderRowRange',
      'getRange',
      'getTotalRowRange',
      'resize',
    ],
  });

  constructor(
    readonly book: Book,
    readonly model: TableModel,
  ) {}

  get id(): string {
    return this.model.id;
  }

  get wireId(): string {
    return this.model.id;
  }

  get legacyId(): string {
    return this.model.id;
  }

  get name(): string {
    return this.model.name;
  }

  set name(name: unknown) {
    renameTable(this.book, this.model, asString(name));
  }

  get style(): string {
    return this.model.look.style;
  }

  set style(style: unknown) {
    const name = asString(style);
    if (
      name !== '' &&
      !/^TableStyle(Light([1-9]|1\d|2[01])|Medium([1-9]|1\d|2[0-8])|Dark([1-9]|1[01]))$/.test(name)
    ) {
      throw hostErrors.invalidArgument(`${name} is not a table style.`);
    }
    this.model.look.style = name;
  }

  get showHeaders(): boolean {
    return this.model.look.showHeaders;
  }

  /** The header row's cells are emptied or filled; the table's block keeps its rows of data. */
  set showHeaders(value: unknown) {
    const show = asBoolean(value);
    const { model } = this;
    if (show === model.look.showHeaders) return;
    if (show) {
      if (model.rect.row === 0) throw hostErrors.invalidOperation('There is no room for a header row.');
      model.area.rect = { ...model.rect, row: model.rect.row - 1, rows: model.rect.rows + 1 };
      model.look.showHeaders = true;
      writeHeaders(model);
    } else {
      const header = model.headerRect;
      model.look.showHeaders = false;
      model.area.rect = { ...model.rect, row: model.rect.row + 1, rows: model.rect.rows - 1 };
      if (header) model.sheet.cells.clear(header, 'Contents');
    }
    this.book.rewriteFormulas();
  }

  get showTotals(): boolean {
    return this.model.look.showTotals;
  }

  set showTotals(value: unknown) {
    const show = asBoolean(value);
    const { model } = this;
    if (show === model.look.showTotals) return;
    const { rect } = model;
    if (show) {
      const below = rectOf(lastRow(rect) + 1, rect.column, 1, rect.columns);
      if (model.sheet.cells.usedRect(below, true)) insertCells(this.book, model.sheet, below, 'Down');
      model.area.rect = { ...rect, rows: rect.rows + 1 };
      model.look.showTotals = true;
      model.sheet.cells.write(
        rectOf(below.row, below.column),
        () => 'Total',
        () => ({ text: '', compiled: '' }),
      );
    } else {
      const totals = rectOf(lastRow(rect), rect.column, 1, rect.columns);
      model.look.showTotals = false;
      model.area.rect = { ...rect, rows: rect.rows - 1 };
      model.sheet.cells.clear(totals, 'Contents');
    }
    this.book.rewriteFormulas();
  }

  get showBandedRows(): boolean {
    return this.model.look.showBandedRows;
  }

  set showBandedRows(show: unknown) {
    this.look('showBandedRows', show);
  }

  get showBandedColumns(): boolean {
    return this.model.look.showBandedColumns;
  }

  set showBandedColumns(show: unknown) {
    this.look('showBandedColumns', show);
  }

  get highlightFirstColumn(): boolean {
    return this.model.look.highlightFirstColumn;
  }

  set highlightFirstColumn(highlight: unknown) {
    this.look('highlightFirstColumn', highlight);
  }

  get highlightLastColumn(): boolean {
    return this.model.look.highlightLastColumn;
  }

  set highlightLastColumn(highlight: unknown) {
    this.look('highlightLastColumn', highlight);
  }

  get showFilterButton(): boolean {
    return this.model.look.showFilterButton;
  }

  set showFilterButton(show: unknown) {
    this.look('showFilterButton', show);
  }

  get columns(): TableColumnCollection {
    return new TableColumnCollection(this.book, this.model);
  }

  get worksheet(): Worksheet {
    return new Worksheet(this.book, this.model.sheet);
  }

  getRange(): Range {
    return this.range(this.model.rect);
  }

  getDataBodyRange(): Range {
    return this.range(this.model.dataRect);
  }

  getHeaderRowRange(): Range {
    const { headerRect } = this.model;
    if (!headerRect) throw hostErrors.itemNotFound();
    return this.range(headerRect);
  }

  getTotalRowRange(): Range {
    const { totalsRect } = this.model;
    if (!totalsRect) throw hostErrors.itemNotFound();
    return this.range(totalsRect);
  }

  resize(newRange: unknown): void {
    const rect = newRange instanceof Range ? newRange.rect : parseAddress(asString(newRange))?.rect;
    if (!rect) throw hostErrors.invalidArgument();
    const before = this.model.dataRect;
    resizeTable(this.book, this.model, rect);
    fillCalculatedColumns(this.book, this.model, before);
  }

  clearFilters(): void {
    clearFilter(this.model);
  }

  /** The cells stay; references to the table become references to its cells. */
  convertToRange(): Range {
    this.model.sheet.checkUnprotected();
    const { rect } = this.model;
    expandTableReferences(this.book, this.model);
    removeTable(this.book, this.model);
    return this.range(rect);
  }

  /** Deletes the table and its cells' contents; other cells move up. */
  delete(): void {
    const { sheet, rect } = this.model;
    sheet.checkUnprotected();
    removeTable(this.book, this.model);
    deleteCells(this.book, sheet, rect, 'Up');
  }

  private look(key: Exclude<keyof TableLook, 'style'>, value: unknown): void {
    this.model.look[key] = asBoolean(value);
  }

  private range(rect: Rect): Range {
    return new Range(this.book, this.model.sheet, rect);
  }
}
