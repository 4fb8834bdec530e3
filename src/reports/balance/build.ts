import { ownColumn, type ReportContext } from '../context';
import { tableName } from '../names';
import { planNameIn } from '../plan-name';
import { dateIn, printOf, widthOf as across } from '../print';
import { inLines, roomFor } from '../room';
import {
  literal,
  type Block,
  type CellSpec,
  type CellsBlock,
  type ChartSpec,
  type SheetSpec,
  type TableColumn,
} from '../spec';
import { bridges } from './bridge';
import { checks } from './checks';
import { balanceColumns } from './columns';
import { details } from './details';
import { headline } from './headline';
import { moves } from './moves';
import { qualityColumns, qualityMissing } from './quality';
import { firstMetric, metricColumns } from './sums';
import { subtotals } from './subtotals';
import { totals } from './totals';

/** Left: is it right? Right: the figures of the territories. */
const PANEL = 0;
const TABLE = 4;
const CHART_ROWS = 15;
/** With more territories than this, those furthest from fair are named beside the chart. */
const ONE_SCREEN = 20;
const WORST = 5;
/** A table of more rows than this goes on on the next page. */
const ONE_PAGE = 30;

/** The sheet as it is going to be written. */
export function build(context: ReportContext): SheetSpec {
  const { say, layer, plan, record } = context;
  const rows = plan.territories.length;
  const columns = balanceColumns(context);
  const heading: CellSpec[][] = [
    [{ value: say('balance.title', { plan: planNameIn(say, record.settings) }), style: 'title' }],
    [{ value: say('balance.status', { date: dateIn(say, record.designedAt) }), style: 'note' }],
    ...effectiveFrom(context),
    ...headline(context),
  ];
  const top = heading.length + 1;
  const checked = checks(context);
  const quality = qualityColumns(context);
  const below = { row: top + 1 + rows + 1, column: TABLE };
  const sums = totals(context, columns);
  const lines = [...sums, ...subtotals(context, columns, { ...below, row: below.row + sums.length })];
  const worst = rows > ONE_SCREEN ? furthest(context) : [];
  const chartRow = top + 1 + checked.cells.length + worst.length + 1;
  const panel: CellsBlock[] = [
    { kind: 'cells', row: top + 1, column: PANEL, cells: [...checked.cells, ...worst] },
    {
      kind: 'cells',
      row: chartRow + CHART_ROWS + 1,
      column: PANEL,
      cells: [...withGap(moves(context)), ...bridges(context), ...details(context)],
    },
  ];
  const wanted = columns.map((column) => widthOf(context, column));
  const blocks: Block[] = [
    { kind: 'cells', row: 0, column: PANEL, cells: heading },
    ...panel,
    { kind: 'table', row: top, column: TABLE, name: tableName(layer, 'balance'), rows, columns },
    ...qualityBlocks(context, quality, below.row + lines.length + 2, across(wanted.slice(0, -2))),
    { kind: 'cells', ...below, cells: lines },
  ];
  const widths = roomFor(blocks, [40, 14, 14, 2, ...wanted]);
  // The band is drawn in the chart: its two columns, the last, are not printed.
  const printed = widths.length - 2;
  return {
    layer,
    key: 'balance',
    name: say('sheet.balance'),
    blocks,
    names: [],
    conditional: checked.looks.map((look) => ({
      ...look,
      row: look.row + top + 1,
      column: look.column + PANEL,
    })),
    charts: [chart(context, chartRow)],
    freezeRows: top + 1,
    widths,
    print: printOf(
      say,
      say('balance.title', { plan: planNameIn(say, record.settings) }),
      record.designedAt,
      across(widths.slice(0, printed)),
      // Over what stands under a table that ends on the first page its head would say nothing.
      { ...(rows > ONE_PAGE ? { titleRow: top } : {}), titleColumn: TABLE, columns: printed },
    ),
  };
}

/**
 * Under the figures of the territories, what their accounts are like.
 * @param row of what it is called
 * @param room characters of the columns above, in which its sentences are to stay
 */
function qualityBlocks(
  context: ReportContext,
  columns: readonly TableColumn[],
  row: number,
  room: number,
): Block[] {
  const { say, layer, plan } = context;
  if (columns.length === 0) return [];
  const missing = qualityMissing(context);
  const notes = [say('worth.about'), ...(missing === undefined ? [] : [missing])].flatMap((text) =>
    inLines(text, room),
  );
  return [
    {
      kind: 'cells',
      row,
      column: TABLE,
      cells: [
        [{ value: say('worth.title'), style: 'headline' }],
        ...notes.map((value): CellSpec[] => [{ value, style: 'note' }]),
      ],
    },
    {
      kind: 'table',
      row: row + 1 + notes.length,
      column: TABLE,
      name: tableName(layer, 'quality'),
      rows: plan.territories.length,
      columns,
    },
  ];
}

/** From when the plan holds, as the sheet Territory Plan says it now. */
function effectiveFrom(context: ReportContext): CellSpec[][] {
  const { say, record } = context;
  if (record.settings.effectiveFrom === undefined) return [];
  const value = ownColumn(context, 'settings', say('plan.value'));
  const label = ownColumn(context, 'settings', say('plan.setting'));
  const day = `INDEX(${value},MATCH(${literal(say('plan.label.effectiveFrom'))},${label},0))`;
  return [
    [
      { value: say('balance.effectiveFrom'), style: 'label' },
      { formula: `=IFERROR(IF(${day}="","",${day}),"")`, format: say('sheet.dateFormat'), style: 'figure' },
    ],
  ];
}

const withGap = (cells: CellSpec[][]): CellSpec[][] => (cells.length === 0 ? [] : [...cells, []]);

/** As wide as what is in it: names in full up to a limit, figures with their separators, headers in two lines. */
function widthOf({ plan, pods }: ReportContext, { key, header, format }: TableColumn): number {
  const longest = (texts: readonly string[]) =>
    Math.min(34, Math.max(0, ...texts.map((text) => text.length)) + 2);
  const head = Math.max(
    9,
    ...header.split(' ').map((word) => word.length + 2),
    Math.ceil(header.length / 2) + 2,
  );
  switch (key) {
    case 'territory':
      return Math.max(head, longest(plan.territories.map(({ name }) => name)));
    case 'owner':
      return Math.max(head, longest(plan.territories.map(({ owner }) => owner)));
    case 'manager':
      return Math.max(head, longest(plan.territories.map(({ manager }) => manager)));
    case 'segment':
      return Math.max(head, longest(plan.territories.map(({ segment }) => segment)));
    case 'region':
      return Math.max(head, longest(plan.territories.map(({ region }) => region ?? '')));
    case 'status':
      return Math.max(head, 13);
  }
  const role = pods.find((one) => key === `pod:${one.key}`);
  if (role !== undefined) return Math.max(head, longest(role.people.map(({ name }) => name)));
  const metric = plan.metrics.find(({ spec }) => key.endsWith(`:${spec.id}`));
  if (metric === undefined || key.startsWith('index:')) return head;
  const total = metric.load.reduce((sum, load) => sum + load, 0);
  const digits = Math.round(total).toString().length;
  return Math.max(head, digits + Math.floor((digits - 1) / 3) + (format?.includes('.') === true ? 3 : 0) + 4);
}

/** Of many territories, those furthest from their fair share of the first metric. */
function furthest(context: ReportContext): CellSpec[][] {
  const { say } = context;
  const { label, index } = firstMetric(context);
  const indices = ownColumn(context, 'balance', index.header);
  const names = ownColumn(context, 'balance', say('plan.territory'));
  const off = `ABS(${indices}-1)`;
  const place = (n: number): string => {
    const nth = `AGGREGATE(14,6,${off},${n})`;
    const position = `(ROW(${indices})-MIN(ROW(${indices}))+1)`;
    // Of equal deviations the one that stands first is named first.
    return `AGGREGATE(15,6,${position}/(${off}=${nth}),${n}-SUMPRODUCT(--(${off}>${nth})))`;
  };
  return [
    [],
    [
      { value: say('balance.furthest', { count: WORST, metric: label }), style: 'section' },
      { value: say('balance.index'), style: 'sectionFigure' },
    ],
    ...Array.from({ length: WORST }, (_, n): CellSpec[] => [
      { formula: `=IFERROR(INDEX(${names},${place(n + 1)}),"")`, style: 'label' },
      { formula: `=IFERROR(INDEX(${indices},${place(n + 1)}),"")`, format: '0%', style: 'figure' },
    ]),
  ];
}

/** Each territory's share of fair of every metric, with the band of the first, and its legend. */
function chart(context: ReportContext, row: number): ChartSpec {
  const { say, layer } = context;
  return {
    name: 'EfBalanceChart',
    title: say('balance.chart'),
    absent: say('balance.chart.absent'),
    kind: 'column',
    format: '0%',
    table: tableName(layer, 'balance'),
    category: say('plan.territory'),
    series: [
      ...metricColumns(context).map(({ label, index }) => ({
        header: index.header,
        name: label,
        as: 'bar' as const,
      })),
      { header: say('balance.low'), name: say('balance.low'), as: 'line' },
      { header: say('balance.high'), name: say('balance.high'), as: 'line' },
    ],
    from: { row, column: PANEL },
    to: { row: row + CHART_ROWS - 1, column: PANEL + 2 },
  };
}
