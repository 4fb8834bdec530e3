import { columnLetters } from '../../plan/cells';
import { UNASSIGNED } from '../../plan/territory';
import { USUAL_WORKLOAD, WORKLOAD_SETTINGS, type WorkloadSetting } from '../../plan/workload';
import type { MessageId } from '../../text/say';
import { ownColumn } from '../context';
import { tableName, workloadName } from '../names';
import { numberOr, settingCell, settingTable } from '../setting-table';
import { caption, heading, headsOf } from '../blocks';
import { planNameIn } from '../plan-name';
import { dateIn, printOf, widthOf } from '../print';
import {
  columnRef,
  criterion,
  headerRef,
  literal,
  sought,
  thisRow,
  type CellsBlock,
  type CellSpec,
  type SheetSpec,
  type TableBlock,
  type TableColumn,
} from '../spec';
import type { WorkloadContext } from './context';
import { OTHERS } from './inputs';
import { checksRow, COLUMNS, COUNTED, COUNTED_COLUMNS, PRINTED, SETTINGS, TIERS, WIDTHS } from './layout';

const FORMATS: Readonly<Record<WorkloadSetting, string>> = {
  hours: '#,##0',
  selling: '0%',
  travelling: '0%',
  speed: 'General',
  callsPerTrip: 'General',
  rate: '0.00',
  tolerance: '0%',
};
const CHECKS = 3;
const FOLDED = Array.from({ length: COUNTED_COLUMNS }, (_, c) => COUNTED.column + c);

/** The sheet as it is going to be written. */
export function build(context: WorkloadContext): SheetSpec {
  const { say, layer, record, tiers, segments, values, asAt } = context;
  const title = say('workload.title', { plan: planNameIn(say, record.settings) });
  const checks = checksRow(tiers.length);
  const segmentsRow = checks + CHECKS + 3;
  const territoriesRow = segmentsRow + segments.length + 1 + 4;
  return {
    layer,
    key: 'workload',
    name: say('sheet.workload'),
    blocks: [
      heading(
        title,
        say('workload.about'),
        say('workload.asAt', { date: dateIn(say, asAt) }),
        ...(values === undefined ? [] : [say('workload.values')]),
      ),
      settingsTable(context),
      caption(TIERS.row, say('workload.tiers'), TIERS.column),
      tiersTable(context),
      checksBlock(context, checks),
      caption(segmentsRow, say('workload.segments')),
      segmentsTable(context, segmentsRow),
      caption(territoriesRow, say('workload.territories')),
      territoriesTable(context, territoriesRow),
      counted(context),
    ],
    names: WORKLOAD_SETTINGS.map((key, n) => ({
      name: workloadName(layer, key),
      formula: `={sheet}!$${columnLetters(COUNTED.column + 2)}$${COUNTED.row + 2 + n}`,
      comment: say(`workload.set.${key}`),
    })),
    charts: [],
    conditional: [],
    widths: [...WIDTHS, ...FOLDED.map(() => 16)],
    hidden: FOLDED,
    freezeRows: 0,
    print: printOf(say, title, record.designedAt, widthOf(WIDTHS.slice(0, PRINTED)), {
      columns: PRINTED,
      titleColumn: 0,
    }),
  };
}

const settingsTable = ({ say, layer, now }: WorkloadContext): TableBlock =>
  settingTable({
    say,
    layer,
    table: 'workloadSettings',
    at: SETTINGS,
    keys: WORKLOAD_SETTINGS,
    label: (key) => say(`workload.set.${key}`),
    value: (key) => now[key],
    format: (key) => FORMATS[key],
    unit: (key) => say(`workload.unit.${key}`),
    means: (key) => say(`workload.means.${key}`),
  });

/** What settings count as: a blank cell, or one that cannot be, as usual. */
function counted(context: WorkloadContext): CellsBlock {
  const { say } = context;
  return {
    kind: 'cells',
    ...COUNTED,
    cells: [
      [
        { value: say('plan.setting'), style: 'label' },
        { value: say('score.counts'), style: 'label' },
      ],
      ...WORKLOAD_SETTINGS.map((key): CellSpec[] => {
        const label = say(`workload.set.${key}`);
        const cell = settingCell(context, 'workloadSettings', label);
        return [{ value: label }, { formula: `=${numberOr(cell, can(key, cell), USUAL_WORKLOAD[key])}` }];
      }),
    ],
  };
}

/** As `plan/workload.ts` has it. */
function can(key: WorkloadSetting, cell: string): string {
  const number = `N(${cell})`;
  if (key === 'hours') return `(${number}>0)*(${number}<=8784)`;
  if (key === 'speed' || key === 'callsPerTrip') return `(${number}>0)`;
  if (key === 'rate') return `(${number}>=0)`;
  return `(${number}>=0)*(${number}<=1)`;
}

const wordOf = ({ say, tierHeader }: WorkloadContext, name: string): string =>
  name === OTHERS ? say(tierHeader === undefined ? 'workload.all' : 'workload.others') : name;

function tiersTable(context: WorkloadContext): TableBlock {
  const { say, layer, tiers, table, tierHeader, headers } = context;
  const head = headsOf(context.say, COLUMNS.workloadTiers);
  const tier = thisRow(say('score.tier'));
  const others = literal(wordOf(context, OTHERS));
  const all = columnRef(table, headers.hours);
  const each = `ROUND(MAX(0,N(${thisRow(say('workload.calls'))}))*MAX(0,N(${thisRow(say('workload.minutes'))}))/60,6)`;
  /** Of the tiers that are listed, as they are spelled; the last row has the rest. */
  const rest = (whole: string, one: (criterion: string) => string): string => {
    if (tierHeader === undefined) return `=${whole}`;
    const names = tiers
      .filter(({ name }) => name !== OTHERS)
      .map(({ name }) => one(literal(`=${escapedIn(name)}`)));
    const sum = names.length === 0 ? '0' : names.join('+');
    return `=IF(${tier}=${others},${whole}-(${sum}),${one(criterion(tier))})`;
  };
  const column = columnRef(table, tierHeader ?? '');
  return {
    kind: 'table',
    ...TIERS,
    name: tableName(layer, 'workloadTiers'),
    rows: tiers.length,
    known: ['tier'],
    columns: [
      { ...head('tier'), cells: tiers.map(({ name }) => wordOf(context, name)), style: 'input' },
      {
        ...head('calls'),
        cells: tiers.map(({ calls }) => calls),
        style: 'input',
        format: 'General',
        align: 'right',
      },
      {
        ...head('minutes'),
        cells: tiers.map(({ minutes }) => minutes),
        style: 'input',
        format: 'General',
        align: 'right',
      },
      { ...head('each'), cells: `=${each}`, format: '#,##0.0', align: 'right' },
      {
        ...head('accounts'),
        cells: rest(`COUNT(${all})`, (is) => `COUNTIFS(${column},${is})`),
        format: '#,##0',
        align: 'right',
      },
      {
        ...head('hours'),
        cells: rest(`SUM(${all})`, (is) => `SUMIFS(${all},${column},${is})`),
        format: '#,##0',
        align: 'right',
      },
    ],
  };
}

const escapedIn = (text: string): string => text.replace(/[~*?]/g, (mark) => `~${mark}`);

/** What is so of travel now, and what seats can do in all. */
function checksBlock(context: WorkloadContext, row: number): CellsBlock {
  const { say, table, headers, column } = context;
  const territory = columnRef(table, column.territory);
  const line = (id: MessageId, formula: string): CellSpec[] => [
    { value: say(id), style: 'label' },
    { formula: `=${formula}`, format: '#,##0', style: 'figure' },
  ];
  return {
    kind: 'cells',
    row,
    column: 0,
    cells: [
      line(
        'workload.moved',
        `COUNTIF(${columnRef(table, headers.travelNote)},${literal(say('workload.note'))})`,
      ),
      line(
        'workload.placeless',
        `COUNT(${columnRef(table, headers.hours)})-COUNTIFS(${columnRef(table, headers.travel)},">=0",${columnRef(table, headers.hours)},">=0")`,
      ),
      line(
        'workload.unassigned',
        `SUMIFS(${columnRef(table, headers.hours)},${territory},"${UNASSIGNED}")+SUMIFS(${columnRef(table, headers.hours)},${territory},"")`,
      ),
    ],
  };
}

const capacityOfOne = ({ layer }: WorkloadContext): string =>
  `(${workloadName(layer, 'hours')}*(${workloadName(layer, 'selling')}+${workloadName(layer, 'travelling')}))`;

function segmentsTable(context: WorkloadContext, row: number): TableBlock {
  const { say, layer, segments, segmentHeader, table, headers } = context;
  const head = headsOf(context.say, COLUMNS.workloadSegments);
  const segment = thisRow(say('plan.segment'));
  const hours = columnRef(table, headers.hours);
  const all = literal(say('workload.all'));
  const none = literal(say('workload.noSegment'));
  const column = columnRef(table, segmentHeader ?? '');
  const seats = ownColumn(context, 'territories', say('plan.segment'));
  const shares = ownColumn(context, 'territories', say('plan.share'));
  const of = (whole: string, one: (is: string) => string): string =>
    segmentHeader === undefined
      ? `=${whole}`
      : `=IF(${segment}=${all},${whole},IF(${segment}=${none},${one('""')},${one(criterion(segment))}))`;
  const work = thisRow(say('workload.hours'));
  const needed = thisRow(say('workload.needed'));
  const here = thisRow(say('workload.here'));
  const figure = (key: Parameters<typeof head>[0], cells: string, format: string): TableColumn => ({
    ...head(key),
    cells,
    format,
    align: 'right',
  });
  return {
    kind: 'table',
    row,
    column: 0,
    name: tableName(layer, 'workloadSegments'),
    rows: segments.length + 1,
    columns: [
      {
        ...head('segment'),
        cells: [
          say('workload.all'),
          ...segments.map((name) => (name === '' ? say('workload.noSegment') : name)),
        ],
        align: 'left',
      },
      figure(
        'accounts',
        of(`COUNT(${hours})`, (is) => `COUNTIFS(${hours},">=0",${column},${is})`),
        '#,##0',
      ),
      figure(
        'hours',
        of(`SUM(${hours})`, (is) => `SUMIFS(${hours},${column},${is})`),
        '#,##0',
      ),
      figure(
        'here',
        segmentHeader === undefined
          ? `=SUM(${shares})`
          : // Where the team has no segments nobody knows whose seats these are.
            `=IF(${segment}=${all},SUM(${shares}),IF(COUNTIF(${seats},"?*")=0,"",SUMIFS(${shares},${seats},IF(${segment}=${none},"",${criterion(segment)}))))`,
        '0.00',
      ),
      figure('needed', `=IF(${capacityOfOne(context)}=0,"",${work}/${capacityOfOne(context)})`, '0.00'),
      figure('whole', `=IF(ISNUMBER(${needed}),ROUNDUP(ROUND(${needed},6),0),"")`, '0'),
      figure(
        'difference',
        `=IF(ISNUMBER(${needed})*ISNUMBER(${here}),${here}-${needed},"")`,
        '+0.00;-0.00;0.00',
      ),
    ],
  };
}

function territoriesTable(context: WorkloadContext, row: number): TableBlock {
  const { say, layer, record, table, column, headers, potential, money } = context;
  const head = headsOf(context.say, COLUMNS.workload);
  const list = ownColumn(context, 'territories', say('plan.territory'));
  const own = (key: keyof typeof COLUMNS.workload) => thisRow(say(COLUMNS.workload[key]));
  const me = criterion(own('territory'));
  const listed = (header: string) =>
    `INDEX(${ownColumn(context, 'territories', header)},MATCH(${sought(own('territory'))},${list},0))`;
  const territory = columnRef(table, column.territory);
  const position = `ROW()-ROW(${headerRef(tableName(layer, 'workload'), say('plan.territory'))})`;
  const sumOf = (header: string) => `SUMIFS(${columnRef(table, header)},${territory},${me})`;
  const capacity = listed(say('plan.capacity'));
  const tolerance = workloadName(layer, 'tolerance');
  const figure = (key: keyof typeof COLUMNS.workload, cells: string, format: string): TableColumn => ({
    ...head(key),
    cells: `=${cells}`,
    format,
    align: 'right',
  });
  const over = literal(say('workload.over'));
  const under = literal(say('workload.under'));
  return {
    kind: 'table',
    row,
    column: 0,
    name: tableName(layer, 'workload'),
    rows: record.territories.length,
    columns: [
      { ...head('territory'), cells: `=IFERROR(INDEX(${list},${position}),"–")` },
      { ...head('owner'), cells: `=IFERROR(${listed(say('plan.owner'))}&"","")` },
      figure('accounts', `COUNTIFS(${territory},${me})`, '#,##0'),
      figure('hours', sumOf(headers.hours), '#,##0'),
      figure('onTheWay', sumOf(headers.travelHours), '#,##0'),
      // Hours that somebody gave a seat come first; a blank cell looked up is 0.
      figure(
        'capacity',
        `IFERROR(IF(N(${capacity})>0,${capacity},${capacityOfOne(context)}*${listed(say('plan.share'))}),"")`,
        '#,##0',
      ),
      figure('load', `IF(N(${own('capacity')})=0,"",${own('hours')}/${own('capacity')})`, '0%'),
      {
        ...head('verdict'),
        cells: `=IF(ISNUMBER(${own('load')}),IF(ROUND(${own('load')},6)>1+${tolerance},${over},IF(ROUND(${own('load')},6)<1-${tolerance},${under},"")),"")`,
        indent: 1,
        conditional: [
          { kind: 'formula', formula: `={cell}=${over}`, look: 'bad' },
          { kind: 'formula', formula: `={cell}=${under}`, look: 'warn' },
        ],
      },
      figure(
        'needed',
        `IF(${capacityOfOne(context)}=0,"",${own('hours')}/${capacityOfOne(context)})`,
        '0.00',
      ),
      figure('km', `${own('onTheWay')}*${workloadName(layer, 'speed')}`, '#,##0'),
      figure('cost', `ROUND(${own('km')}*${workloadName(layer, 'rate')},2)`, money),
      ...(potential === undefined
        ? []
        : [
            {
              key: 'value',
              header: potential.label,
              cells: `=${potential.headers.map(sumOf).join('+')}`,
              format: money,
              align: 'right' as const,
            },
            {
              key: 'share:value',
              header: say('workload.share', { amount: potential.label }),
              cells: `=IF(N(${thisRow(potential.label)})=0,"",${own('cost')}/${thisRow(potential.label)})`,
              format: '0.0%',
              align: 'right' as const,
            },
          ]),
    ],
  };
}
