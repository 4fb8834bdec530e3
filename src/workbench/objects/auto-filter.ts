import type { Book } from '../model/book';
import type { Table } from '../model/table';
import { wire } from '../protocol/wire-class';
import type { WireObject } from '../protocol/wire-class';
import { Range } from './range';

/** A table's filter: shown or not. Criteria cannot be set in this host. */
export class AutoFilter implements WireObject {
  static readonly wire = wire<AutoFilter>('AutoFilter', {
    scalars: ['enabled', 'isDataFiltered', 'criteria'],
    methods: ['clearCriteria', 'getRange', 'remove'],
  });

  constructor(
    private readonly book: Book,
    private readonly table: Table,
  ) {}

  get enabled(): boolean {
    return this.table.look.showFilterButton;
  }

  get isDataFiltered(): boolean {
    return false;
  }

  get criteria(): unknown[] {
    return this.table.columns.map(() => null);
  }

  clearCriteria(): void {
    this.table.sheet.checkUnprotected();
  }

  remove(): void {
    this.table.sheet.checkUnprotected();
    this.table.look.showFilterButton = false;
  }

  getRange(): Range {
    return new Range(this.book, this.table.sheet, this.table.rect);
  }
}
