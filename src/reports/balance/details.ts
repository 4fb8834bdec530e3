import { wholeOf } from '../../plan/design';
import { distanceUnit } from '../../plan/distance';
import { ownColumn, type ReportContext } from '../context';
import type { CellSpec } from '../spec';
import { metricColumns, type MetricColumns } from './sums';

/** What a reviewer asks for second: spread measures, distances, the certificate, the hashes. */
export function details(context: ReportContext): CellSpec[][] {
  const { say, plan, record, accounts } = context;
  const { sign: unit, perKm } = distanceUnit(accounts);
  const engine = (label: string, value: number, format: string): CellSpec[] =>
    figure(label, Number.isFinite(value) ? { value, format } : { value: say('sheet.noData') });
  return [
    [{ value: say('balance.details'), style: 'section' }, { style: 'sectionFigure' }],
    ...metricColumns(context).flatMap((metric) => spread(context, metric)),
    engine(say('balance.meanKm', { unit }), perKm * plan.meanKm, '#,##0.0'),
    engine(say('balance.p90Km', { unit }), perKm * plan.p90Km, '#,##0.0'),
    engine(say('balance.meanKmUnbalanced', { unit }), perKm * plan.meanKmUnbalanced, '#,##0.0'),
    ...(plan.pieces === undefined
      ? []
      : [engine(say('balance.pieces', { count: plan.pieces.length }), wholeOf(plan.pieces), '0')]),
    engine(say('balance.cost'), plan.cost, '#,##0.0'),
    engine(say('balance.bound'), plan.bound, '#,##0.0'),
    engine(say('balance.gap'), plan.gap, '0.00%'),
    [{ value: say('balance.inputHash', { hash: record.inputHash }), style: 'note' }],
    [{ value: say('balance.resultHash', { hash: record.resultHash }), style: 'note' }],
  ];
}

const figure = (label: string, cell: CellSpec): CellSpec[] => [
  { value: label, style: 'label' },
  { style: 'figure', ...cell },
];

/** How unequal a metric is, in the three measures that are asked for. */
function spread(context: ReportContext, { label, index }: MetricColumns): CellSpec[][] {
  const { say } = context;
  const i = ownColumn(context, 'balance', index.header);
  const measure = (id: 'spread' | 'cv' | 'gini', formula: string): CellSpec[] =>
    figure(say(`balance.${id}`, { metric: label }), {
      formula: `=IFERROR(${formula},"")`,
      format: '0.000',
    });
  return [
    measure('spread', `MAX(${i})-MIN(${i})`),
    measure('cv', `STDEV.P(${i})/AVERAGE(${i})`),
    // Of shares, as the others: part time and segments make loads differ that are fair.
    measure('gini', `SUMPRODUCT((2*RANK.AVG(${i},${i},1)-ROWS(${i})-1)*${i})/(ROWS(${i})*SUM(${i}))`),
  ];
}
