import { rectOf } from '../grid/rect';
import type { Rect } from '../grid/rect';
import type { Book } from '../model/book';
import { renameTableInFormula } from '../formula/references';
import { deleteCells, insertCells } from '../model/structure';
import { afterWrite, isInside, renameColumn, writeHeaders } from '../model/table-registry';
import type { Table, TableColumn as ColumnModel } from '../model/table';
import { hostErrors } from '../protocol/host-error';
import { wire } from '../protocol/wire-class';
import type { WireObject } from '../protocol/wire-class';
import { asInteger, asString } from './arguments';
import { Filter } from './filter';
import { Range } from './range';
import { writeBlock } from './write-block';

export class TableColumnCollection implements WireObject {
  static readonly wire = wire<TableColumnCollection>('TableColumnCollection', {
    scalars: ['count'],
    methods: ['add', 'getItem', 'getItemAt'],
  });

  constructor(
    private readonly book: Book,
    private readonly table: Table,
  ) {}

  get count(): number {
    return this.table.columns.length;
  }

  items(): TableColumn[] {
    return this.table.columns.map((column) => new TableColumn(this.book, this.table, column));
  }

  /** By id or by name, without regard to case. */
  getItem(key: unknown): TableColumn {
    const column =
      this.table.columns.find((known) => known.id === key) ??
      this.table.columns[this.table.columnIndex(String(key))];
    if (!column) throw hostErrors.itemNotFound();
    return new TableColumn(this.book, this.table, column);
  }

  getItemAt(index: unknown): TableColumn {
    const column = this.table.columns[asInteger(index)];
    if (!column) throw hostErrors.invalidArgument();
    return new TableColumn(this.book, this.table, column);
  }

  /** Adds a column; what stands to the right of the table in its rows moves right. */
  add(index: unknown, values: unknown, name: unknown): TableColumn {
    const { table, book } = this;
    const at = index === null || index === undefined || index === -1 ? this.count : asInteger(index);
    if (at < 0 || at > this.count) throw hostErrors.invalidArgument();
    const { rect } = table;
    const place = rectOf(rect.row, rect.column + at, rect.rows, 1);
    insertCells(book, table.sheet, place, 'Right');
    if (at === this.count) {
      // The table does not grow by cells inserted beside it.
      table.area.rect = { ...table.rect, columns: table.rect.columns + 1 };
      table.insertColumn(at, '');
    } else if (table.rect.column > rect.column) {
      // Cells inserted at the table's left edge moved it: take the new cells in.
      table.area.rect = { ...table.rect, column: rect.column, columns: table.rect.columns + 1 };
      table.insertColumn(0, '');
    }
    writeHeaders(table);
    book.rewriteFormulas();
    const column = table.columns[at];
    if (!column) throw hostErrors.itemNotFound();
    if (values !== null && values !== undefined) {
      const rows = Array.isArray(values) ? values.length : 1;
      const target = rows === rect.rows ? place : columnData(table, at);
      writeBlock.values(book, table.sheet, target, values);
      afterWrite(book, table.sheet, target);
    }
    if (name !== null && name !== undefined) renameColumn(book, table, at, asString(name));
    return new TableColumn(book, table, column);
  }
}

const columnData = (table: Table, index: number): Rect => ({
  ...table.dataRect,
  column: table.rect.column + index,
  columns: 1,
});

export class TableColumn implements WireObject {
  static readonly wire = wire<TableColumn>('TableColumn', {
    scalars: ['id', 'index', 'name'],
    navigations: ['filter'],
    methods: ['delete', 'getDataBodyRange', 'getHeaderRowRange', 'getRange'],
  });

  constructor(
    private readonly book: Book,
    private readonly table: Table,
    private readonly column: ColumnModel,
  ) {}

  get id(): number {
    return this.column.id;
  }

  get wireId(): number {
    return this.column.id;
  }

  get index(): number {
    const index = this.table.columns.indexOf(this.column);
    if (index < 0) throw hostErrors.itemNotFound();
    return index;
  }

  get name(): string {
    return this.column.name;
  }

  set name(name: unknown) {
    this.table.sheet.checkUnprotected();
    renameColumn(this.book, this.table, this.index, asString(name));
  }

  get filter(): Filter {
    return new Filter(this.table, this.column.id);
  }

  getRange(): Range {
    return this.range(this.whole());
  }

  getDataBodyRange(): Range {
    return this.range(columnData(this.table, this.index));
  }

  getHeaderRowRange(): Range {
    if (!this.table.headerRect) throw hostErrors.itemNotFound();
    return this.range({ ...this.table.headerRect, column: this.whole().column, columns: 1 });
  }

  /** Deletes the column's cells; what stands to its right moves left. */
  delete(): void {
    const { table, book } = this;
    if (table.columns.length === 1) throw hostErrors.invalidOperation('A table has at least one column.');
    const columns = new Map([[this.column.name, null]]);
    const rect = this.whole();
    book.rewriteFormulas((text, spot) =>
      renameTableInFormula(text, { table: table.name, columns, inside: isInside(table, spot) }),
    );
    deleteCells(book, table.sheet, rect, 'Left');
  }

  private whole(): Rect {
    return { ...this.table.rect, column: this.table.rect.column + this.index, columns: 1 };
  }

  private range(rect: Rect): Range {
    return new Range(this.book, this.table.sheet, rect);
  }
}
