import { UNASSIGNED } from '../../plan/territory';
import { metricLabel, ownColumn, type StandingContext } from '../context';
import { columnRef } from '../spec';

/** What the columns of a metric are called, and the keys they have. */
export interface MetricColumns {
  readonly label: string;
  readonly value: { readonly key: string; readonly header: string };
  readonly target: { readonly key: string; readonly header: string };
  readonly index: { readonly key: string; readonly header: string };
  /** Of the value what oversized accounts are, where there are any. */
  readonly oversized: { readonly key: string; readonly header: string };
}

/** Columns of each metric. The first metric has the short headers; a count shares the column of accounts. */
export function metricColumns({ say, metrics }: StandingContext): MetricColumns[] {
  return metrics.map((spec, m) => {
    const label = metricLabel(say, spec);
    const isCount = spec.fields.length === 0;
    return {
      label,
      value: { key: isCount ? 'accounts' : `value:${spec.id}`, header: label },
      target: {
        key: `target:${spec.id}`,
        header: m === 0 ? say('balance.target') : say('balance.targetOf', { metric: label }),
      },
      index: {
        key: `index:${spec.id}`,
        header: m === 0 ? say('balance.index') : say('balance.indexOf', { metric: label }),
      },
      // Of a count that is their number, which stands there anyway.
      oversized: isCount
        ? { key: 'oversized', header: say('balance.oversized') }
        : { key: `oversized:${spec.id}`, header: say('balance.oversizedOf', { metric: label }) },
    };
  });
}

/** The metric that the chart and its limits speak of. */
export function firstMetric(context: StandingContext): MetricColumns {
  const first = metricColumns(context)[0];
  if (first === undefined) throw new RangeError('A plan balances at least one metric.');
  return first;
}

/**
 * `SUMIFS` over the account columns of metric m for the territory in `criterion`; COUNTIFS for a count.
 * @param more further conditions, each a column and what is to stand in it
 */
export function sumFor(context: StandingContext, m: number, criterion: string, ...more: string[]): string {
  const where = [columnRef(context.table, context.column.territory), criterion, ...more].join(',');
  const headers = context.metricHeaders[m] ?? [];
  if (headers.length === 0) return `COUNTIFS(${where})`;
  return headers.map((header) => `SUMIFS(${columnRef(context.table, header)},${where})`).join('+');
}

/** Sum of metric m over the whole accounts table. */
export function sumOfAll(context: StandingContext, m: number): string {
  const headers = context.metricHeaders[m] ?? [];
  if (headers.length === 0) return accountsIn(context);
  return headers.map((header) => `SUM(${columnRef(context.table, header)})`).join('+');
}

/** Sum of metric m, or the count, over the territories of the plan. */
export const placedSum = (context: StandingContext, m: number): string =>
  `SUM(${ownColumn(context, 'balance', metricColumns(context)[m]?.value.header ?? '')})`;

export const placedCount = (context: StandingContext): string =>
  `SUM(${ownColumn(context, 'balance', context.say('balance.accounts'))})`;

const filled = (column: string): string => `(ROWS(${column})-COUNTBLANK(${column}))`;

/** How many accounts the table holds; rows without a key are blank. */
export function accountsIn({ table, column, keyHeader }: StandingContext): string {
  if (keyHeader === undefined) return `ROWS(${columnRef(table, column.territory)})`;
  return filled(columnRef(table, keyHeader));
}

/** An empty cell counts as unassigned: a manager who clears it means just that. */
export function unassignedCount({ table, column, keyHeader }: StandingContext): string {
  const territory = columnRef(table, column.territory);
  const blankRows =
    keyHeader === undefined ? '' : `-COUNTIFS(${territory},"",${columnRef(table, keyHeader)},"")`;
  return `(COUNTIFS(${territory},"${UNASSIGNED}")+COUNTBLANK(${territory})${blankRows})`;
}

export function unassignedSum(context: StandingContext, m: number): string {
  if ((context.metricHeaders[m] ?? []).length === 0) return unassignedCount(context);
  return `(${sumFor(context, m, `"${UNASSIGNED}"`)}+${sumFor(context, m, '""')})`;
}

/** Sum of one column of the accounts over those that have no territory. */
export function unassignedIn({ table, column }: StandingContext, header: string): string {
  const territory = columnRef(table, column.territory);
  const of = (criterion: string) => `SUMIFS(${columnRef(table, header)},${territory},${criterion})`;
  return `${of(`"${UNASSIGNED}"`)}+${of('""')}`;
}

/** Accounts whose Territory cell names no territory of the plan, by counting those whose does. */
export function unknownCount(context: StandingContext): string {
  const territory = columnRef(context.table, context.column.territory);
  return `(${filled(territory)}-COUNTIFS(${territory},"${UNASSIGNED}")-${placedCount(context)})`;
}

/** Accounts that are neither in a territory of the plan nor unassigned: 0 where all adds up. */
export const accountsAstray = (context: StandingContext): string =>
  `${accountsIn(context)}-${placedCount(context)}-${unassignedCount(context)}`;

/** The same of metric m, to the cent. */
export const sumAstray = (context: StandingContext, m: number): string =>
  `ROUND(${sumOfAll(context, m)}-${placedSum(context, m)}-${unassignedSum(context, m)},2)`;
