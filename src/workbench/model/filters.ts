import { rectOf } from '../grid/rect';
import type { Rect } from '../grid/rect';
import { setHidden } from './lines';
import type { Table } from './table';

/** By column id: what a cell has to say for its row to be shown. */
const filters = new WeakMap<Table, Map<number, ReadonlySet<string>>>();

/** Shows only rows whose cell says one of these, whatever their case, beside what other columns ask. */
export function filterBy(table: Table, column: number, values: readonly string[]): void {
  const asked = filters.get(table) ?? new Map<number, ReadonlySet<string>>();
  asked.set(column, new Set(values.map((value) => value.toLowerCase())));
  filters.set(table, asked);
  show(table);
}

/** @param column absent: what all columns ask is forgotten */
export function clearFilter(table: Table, column?: number): void {
  if (column === undefined) filters.delete(table);
  else filters.get(table)?.delete(column);
  show(table);
}

function show(table: Table): void {
  const { sheet, dataRect: data } = table;
  const asked = [...(filters.get(table) ?? [])].map(([id, values]) => ({
    column: data.column + table.columns.findIndex((column) => column.id === id),
    values,
  }));
  setHidden(sheet, [data], 'rows', false);
  const isShown = (row: number): boolean =>
    asked.every(({ column, values }) =>
      values.has(String(sheet.cells.raw(row, column)?.v ?? '').toLowerCase()),
    );
  // Runs of rows are hidden at once.
  const hidden: Rect[] = [];
  let first = -1;
  for (let row = data.row; row <= data.row + data.rows; row++) {
    const isHidden = row < data.row + data.rows && !isShown(row);
    if (isHidden && first < 0) first = row;
    if (isHidden || first < 0) continue;
    hidden.push(rectOf(first, data.column, row - first, 1));
    first = -1;
  }
  setHidden(sheet, hidden, 'rows', true);
}
