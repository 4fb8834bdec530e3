import { sharing } from '../../plan/roster';
import { amountFormat } from '../amounts';
import { isByRegion, isPooled, ownColumn, type ReportContext } from '../context';
import { columnRef, criterion, literal, thisRow, type TableColumn } from '../spec';
import { firstMetric, metricColumns, sumFor, type MetricColumns } from './sums';

/** Whether there are seats for named accounts. */
export const hasNamed = ({ plan }: Pick<ReportContext, 'plan'>): boolean =>
  sharing(plan.territories).length < plan.territories.length;

/**
 * The fair share of what its pool holds now (everything that is placed, or its segment or region), without what territories
 * set apart have; of these, their oversized accounts: `fairTargets` (plan/fair-targets.ts) as a formula.
 */
export function targetOf(context: ReportContext, { value, oversized }: MetricColumns): string {
  const { say } = context;
  const total = inMyPool(context);
  const share = thisRow(say('plan.share'));
  const rest = total.shared(value.header);
  // A seat without a part of what is shared has no target, though nobody else had one either.
  if (context.oversized === undefined)
    return `IF(${share}=0,0,${rest}*${share}/${total.all(say('plan.share'))})`;
  const [yes, no] = [literal(say('sheet.yes')), literal(say('sheet.no'))];
  const flag = ownColumn(context, 'balance', say('balance.setApart'));
  const left = `(${rest}-${total.shared(oversized.header, flag, yes)})`;
  const fair =
    `IF(${thisRow(say('balance.setApart'))}=${yes},${thisRow(oversized.header)},` +
    `${left}*${share}/${total.all(say('plan.share'), flag, no)})`;
  return `IF(${share}=0,0,${fair})`;
}

/**
 * How many oversized accounts a territory holds, what they are of each metric, and whether they have it for themselves:
 * `setApartBy` as a formula. They are told by the list, so that all follows where they are put.
 * @param me the criterion for this territory
 * @param isGone the condition that this row's territory was taken out of the list
 */
export function oversizedColumns(context: ReportContext, me: string, isGone: string): TableColumn[] {
  const { say, oversized: told, metrics } = context;
  if (told === undefined) return [];
  const mark = [columnRef(context.table, told.header), literal(say('sheet.yes'))];
  const territory = columnRef(context.table, context.column.territory);
  const count = { key: 'oversized', header: say('balance.oversized') };
  return [
    { ...count, cells: `=COUNTIFS(${[territory, me, ...mark].join(',')})`, format: '#,##0', align: 'right' },
    ...metricColumns(context).flatMap(({ oversized }, m): TableColumn[] => {
      const spec = metrics[m];
      if (spec === undefined || oversized.key === count.key) return [];
      return [
        {
          ...oversized,
          cells: `=${sumFor(context, m, me, ...mark)}`,
          format: amountFormat(context, spec),
          align: 'right',
        },
      ];
    }),
    { key: 'setApart', header: say('balance.setApart'), cells: isApart(), align: 'center' },
  ];

  function isApart(): string {
    const [yes, no] = [literal(say('sheet.yes')), literal(say('sheet.no'))];
    const { value, oversized } = firstMetric(context);
    const total = inMyPool(context);
    const share = thisRow(say('plan.share'));
    const open = total.all(say('plan.share'), ownColumn(context, 'balance', count.header), '0');
    const rest = `(${total.shared(value.header)}-${total.shared(oversized.header)})`;
    const isMore = `IF(${open}=0,TRUE,${thisRow(oversized.header)}>${share}*${rest}/${open})`;
    return `=IF(${isGone},"",IF(${thisRow(count.header)}*${share}=0,${no},IF(${isMore},${yes},${no})))`;
  }
}

/** Sums of columns of Balance over the territories that this row's is fair among. */
function inMyPool(context: ReportContext) {
  const { say } = context;
  const shares = ownColumn(context, 'balance', say('plan.share'));
  const pool = [
    ...(isPooled(context) ? [say('plan.segment')] : []),
    ...(isByRegion(context) ? [say('plan.region')] : []),
  ].flatMap((header) => [ownColumn(context, 'balance', header), criterion(thisRow(header))]);
  const all = (header: string, ...more: string[]): string => {
    const where = [...pool, ...more];
    const column = ownColumn(context, 'balance', header);
    return where.length === 0 ? `SUM(${column})` : `SUMIFS(${[column, ...where].join(',')})`;
  };
  return {
    all,
    /** Without what seats for named accounts hold. */
    shared: (header: string, ...more: string[]): string =>
      hasNamed(context) ? all(header, ...more, shares, '">0"') : all(header, ...more),
  };
}
