import { inBandFormula, indexFormula, outOfBandFormula } from '../band';
import { ownColumn, type ReportContext } from '../context';
import { tableName, toleranceName } from '../names';
import { columnRef, criterion, headerRef, literal, sought, thisRow, type TableColumn } from '../spec';
import { metricColumns, sumFor, type MetricColumns } from './sums';

/** Columns of the table of territories, from the left. Those of further metrics stand behind *In band?*. */
export function balanceColumns(context: ReportContext): TableColumn[] {
  const [first, ...further] = metricColumns(context).map((metric, m) => ofMetric(context, metric, m));
  return [
    ...ofTerritory(context),
    ...(first ?? []),
    inBand(context),
    ...further.flat(),
    ...ofWork(context),
    ...ofMoves(context),
    ...limits(context),
  ];
}

/** A column of the territory list, looked up for the territory of this row. */
function fromList(context: ReportContext, header: string): string {
  const list = ownColumn(context, 'territories', context.say('plan.territory'));
  const me = sought(thisRow(context.say('plan.territory')));
  return `INDEX(${ownColumn(context, 'territories', header)},MATCH(${me},${list},0))`;
}

function ofTerritory(context: ReportContext): TableColumn[] {
  const { say, layer, table, column } = context;
  const header = say('plan.territory');
  const list = ownColumn(context, 'territories', header);
  const position = `ROW()-ROW(${headerRef(tableName(layer, 'balance'), header)})`;
  const text = (of: string) => `=IFERROR(${fromList(context, of)}&"","")`;
  return [
    { key: 'territory', header, cells: `=INDEX(${list},${position})` },
    { key: 'owner', header: say('balance.owner'), cells: text(say('plan.owner')) },
    { key: 'manager', header: say('balance.manager'), cells: text(say('plan.manager')) },
    { key: 'status', header: say('balance.status.column'), cells: text(say('plan.status')) },
    {
      key: 'accounts',
      header: say('balance.accounts'),
      cells: `=COUNTIFS(${columnRef(table, column.territory)},${criterion(thisRow(header))})`,
      format: '#,##0',
    },
  ];
}

function ofMetric(context: ReportContext, metric: MetricColumns, m: number): TableColumn[] {
  const { say, layer } = context;
  const shares = ownColumn(context, 'territories', say('plan.share'));
  const value: TableColumn = {
    ...metric.value,
    cells: `=${sumFor(context, m, criterion(thisRow(say('plan.territory'))))}`,
    format: '#,##0',
    align: 'right',
  };
  const total = `SUM(${ownColumn(context, 'balance', metric.value.header)})`;
  const target: TableColumn = {
    ...metric.target,
    cells: `=IFERROR(${total}*${fromList(context, say('plan.share'))}/SUM(${shares}),0)`,
    format: '#,##0',
  };
  const index: TableColumn = {
    ...metric.index,
    cells: `=${indexFormula(thisRow(metric.value.header), thisRow(metric.target.header))}`,
    format: '0.00',
    conditional: [
      {
        kind: 'formula',
        formula: `=${outOfBandFormula('{cell}', toleranceName(layer, m))}`,
        look: 'bad',
      },
    ],
  };
  // A count is the column of accounts that stands there anyway.
  return metric.value.key === 'accounts' ? [target, index] : [value, target, index];
}

function inBand(context: ReportContext): TableColumn {
  const { say, layer } = context;
  const all = metricColumns(context)
    .map(({ index }, m) => inBandFormula(thisRow(index.header), toleranceName(layer, m)))
    .join(',');
  return {
    key: 'inBand',
    header: say('balance.inBand'),
    cells: `=IF(AND(${all}),${literal(say('sheet.yes'))},${literal(say('sheet.no'))})`,
    align: 'center',
    conditional: [
      { kind: 'formula', formula: `={cell}=${literal(say('sheet.no'))}`, look: 'bad' },
      { kind: 'formula', formula: `={cell}=${literal(say('sheet.yes'))}`, look: 'good' },
    ],
  };
}

function ofWork(context: ReportContext): TableColumn[] {
  const { say, plan, table, column, workloadHeader } = context;
  const noData = literal(say('sheet.noData'));
  const territory = columnRef(table, column.territory);
  const hours = thisRow(say('balance.workload'));
  const capacity = thisRow(say('balance.capacity'));
  const listed = fromList(context, say('plan.capacity'));
  return [
    {
      key: 'workload',
      header: say('balance.workload'),
      cells:
        workloadHeader === undefined
          ? `=${noData}`
          : `=SUMIFS(${columnRef(table, workloadHeader)},${territory},${criterion(thisRow(say('plan.territory')))})`,
      format: '#,##0',
      align: 'right',
    },
    {
      key: 'capacity',
      header: say('balance.capacity'),
      cells: plan.territories.some((t) => t.capacityHours !== undefined)
        ? `=IF(${listed}="",${noData},${listed})`
        : `=${noData}`,
      format: '#,##0',
      align: 'right',
    },
    {
      key: 'load',
      header: say('balance.load'),
      cells: `=IF(AND(ISNUMBER(${hours}),ISNUMBER(${capacity})),${hours}/${capacity},${noData})`,
      format: '0%',
      align: 'right',
    },
  ];
}

function ofMoves({ say, table, column, ownerHeader }: ReportContext): TableColumn[] {
  const territory = columnRef(table, column.territory);
  const moves = `${columnRef(table, column.moved)},${literal(`${say('moved.yes')}*`)}`;
  const me = criterion(thisRow(say('plan.territory')));
  const owner = thisRow(say('balance.owner'));
  const noData = `=${literal(say('sheet.noData'))}`;
  const looks = { format: '#,##0', align: 'right' } as const;
  return [
    {
      key: 'in',
      header: say('balance.in'),
      cells: ownerHeader === undefined ? noData : `=COUNTIFS(${territory},${me},${moves})`,
      ...looks,
    },
    {
      key: 'out',
      header: say('balance.out'),
      cells:
        ownerHeader === undefined
          ? noData
          : `=IF(${owner}="",0,COUNTIFS(${columnRef(table, ownerHeader)},${criterion(owner)},${moves}))`,
      ...looks,
    },
  ];
}

/** The band around 1 of the first metric, for the chart. */
function limits({ say, layer }: ReportContext): TableColumn[] {
  const tolerance = toleranceName(layer, 0);
  return [
    { key: 'low', header: say('balance.low'), cells: `=1-${tolerance}`, format: '0.00' },
    { key: 'high', header: say('balance.high'), cells: `=1+${tolerance}`, format: '0.00' },
  ];
}
