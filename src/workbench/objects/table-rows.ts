import { valueOf } from '../grid/cell-value';
import { rectOf } from '../grid/rect';
import type { Rect } from '../grid/rect';
import type { Book } from '../model/book';
import { fillCalculatedColumns } from '../model/calculated-columns';
import { deleteCells, insertCells } from '../model/structure';
import type { Table } from '../model/table';
import { hostErrors } from '../protocol/host-error';
import { wire } from '../protocol/wire-class';
import type { WireObject } from '../protocol/wire-class';
import { asInteger } from './arguments';
import { Range } from './range';
import { writeBlock } from './write-block';

export class TableRowCollection implements WireObject {
  static readonly wire = wire<TableRowCollection>('TableRowCollection', {
    scalars: ['count'],
    methods: ['add', 'getCount', 'getItemAt'],
  });

  constructor(
    private readonly book: Book,
    private readonly table: Table,
  ) {}

  get count(): number {
    return this.table.dataRect.rows;
  }

  items(): TableRow[] {
    return Array.from({ length: this.count }, (_, i) => new TableRow(this.book, this.table, i));
  }

  getCount(): number {
    return this.count;
  }

  getItemAt(index: unknown): TableRow {
    const at = asInteger(index);
    if (at < 0 || at >= this.count) throw hostErrors.invalidArgument();
    return new TableRow(this.book, this.table, at);
  }

  /** Adds rows at a position or at the end; what stands below the table moves down. */
  add(index: unknown, values: unknown): TableRow {
    const { table, book } = this;
    const at = index === null || index === undefined || index === -1 ? this.count : asInteger(index);
    if (at < 0 || at > this.count) throw hostErrors.invalidArgument();
    const rows = Array.isArray(values) ? Math.max(values.length, 1) : 1;
    const before = table.dataRect;
    const place = rectOf(before.row + at, table.rect.column, rows, table.rect.columns);
    insertCells(book, table.sheet, place, 'Down');
    if (at === before.rows && !table.look.showTotals) {
      table.area.rect = { ...table.rect, rows: table.rect.rows + rows };
      book.rewriteFormulas();
    }
    fillCalculatedColumns(book, table, before, place);
    if (values !== null && values !== undefined) writeBlock.values(book, table.sheet, place, values);
    return new TableRow(book, table, at);
  }
}

/** A table keeps one empty data row when all its rows are deleted. */
function deleteTableRows(book: Book, table: Table, at: number, count: number): void {
  const data = table.dataRect;
  const all = count >= data.rows;
  if (all) {
    table.sheet.checkUnprotected();
    table.sheet.cells.clear(rectOf(data.row, data.column, 1, data.columns), 'Contents');
    if (data.rows > 1) {
      deleteCells(book, table.sheet, rectOf(data.row + 1, data.column, data.rows - 1, data.columns), 'Up');
    }
    book.calculation.markAll();
    return;
  }
  deleteCells(book, table.sheet, rectOf(data.row + at, data.column, count, data.columns), 'Up');
}

export class TableRow implements WireObject {
  static readonly wire = wire<TableRow>('TableRow', {
    scalars: ['index', 'values'],
    methods: ['delete', 'getRange'],
  });

  constructor(
    private readonly book: Book,
    private readonly table: Table,
    readonly index: number,
  ) {}

  private get rect(): Rect {
    const data = this.table.dataRect;
    if (this.index >= data.rows) throw hostErrors.itemNotFound();
    return rectOf(data.row + this.index, data.column, 1, data.columns);
  }

  get values(): unknown[][] {
    const { row, column, columns } = this.rect;
    const { cells } = this.table.sheet;
    return [Array.from({ length: columns }, (_, i) => valueOf(cells.raw(row, column + i)))];
  }

  set values(values: unknown) {
    writeBlock.values(this.book, this.table.sheet, this.rect, values);
  }

  getRange(): Range {
    return new Range(this.book, this.table.sheet, this.rect);
  }

  delete(): void {
    deleteTableRows(this.book, this.table, this.index, 1);
  }
}
