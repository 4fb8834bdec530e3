import type { MessageId } from '../../text/say';
import { periodsOf } from '../../quota/calendar';
import { asIssued } from '../../quota/issue';
import { rampOf } from '../../quota/seats';
import { tableName } from '../names';
import { planNameIn } from '../plan-name';
import { printOf, widthOf } from '../print';
import type { TableColumns } from '../sheet';
import { COLUMNS } from './calendar-layout';
import { literal, sought, type CellsBlock, type SheetSpec, type TableBlock, type TableColumn } from '../spec';
import { rampFormula, rampPeriod, seatPeriod } from './calendar-formulas';
import type { QuotaContext } from './context';
import { conventionCells, dayIn, formulas, inForce, NEVER } from './formulas';
import { movedBy } from './moves-tables';

const PERIODS = Array.from({ length: 12 }, (_, m) => m);
const MONTHS = { row: 3, column: 0 } as const;
const SEATS_ROW = MONTHS.row + 1 + 12 + 3;
/** Columns that are read: up to the twelve months. */
const SHOWN = 23;
/** Id, territory and rep stand beside their months, too. */
const TITLES = 3;
const WIDTHS = [12, 26, 20, 17, 13, 13, ...Array<number>(5).fill(17), ...Array<number>(12).fill(15)];
const FOLDED = 12 + 12 + 8;
/** Once quotas are issued: ramp, active part and part of each month by the conventions of the issue, and their sums. */
const FOLDED_AT_ISSUE = 3 * 12 + 3;

/** The sheet as it is going to be written. */
export function build(context: QuotaContext): SheetSpec {
  const { say, layer, record, quota } = context;
  const title = say('quota.calendar.title', { plan: planNameIn(say, record.settings) });
  const folded = FOLDED + (quota.issued === undefined ? 0 : FOLDED_AT_ISSUE);
  const widths = [...WIDTHS, ...Array<number>(folded).fill(12)];
  return {
    layer,
    key: 'quota-calendar',
    name: say('sheet.quotaCalendar'),
    blocks: [
      {
        kind: 'cells',
        row: 0,
        column: 0,
        cells: [[{ value: title, style: 'title' }], [{ value: say('quota.calendar.note'), style: 'note' }]],
      },
      monthsTable(context),
      periodHeads(context),
      seatsTable(context),
    ],
    names: [],
    charts: [],
    conditional: [],
    widths,
    hidden: Array.from({ length: folded }, (_, c) => SHOWN + c),
    freezeRows: 3,
    print: printOf(say, title, record.designedAt, widthOf(WIDTHS), {
      columns: SHOWN,
      titleColumn: 0,
      titleColumns: TITLES,
      titleRow: SEATS_ROW,
      bands: [
        {
          row: 0,
          rows: SEATS_ROW + 1 + context.seats.length,
          columns: SHOWN,
          goesOn: { row: SEATS_ROW - 1, rows: 2 + context.seats.length },
          parts: [SHOWN - PERIODS.length],
        },
      ],
    }),
  };
}

/** Columns of which there are several: a quarter, a month, and what is behind a month. */
const SEVERAL = {
  q: 'quota.inQuarter',
  m: 'quota.inPeriod',
  a: 'quota.activeIn',
  p: 'quota.partIn',
  r: 'quota.rampAtIssue',
  b: 'quota.activeInAtIssue',
  i: 'quota.partInAtIssue',
} as const satisfies TableColumns;

const header = ({ say }: QuotaContext, key: string, n?: number): string => {
  const ids: Readonly<Record<string, MessageId>> = {
    ...COLUMNS.quotaMonths,
    ...COLUMNS.quotaSeatMonths,
    ...SEVERAL,
  };
  const id = ids[key];
  if (id === undefined) throw new RangeError(`There is no column ${key}.`);
  return say(id, n === undefined ? {} : { n });
};

function monthsTable(context: QuotaContext): TableBlock {
  const { say, layer, quota } = context;
  const money = context.moneyToTheCent;
  const { own, setting, is, column } = formulas(context);
  const n = own(say('quota.period'));
  const year = setting('fiscalYear');
  const starts = (after: string) =>
    `IF(${is('periods', '445')},${year}+7*(13*INT((${after})/3)+4*MOD(${after},3)),EDATE(${year},${after}))`;
  const all = (key: keyof typeof COLUMNS.quotaMonths) => column('quotaMonths', header(context, key));
  const figure = (key: keyof typeof COLUMNS.quotaMonths, cells: TableColumn['cells'], format: string) => ({
    key,
    header: header(context, key),
    cells,
    format,
    align: 'right' as const,
  });
  return {
    kind: 'table',
    ...MONTHS,
    name: tableName(layer, 'quotaMonths'),
    rows: 12,
    columns: [
      { key: 'month', header: say('quota.period'), cells: PERIODS.map((m) => m + 1), align: 'left' },
      { ...figure('first', `=${starts(`${n}-1`)}`, say('sheet.dateFormat')), align: 'left' },
      { ...figure('last', `=${starts(n)}-1`, say('sheet.dateFormat')), align: 'left' },
      figure('days', `=${own(say('quota.last'))}-${own(say('quota.first'))}+1`, '0'),
      { ...figure('season', [...quota.season], '0.##'), style: 'input' },
      figure(
        'weight',
        `=IF(${is('calendar', 'days')},${own(say('quota.days'))}/SUM(${all('days')}),` +
          `IF(OR(${is('calendar', 'months')},SUMIF(${all('season')},">0")=0),1/12,MAX(0,N(${own(say('quota.season'))}))/SUMIF(${all('season')},">0")))`,
        '0.00%',
      ),
      figure('quarter', `=INT((${n}+2)/3)`, '0'),
      figure(
        'quota',
        `=SUM(INDEX(${tableName(layer, 'quotaSeatMonths')}[[${header(context, 'm', 1)}]:[${header(context, 'm', 12)}]],0,${n}))`,
        money,
      ),
      ...(quota.issued === undefined ? [] : monthsAtIssue(context, figure)),
    ],
  };
}

/** The periods as they were when quotas were issued: values, which nothing changes. What is another now is red. */
function monthsAtIssue(
  context: QuotaContext,
  figure: (key: keyof typeof COLUMNS.quotaMonths, cells: TableColumn['cells'], format: string) => TableColumn,
): TableColumn[] {
  const { say, quota, seats, year } = context;
  const then = asIssued(quota, year, seats);
  const periods = periodsOf(then.year, then.settings);
  const differs = (own: string): TableColumn['conditional'] => [
    { kind: 'formula', formula: `=ABS({cell}-${own})>0.000001`, look: 'bad' },
  ];
  const row = MONTHS.row + 2;
  return [
    {
      ...figure(
        'firstAtIssue',
        periods.map(({ start }) => start),
        say('sheet.dateFormat'),
      ),
      align: 'left',
      indent: 1,
      conditional: differs(`$B${row}`) ?? [],
    },
    {
      ...figure(
        'lastAtIssue',
        periods.map(({ end }) => end),
        say('sheet.dateFormat'),
      ),
      align: 'left',
      conditional: differs(`$C${row}`) ?? [],
    },
    {
      ...figure(
        'weightAtIssue',
        periods.map(({ weight }) => weight),
        '0.00%',
      ),
      conditional: differs(`$F${row}`) ?? [],
    },
  ];
}

/** Above the months of the seats: which ones these are, wherever the fiscal year begins. */
function periodHeads(context: QuotaContext): CellsBlock {
  const { say } = context;
  const { first } = conventionCells(context, inForce(context));
  return {
    kind: 'cells',
    row: SEATS_ROW - 1,
    column: 0,
    cells: [
      [
        { value: say('quota.months.title'), style: 'headline' },
        ...Array<null>(SHOWN - 13).fill(null),
        ...PERIODS.map((m) => ({
          formula: `=INDEX(${first},${m + 1})`,
          format: 'mmm yyyy',
          style: 'sectionFigure' as const,
        })),
      ],
    ],
  };
}

function seatsTable(context: QuotaContext): TableBlock {
  const { say, layer, seats, quota } = context;
  const money = context.moneyToTheCent;
  const { own, column } = formulas(context);
  const isIssued = quota.issued !== undefined;
  const weights = conventionCells(context, inForce(context)).weight;
  const at = (key: string, n?: number) => own(header(context, key, n));
  const id = at('id');
  const seat = (title: string) =>
    `INDEX(${column('quotaSeats', title)},MATCH(${sought(id)},${column('quotaSeats', say('plan.id'))},0))`;
  const day = (title: string) => dayIn(seat(title));
  const figure = (key: string, cells: TableColumn['cells'], format: string, n?: number): TableColumn => ({
    key: n === undefined ? key : `${key}:${n}`,
    header: header(context, key, n),
    cells,
    format,
    align: 'right',
  });
  const text = (key: 'territory' | 'rep', title: string): TableColumn => ({
    key,
    header: header(context, key),
    cells: `=IFERROR(${seat(title)}&"","")`,
  });
  const sum = (key: string, from: number, to: number) =>
    `SUM(${tableName(layer, 'quotaSeatMonths')}[@[${header(context, key, from)}]:[${header(context, key, to)}]])`;
  const isOpen = `${seat(say('balance.status.column'))}=${literal(say('status.tbh'))}`;
  const ramp = tableName(layer, 'quotaRamps');
  const shareInForce = at(isIssued ? 'shareAtIssue' : 'share');
  /** What accounts brought or took since the issue is due from their day on. */
  const moved =
    context.moves.length === 0
      ? ''
      : `-SUMIFS(${column('quota', say('quota.moved'))},${column('quota', say('plan.id'))},${id})`;
  /** The part of the quota that is due by the end of a period; by the season alone where nobody is there. */
  const due = (n: number) =>
    n === 0
      ? '0'
      : `(ROUND((${at('quota')}${moved})*IF(${shareInForce}=0,SUMIFS(${weights},${column('quotaMonths', say('quota.period'))},"<=${n}"),${sum(isIssued ? 'i' : 'p', 1, n)}/${shareInForce}),${context.digits})+${movedBy(context, id, n)})`;
  const presence = {
    from: at('from'),
    until: at('until'),
    leaveFrom: at('leaveFrom'),
    leaveTo: at('leaveTo'),
  };
  const period = seatPeriod(context, presence, 'now');
  /** A month of the ramp, from 1; beyond the twelfth there is none. */
  const rampMonth = (m: number, begins: 'rampPeriod' | 'rampPeriodAtIssue') =>
    `MAX(1,${m + 1}-${at(begins)})`;
  return {
    kind: 'table',
    row: SEATS_ROW,
    column: 0,
    name: tableName(layer, 'quotaSeatMonths'),
    rows: seats.length,
    columns: [
      { key: 'id', header: header(context, 'id'), cells: seats.map((one) => one.id) },
      text('territory', say('plan.territory')),
      text('rep', say('quota.rep')),
      figure(
        'quota',
        `=SUMIFS(${column('quota', say('quota.inForce'))},${column('quota', say('plan.id'))},${id})`,
        money,
      ),
      figure('share', `=${sum('p', 1, 12)}`, '0.0%'),
      figure('active', `=${sum('a', 1, 12)}`, '0.0%'),
      ...[1, 2, 3, 4].map((q) => figure('q', `=${sum('m', 3 * q - 2, 3 * q)}`, money, q)),
      figure('year', `=${sum('q', 1, 4)}`, money),
      ...PERIODS.map((m) => figure('m', `=ROUND(${due(m + 1)}-${due(m)},2)`, money, m + 1)),
      ...PERIODS.map((m) => figure('a', `=${period(m + 1)}`, '0.00%', m + 1)),
      ...PERIODS.map((m) => {
        const month = rampMonth(m, 'rampPeriod');
        const part = `INDEX(${ramp}[[${say('quota.month', { month: 1 })}]:[${say('quota.month', { month: 12 })}]],MAX(1,${at('ramp')}),MIN(12,${month}))`;
        return figure(
          'p',
          // A blank month of a ramp is a whole one, and so is one that cannot be: it is told on Quota.
          `=${at('a', m + 1)}*IF(OR(${at('ramp')}=0,${at('rampFrom')}=0,${month}>12),1,` +
            `IF(ISNUMBER(${part}),IF((${part}>=0)*(${part}<=1)=1,${part},1),1))`,
          '0.00%',
          m + 1,
        );
      }),
      figure(
        'from',
        `=IFERROR(IF(${day(say('quota.start'))}>0,INT(${day(say('quota.start'))}),IF(${isOpen},${NEVER},` +
          `IF(${day(say('quota.hired'))}>0,INT(${day(say('quota.hired'))}),1))),${NEVER})`,
        say('sheet.dateFormat'),
      ),
      figure(
        'until',
        `=IFERROR(IF(${day(say('quota.end'))}>0,INT(${day(say('quota.end'))}),${NEVER}),1)`,
        say('sheet.dateFormat'),
      ),
      figure('leaveFrom', `=IFERROR(INT(${day(say('quota.leaveFrom'))}),0)`, say('sheet.dateFormat')),
      figure('leaveTo', `=IFERROR(INT(${day(say('quota.leaveTo'))}),0)`, say('sheet.dateFormat')),
      figure('ramp', rampFormula(context, seat), '0'),
      figure(
        'rampFrom',
        // A rep who only changes seats does not ramp: the day of hire decides. Who is to be hired has no other than the start.
        `=IFERROR(IF(${day(say('quota.hired'))}>0,INT(${day(say('quota.hired'))}),IF(${isOpen},INT(${day(say('quota.start'))}),0)),0)`,
        say('sheet.dateFormat'),
      ),
      figure('rampPeriod', `=${rampPeriod(context, at('rampFrom'), 'now')}`, '0'),
      { key: 'writtenFor', header: header(context, 'writtenFor'), cells: seats.map(({ owner }) => owner) },
      ...(isIssued ? atIssue() : []),
    ],
  };

  /** The same by the conventions of the issue: days as they are now, the ramp and the year as they were. */
  function atIssue(): TableColumn[] {
    const then = asIssued(quota, context.year, seats);
    const ramps = then.seats.map(({ role, segment }) => rampOf(role, segment, then.settings.ramps));
    const active = seatPeriod(context, presence, 'issue');
    const ramp = (m: number) =>
      `INDEX(${tableName(layer, 'quotaSeatMonths')}[@[${header(context, 'r', 1)}]:[${header(context, 'r', 12)}]],1,MIN(12,${rampMonth(m, 'rampPeriodAtIssue')}))`;
    return [
      ...PERIODS.map((m) =>
        figure(
          'r',
          ramps.map((one) => one?.[m] ?? 1),
          '0%',
          m + 1,
        ),
      ),
      ...PERIODS.map((m) => figure('b', `=${active(m + 1)}`, '0.00%', m + 1)),
      ...PERIODS.map((m) =>
        figure(
          'i',
          `=${at('b', m + 1)}*IF(OR(${at('rampFrom')}=0,${rampMonth(m, 'rampPeriodAtIssue')}>12),1,N(${ramp(m)}))`,
          '0.00%',
          m + 1,
        ),
      ),
      figure('rampPeriodAtIssue', `=${rampPeriod(context, at('rampFrom'), 'issue')}`, '0'),
      figure('shareAtIssue', `=${sum('i', 1, 12)}`, '0.0%'),
      figure('activeAtIssue', `=${sum('b', 1, 12)}`, '0.0%'),
    ];
  }
}
