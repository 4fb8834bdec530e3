import { UNASSIGNED } from '../plan/territory';
import { NAMES, TABLES, metricLabel, toleranceName, type ReportContext } from './context';
import { columnRef, literal, thisRow, type CellSpec, type SheetSpec, type TableColumn } from './spec';

const TABLE_ROW = 9;

/**
 * The balance sheet: is the plan fair, and does everything add up? Every figure is a formula over the
 * accounts table except the few under Details that only the engine can know.
 */
export function balanceSheet(context: ReportContext): SheetSpec {
  const { say, plan, record } = context;
  const rows = plan.territories.length;
  const columns = tableColumns(context);
  const headers = columns.map((c) => c.header);
  const belowTable = TABLE_ROW + 1 + rows + 1;
  const first = firstMetric(context);
  const cell = (column: number) => headers.indexOf(first.index) + column;
  return {
    key: 'balance',
    name: say('sheet.balance'),
    blocks: [
      {
        kind: 'cells',
        row: 0,
        column: 0,
        cells: [
          [{ value: say('balance.title', { plan: record.settings.planName }), style: 'title' }],
          [
            {
              value: say('balance.status', { date: record.designedAt.slice(0, 10) }),
              style: 'note',
            },
          ],
          [{ formula: headline(context), style: 'headline' }],
        ],
      },
      { kind: 'cells', row: 4, column: 0, cells: checks(context) },
      { kind: 'table', row: TABLE_ROW, column: 0, name: TABLES.balance, rows, columns },
      { kind: 'cells', row: belowTable, column: 0, cells: totals(context, columns) },
      { kind: 'cells', row: belowTable + 4, column: 0, cells: details(context) },
    ],
    names: [],
    conditional: [
      {
        row: 4,
        column: 1,
        rows: checks(context).length,
        columns: 1,
        spec: { kind: 'formula', formula: '=ABS({cell})>0.005', look: 'bad' },
      },
      {
        row: 4,
        column: 1,
        rows: checks(context).length,
        columns: 1,
        spec: { kind: 'formula', formula: '=ABS({cell})<=0.005', look: 'good' },
      },
    ],
    charts: [
      {
        name: 'EfBalanceChart',
        title: say('balance.chart', { metric: first.label }),
        kind: 'column',
        table: TABLES.balance,
        category: say('plan.territory'),
        series: [
          { header: first.index, as: 'bar' },
          { header: say('balance.low'), as: 'line' },
          { header: say('balance.high'), as: 'line' },
        ],
        from: { row: 0, column: cell(1) },
        to: { row: TABLE_ROW - 1, column: headers.length },
      },
    ],
    widths: [54, 18, 16, 12, ...headers.slice(4).map(() => 13)],
    freezeRows: 0,
    print: { landscape: true, titleRow: TABLE_ROW },
  };
}

interface MetricHeaders {
  readonly label: string;
  readonly value: string;
  readonly target: string;
  readonly index: string;
}

/** Headers of each metric. The first metric has the short ones; a count shares the Accounts column. */
function metricHeaders({ say, plan }: ReportContext): MetricHeaders[] {
  return plan.metrics.map(({ spec }, m) => {
    const label = metricLabel(say, spec);
    return {
      label,
      value: label,
      target: m === 0 ? say('balance.target') : say('balance.targetOf', { metric: label }),
      index: m === 0 ? say('balance.index') : say('balance.indexOf', { metric: label }),
    };
  });
}

function firstMetric(context: ReportContext): MetricHeaders {
  const first = metricHeaders(context)[0];
  if (first === undefined) throw new RangeError('A plan balances at least one metric.');
  return first;
}

/** `SUMIFS` over the account columns of metric m for the territory in `criterion`; COUNTIFS for a count. */
function sumFor(context: ReportContext, m: number, criterion: string): string {
  const territory = columnRef(context.table, context.column.territory);
  const headers = context.metricHeaders[m] ?? [];
  if (headers.length === 0) return `COUNTIFS(${territory},${criterion})`;
  return headers
    .map((header) => `SUMIFS(${columnRef(context.table, header)},${territory},${criterion})`)
    .join('+');
}

/** Sum of metric m over the whole accounts table. */
function sumOfAll(context: ReportContext, m: number): string {
  const headers = context.metricHeaders[m] ?? [];
  if (headers.length === 0) return accountsIn(context);
  return headers.map((header) => `SUM(${columnRef(context.table, header)})`).join('+');
}

function tableColumns(context: ReportContext): TableColumn[] {
  const { say, plan, column } = context;
  const own = (header: string) => columnRef(TABLES.balance, header);
  const territoryHeader = say('plan.territory');
  const me = thisRow(territoryHeader);
  const list = columnRef(TABLES.territories, territoryHeader);
  const position = `ROW()-ROW(${TABLES.balance}[[#Headers],[${territoryHeader}]])`;
  const fromList = (header: string) =>
    `INDEX(${columnRef(TABLES.territories, header)},MATCH(${me},${list},0))`;
  const text = (header: string) => `=IFERROR(${fromList(header)}&"","")`;
  const metrics = metricHeaders(context);
  const accountsHeader = say('balance.accounts');
  const shares = columnRef(TABLES.territories, say('plan.share'));

  const forMetric = (metric: MetricHeaders, m: number): TableColumn[] => {
    const value: TableColumn = {
      header: metric.value,
      cells: `=${sumFor(context, m, me)}`,
      format: '#,##0',
      align: 'right',
    };
    const target: TableColumn = {
      header: metric.target,
      cells: `=IFERROR(SUM(${own(metric.value)})*${fromList(say('plan.share'))}/SUM(${shares}),0)`,
      format: '#,##0',
    };
    const index: TableColumn = {
      header: metric.index,
      cells: `=IF(${thisRow(metric.target)}=0,"",${thisRow(metric.value)}/${thisRow(metric.target)})`,
      format: '0.00',
      conditional: [
        {
          kind: 'formula',
          formula: `=AND(ISNUMBER({cell}),ABS({cell}-1)>${toleranceName(m)}+0.0000001)`,
          look: 'bad',
        },
      ],
    };
    // A count is the Accounts column that stands there anyway.
    return metric.value === accountsHeader ? [target, index] : [value, target, index];
  };

  const inBand = metrics
    .map(
      ({ index }, m) =>
        `IF(${thisRow(index)}="",TRUE,ABS(${thisRow(index)}-1)<=${toleranceName(m)}+0.0000001)`,
    )
    .join(',');
  const [first, ...further] = metrics.map((metric, m) => forMetric(metric, m));
  const limit = (sign: '-' | '+'): string => `=1${sign}${toleranceName(0)}`;
  const capacity = say('balance.capacity');
  const workload = say('balance.workload');
  const noData = literal(say('sheet.noData'));
  const movedYes = literal(`${say('moved.yes')}*`);
  const moved = columnRef(context.table, column.moved);
  const territory = columnRef(context.table, column.territory);

  return [
    { header: territoryHeader, cells: `=INDEX(${list},${position})` },
    { header: say('balance.owner'), cells: text(say('plan.owner')) },
    { header: say('balance.manager'), cells: text(say('plan.manager')) },
    { header: say('balance.status.column'), cells: text(say('plan.status')) },
    { header: accountsHeader, cells: `=COUNTIFS(${territory},${me})`, format: '#,##0' },
    ...(first ?? []),
    {
      header: say('balance.inBand'),
      cells: `=IF(AND(${inBand}),${literal(say('sheet.yes'))},${literal(say('sheet.no'))})`,
      align: 'center',
      conditional: [
        { kind: 'formula', formula: `={cell}=${literal(say('sheet.no'))}`, look: 'bad' },
        { kind: 'formula', formula: `={cell}=${literal(say('sheet.yes'))}`, look: 'good' },
      ],
    },
    ...further.flat(),
    {
      header: workload,
      cells:
        context.workloadHeader === undefined
          ? `=${noData}`
          : `=SUMIFS(${columnRef(context.table, context.workloadHeader)},${territory},${me})`,
      format: '#,##0',
      align: 'right',
    },
    {
      header: capacity,
      cells: plan.territories.some((t) => t.capacityHours !== undefined)
        ? `=IF(${fromList(say('plan.capacity'))}="",${noData},${fromList(say('plan.capacity'))})`
        : `=${noData}`,
      format: '#,##0',
      align: 'right',
    },
    {
      header: say('balance.load'),
      cells: `=IF(AND(ISNUMBER(${thisRow(workload)}),ISNUMBER(${thisRow(capacity)})),${thisRow(workload)}/${thisRow(capacity)},${noData})`,
      format: '0%',
      align: 'right',
    },
    {
      header: say('balance.in'),
      cells:
        context.ownerHeader === undefined
          ? `=${noData}`
          : `=COUNTIFS(${territory},${me},${moved},${movedYes})`,
      format: '#,##0',
      align: 'right',
    },
    {
      header: say('balance.out'),
      cells:
        context.ownerHeader === undefined
          ? `=${noData}`
          : `=IF(${thisRow(say('balance.owner'))}="",0,COUNTIFS(${columnRef(context.table, context.ownerHeader)},${thisRow(say('balance.owner'))},${moved},${movedYes}))`,
      format: '#,##0',
      align: 'right',
    },
    { header: say('balance.low'), cells: limit('-'), format: '0.00' },
    { header: say('balance.high'), cells: limit('+'), format: '0.00' },
  ];
}

/** `18 of 20 territories within ±10%; worst +12%, T07 Denver` — as a formula, so that edits move it. */
function headline(context: ReportContext): string {
  const { say } = context;
  const own = (header: string) => columnRef(TABLES.balance, header);
  const index = own(firstMetric(context).index);
  const names = own(say('plan.territory'));
  const high = `MAX(${index})`;
  const low = `MIN(${index})`;
  const worst = (value: string) =>
    `TEXT(${value}-1,"+0.0%;-0.0%")&", "&INDEX(${names},MATCH(${value},${index},0))`;
  return (
    `=IFERROR(COUNTIF(${own(say('balance.inBand'))},${literal(say('sheet.yes'))})` +
    `&${literal(say('balance.headline.of'))}&ROWS(${names})` +
    `&${literal(say('balance.headline.within'))}&ROUND(100*${toleranceName(0)},1)&"%"` +
    `&${literal(say('balance.headline.worst'))}` +
    `&IF(${high}-1>=1-${low},${worst(high)},${worst(low)}),"")`
  );
}

/** How many accounts the table holds; rows without a key are blank. */
function accountsIn({ table, column, keyHeader }: ReportContext): string {
  if (keyHeader === undefined) return `ROWS(${columnRef(table, column.territory)})`;
  return `SUMPRODUCT(--(${columnRef(table, keyHeader)}<>""))`;
}

/** An empty cell counts as unassigned: a manager who clears it means just that. */
function unassignedCount({ table, column, keyHeader }: ReportContext): string {
  const territory = columnRef(table, column.territory);
  const cleared =
    keyHeader === undefined
      ? `COUNTBLANK(${territory})`
      : `SUMPRODUCT((${columnRef(table, keyHeader)}<>"")*(${territory}=""))`;
  return `COUNTIFS(${territory},"${UNASSIGNED}")+${cleared}`;
}

function unassignedSum(context: ReportContext, m: number): string {
  if ((context.metricHeaders[m] ?? []).length === 0) return unassignedCount(context);
  return `${sumFor(context, m, `"${UNASSIGNED}"`)}+${sumFor(context, m, '""')}`;
}

function checks(context: ReportContext): CellSpec[][] {
  const { say, table, column } = context;
  const own = (header: string) => columnRef(TABLES.balance, header);
  const territory = columnRef(table, column.territory);
  const placed = `SUM(${own(say('balance.accounts'))})`;
  const accounts: CellSpec[] = [
    { value: say('balance.check.accounts'), style: 'label' },
    {
      formula: `=${accountsIn(context)}-${placed}-(${unassignedCount(context)})`,
      format: '#,##0',
      style: 'figure',
    },
  ];
  const ofMetrics = metricHeaders(context)
    .map((metric, m): CellSpec[] => [
      { value: say('balance.check.metric', { metric: metric.label }), style: 'label' },
      {
        formula: `=ROUND((${sumOfAll(context, m)})-SUM(${own(metric.value)})-(${unassignedSum(context, m)}),2)`,
        format: '#,##0.00',
        style: 'figure',
      },
    ])
    .slice(0, 2);
  const unknown: CellSpec[] = [
    { value: say('balance.check.unknown'), style: 'label' },
    {
      formula:
        `=SUMPRODUCT((${territory}<>"")*(${territory}<>"${UNASSIGNED}")` +
        `*(COUNTIF(${NAMES.territoryList},${territory})=0))`,
      format: '#,##0',
      style: 'figure',
    },
  ];
  return [accounts, ...ofMetrics, unknown];
}

/** Unassigned in its own row, then the totals, under the columns of the table. */
function totals(context: ReportContext, columns: readonly TableColumn[]): (CellSpec | null)[][] {
  const { say } = context;
  const own = (header: string) => columnRef(TABLES.balance, header);
  const metrics = metricHeaders(context);
  const row = (label: string, formulaFor: (header: string) => string | undefined): (CellSpec | null)[] =>
    columns.map(({ header, format }, c) => {
      if (c === 0) return { value: label, style: 'total' };
      const formula = formulaFor(header);
      return formula === undefined
        ? { style: 'total' }
        : { formula, style: 'total', ...(format === undefined ? {} : { format }) };
    });
  const summed = new Set([
    say('balance.accounts'),
    say('balance.in'),
    say('balance.out'),
    ...metrics.flatMap((metric) => [metric.value, metric.target]),
  ]);
  return [
    row(say('sheet.unassigned'), (header) => {
      if (header === say('balance.accounts')) return `=${unassignedCount(context)}`;
      const m = metrics.findIndex((metric) => metric.value === header);
      return m < 0 ? undefined : `=${unassignedSum(context, m)}`;
    }),
    row(say('sheet.total'), (header) => (summed.has(header) ? `=SUM(${own(header)})` : undefined)),
  ];
}

/** What a reviewer asks for second: spread measures, distances, the certificate, the hashes. */
function details(context: ReportContext): CellSpec[][] {
  const { say, plan, record } = context;
  const own = (header: string) => columnRef(TABLES.balance, header);
  const figure = (label: string, cell: CellSpec): CellSpec[] => [
    { value: label, style: 'label' },
    { style: 'figure', ...cell },
  ];
  const engine = (label: string, value: number, format: string): CellSpec[] =>
    figure(label, Number.isFinite(value) ? { value, format } : { value: say('sheet.noData') });
  const ofMetrics = metricHeaders(context).flatMap((metric) => {
    const x = own(metric.value);
    const index = own(metric.index);
    return [
      figure(say('balance.spread', { metric: metric.label }), {
        formula: `=IFERROR(MAX(${index})-MIN(${index}),"")`,
        format: '0.000',
      }),
      figure(say('balance.cv', { metric: metric.label }), {
        formula: `=IFERROR(STDEV.P(${index})/AVERAGE(${index}),"")`,
        format: '0.000',
      }),
      figure(say('balance.gini', { metric: metric.label }), {
        formula: `=IFERROR(SUMPRODUCT((2*RANK.AVG(${x},${x},1)-ROWS(${x})-1)*${x})/(ROWS(${x})*SUM(${x})),"")`,
        format: '0.000',
      }),
    ];
  });
  return [
    [{ value: say('balance.details'), style: 'headline' }],
    ...ofMetrics,
    engine(say('balance.meanKm'), plan.meanKm, '#,##0.0'),
    engine(say('balance.p90Km'), plan.p90Km, '#,##0.0'),
    engine(say('balance.meanKmUnbalanced'), plan.meanKmUnbalanced, '#,##0.0'),
    engine(say('balance.cost'), plan.cost, '0.000E+00'),
    engine(say('balance.bound'), plan.bound, '0.000E+00'),
    engine(say('balance.gap'), plan.gap, '0.00%'),
    figure(say('balance.inputHash'), { value: record.inputHash }),
    figure(say('balance.resultHash'), { value: record.resultHash }),
  ];
}
