import { OPEN_SETTINGS, type OpenSetting } from '../../plan/open';
import { metricColumns } from '../balance/sums';
import { caption, heading, headsOf, rowsOf } from '../blocks';
import { ownColumn } from '../context';
import { tableName } from '../names';
import { numberOr, settingCell, settingTable } from '../setting-table';
import { planNameIn } from '../plan-name';
import { printOf, widthOf } from '../print';
import { percentText, sentence } from '../sentence';
import {
  columnRef,
  criterion,
  literal,
  sought,
  thisRow,
  type SheetSpec,
  type TableBlock,
  type TableColumn,
} from '../spec';
import type { OpenContext, OpenLine } from './context';
import { COLUMNS, STEPS, type Step } from './layout';
import { openRemarks } from './remarks';

const WIDTHS = [12, 30, 22, 16, 22, 22, 14, 12, 14, 12, 14, 12, 14];
/** Words at the end of a row, under whichever column that is. */
const NOTE_WIDTH = 34;
const HEAD = 4;

/** The sheet as it is going to be written. */
export function build(context: OpenContext): SheetSpec {
  const { say, layer, record, lines, people } = context;
  const title = say('open.title', { plan: planNameIn(say, record.settings) });
  const remarks = openRemarks(context)(say);
  const settings = HEAD + remarks.length + 2;
  const territories = settings + OPEN_SETTINGS.length + 4;
  const persons = territories + Math.max(1, lines.length) + 4;
  const steps = persons + Math.max(1, people.length) + 4;
  const waiting = territoriesTable(context, territories);
  const widths = [...WIDTHS.slice(0, waiting.columns.length - 1), NOTE_WIDTH];
  return {
    layer,
    key: 'open-territories',
    name: say('sheet.open'),
    blocks: [
      heading(
        title,
        { formula: headline(context), style: 'headline' },
        say('open.about'),
        { formula: `=${payRule(context)}`, style: 'note' },
        ...remarks,
      ),
      caption(settings, say('open.settings')),
      settingsTable(context, settings),
      caption(territories, say('open.territories')),
      waiting,
      caption(persons, say('open.people')),
      peopleTable(context, persons),
      caption(steps, say('open.steps')),
      stepsTable(context, steps),
    ],
    names: [],
    charts: [],
    conditional: [],
    widths,
    freezeRows: 0,
    print: printOf(say, title, record.designedAt, widthOf(widths), { titleColumn: 1 }),
  };
}

function settingsTable({ say, layer, now }: OpenContext, row: number): TableBlock {
  const format: Readonly<Record<OpenSetting, string>> = {
    day: say('sheet.dateFormat'),
    cap: '0%',
    part: '0%',
    monthly: '#,##0.##',
    introduce: '0',
    deals: '0',
  };
  return settingTable({
    say,
    layer,
    table: 'openSettings',
    at: { row, column: 1 },
    keys: OPEN_SETTINGS,
    label: (key) => say(`open.set.${key}`),
    value: (key) => now[key],
    format: (key) => format[key],
    means: (key) => say(`open.means.${key}`),
  });
}

/** What a setting counts as. */
function set(context: OpenContext, key: OpenSetting): string {
  const cell = settingCell(context, 'openSettings', context.say(`open.set.${key}`));
  return key === 'day'
    ? numberOr(cell, `(N(${cell})>=1)`, context.usual[key], `INT(${cell})`)
    : numberOr(cell, `(N(${cell})>=0)`, context.usual[key]);
}

/** `2 territories have nobody yet, 1 of them without cover; 1 person covers more than the cap` */
function headline(context: OpenContext): string {
  const { say } = context;
  const column = (table: 'openTerritories' | 'openPeople', header: string) =>
    ownColumn(context, table, header);
  const territories = column('openTerritories', say('plan.territory'));
  const state = column('openTerritories', say('open.state'));
  const interim = column('openTerritories', say('open.interim'));
  const waiting = `(COUNTIFS(${territories},"?*")-COUNTIFS(${state},${literal(say('open.state.filled'))}))`;
  const bare = `(COUNTIFS(${territories},"?*",${interim},"")-COUNTIFS(${state},${literal(say('open.state.filled'))},${interim},""))`;
  const above = `COUNTIFS(${column('openPeople', say('open.verdict'))},${literal(say('open.above'))})`;
  return `=${sentence(say, 'open.headline', {
    waiting: `FIXED(${waiting},0)`,
    bare: `FIXED(${bare},0)`,
    above: `FIXED(${above},0)`,
    cap: percentText(set(context, 'cap')),
  })}`;
}

/** What covering pays, in words that follow the settings. */
const payRule = (context: OpenContext): string =>
  sentence(context.say, 'open.payRule', {
    part: percentText(set(context, 'part')),
    monthly: `FIXED(${set(context, 'monthly')},2)`,
  });

/** A cell of the territory of this row on Balance, by the name that it has now. */
const onBalance = (context: OpenContext, header: string): string =>
  `INDEX(${ownColumn(context, 'balance', header)},MATCH(${sought(thisRow(context.say('plan.territory')))},${ownColumn(context, 'balance', context.say('plan.territory'))},0))`;

const nameOf = (context: OpenContext): string => {
  const { say } = context;
  const ids = ownColumn(context, 'territories', say('plan.id'));
  return `=IFERROR(INDEX(${ownColumn(context, 'territories', say('plan.territory'))},MATCH(${thisRow(say('plan.id'))},${ids},0))&"","")`;
};

/** A cell of the seat of this row on the sheet of quotas. */
function onQuotaPlan(context: OpenContext, header: string): string {
  const { say } = context;
  const ids = ownColumn(context, 'quotaSeats', say('plan.id'));
  return `INDEX(${ownColumn(context, 'quotaSeats', header)},MATCH(${thisRow(say('plan.id'))},${ids},0))`;
}

function territoriesTable(context: OpenContext, row: number): TableBlock {
  const { say, layer, lines, table, column, hasQuotaPlan, standing, arr, balance, money } = context;
  const head = headsOf(say, COLUMNS.openTerritories);
  const own = (key: keyof typeof COLUMNS.openTerritories) => thisRow(say(COLUMNS.openTerritories[key]));
  const rows = rowsOf(lines);
  const mine = `${columnRef(table, column.territory)},${criterion(own('territory'))}`;
  const [metric] = metricColumns(context);
  const figure = (
    key: keyof typeof COLUMNS.openTerritories,
    formula: string,
    format: string,
  ): TableColumn => ({
    ...head(key),
    cells: `=IF(${own('territory')}="","",${formula})`,
    format,
    align: 'right',
  });
  const typed = (key: 'interimTyped' | 'fromTyped' | 'future', of: (line: OpenLine) => string | number) => ({
    ...head(key),
    cells: rows.map((line) => (line === undefined ? '' : of(line))),
    style: 'input' as const,
  });
  const dates = { format: say('sheet.dateFormat'), align: 'left' } as const;
  const leaveTo = onQuotaPlan(context, say('quota.leaveTo'));
  const day = set(context, 'day');
  const start = onQuotaPlan(context, say('quota.start'));
  return {
    kind: 'table',
    row,
    column: 0,
    name: tableName(layer, 'openTerritories'),
    rows: rows.length,
    known: ['id'],
    columns: [
      { ...head('id'), cells: rows.map((line) => line?.id ?? '') },
      { ...head('territory'), cells: nameOf(context) },
      { ...head('owner'), cells: `=IFERROR(${onBalance(context, say('balance.owner'))}&"","")` },
      {
        ...head('state'),
        cells: stateFormula(context, own),
        conditional: [
          { kind: 'formula', formula: `={cell}=${literal(say('open.state.open'))}`, look: 'warn' },
        ],
      },
      ...(hasQuotaPlan
        ? [{ ...head('interim'), cells: `=IFERROR(TRIM(${onQuotaPlan(context, say('rep.coveredBy'))}),"")` }]
        : [typed('interimTyped', ({ interim }) => interim)]),
      {
        ...typed('future', ({ future }) => future),
        // Who owns it already has it: only of an open one is there anything to say.
        looks: rows.map((line) => (line?.owner === '' ? {} : { style: 'label' as const })),
      },
      ...(hasQuotaPlan
        ? [
            {
              ...head('from'),
              cells: `=IFERROR(IF(N(${leaveTo})>=${day},${leaveTo}+1,IF(N(${start})>0,${start},"")),"")`,
              ...dates,
            },
          ]
        : [{ ...typed('fromTyped', ({ from }) => from ?? ''), ...dates }]),
      figure('accounts', `COUNTIFS(${mine})`, '#,##0'),
      figure('share', `IFERROR(${onBalance(context, metric?.index.header ?? '')},"")`, '0%'),
      ...(standing === undefined
        ? []
        : [
            figure(
              'customers',
              `COUNTIFS(${mine},${columnRef(table, standing)},${literal(say('standing.customer'))})`,
              '#,##0',
            ),
          ]),
      ...(arr === undefined ? [] : [figure('arr', `SUMIFS(${columnRef(table, arr)},${mine})`, money)]),
      ...(balance.has('workload')
        ? [figure('hours', `IFERROR(${onBalance(context, say('balance.workload'))},"")`, '#,##0')]
        : []),
      figure(
        'pay',
        `IF(${own('interim')}="","",ROUND(${set(context, 'monthly')}*MAX(0,N(${own('from')})-${day})*12/365,2))`,
        money,
      ),
      {
        ...head('note'),
        cells: noteFormula(context, own),
        indent: 1,
        conditional: [{ kind: 'formula', formula: '={cell}<>""', look: 'warn' }],
      },
    ],
  };
}

type Own = (key: keyof typeof COLUMNS.openTerritories) => string;

/** Nobody's, not yet its owner's, or his again. Who is away was known when this was written. */
function stateFormula(context: OpenContext, own: Own): string {
  const { say, lines } = context;
  const word = (id: 'open' | 'starts' | 'away' | 'filled') => literal(say(`open.state.${id}`));
  const away = lines.filter(({ state }) => state === 'away').map(({ id }) => literal(id));
  const waits =
    away.length === 0
      ? word('starts')
      : `IF(ISNUMBER(MATCH(${own('id')},{${away.join(',')}},0)),${word('away')},${word('starts')})`;
  return `=IF(${own('territory')}="","",IF(${own('owner')}="",${word('open')},IF(N(${own('from')})>${set(context, 'day')},${waits},${word('filled')})))`;
}

/** What is missing: cover before all, then a day, then whoever comes. */
function noteFormula(context: OpenContext, own: Own): string {
  const { say } = context;
  const isFilled = `${own('state')}=${literal(say('open.state.filled'))}`;
  const note = (id: 'cover' | 'self' | 'stranger' | 'noDay' | 'nobody') => literal(say(`open.note.${id}`));
  const people = ownColumn(context, 'openPeople', say('open.person'));
  const isStranger = `ISNA(MATCH(${sought(own('interim'))},${people},0))`;
  return (
    `=IF(OR(${own('territory')}="",${isFilled}),"",IF(TRIM(${own('interim')})="",${note('cover')},` +
    `IF(TRIM(${own('interim')})=TRIM(${own('owner')}),${note('self')},IF(${isStranger},${note('stranger')},` +
    `IF(N(${own('from')})=0,${note('noDay')},IF(TRIM(${own('future')})="",${note('nobody')},""))))))`
  );
}

/** Interim load stands apart from what is somebody's own: it is in no balance and no quota of theirs. */
function peopleTable(context: OpenContext, row: number): TableBlock {
  const { say, layer, people, balance } = context;
  const head = headsOf(say, COLUMNS.openPeople);
  const own = (key: keyof typeof COLUMNS.openPeople) => thisRow(say(COLUMNS.openPeople[key]));
  const rows = rowsOf(people);
  const me = criterion(own('person'));
  const [metric] = metricColumns(context);
  const mine = (header: string) =>
    `SUMIFS(${ownColumn(context, 'balance', header)},${ownColumn(context, 'balance', say('balance.owner'))},${me})`;
  const waiting = `${ownColumn(context, 'openTerritories', say('open.interim'))},${me},${ownColumn(context, 'openTerritories', say('open.state'))},${literal(`<>${say('open.state.filled')}`)}`;
  const covered = (header: string) => `SUMIFS(${ownColumn(context, 'openTerritories', header)},${waiting})`;
  const targets = ownColumn(context, 'balance', metric?.target.header ?? '');
  const names = ownColumn(context, 'openTerritories', say('plan.territory'));
  const values = ownColumn(context, 'balance', metric?.value.header ?? '');
  // Territories of Balance, by the names in the rows above that this person covers.
  const value = `SUMPRODUCT((${ownColumn(context, 'openTerritories', say('open.interim'))}=${own('person')})*(${ownColumn(context, 'openTerritories', say('open.state'))}<>${literal(say('open.state.filled'))})*(${names}<>"")*SUMIFS(${values},${ownColumn(context, 'balance', say('plan.territory'))},${criterion(names)}))`;
  const figure = (key: keyof typeof COLUMNS.openPeople, formula: string, format: string): TableColumn => ({
    ...head(key),
    cells: `=IF(${own('person')}="","",${formula})`,
    format,
    align: 'right',
  });
  const hours = balance.has('workload');
  const capacity = balance.has('capacity') ? mine(say('balance.capacity')) : undefined;
  return {
    kind: 'table',
    row,
    column: 1,
    name: tableName(layer, 'openPeople'),
    rows: rows.length,
    known: ['person'],
    columns: [
      { ...head('person'), cells: rows.map((person) => person ?? '') },
      figure('own', mine(say('balance.accounts')), '#,##0'),
      figure(
        'ownShare',
        `IF(${mine(metric?.target.header ?? '')}=0,"",${mine(metric?.value.header ?? '')}/${mine(metric?.target.header ?? '')})`,
        '0%',
      ),
      figure('covers', `COUNTIFS(${waiting})`, '#,##0'),
      figure('accounts', covered(say('balance.accounts')), '#,##0'),
      figure(
        'part',
        `IFERROR(${value}/IF(${mine(metric?.target.header ?? '')}=0,AVERAGEIF(${targets},">0"),${mine(metric?.target.header ?? '')}),0)`,
        '0%',
      ),
      ...(hours ? [figure('hours', covered(say('balance.workload')), '#,##0')] : []),
      ...(hours && capacity !== undefined
        ? [
            figure(
              'load',
              `IF(${capacity}=0,"",(${mine(say('balance.workload'))}+${own('hours')})/${capacity})`,
              '0%',
            ),
          ]
        : []),
      {
        ...head('verdict'),
        cells: `=IF(N(${own('part')})>${set(context, 'cap')}+0.0000005,${literal(say('open.above'))},"")`,
        indent: 1,
        conditional: [{ kind: 'formula', formula: '={cell}<>""', look: 'bad' }],
      },
    ],
  };
}

/** Which steps can be told of this list. */
const stepsIn = ({ renewal, pipeline }: OpenContext): Step[] =>
  STEPS.filter(
    (step) => (step !== 'renewals' || renewal !== undefined) && (step !== 'deals' || pipeline !== undefined),
  );

/** How each territory is taken over: what is done on which day, by whom, and what it concerns. */
function stepsTable(context: OpenContext, row: number): TableBlock {
  const { say, layer, lines, table, column, standing, arr, pipeline, renewal, money } = context;
  const head = headsOf(say, COLUMNS.openSteps);
  const own = (key: keyof typeof COLUMNS.openSteps) => thisRow(say(COLUMNS.openSteps[key]));
  const steps = stepsIn(context);
  const rows = rowsOf(lines.flatMap(({ id }) => steps.map((step) => ({ id, step }))));
  const listed = (header: string) =>
    `INDEX(${ownColumn(context, 'openTerritories', header)},MATCH(${own('id')},${ownColumn(context, 'openTerritories', say('plan.id'))},0))`;
  const [interim, future, from] = [say('open.interim'), say('open.future'), say('open.from')].map(listed);
  const day = set(context, 'day');
  const hasDay = (formula: string) => `IF(N(${from})=0,"",${formula})`;
  const mine = `${columnRef(table, column.territory)},${criterion(own('territory'))}`;
  const customer =
    standing === undefined ? '' : `,${columnRef(table, standing)},${literal(say('standing.customer'))}`;
  const dates = renewal === undefined ? '' : columnRef(table, renewal);
  const due = `,${dates},">="&${day},${dates},"<"&N(${from})`;
  const open = pipeline === undefined ? '' : `,${columnRef(table, pipeline)},">0"`;
  const sum = (header: string | undefined, more: string) =>
    header === undefined ? '""' : `SUMIFS(${columnRef(table, header)},${mine}${more})`;
  const both = `TRIM(${interim})&IF(TRIM(${interim})="","",IF(TRIM(${future})="",""," + "))&TRIM(${future})`;
  const by = (of: Readonly<Record<Step, string>>): string =>
    `=IF(${own('territory')}="","",IFERROR(${steps.reduceRight(
      (rest, step) => `IF(${own('step')}=${literal(say(`open.step.${step}`))},${of[step]},${rest})`,
      '""',
    )},""))`;
  return {
    kind: 'table',
    row,
    column: 0,
    name: tableName(layer, 'openSteps'),
    rows: rows.length,
    known: ['id', 'step'],
    columns: [
      { ...head('id'), cells: rows.map((one) => one?.id ?? '') },
      { ...head('territory'), cells: nameOf(context) },
      { ...head('step'), cells: rows.map((one) => (one === undefined ? '' : say(`open.step.${one.step}`))) },
      {
        ...head('day'),
        cells: by({
          cover: day,
          renewals: hasDay(`N(${from})-1`),
          introduce: hasDay(`MAX(${day},N(${from})-${set(context, 'introduce')})`),
          start: hasDay(from ?? ''),
          deals: hasDay(`N(${from})+${set(context, 'deals')}`),
        }),
        format: say('sheet.dateFormat'),
        align: 'left',
      },
      {
        ...head('who'),
        cells: by({
          cover: `TRIM(${interim})`,
          renewals: `TRIM(${interim})`,
          introduce: both,
          start: `TRIM(${future})`,
          deals: `TRIM(${future})`,
        }),
      },
      {
        ...head('accounts'),
        cells: by({
          cover: `COUNTIFS(${mine})`,
          renewals: hasDay(`COUNTIFS(${mine}${due})`),
          introduce: `COUNTIFS(${mine}${customer})`,
          start: `COUNTIFS(${mine})`,
          deals: `COUNTIFS(${mine}${open})`,
        }),
        format: '#,##0',
        align: 'right',
      },
      {
        ...head('amount'),
        cells: by({
          cover: sum(arr, ''),
          renewals: hasDay(sum(arr, due)),
          introduce: sum(arr, customer),
          start: sum(arr, ''),
          deals: sum(pipeline, open),
        }),
        format: money,
        align: 'right',
      },
    ],
  };
}
