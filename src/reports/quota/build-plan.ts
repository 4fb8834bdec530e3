import { caption } from '../blocks';
import type { Cell } from '../../plan/cells';
import { overOf, USUAL_SETTINGS } from '../../plan/quota';
import { tableName, type TableKey } from '../names';
import { planNameIn } from '../plan-name';
import { printOf, widthOf } from '../print';
import { sentence } from '../sentence';
import { roomFor } from '../room';
import { literal, sought, type Block, type SheetSpec, type TableBlock } from '../spec';
import type { QuotaContext } from './context';
import { dayIn, formulas } from './formulas';
import {
  besideSettings,
  CHOICES_AT,
  COLUMNS,
  COUNTED_AT,
  LINES,
  PRINTED,
  QUOTA_SETTINGS,
  rampMonth,
  rampsRow,
  seatsRow,
  SETTINGS,
  SPARE_LINES,
  WIDTHS,
  type QuotaSetting,
} from './plan-layout';
import {
  choiceList,
  choiceNames,
  choicesBlock,
  countedBlock,
  COUNTED_COLUMNS,
  roomBelow,
  settingNames,
  settingsTable,
} from './settings-block';
import { wordOf, type Choice } from './words';

const LISTED: readonly Choice[] = [
  'component',
  'method',
  'periods',
  'calendar',
  'midMonth',
  'leave',
  'overrides',
  'moves',
];

/** Columns of what settings count as, and of choices. */
const FOLDED = Array.from({ length: COUNTED_COLUMNS + LISTED.length }, (_, c) => COUNTED_AT.column + c);

/** The sheet as it is going to be written. */
export function build(context: QuotaContext): SheetSpec {
  const { say, layer, record, lines, seats, quota } = context;
  const title = say('quota.plan.title', { plan: planNameIn(say, record.settings) });
  const blocks: Block[] = [
    {
      kind: 'cells',
      row: 0,
      column: 0,
      cells: [[{ value: title, style: 'title' }], [{ value: say('quota.plan.note'), style: 'note' }]],
    },
    linesTable(context),
    caption(seatsRow(lines.length), say('quota.seats.title')),
    seatsTable(context),
    caption(rampsRow(lines.length, seats.length), say('quota.ramps.title')),
    rampsTable(context),
    settingsTable(context, 'quotaSettings', SETTINGS, COUNTED_AT.column, QUOTA_SETTINGS, values(context), {
      ...FORMATS,
      fiscalYear: say('sheet.dateFormat'),
      unit: context.money,
    }),
    countedBlock(context, QUOTA_SETTINGS, SETTINGS, COUNTED_AT.column, usual(context)),
    choicesBlock(context, LISTED, CHOICES_AT),
  ];
  const widths = besideSettings(roomFor(blocks, WIDTHS));
  return {
    layer,
    key: 'quota-plan',
    name: say('sheet.quotaPlan'),
    blocks,
    names: [
      ...settingNames(context, QUOTA_SETTINGS, COUNTED_AT, 'unread'),
      ...choiceNames(context, LISTED, CHOICES_AT),
      roomBelow(context, 'lines', { ...LINES, column: LINES.column + 1 }, lines.length + SPARE_LINES, 6),
      roomBelow(
        context,
        'ramps',
        { row: rampsRow(lines.length, seats.length), column: 0 },
        quota.ramps.length + SPARE_LINES,
        14,
      ),
    ],
    charts: [],
    conditional: [],
    widths: [...widths, ...FOLDED.map(() => 24)],
    hidden: FOLDED,
    freezeRows: 3,
    print: printOf(say, title, record.designedAt, widthOf(widths.slice(0, PRINTED)), { columns: PRINTED }),
  };
}

const headed = <Key extends TableKey & keyof typeof COLUMNS>({ say }: QuotaContext, table: Key) => {
  const columns: Readonly<Record<string, Parameters<typeof say>[0]>> = COLUMNS[table];
  return (key: keyof (typeof COLUMNS)[Key] & string) => ({
    key,
    header: say(columns[key] ?? 'sheet.noData'),
  });
};

function linesTable(context: QuotaContext): TableBlock {
  const { say, layer, lines, money, digits } = context;
  const head = headed(context, 'quotaLines');
  const { own, column } = formulas(context);
  const typed = own(say('quota.over'));
  const over = `IF(AND(ISNUMBER(${typed}),N(${typed})>=0,N(${typed})<=2),${typed},0)`;
  const matches = (header: string) =>
    `((TRIM(${column('quotaSeats', header)})=TRIM(${own(header)}))+(TRIM(${own(header)})="")>0)`;
  return {
    kind: 'table',
    ...LINES,
    name: tableName(layer, 'quotaLines'),
    rows: lines.length,
    columns: [
      {
        ...head('line'),
        cells: `=ROW()-ROW(${tableName(layer, 'quotaLines')}[[#Headers],[${say('quota.line')}]])`,
        format: '0',
        align: 'left',
      },
      {
        ...head('component'),
        cells: lines.map(({ component }) => wordOf(say, 'component', component)),
        style: 'input',
        validation: choiceList(context, 'component'),
      },
      { ...head('role'), cells: lines.map(({ role }) => role), style: 'input' },
      { ...head('segment'), cells: lines.map(({ segment }) => segment), style: 'input' },
      {
        ...head('amount'),
        cells: lines.map(({ amount }) => amount),
        style: 'input',
        format: money,
        align: 'right',
      },
      { ...head('over'), cells: lines.map(overOf), style: 'input', format: '0.0%', align: 'right' },
      {
        ...head('method'),
        cells: lines.map(({ method }) => wordOf(say, 'method', method)),
        style: 'input',
        validation: choiceList(context, 'method'),
        indent: 1,
      },
      {
        ...head('pool'),
        cells: `=ROUND(ROUND(MAX(0,N(${own(say('quota.amount'))})),${digits})*(1+${over}),${digits})`,
        format: money,
        align: 'right',
      },
      {
        ...head('seats'),
        cells: `=SUMPRODUCT(${matches(say('quota.role'))}*${matches(say('plan.segment'))})`,
        format: '#,##0',
        align: 'right',
      },
    ],
  };
}

function seatsTable(context: QuotaContext): TableBlock {
  const { say, layer, seats, lines } = context;
  const head = headed(context, 'quotaSeats');
  const { own, column, setting } = formulas(context);
  const listed = (header: string) =>
    `=IFERROR(INDEX(${column('territories', header)},MATCH(${sought(own(say('plan.id')))},${column('territories', say('plan.id'))},0))&"","")`;
  const day = (key: 'hired' | 'start' | 'end' | 'leaveFrom' | 'leaveTo') => ({
    ...head(key),
    cells: seats.map((seat) => seat[key] ?? ''),
    format: say('sheet.dateFormat'),
    style: 'input' as const,
    align: 'left' as const,
  });
  const writtenFor = `INDEX(${column('quotaSeatMonths', say('quota.writtenFor'))},MATCH(${own(say('plan.id'))},${column('quotaSeatMonths', say('plan.id'))},0))`;
  // Who has no start of his own is there from the day of his hire.
  const starts = dayIn(own(say('quota.start')));
  const start = `IF(AND(${starts}=0,${own(say('balance.status.column'))}<>"${say('status.tbh')}"),${dayIn(own(say('quota.hired')))},${starts})`;
  const end = dayIn(own(say('quota.end')));
  const note = (id: Parameters<typeof say>[0]) => `"${say(id)}"`;
  const [from, to] = [dayIn(own(say('quota.leaveFrom'))), dayIn(own(say('quota.leaveTo')))];
  return {
    kind: 'table',
    row: seatsRow(lines.length),
    column: 0,
    name: tableName(layer, 'quotaSeats'),
    rows: seats.length,
    columns: [
      { ...head('id'), cells: seats.map(({ id }) => id) },
      { ...head('territory'), cells: listed(say('plan.territory')) },
      { ...head('rep'), cells: listed(say('plan.owner')) },
      { ...head('role'), cells: seats.map(({ role }) => role), style: 'input' },
      { ...head('segment'), cells: listed(say('plan.segment')) },
      { ...head('manager'), cells: listed(say('plan.manager')) },
      { ...head('status'), cells: listed(say('plan.status')) },
      {
        ...head('coveredBy'),
        cells: seats.map(({ coveredBy }) => coveredBy),
        style: 'input',
      },
      day('hired'),
      day('start'),
      day('end'),
      day('leaveFrom'),
      day('leaveTo'),
      {
        ...head('note'),
        cells:
          `=IF(IFERROR(${own(say('quota.rep'))}<>${writtenFor}&"",FALSE),${sentence(say, 'quota.note.other', { name: `IF(${writtenFor}="",${literal(say('status.tbh'))},${writtenFor})` })},` +
          `IF(AND(${own(say('balance.status.column'))}="${say('status.tbh')}",${start}=0),${note('quota.note.noStart')},` +
          `IF(AND(${end}>0,${end}<${start}),${note('quota.note.ends')},` +
          `IF(${start}>MAX(${column('quotaMonths', say('quota.last'))}),${note('quota.note.late')},` +
          `IF(OR((${from}=0)<>(${to}=0),${to}<${from}),${note('quota.note.leave')},` +
          `IF(${ofDays(say, own)},${note('quota.note.text')},` +
          `IF(AND(${own(say('balance.status.column'))}="${say('status.tbh')}",${own(say('rep.coveredBy'))}&""="",` +
          `${start}>${setting('fiscalYear')}),${note('quota.note.cover')},"")))))))`,
        conditional: [{ kind: 'formula', formula: '={cell}<>""', look: 'warn' }],
      },
    ],
  };
}

/** A day that is a text, or none that can be, counts as blank, and is told. */
const ofDays = (say: QuotaContext['say'], own: (header: string) => string): string =>
  `OR(${(['hired', 'start', 'end', 'leaveFrom', 'leaveTo'] as const)
    .map((key) => own(say(`quota.${key}`)))
    .map((day) => `ISTEXT(${day})*(${day}<>"")+(N(${day})<>0)*(${dayIn(day)}=0)`)
    .join(',')})`;

function rampsTable(context: QuotaContext): TableBlock {
  const { say, layer, seats, lines, quota } = context;
  return {
    kind: 'table',
    row: rampsRow(lines.length, seats.length),
    column: 0,
    name: tableName(layer, 'quotaRamps'),
    rows: quota.ramps.length,
    columns: [
      {
        key: 'role',
        header: say('quota.role'),
        cells: quota.ramps.map(({ role }) => (role === '' ? say('quota.ramps.other') : role)),
        style: 'input',
      },
      {
        key: 'segment',
        header: say('plan.segment'),
        cells: quota.ramps.map(({ segment = '' }) => segment),
        style: 'input',
      },
      ...Array.from({ length: 12 }, (_, m) => ({
        key: rampMonth(m),
        header: say('quota.month', { month: m + 1 }),
        cells: quota.ramps.map(({ months }) => months[m] ?? 1),
        format: '0%',
        style: 'input' as const,
        align: 'right' as const,
      })),
    ],
  };
}

const FORMATS: Readonly<Partial<Record<QuotaSetting, string>>> = {
  managers: '0.0%',
  growth: '0.0%',
  blendEqual: '0%',
  blendPotential: '0%',
  blendHistory: '0%',
  moveThreshold: '0.0%',
  notable: '0%',
};

/** What is set, in the words of the sheet. */
const values =
  ({ quota, year }: QuotaContext) =>
  (key: QuotaSetting): Cell =>
    key === 'fiscalYear' ? year : (quota[key] ?? '');

/** What settings are where nobody says anything. */
const usual =
  ({ usualYear }: QuotaContext) =>
  (key: QuotaSetting): Cell =>
    key === 'fiscalYear' ? usualYear : (USUAL_SETTINGS[key] ?? '');
