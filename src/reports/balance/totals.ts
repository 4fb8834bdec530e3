import { ownColumn, type ReportContext } from '../context';
import type { CellSpec, TableColumn } from '../spec';
import { metricColumns, unassignedCount, unassignedSum } from './sums';

/** Unassigned in its own row, then the totals, under the columns of the table. */
export function totals(context: ReportContext, columns: readonly TableColumn[]): (CellSpec | null)[][] {
  const { say } = context;
  const metrics = metricColumns(context);
  const row = (label: string, formulaFor: (column: TableColumn) => string | undefined): (CellSpec | null)[] =>
    columns.map((column, c) => {
      if (c === 0) return { value: label, style: 'total' };
      const formula = formulaFor(column);
      const { format } = column;
      return formula === undefined
        ? { style: 'total' }
        : { formula, style: 'total', ...(format === undefined ? {} : { format }) };
    });
  const summed = new Set([
    'accounts',
    'in',
    'out',
    ...metrics.flatMap(({ value, target }) => [value.key, target.key]),
  ]);
  return [
    row(say('sheet.unassigned'), ({ key }) => {
      if (key === 'accounts') return `=${unassignedCount(context)}`;
      const m = metrics.findIndex(({ value }) => value.key === key);
      return m < 0 ? undefined : `=${unassignedSum(context, m)}`;
    }),
    row(say('sheet.total'), ({ key, header }) =>
      summed.has(key) ? `=SUM(${ownColumn(context, 'balance', header)})` : undefined,
    ),
  ];
}
