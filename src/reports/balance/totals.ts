import { ownColumn, type ReportContext } from '../context';
import { UNASSIGNED } from '../../plan/territory';
import { columnRef, criterion, literal, type CellSpec, type TableColumn } from '../spec';
import { metricColumns, unassignedCount, unassignedIn, unassignedSum } from './sums';

type Row = (CellSpec | null)[];

/** Under the columns of the table: what is placed, what is not, and both together; then subtotals by segment and manager. */
export function totals(context: ReportContext, columns: readonly TableColumn[]): Row[] {
  const { say } = context;
  const metrics = metricColumns(context);
  const summed = new Set([
    'accounts',
    'accepted',
    'workload',
    'capacity',
    'in',
    'out',
    ...metrics.flatMap(({ value, target }) => [value.key, target.key]),
  ]);
  const row = (
    label: string,
    formulaFor: (column: TableColumn) => string | undefined,
    style: 'total' | 'figure' = 'total',
  ): Row =>
    columns.map((column, c) => {
      if (c === 0) return { value: label, style: style === 'total' ? 'total' : 'label' };
      const formula = formulaFor(column);
      const { format } = column;
      return formula === undefined
        ? { style }
        : { formula: `=${formula}`, style, ...(format === undefined ? {} : { format }) };
    });
  const placed = ({ key, header }: TableColumn): string | undefined =>
    summed.has(key) ? `SUM(${ownColumn(context, 'balance', header)})` : undefined;
  const unassigned = ({ key }: TableColumn): string | undefined => {
    if (key === 'accounts') return unassignedCount(context);
    if (key === 'accepted')
      return `COUNTIFS(${columnRef(context.table, context.column.accepted)},"${UNASSIGNED}")`;
    if (key === 'workload') return unassignedIn(context, context.workloadHeader ?? '');
    const m = metrics.findIndex(({ value }) => value.key === key);
    return m < 0 ? undefined : unassignedSum(context, m);
  };
  const index = ({ key }: TableColumn, where: (header: string) => string): string | undefined => {
    const metric = metrics.find((candidate) => candidate.index.key === key);
    if (metric === undefined) return undefined;
    return `IFERROR(${where(metric.value.header)}/${where(metric.target.header)},"")`;
  };
  const within = (header: string, name: string) => (of: string) =>
    `SUMIFS(${ownColumn(context, 'balance', of)},${ownColumn(context, 'balance', header)},${criterion(literal(name))})`;
  const group = (header: string, name: string): Row =>
    row(
      name,
      (column) =>
        summed.has(column.key) ? within(header, name)(column.header) : index(column, within(header, name)),
      'figure',
    );
  const groups = (key: 'segment' | 'manager', header: string): Row[] => {
    if (!columns.some((column) => column.key === key)) return [];
    const names = [...new Set(context.plan.territories.map((t) => t[key]))].filter((name) => name !== '');
    if (names.length < 2) return [];
    return [
      [],
      [{ value: say('balance.by', { column: header }), style: 'section' }],
      ...names.map((name) => group(header, name)),
    ];
  };
  return [
    row(say('balance.placed'), placed),
    row(say('sheet.unassigned'), unassigned),
    row(say('sheet.total'), (column) => {
      const loose = unassigned(column);
      const sum = placed(column);
      return loose === undefined || sum === undefined ? undefined : `${sum}+${loose}`;
    }),
    ...groups('segment', say('plan.segment')),
    ...groups('manager', say('balance.manager')),
  ];
}
