import { parseAddress } from '../grid/address';
import { rectOf } from '../grid/rect';
import type { Rect } from '../grid/rect';
import type { Book } from '../model/book';
import { insertCells } from '../model/structure';
import { addTable } from '../model/table-registry';
import type { Sheet } from '../model/sheet';
import type { Table as TableModel } from '../model/table';
import { hostErrors } from '../protocol/host-error';
import { wire } from '../protocol/wire-class';
import type { WireObject } from '../protocol/wire-class';
import { asBoolean, asString } from './arguments';
import { Range } from './range';
import { Table } from './table';

/** Finds a table by id or name, without regard to case. */
export function findTable(tables: readonly TableModel[], key: unknown): TableModel {
  const wanted = String(key).toLowerCase();
  const found = tables.find((table) => table.id === String(key) || table.name.toLowerCase() === wanted);
  if (!found) throw hostErrors.itemNotFound();
  return found;
}

/** The tables of the workbook, or of one sheet. */
export class TableCollection implements WireObject {
  static readonly wire = wire<TableCollection>('TableCollection', {
    scalars: ['count'],
    methods: ['add', 'getItem'],
  });

  constructor(
    private readonly book: Book,
    private readonly sheet: Sheet | undefined,
  ) {}

  private get tables(): TableModel[] {
    return this.book.tables.filter((table) => !this.sheet || table.sheet === this.sheet);
  }

  get count(): number {
    return this.tables.length;
  }

  items(): Table[] {
    return this.tables.map((table) => new Table(this.book, table));
  }

  getItem(key: unknown): Table {
    return new Table(this.book, findTable(this.tables, key));
  }

  add(address: unknown, hasHeaders: unknown): Table {
    const { sheet, rect } = this.place(address);
    const headers = asBoolean(hasHeaders ?? false);
    if (!headers) insertCells(this.book, sheet, { ...rect, rows: 1 }, 'Down');
    const area = headers ? rect : rectOf(rect.row, rect.column, rect.rows + 1, rect.columns);
    return new Table(this.book, addTable(this.book, sheet, area, { hasHeaders: headers }));
  }

  private place(address: unknown): { sheet: Sheet; rect: Rect } {
    if (address instanceof Range) return this.inSheet(address.sheet, address.rect);
    const parsed = parseAddress(asString(address));
    if (!parsed) throw hostErrors.invalidArgument();
    const sheet =
      parsed.sheetName === undefined
        ? (this.sheet ?? this.book.activeSheet)
        : this.book.sheetNamed(parsed.sheetName);
    if (!sheet) throw hostErrors.invalidArgument();
    return this.inSheet(sheet, parsed.rect);
  }

  private inSheet(sheet: Sheet, rect: Rect): { sheet: Sheet; rect: Rect } {
    if (this.sheet && sheet !== this.sheet)
      throw hostErrors.invalidArgument('The range is on another sheet.');
    return { sheet, rect };
  }
}
