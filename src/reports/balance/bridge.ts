import { metricLabel, type ReportContext } from '../context';
import { amountFormat } from '../amounts';
import { tableName } from '../names';
import { columnRef, sought, type CellSpec } from '../spec';
import {
  accountsAstray,
  accountsIn,
  metricColumns,
  placedCount,
  placedSum,
  sumOfAll,
  unassignedCount,
  unassignedSum,
} from './sums';

/** The first metric that is a sum of columns, with the headers that are summed; undefined where accounts are counted. */
export function firstSummed(
  context: ReportContext,
): { label: string; headers: readonly string[]; format: string } | undefined {
  const m = context.metrics.findIndex(({ fields }) => fields.length > 0);
  const spec = context.metrics[m];
  if (spec === undefined) return undefined;
  return {
    label: metricLabel(context.say, spec),
    headers: context.metricHeaders[m] ?? [],
    format: amountFormat(context, spec),
  };
}

/** What became of the columns of a metric on their way into the plan, as formulas; each is a sum over its columns. */
interface Way {
  readonly total: string;
  readonly negatives: string;
  readonly texts: string;
  readonly dates: string;
  readonly converted: string;
  /** Of another table what is of no account of the list, or below 0 for all of its rows. */
  readonly others: string;
  /** As designed: what of values that no formula reads is in neither numbers nor texts. */
  readonly rest: number;
}

/** What the lines before the plan come to. */
export const summedUp = ({ total, negatives, texts, dates, converted, others, rest }: Way): string =>
  `${total}+${negatives}+${texts}+${dates}+${converted}+${others}+${rest}`;

/** Undefined for a count. A column of ours is summed in place of one that is not all plain numbers. */
export function wayOf(context: ReportContext, m: number): Way | undefined {
  const { table, metricSources, layer, say } = context;
  const sources = metricSources[m] ?? [];
  if (sources.length === 0) return undefined;
  const beside = sources.filter(({ read }) => read?.beside !== undefined);
  const read = sources.filter((source) => source.read !== undefined && !beside.includes(source));
  const dated = read.filter((source) => (source.read?.dates ?? 0) > 0);
  const converted = read.filter((source) => source.read?.reading?.currency !== undefined);
  const [first] = converted;
  const kept = sources.flatMap(({ read: ours }) =>
    ours !== undefined && ours.reading === undefined && ours.beside?.formula === undefined ? [ours.rest] : [],
  );
  const sum = (
    of: readonly (typeof sources)[number][],
    formula: (own: string, read: string, isDated: boolean) => string,
  ): string =>
    of.length === 0
      ? '0'
      : of
          .map(({ source, read: ours }) =>
            formula(
              ours?.beside?.source ?? columnRef(table, source),
              columnRef(table, ours?.header ?? source),
              (ours?.dates ?? 0) > 0,
            ),
          )
          .join('+');
  return {
    total: sum(sources, (own) => `AGGREGATE(9,6,${own})`),
    negatives: `-(${sum(read, (own) => `SUMIF(${own},"<0")`)})`,
    // What is read and is no number: wildcards for texts mean other things to other programs.
    texts: sum(read, (own, ours) => `SUM(${ours})-SUMIF(${own},">0",${ours})-SUMIF(${own},"<=0",${ours})`),
    // A number of the list that counts as nothing, and is none below 0.
    dates:
      dated.length === 0 ? '0' : `-(${sum(dated, (own, ours) => `SUMIFS(${own},${own},">0",${ours},0)`)})`,
    converted: sum(converted, (own, ours, isDated) => {
      const currency = columnRef(table, first?.read?.reading?.currency ?? '');
      const rate = columnRef(tableName(layer, 'rates'), say('plan.rate.rate'));
      const word = columnRef(tableName(layer, 'rates'), say('plan.rate.currency'));
      // As it stands, or with blanks behind it, before it, or about it: each cell is one of these.
      const words = ['""', '"* "'].flatMap((behind) =>
        ['""', '" *"'].map((before) => [before, behind] as const),
      );
      const sums = words.map(([before, behind]) =>
        `SUMIFS(${own},${own},">0",${isDated ? `${ours},">0",` : ''}${currency},${before}&${sought(word)}&${behind})`.replace(
          /""&|&""/g,
          '',
        ),
      );
      return `SUMPRODUCT((${rate}-1)*(${sums.join('+')}))`;
    }),
    others: sum(
      beside.filter((source) => source.read?.beside?.formula !== undefined),
      (own, ours) => `SUM(${ours})-AGGREGATE(9,6,${own})`,
    ),
    rest: kept.reduce((all, part) => all + part, 0),
  };
}

/** From the total of the source to what the territories hold, line by line: as it is now, and as it was designed. */
export function bridges(context: ReportContext): CellSpec[][] {
  const blocks = [ofAccounts(context), ...context.metrics.flatMap((_, m) => ofMetric(context, m) ?? [])];
  return blocks.flatMap((block) => [...block, []]);
}

type Line = readonly [label: string, formula: string, designed?: number];

function ofAccounts(context: ReportContext): CellSpec[][] {
  const { say, accounts, plan } = context;
  const lines: Line[] = [
    [say('bridge.accounts'), accountsIn(context), accounts.count],
    [say('bridge.placed'), placedCount(context), plan.placed],
    [say('sheet.unassigned'), unassignedCount(context), plan.unassigned],
    [say('bridge.difference'), accountsAstray(context)],
  ];
  return block(context, say('bridge.title', { metric: say('metric.count') }), lines, '#,##0');
}

function ofMetric(context: ReportContext, m: number): CellSpec[][][] | undefined {
  const { say, metrics, metricSources, plan } = context;
  const way = wayOf(context, m);
  const spec = metrics[m];
  const figures = plan.metrics[m];
  if (way === undefined || spec === undefined || figures === undefined) return undefined;
  const { label } = metricColumns(context)[m] ?? { label: '' };
  const isRead = (metricSources[m] ?? []).some(({ read }) => read !== undefined && read.beside === undefined);
  const isBeside = (metricSources[m] ?? []).some(({ read }) => read?.beside !== undefined);
  const inPlan = sumOfAll(context, m);
  const placed = figures.load.reduce((sum, load) => sum + load, 0);
  const unassigned = context.unassignedOf(m);
  const lines: Line[] = [
    [say(isBeside ? 'bridge.sourceBeside' : 'bridge.source'), way.total],
    ...(isRead
      ? ([
          [say('bridge.negatives'), way.negatives],
          [say('bridge.texts'), way.texts],
          ...(way.dates === '0' ? [] : [[say('bridge.dates'), way.dates] as const]),
          ...(way.converted === '0' ? [] : [[say('bridge.converted'), way.converted] as const]),
        ] satisfies Line[])
      : []),
    ...(way.others === '0' ? [] : [[say('bridge.others'), way.others] as const]),
    ...(way.rest === 0 ? [] : [[say('bridge.rest'), String(way.rest)] as const]),
    [say('bridge.inPlan', { metric: label }), inPlan, placed + unassigned],
    [say('bridge.placed'), placedSum(context, m), placed],
    [say('sheet.unassigned'), unassignedSum(context, m), unassigned],
    // From end to end: a line that is missing between the list and the plan counts as much as one behind it.
    [
      say('bridge.difference'),
      `ROUND(${summedUp(way)}-${placedSum(context, m)}-${unassignedSum(context, m)},2)`,
    ],
  ];
  return [block(context, say('bridge.title', { metric: label }), lines, amountFormat(context, spec))];
}

function block({ say }: ReportContext, title: string, lines: readonly Line[], format: string): CellSpec[][] {
  return [
    [
      { value: title, style: 'section' },
      { value: say('bridge.now'), style: 'sectionFigure' },
      { value: say('bridge.designed'), style: 'sectionFigure' },
    ],
    ...lines.map(([label, formula, designed], n): CellSpec[] => {
      const isLast = n === lines.length - 1;
      const style = isLast ? 'total' : 'figure';
      return [
        { value: label, style: isLast ? 'total' : 'label' },
        { formula: `=${formula}`, format, style },
        ...(designed === undefined ? [] : [{ value: designed, format, style } as const]),
      ];
    }),
  ];
}
