import type { MessageId } from '../../text/say';
import { moneyFormat } from '../amounts';
import { headsOf } from '../blocks';

import { ownColumn, type ReportContext } from '../context';
import { tableName } from '../names';
import { figuresOf, ratio, type Share } from '../segments/figures';
import { columnRef, criterion, headerRef, sought, thisRow, type TableColumn } from '../spec';
import { QUALITY_COLUMNS, QUALITY_FACTORS, type QualityFactor } from './layout';
import { hasNamed } from './targets';

/** Of each factor more is better, so that all can be read alike. */
interface Told {
  readonly factor: QualityFactor;
  readonly formula: string;
  readonly format: string;
}

/**
 * How good the accounts of a territory are, a factor at a time: never one number that hides the others. A factor that
 * the list does not tell is not there.
 */
export function qualityColumns(context: ReportContext): TableColumn[] {
  const { say, layer } = context;
  const found = told(context);
  if (found.length === 0) return [];
  const head = headsOf(say, QUALITY_COLUMNS);
  const table = tableName(layer, 'quality');
  const header = say('plan.territory');
  const listed = ownColumn(context, 'balance', header);
  return [
    {
      ...head('territory'),
      cells: `=IFERROR(INDEX(${listed},ROW()-ROW(${headerRef(table, header)})),"")`,
    },
    ...found.flatMap(({ factor, formula, format }): TableColumn[] => [
      { ...head(factor), cells: `=IFERROR(${formula},"")`, format, align: 'right' },
      {
        ...head(`${factor}Of`),
        cells: `=IFERROR(${factor === 'potential' ? bySeat(context) : ofMean(context, factor)},"")`,
        format: '0%',
        align: 'right',
      },
    ]),
  ];
}

/** What the list does not tell, in words; undefined where it tells all. */
export function qualityMissing(context: ReportContext): string | undefined {
  const { say } = context;
  const known = new Set(told(context).map(({ factor }) => factor));
  const missing = QUALITY_FACTORS.filter((factor) => !known.has(factor));
  if (known.size === 0 || missing.length === 0) return undefined;
  const what = missing.map((factor) => say(QUALITY_COLUMNS[factor] satisfies MessageId)).join(', ');
  return say('worth.missing', { what });
}

function told(context: ReportContext): Told[] {
  const { say, table, column, currency, qualities } = context;
  const { potential, growth, won, lost, left, ever, arr, atRisk } = figuresOf({
    ...context,
    figures: qualities,
  });
  const mine: Share = {
    where: [columnRef(table, column.territory), criterion(thisRow(say('plan.territory')))],
  };
  const deals = qualities.sums.wonDeals;
  const buyers = (least: string) =>
    `COUNTIFS(${[...mine.where, columnRef(table, deals ?? ''), least].join(',')})`;
  const rest = (part: string, whole: string): string => `IF(N(${whole})=0,"",1-${part}/${whole})`;
  const one = (factor: QualityFactor, formula: string | undefined, format = '0.0%'): Told[] =>
    formula === undefined ? [] : [{ factor, formula, format }];
  return [
    ...one('potential', potential?.(mine), moneyFormat(currency, '#,##0')),
    ...one('growth', growth?.(mine)),
    ...one('repeat', deals === undefined ? undefined : ratio(buyers('">1"'), buyers('">0"'))),
    ...one('kept', left === undefined || ever === undefined ? undefined : rest(left(mine), ever(mine))),
    ...one('safe', arr === undefined || atRisk === undefined ? undefined : rest(atRisk(mine), arr(mine))),
    ...one(
      'conversion',
      won === undefined || lost === undefined ? undefined : ratio(won(mine), `(${won(mine)}+${lost(mine)})`),
    ),
  ];
}

/** A figure beside the mean of all territories that have one. A mean below 0 is nothing to divide by. */
function ofMean(context: ReportContext, factor: QualityFactor): string {
  const header = context.say(QUALITY_COLUMNS[factor]);
  const mean = `AVERAGE(${ownColumn(context, 'quality', header)})`;
  return `IF(${mean}<=0,"",${thisRow(header)}/${mean})`;
}

/** Half a seat has half of the potential, and is no worse for it. */
function bySeat(context: ReportContext): string {
  const { say } = context;
  const header = say(QUALITY_COLUMNS.potential);
  const names = ownColumn(context, 'balance', say('plan.territory'));
  const shares = ownColumn(context, 'balance', say('plan.share'));
  const share = `INDEX(${shares},MATCH(${sought(thisRow(say('plan.territory')))},${names},0))`;
  const all = ownColumn(context, 'quality', header);
  // What a seat for named accounts holds is nobody's fair part; it has no share, and so no figure of its own.
  const shared = hasNamed(context) ? `SUMIFS(${all},${shares},">0")` : `SUM(${all})`;
  return `${thisRow(header)}/${share}/(${shared}/SUM(${shares}))`;
}
