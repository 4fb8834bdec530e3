import { columnLetters } from '../../plan/cells';
import { spelledAlike } from '../../plan/rules/segment';
import { ownColumn, type ReportContext } from '../context';
import { criterion, literal, type TableColumn } from '../spec';
import { metricColumns } from './sums';
import { hasNamed } from './targets';
import { isSummed, lineOf, placed, type Line } from './totals';

/**
 * Under the totals: what each segment and each manager has, and what no group has.
 * @param at where the first line is to stand
 */
export function subtotals(
  context: ReportContext,
  columns: readonly TableColumn[],
  at: { readonly row: number; readonly column: number },
): Line[] {
  const { say } = context;
  const lines: Line[] = [];
  for (const [key, header] of [
    ['segment', say('plan.segment')],
    ['manager', say('balance.manager')],
  ] as const) {
    if (!columns.some((column) => column.key === key)) continue;
    const said = context.plan.territories.map((t) => t[key]);
    const all = new Set(key === 'segment' ? spelledAlike(said) : said);
    const names = [...all].filter((name) => name !== '');
    if (all.size < 2) continue;
    const first = { row: at.row + lines.length + 2, column: at.column };
    lines.push(
      [],
      [{ value: say('balance.by', { column: header }), style: 'section' }],
      ...names.map((name) => groupLine(context, columns, header, name)),
      restLine(context, columns, first, names.length),
    );
  }
  return lines;
}

/** What a segment or a manager has. @param header of the column that names it */
function groupLine(
  context: ReportContext,
  columns: readonly TableColumn[],
  header: string,
  name: string,
): Line {
  const { say } = context;
  const within = (of: string, more = '') =>
    `SUMIFS(${ownColumn(context, 'balance', of)},${ownColumn(context, 'balance', header)},${criterion(literal(name))}${more})`;
  // What seats for named accounts hold is held against no target.
  const sharing = hasNamed(context) ? `,${ownColumn(context, 'balance', say('plan.share'))},">0"` : '';
  const index = (key: string): string | undefined => {
    const metric = metricColumns(context).find((candidate) => candidate.index.key === key);
    if (metric === undefined) return undefined;
    const target = within(metric.target.header, sharing);
    return `IF(${target}=0,"",${within(metric.value.header, sharing)}/${target})`;
  };
  return lineOf(
    columns,
    name,
    (column) => (isSummed(context, column.key) ? within(column.header) : index(column.key)),
    'figure',
  );
}

/**
 * What the lines of a group leave of all that is placed: seats that say nothing, and names typed since.
 * @param first where the first line of the group stands
 * @param rows how many lines it has: this one follows
 */
function restLine(
  context: ReportContext,
  columns: readonly TableColumn[],
  first: { readonly row: number; readonly column: number },
  rows: number,
): Line {
  const address = (c: number, row: number) => `${columnLetters(first.column + c + 1)}${row + 1}`;
  const left = (column: TableColumn) => {
    const c = columns.indexOf(column);
    const lines = `${address(c, first.row)}:${address(c, first.row + rows - 1)}`;
    return `ROUND(${placed(context, column) ?? '0'}-SUM(${lines}),6)`;
  };
  const cellOf = (key: string) =>
    address(
      columns.findIndex((column) => column.key === key),
      first.row + rows,
    );
  return lineOf(
    columns,
    context.say('balance.byRest'),
    (column) => {
      if (isSummed(context, column.key)) return left(column);
      const metric = metricColumns(context).find((candidate) => candidate.index.key === column.key);
      return metric === undefined || hasNamed(context)
        ? undefined
        : `IF(N(${cellOf(metric.target.key)})=0,"",${cellOf(metric.value.key)}/${cellOf(metric.target.key)})`;
    },
    'figure',
  );
}
