import { contains } from '../grid/rect';
import type { Rect } from '../grid/rect';
import type { Book } from '../model/book';
import type { Sheet } from '../model/sheet';
import type { Table as TableModel } from '../model/table';
import { wire } from '../protocol/wire-class';
import type { WireObject } from '../protocol/wire-class';
import { Table } from './table';
import { findTable } from './tables';

/** The tables that touch a range. */
export class TableScopedCollection implements WireObject {
  static readonly wire = wire<TableScopedCollection>('TableScopedCollection', {
    methods: ['getItem'],
  });

  private readonly tables: TableModel[];

  constructor(
    private readonly book: Book,
    sheet: Sheet,
    rect: Rect,
    fullyContained: boolean,
  ) {
    this.tables = book.tablesIn(sheet, rect).filter((table) => !fullyContained || contains(rect, table.rect));
  }

  items(): Table[] {
    return this.tables.map((table) => new Table(this.book, table));
  }

  getItem(key: unknown): Table {
    return new Table(this.book, findTable(this.tables, key));
  }
}
