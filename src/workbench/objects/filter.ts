import { clearFilter, filterBy } from '../model/filters';
import type { Table } from '../model/table';
import { hostErrors } from '../protocol/host-error';
import { wire } from '../protocol/wire-class';
import type { WireObject } from '../protocol/wire-class';

/** The filter of a table's column: by values only. */
export class Filter implements WireObject {
  static readonly wire = wire<Filter>('Filter', { methods: ['applyValuesFilter', 'clear'] });

  constructor(
    private readonly table: Table,
    private readonly column: number,
  ) {}

  applyValuesFilter(values: unknown): void {
    if (!Array.isArray(values) || !values.every((value) => typeof value === 'string'))
      throw hostErrors.invalidArgument();
    filterBy(this.table, this.column, values);
  }

  clear(): void {
    clearFilter(this.table, this.column);
  }
}
