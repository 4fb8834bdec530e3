import { columnLetters } from '../../plan/cells';
import { ownColumn, type ReportContext } from '../context';
import { spelledAlike } from '../../plan/rules/segment';
import { UNASSIGNED } from '../../plan/territory';
import { columnRef, criterion, literal, type CellSpec, type TableColumn } from '../spec';
import { metricColumns, unassignedCount, unassignedIn, unassignedSum } from './sums';
import { hasNamed } from './targets';

type Row = (CellSpec | null)[];

/**
 * Under the columns of the table: what is placed, what is not, and both together; then subtotals by segment and manager.
 * @param at where the first line is to stand
 */
export function totals(
  context: ReportContext,
  columns: readonly TableColumn[],
  at: { readonly row: number; readonly column: number },
): Row[] {
  const { say } = context;
  const metrics = metricColumns(context);
  const summed = new Set([
    'accounts',
    'accepted',
    'workload',
    'capacity',
    'in',
    'out',
    'oversized',
    ...metrics.flatMap(({ value, target, oversized }) => [value.key, target.key, oversized.key]),
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
  /** On purpose: what of the unassigned is in the pool as long as nobody puts it anywhere. */
  const inPool = ({ key }: TableColumn): string | undefined => {
    const where = `${columnRef(context.table, context.column.territory)},"${UNASSIGNED}",${columnRef(context.table, context.pool?.header ?? '')},"<>"`;
    if (key === 'accounts') return `COUNTIFS(${where})`;
    const m = metrics.findIndex(({ value }) => value.key === key);
    const headers = context.metricHeaders[m] ?? [];
    return headers.length === 0
      ? undefined
      : headers.map((header) => `SUMIFS(${columnRef(context.table, header)},${where})`).join('+');
  };
  const within =
    (header: string, name: string, more = '') =>
    (of: string) =>
      `SUMIFS(${ownColumn(context, 'balance', of)},${ownColumn(context, 'balance', header)},${criterion(literal(name))}${more})`;
  // What seats for named accounts hold is held against no target.
  const sharing = hasNamed(context) ? `,${ownColumn(context, 'balance', say('plan.share'))},">0"` : '';
  const index = ({ key }: TableColumn, header: string, name: string): string | undefined => {
    const metric = metrics.find((candidate) => candidate.index.key === key);
    if (metric === undefined) return undefined;
    const where = within(header, name, sharing);
    const target = where(metric.target.header);
    return `IF(${target}=0,"",${where(metric.value.header)}/${target})`;
  };
  const group = (header: string, name: string): Row =>
    row(
      name,
      (column) =>
        summed.has(column.key) ? within(header, name)(column.header) : index(column, header, name),
      'figure',
    );
  /** What the lines of a group leave of all that is placed: seats that say nothing, and names typed since. */
  const rest = (first: number, rows: number): Row => {
    const address = (c: number, row: number) => `${columnLetters(at.column + c + 1)}${row + 1}`;
    const left = (c: number) => {
      const of = placed(columns[c] ?? { key: '', header: '', cells: '' });
      return `ROUND(${of ?? '0'}-SUM(${address(c, first)}:${address(c, first + rows - 1)}),6)`;
    };
    const cellOf = (key: string) =>
      address(
        columns.findIndex((column) => column.key === key),
        first + rows,
      );
    return row(
      say('balance.byRest'),
      (column) => {
        if (summed.has(column.key)) return left(columns.indexOf(column));
        const metric = metrics.find((candidate) => candidate.index.key === column.key);
        return metric === undefined || hasNamed(context)
          ? undefined
          : `IF(N(${cellOf(metric.target.key)})=0,"",${cellOf(metric.value.key)}/${cellOf(metric.target.key)})`;
      },
      'figure',
    );
  };
  const lines: Row[] = [];
  const groups = (key: 'segment' | 'manager', header: string): Row[] => {
    if (!columns.some((column) => column.key === key)) return [];
    const said = context.plan.territories.map((t) => t[key]);
    const all = new Set(key === 'segment' ? spelledAlike(said) : said);
    const names = [...all].filter((name) => name !== '');
    if (all.size < 2) return [];
    const first = at.row + lines.length + 2;
    return [
      [],
      [{ value: say('balance.by', { column: header }), style: 'section' }],
      ...names.map((name) => group(header, name)),
      rest(first, names.length),
    ];
  };
  lines.push(
    row(say('balance.placed'), placed),
    row(say('sheet.unassigned'), unassigned),
    ...(context.pool === undefined ? [] : [row(say('balance.pool'), inPool, 'figure')]),
    row(say('sheet.total'), (column) => {
      const loose = unassigned(column);
      const sum = placed(column);
      return loose === undefined || sum === undefined ? undefined : `${sum}+${loose}`;
    }),
  );
  lines.push(...groups('segment', say('plan.segment')));
  lines.push(...groups('manager', say('balance.manager')));
  return lines;
}
