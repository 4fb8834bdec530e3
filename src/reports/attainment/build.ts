import { metricColumns } from '../balance/sums';
import { caption, heading, headsOf } from '../blocks';
import { ownColumn } from '../context';
import { tableName, type TableKey } from '../names';
import { planNameIn } from '../plan-name';
import { printOf, widthOf } from '../print';
import { settingCell, settingTable } from '../setting-table';
import {
  columnRef,
  criterion,
  headerRef,
  literal,
  sought,
  thisRow,
  type CellSpec,
  type CellsBlock,
  type SheetSpec,
  type TableBlock,
  type TableColumn,
} from '../spec';
import type { AttainmentContext, Booked } from './context';
import { ATTAINMENT_SETTINGS, COLUMNS, SETTING_MEANS, SETTING_WORDS, WHY_WORDS } from './layout';

const PERIODS = Array.from({ length: 12 }, (_, n) => n + 1);
const SETTINGS_ROW = 5;
const CHECKS_ROW = SETTINGS_ROW + ATTAINMENT_SETTINGS.length + 3;
const CHECKS = 3;
const TERRITORIES_ROW = CHECKS_ROW + CHECKS + 3;
const WIDTHS = [34, 26, 18, 18, 18, 22, 12, 26, 34, 18];

/** The sheet as it is going to be written. */
export function build(context: AttainmentContext): SheetSpec {
  const { say, layer, record, at, booked, hasQuota } = context;
  const title = say('attainment.title', { plan: planNameIn(say, record.settings) });
  const periodsRow = TERRITORIES_ROW + record.territories.length + 4;
  const creditsRow = periodsRow + (hasQuota ? PERIODS.length + 4 : 0);
  return {
    layer,
    key: 'attainment',
    name: say('sheet.attainment'),
    blocks: [
      heading(
        title,
        booked.from === 'table'
          ? say('attainment.fromTable', { name: booked.name })
          : say('attainment.fromList', { header: booked.header }),
        say(hasQuota ? 'attainment.note' : 'attainment.noQuota'),
      ),
      settingsTable(context),
      checks(context),
      caption(TERRITORIES_ROW - 1, say('attainment.territories')),
      territoriesTable(context),
      ...(hasQuota
        ? [caption(periodsRow - 1, say('attainment.periods')), periodsTable(context, periodsRow)]
        : []),
      ...(booked.from === 'table'
        ? [
            caption(creditsRow - 1, say('attainment.credits')),
            creditsTable(context, booked.credits, creditsRow),
          ]
        : []),
    ],
    names: [],
    charts: [],
    conditional: [
      {
        row: CHECKS_ROW,
        column: 1,
        rows: CHECKS,
        columns: 1,
        spec: { kind: 'formula', formula: '=ABS(N({cell}))>0.005', look: 'warn' },
      },
    ],
    widths: WIDTHS,
    freezeRows: 0,
    print: printOf(say, title, at, widthOf(WIDTHS), { titleColumn: 0 }),
  };
}

const own = ({ say }: AttainmentContext, key: keyof typeof COLUMNS.attainment): string =>
  thisRow(say(COLUMNS.attainment[key]));

const column = <Key extends TableKey & keyof typeof COLUMNS>(
  { say, layer }: AttainmentContext,
  table: Key,
  key: keyof (typeof COLUMNS)[Key] & string,
): string =>
  columnRef(
    tableName(layer, table),
    say(COLUMNS[table][key as keyof (typeof COLUMNS)[Key]] as 'plan.territory'),
  );

/** The day up to which is counted. */
function asOf(context: AttainmentContext): string {
  const cell = settingCell(context, 'attainmentSettings', context.say(SETTING_WORDS.asOf));
  return `IF(ISNUMBER(${cell}),${cell},TODAY())`;
}

/** The first day of the year that is counted: that of the quotas, else of the calendar. */
const firstDay = (context: AttainmentContext): string =>
  context.hasQuota
    ? `INDEX(${ownColumn(context, 'quotaMonths', context.say('quota.first'))},1)`
    : `DATE(YEAR(${asOf(context)}),1,1)`;

const settingsTable = ({ say, layer, typed }: AttainmentContext): TableBlock => {
  const table = settingTable({
    say,
    layer,
    table: 'attainmentSettings',
    at: { row: SETTINGS_ROW, column: 0 },
    keys: ATTAINMENT_SETTINGS,
    label: (key) => say(SETTING_WORDS[key]),
    value: (key) => typed.get(key) ?? '',
    format: () => say('sheet.dateFormat'),
    means: (key) => say(SETTING_MEANS[key]),
  });
  return {
    ...table,
    known: ['setting'],
    columns: table.columns.map((one) => (one.key === 'value' ? { ...one, typed: true } : one)),
  };
};

/** What is booked and in no row of the territories, and whether what it was made from has changed since. */
function checks(context: AttainmentContext): CellsBlock {
  const { say, booked, money } = context;
  const line = (text: string, formula: string, format = money): CellSpec[] => [
    { value: text, style: 'label' },
    { formula: `=${formula}`, format, style: 'figure' },
  ];
  const credited = column(context, 'attainment', 'credit');
  return {
    kind: 'cells',
    row: CHECKS_ROW,
    column: 0,
    cells:
      booked.from === 'list'
        ? [
            line(
              say('attainment.elsewhere'),
              `ROUND(SUM(${columnRef(context.table, booked.header)})-SUM(${credited}),2)`,
            ),
          ]
        : [
            line(
              say('attainment.elsewhere'),
              `ROUND(SUMIFS(${column(context, 'credits', 'credit')},${within(context)})-SUM(${credited}),2)`,
            ),
            line(say('attainment.changed'), `ROUND(SUM(${booked.amounts})-${String(booked.total)},2)`),
            [
              { value: say('attainment.unread'), style: 'label' },
              { value: booked.unread, format: '#,##0', style: 'figure' },
            ],
          ],
  };
}

/** Criteria of credits of the year, up to the day. */
const within = (context: AttainmentContext): string => {
  const day = column(context, 'credits', 'closed');
  return `${day},">="&${firstDay(context)},${day},"<="&${asOf(context)}`;
};

function territoriesTable(context: AttainmentContext): TableBlock {
  const { say, layer, record, booked, hasQuota, money } = context;
  const head = headsOf(say, COLUMNS.attainment);
  const rows = ownColumn(context, 'balance', say('plan.territory'));
  const position = `ROW()-ROW(${headerRef(tableName(layer, 'attainment'), say('plan.territory'))})`;
  const ofBalance = (header: string) =>
    `IFERROR(INDEX(${ownColumn(context, 'balance', header)},MATCH(${sought(own(context, 'territory'))},${rows},0)),"")`;
  const figure = (key: keyof typeof COLUMNS.attainment, formula: string, format: string): TableColumn => ({
    ...head(key),
    cells: `=${formula}`,
    format,
    align: 'right',
  });
  const [first] = metricColumns(context);
  const attained = column(context, 'attainment', 'attained');
  return {
    kind: 'table',
    row: TERRITORIES_ROW,
    column: 0,
    name: tableName(layer, 'attainment'),
    rows: record.territories.length,
    known: ['territory'],
    columns: [
      { ...head('territory'), cells: `=IFERROR(INDEX(${rows},${position}),"")` },
      { ...head('owner'), cells: `=${ofBalance(say('balance.owner'))}&""` },
      ...(first === undefined ? [] : [figure('share', ofBalance(first.index.header), '0%')]),
      ...(hasQuota ? [figure('quota', toDate(context), money)] : []),
      figure('credit', creditOf(context, booked), money),
      ...(hasQuota
        ? [
            figure(
              'attained',
              `IF(N(${own(context, 'quota')})<=0,"",${own(context, 'credit')}/${own(context, 'quota')})`,
              '0%',
            ),
            figure(
              'place',
              `IF(ISNUMBER(${own(context, 'attained')}),RANK(${own(context, 'attained')},${attained}),"")`,
              '0',
            ),
          ]
        : []),
    ],
  };
}

/** Quota of the periods that have gone, and of the part of the one that is running. */
function toDate(context: AttainmentContext): string {
  const { say } = context;
  const seats = ownColumn(context, 'quotaSeatMonths', say('plan.territory'));
  const row = `MATCH(${sought(own(context, 'territory'))},${seats},0)`;
  const sum = PERIODS.map((n) => {
    const amount = ownColumn(context, 'quotaSeatMonths', say('quota.inPeriod', { n }));
    return `N(INDEX(${amount},${row}))*INDEX(${column(context, 'attainmentPeriods', 'gone')},${n})`;
  }).join('+');
  return `IFERROR(ROUND(${sum},2),0)`;
}

function creditOf(context: AttainmentContext, booked: Booked): string {
  const { say, table, record } = context;
  const me = criterion(own(context, 'territory'));
  if (booked.from === 'table')
    return (
      `ROUND(SUMIFS(${column(context, 'credits', 'credit')},${column(context, 'credits', 'territory')},${me},` +
      `${column(context, 'credits', 'rep')},${criterion(own(context, 'owner'))},${within(context)}),2)`
    );
  const now = `SUMIFS(${columnRef(table, booked.header)},${columnRef(table, context.column.accepted)},${me})`;
  if (booked.isLogged) {
    const brought = ownColumn(context, 'changeLog', say('log.booked'));
    const where = (id: 'compare.from' | 'compare.to') =>
      `SUMIFS(${brought},${ownColumn(context, 'changeLog', say(id))},${me})`;
    return `ROUND(${now}-${where('compare.to')}+${where('compare.from')},2)`;
  }
  const names = record.territories.map(({ name }) => literal(name)).join(',');
  const came = booked.came.every((sum) => sum === 0)
    ? ''
    : `-IFERROR(CHOOSE(MATCH(${own(context, 'territory')},{${names}},0),${booked.came.join(',')}),0)`;
  return `ROUND(${now}${came},2)`;
}

/** How much of each month has gone by. */
function periodsTable(context: AttainmentContext, row: number): TableBlock {
  const { say, layer } = context;
  const head = headsOf(say, COLUMNS.attainmentPeriods);
  const mine = (key: keyof typeof COLUMNS.attainmentPeriods) => thisRow(say(COLUMNS.attainmentPeriods[key]));
  const calendar = (id: 'quota.first' | 'quota.last') =>
    `=INDEX(${ownColumn(context, 'quotaMonths', say(id))},${mine('period')})`;
  const days = say('sheet.dateFormat');
  return {
    kind: 'table',
    row,
    column: 0,
    name: tableName(layer, 'attainmentPeriods'),
    rows: PERIODS.length,
    columns: [
      { ...head('period'), cells: [...PERIODS], align: 'left' },
      { ...head('first'), cells: calendar('quota.first'), format: days, align: 'left' },
      { ...head('last'), cells: calendar('quota.last'), format: days, align: 'left' },
      {
        ...head('gone'),
        cells: `=MAX(0,MIN(1,(INT(${asOf(context)})-${mine('first')}+1)/(${mine('last')}-${mine('first')}+1)))`,
        format: '0%',
        align: 'right',
      },
    ],
  };
}

/** Whom each booking is credited to: a value, for the owner on that day is nothing that a formula knows. */
function creditsTable(
  context: AttainmentContext,
  credits: Extract<Booked, { from: 'table' }>['credits'],
  row: number,
): TableBlock {
  const { say, layer, money } = context;
  const head = headsOf(say, COLUMNS.credits);
  const mine = (key: keyof typeof COLUMNS.credits) => thisRow(say(COLUMNS.credits[key]));
  const text = (key: keyof typeof COLUMNS.credits, cells: readonly string[]): TableColumn => ({
    ...head(key),
    cells,
    align: 'left',
  });
  const number = (key: keyof typeof COLUMNS.credits, cells: TableColumn['cells'], format: string) => ({
    ...head(key),
    cells,
    format,
    align: 'right' as const,
  });
  return {
    kind: 'table',
    row,
    column: 0,
    name: tableName(layer, 'credits'),
    rows: credits.length,
    columns: [
      text(
        'deal',
        credits.map(({ deal }) => deal),
      ),
      text(
        'account',
        credits.map(({ account }) => account),
      ),
      number(
        'closed',
        credits.map(({ closed }) => closed),
        say('sheet.dateFormat'),
      ),
      number(
        'amount',
        credits.map(({ amount }) => amount),
        money,
      ),
      number(
        'split',
        credits.map(({ split }) => split),
        '0%',
      ),
      text(
        'rep',
        credits.map(({ rep }) => rep),
      ),
      text(
        'id',
        credits.map(({ id }) => id),
      ),
      {
        ...head('territory'),
        cells: `=IFERROR(INDEX(${ownColumn(context, 'territories', say('plan.territory'))},MATCH(${mine('id')},${ownColumn(context, 'territories', say('plan.id'))},0)),"")`,
      },
      text(
        'why',
        credits.map(({ why }) => say(WHY_WORDS[why])),
      ),
      number('credit', `=ROUND(${mine('amount')}*${mine('split')},2)`, money),
    ],
  };
}
