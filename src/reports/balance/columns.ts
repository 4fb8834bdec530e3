import { amountFormat } from '../amounts';
import { inBandFormula, indexFormula, outOfBandFormula } from '../band';
import { hasOwners, isByRegion, ownColumn, type ReportContext } from '../context';
import { tableName, toleranceName } from '../names';
import { roleName } from '../overlays/words';
import { columnRef, criterion, headerRef, literal, sought, thisRow, type TableColumn } from '../spec';
import { metricColumns, sumFor, type MetricColumns } from './sums';
import { hasNamed, oversizedColumns, targetOf } from './targets';

/**
 * Columns of the table of territories, from the left: who, is it fair, how much; then further metrics, work and moves.
 * A column without data is not there.
 */
export function balanceColumns(context: ReportContext): TableColumn[] {
  const [first, ...further] = metricColumns(context).map((metric, m) => ofMetric(context, metric, m));
  return [
    ...ofTerritory(context),
    ...(first ?? []),
    ...further.flat(),
    ...ofSeat(context),
    ...oversizedColumns(context, me(context), isGone(context)),
    ...ofPods(context),
    ...ofWork(context),
    ...ofMoves(context),
    ...limits(context),
  ];
}

/** What stands in the rows of territories that were taken out of the list. */
export const GONE = '–';

const isGone = ({ say }: ReportContext): string => `${thisRow(say('plan.territory'))}=${literal(GONE)}`;

/** A column of the territory list, looked up for the territory of this row. */
function fromList(context: ReportContext, header: string): string {
  const list = ownColumn(context, 'territories', context.say('plan.territory'));
  const me = sought(thisRow(context.say('plan.territory')));
  return `INDEX(${ownColumn(context, 'territories', header)},MATCH(${me},${list},0))`;
}

const me = ({ say }: ReportContext): string => criterion(thisRow(say('plan.territory')));

function ofTerritory(context: ReportContext): TableColumn[] {
  const { say, layer, table, column } = context;
  const header = say('plan.territory');
  const list = ownColumn(context, 'territories', header);
  const position = `ROW()-ROW(${headerRef(tableName(layer, 'balance'), header)})`;
  return [
    // A row that was taken out of the list leaves a dash, not errors all over the sheet.
    { key: 'territory', header, cells: `=IFERROR(INDEX(${list},${position}),${literal(GONE)})` },
    { key: 'owner', header: say('balance.owner'), cells: textFrom(context, say('plan.owner')) },
    {
      key: 'accounts',
      header: say('balance.accounts'),
      cells: `=COUNTIFS(${columnRef(table, column.territory)},${me(context)})`,
      format: '#,##0',
      align: 'right',
    },
    ...(context.accepted === undefined
      ? []
      : [
          {
            key: 'accepted',
            header: say('balance.accepted'),
            cells: `=COUNTIFS(${columnRef(table, column.accepted)},${me(context)})`,
            format: '#,##0',
            align: 'right',
          } as const,
        ]),
  ];
}

const textFrom = (context: ReportContext, header: string): string =>
  `=IFERROR(${fromList(context, header)}&"","")`;

/** What is known of the seat besides its owner. */
function ofSeat(context: ReportContext): TableColumn[] {
  const { say, plan } = context;
  const some = (of: 'segment' | 'manager') => plan.territories.some((territory) => territory[of] !== '');
  const shareListed = `MAX(0,N(${fromList(context, say('plan.share'))}))`;
  const columns: TableColumn[] = [
    ...(some('segment')
      ? [{ key: 'segment', header: say('plan.segment'), cells: textFrom(context, say('plan.segment')) }]
      : []),
    ...(isByRegion(context)
      ? [{ key: 'region', header: say('plan.region'), cells: textFrom(context, say('plan.region')) }]
      : []),
    ...(some('manager')
      ? [{ key: 'manager', header: say('balance.manager'), cells: textFrom(context, say('plan.manager')) }]
      : []),
    { key: 'status', header: say('balance.status.column'), cells: textFrom(context, say('plan.status')) },
    // Of the territories that stand here alone: a row that is new in the list has no part before the next design.
    {
      key: 'share',
      header: say('plan.share'),
      // Named accounts are outside the balance: their seat has no part of what is shared.
      // What is typed there and is no number, or below 0, is none.
      cells: `=IF(${isGone(context)},"",${hasNamed(context) ? `IF(${thisRow(say('balance.status.column'))}=${literal(say('status.named'))},0,${shareListed})` : shareListed})`,
      format: '0.00',
      align: 'right',
    },
  ];
  return columns.map((column, c) => (c === 0 ? { ...column, indent: 1 } : column));
}

/** Who helps there, as the sheet of overlays has it now. */
function ofPods(context: ReportContext): TableColumn[] {
  const { say, layer, pods } = context;
  const table = tableName(layer, 'overlayPods');
  const me = sought(thisRow(say('plan.territory')));
  return pods.map((role, n) => {
    const header = roleName(say, role);
    const cells = `=IFERROR(INDEX(${columnRef(table, header)},MATCH(${me},${columnRef(table, say('plan.territory'))},0))&"","")`;
    return { key: `pod:${role.key}`, header, cells, ...(n === 0 ? { indent: 1 } : {}) };
  });
}

function ofMetric(context: ReportContext, metric: MetricColumns, m: number): TableColumn[] {
  const { layer, metrics } = context;
  const tolerance = toleranceName(layer, m);
  const spec = metrics[m];
  const format = spec === undefined ? '#,##0' : amountFormat(context, spec);
  const value: TableColumn = {
    ...metric.value,
    cells: `=${sumFor(context, m, me(context))}`,
    format,
    align: 'right',
  };
  const target: TableColumn = {
    ...metric.target,
    cells: `=IF(${isGone(context)},"",${targetOf(context, metric)})`,
    format,
    align: 'right',
  };
  const index: TableColumn = {
    ...metric.index,
    cells: `=${indexFormula(thisRow(metric.value.header), thisRow(metric.target.header))}`,
    format: '0%',
    align: 'right',
    conditional: [
      { kind: 'formula', formula: `=${outOfBandFormula('{cell}', tolerance, 'amber')}`, look: 'bad' },
      { kind: 'formula', formula: `=${outOfBandFormula('{cell}', tolerance, 'green')}`, look: 'warn' },
    ],
  };
  // A count is the column of accounts that stands there anyway. Of the first metric the share is seen first.
  const amounts = metric.value.key === 'accounts' ? [target] : [value, target];
  return m === 0 ? [index, inBand(context), ...amounts] : [...amounts, index];
}

function inBand(context: ReportContext): TableColumn {
  const { say, layer } = context;
  const all = metricColumns(context)
    .map(({ index }, m) => inBandFormula(thisRow(index.header), toleranceName(layer, m)))
    .join(',');
  return {
    key: 'inBand',
    header: say('balance.inBand'),
    cells: `=IF(${isGone(context)},"",IF(AND(${all}),${literal(say('sheet.yes'))},${literal(say('sheet.no'))}))`,
    align: 'center',
    conditional: [
      { kind: 'formula', formula: `={cell}=${literal(say('sheet.no'))}`, look: 'bad' },
      { kind: 'formula', formula: `={cell}=${literal(say('sheet.yes'))}`, look: 'good' },
    ],
  };
}

function ofWork(context: ReportContext): TableColumn[] {
  const { say, plan, table, column, workloadHeader } = context;
  const territory = columnRef(table, column.territory);
  const hours = thisRow(say('balance.workload'));
  const capacity = thisRow(say('balance.capacity'));
  const listed = fromList(context, say('plan.capacity'));
  const hasHours = workloadHeader !== undefined;
  // Hours that a seat could work say nothing without the hours that its accounts need.
  const hasCapacity = hasHours && plan.territories.some((t) => t.capacityHours !== undefined);
  const figure = (
    key: string,
    id: 'balance.workload' | 'balance.capacity' | 'balance.load',
    cells: string,
    format: string,
  ): TableColumn => ({ key, header: say(id), cells, format, align: 'right' });
  return [
    ...(hasHours
      ? [
          figure(
            'workload',
            'balance.workload',
            `=SUMIFS(${columnRef(table, workloadHeader)},${territory},${me(context)})`,
            '#,##0',
          ),
        ]
      : []),
    ...(hasCapacity
      ? [
          figure(
            'capacity',
            'balance.capacity',
            // A blank cell looked up is 0 to Excel.
            `=IFERROR(IF(${listed}="","",${listed}),"")`,
            '#,##0',
          ),
        ]
      : []),
    ...(hasCapacity
      ? [figure('load', 'balance.load', `=IF(N(${capacity})=0,"",${hours}/${capacity})`, '0%')]
      : []),
  ];
}

function ofMoves(context: ReportContext): TableColumn[] {
  const { say, table, column } = context;
  if (!hasOwners(context)) return [];
  const moves = `${columnRef(table, column.moved)},${literal(`${say('moved.rep')}*`)}`;
  const owner = thisRow(say('balance.owner'));
  const owners = ownColumn(context, 'balance', say('balance.owner'));
  const position = `ROW()-ROW(${headerRef(tableName(context.layer, 'balance'), say('balance.owner'))})`;
  const looks = { format: '#,##0', align: 'right' } as const;
  return [
    {
      key: 'in',
      header: say('balance.in'),
      cells: `=COUNTIFS(${columnRef(table, column.territory)},${me(context)},${moves})`,
      ...looks,
    },
    {
      key: 'out',
      header: say('balance.out'),
      // Of an owner of two territories it is not known from which one an account goes: all are counted at the first.
      cells:
        `=IF(${owner}="",0,IF(MATCH(${sought(owner)},${owners},0)<${position},0,` +
        `COUNTIFS(${columnRef(table, column.holder)},${criterion(owner)},${moves})))`,
      ...looks,
    },
  ];
}

/** The band around 1 of the first metric, for the chart. */
function limits({ say, layer }: ReportContext): TableColumn[] {
  const tolerance = toleranceName(layer, 0);
  return [
    { key: 'low', header: say('balance.low'), cells: `=1-${tolerance}`, format: '0%', align: 'right' },
    { key: 'high', header: say('balance.high'), cells: `=1+${tolerance}`, format: '0%', align: 'right' },
  ];
}
