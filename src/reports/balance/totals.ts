import { UNASSIGNED } from '../../plan/territory';
import { ownColumn, type ReportContext } from '../context';
import { columnRef, type CellSpec, type TableColumn } from '../spec';
import { metricColumns, unassignedCount, unassignedIn, unassignedSum } from './sums';

/** The cells of a line under the table, a cell a column. */
export type Line = (CellSpec | null)[];

const SUMMED: ReadonlySet<string> = new Set([
  'accounts',
  'accepted',
  'workload',
  'capacity',
  'in',
  'out',
  'oversized',
]);

/** Whether a column is one of amounts that add up. */
export const isSummed = (context: ReportContext, key: string): boolean =>
  SUMMED.has(key) ||
  metricColumns(context).some(({ value, target, oversized }) =>
    [value, target, oversized].some((column) => column.key === key),
  );

/** A line under the columns of the table: its label, and a formula where there is one. */
export const lineOf = (
  columns: readonly TableColumn[],
  label: string,
  formulaFor: (column: TableColumn) => string | undefined,
  style: 'total' | 'figure' = 'total',
): Line =>
  columns.map((column, c) => {
    if (c === 0) return { value: label, style: style === 'total' ? 'total' : 'label' };
    const formula = formulaFor(column);
    const { format } = column;
    return formula === undefined
      ? { style }
      : { formula: `=${formula}`, style, ...(format === undefined ? {} : { format }) };
  });

/** What is placed, of a column of amounts that add up. */
export const placed = (context: ReportContext, { key, header }: TableColumn): string | undefined =>
  isSummed(context, key) ? `SUM(${ownColumn(context, 'balance', header)})` : undefined;

/** Under the columns of the table: what is placed, what is not, and both together. */
export function totals(context: ReportContext, columns: readonly TableColumn[]): Line[] {
  const { say } = context;
  return [
    lineOf(columns, say('balance.placed'), (column) => placed(context, column)),
    lineOf(columns, say('sheet.unassigned'), ({ key }) => unassigned(context, key)),
    ...(context.pool === undefined
      ? []
      : [lineOf(columns, say('balance.pool'), ({ key }) => inPool(context, key), 'figure')]),
    lineOf(columns, say('sheet.total'), (column) => {
      const loose = unassigned(context, column.key);
      const sum = placed(context, column);
      return loose === undefined || sum === undefined ? undefined : `${sum}+${loose}`;
    }),
  ];
}

function unassigned(context: ReportContext, key: string): string | undefined {
  if (key === 'accounts') return unassignedCount(context);
  if (key === 'accepted')
    return `COUNTIFS(${columnRef(context.table, context.column.accepted)},"${UNASSIGNED}")`;
  if (key === 'workload') return unassignedIn(context, context.workloadHeader ?? '');
  const m = metricColumns(context).findIndex(({ value }) => value.key === key);
  return m < 0 ? undefined : unassignedSum(context, m);
}

/** On purpose: what of the unassigned is in the pool as long as nobody puts it anywhere. */
function inPool(context: ReportContext, key: string): string | undefined {
  const where = `${columnRef(context.table, context.column.territory)},"${UNASSIGNED}",${columnRef(context.table, context.pool?.header ?? '')},"<>"`;
  if (key === 'accounts') return `COUNTIFS(${where})`;
  const m = metricColumns(context).findIndex(({ value }) => value.key === key);
  const headers = context.metricHeaders[m] ?? [];
  return headers.length === 0
    ? undefined
    : headers.map((header) => `SUMIFS(${columnRef(context.table, header)},${where})`).join('+');
}
