import { ownColumn, type ReportContext } from '../context';
import { tableName, toleranceName } from '../names';
import { sheetOf, type TableColumns } from '../sheet';
import { literal, type CellSpec, type ChartSpec, type SheetSpec } from '../spec';
import { checkLooks, checks } from './checks';
import { balanceColumns } from './columns';
import { details } from './details';
import { firstMetric } from './sums';
import { totals } from './totals';

const CHECKS = { row: 4, column: 0 } as const;
const TABLE_ROW = 9;

/** Besides these each metric has its own: `value:potential`, `target:potential`, `index:potential`. */
const COLUMNS = {
  territory: 'plan.territory',
  owner: 'balance.owner',
  manager: 'balance.manager',
  status: 'balance.status.column',
  accounts: 'balance.accounts',
  inBand: 'balance.inBand',
  workload: 'balance.workload',
  capacity: 'balance.capacity',
  load: 'balance.load',
  in: 'balance.in',
  out: 'balance.out',
  low: 'balance.low',
  high: 'balance.high',
} as const satisfies TableColumns;

/**
 * The balance sheet: is the plan fair, and does everything add up? Every figure is a formula over the
 * accounts table except the few under Details that only the engine can know.
 */
export const balance = sheetOf({
  key: 'balance',
  name: 'sheet.balance',
  source: 'plan',
  written: 'always',
  tables: { balance: COLUMNS },
  build,
});

function build(context: ReportContext): SheetSpec {
  const { say, layer, plan } = context;
  const rows = plan.territories.length;
  const columns = balanceColumns(context);
  const checked = checks(context);
  const belowTable = TABLE_ROW + 1 + rows + 1;
  return {
    layer,
    key: 'balance',
    name: say('sheet.balance'),
    blocks: [
      { kind: 'cells', row: 0, column: 0, cells: heading(context) },
      { kind: 'cells', ...CHECKS, cells: checked },
      { kind: 'table', row: TABLE_ROW, column: 0, name: tableName(layer, 'balance'), rows, columns },
      { kind: 'cells', row: belowTable, column: 0, cells: totals(context, columns) },
      { kind: 'cells', row: belowTable + 4, column: 0, cells: details(context) },
    ],
    names: [],
    conditional: checkLooks(checked.length, CHECKS.row, CHECKS.column + 1),
    charts: [
      chart(
        context,
        columns.map(({ header }) => header),
      ),
    ],
    widths: [54, 18, 16, 12, ...columns.slice(4).map(() => 13)],
    freezeRows: 0,
    print: { landscape: true, titleRow: TABLE_ROW },
  };
}

function heading(context: ReportContext): CellSpec[][] {
  const { say, record } = context;
  return [
    [{ value: say('balance.title', { plan: record.settings.planName }), style: 'title' }],
    [{ value: say('balance.status', { date: record.designedAt.slice(0, 10) }), style: 'note' }],
    [{ formula: headline(context), style: 'headline' }],
  ];
}

/** `18 of 20 territories within ±10%; worst +12%, T07 Denver` — as a formula, so that edits move it. */
function headline(context: ReportContext): string {
  const { say, layer } = context;
  const own = (header: string) => ownColumn(context, 'balance', header);
  const index = own(firstMetric(context).index.header);
  const names = own(say('plan.territory'));
  const high = `MAX(${index})`;
  const low = `MIN(${index})`;
  const worst = (value: string) =>
    `TEXT(${value}-1,"+0.0%;-0.0%")&", "&INDEX(${names},MATCH(${value},${index},0))`;
  return (
    `=IFERROR(COUNTIF(${own(say('balance.inBand'))},${literal(say('sheet.yes'))})` +
    `&${literal(say('balance.headline.of'))}&ROWS(${names})` +
    `&${literal(say('balance.headline.within'))}&ROUND(100*${toleranceName(layer, 0)},1)&"%"` +
    `&${literal(say('balance.headline.worst'))}` +
    `&IF(${high}-1>=1-${low},${worst(high)},${worst(low)}),"")`
  );
}

/** Index of the first metric with its band, above the columns it stands for. */
function chart(context: ReportContext, headers: readonly string[]): ChartSpec {
  const { say, layer } = context;
  const { label, index } = firstMetric(context);
  return {
    name: 'EfBalanceChart',
    title: say('balance.chart', { metric: label }),
    kind: 'column',
    table: tableName(layer, 'balance'),
    category: say('plan.territory'),
    series: [
      { header: index.header, as: 'bar' },
      { header: say('balance.low'), as: 'line' },
      { header: say('balance.high'), as: 'line' },
    ],
    from: { row: 0, column: headers.indexOf(index.header) + 1 },
    to: { row: TABLE_ROW - 1, column: headers.length },
  };
}
