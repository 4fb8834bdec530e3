import { columnLetters } from '../../plan/cells';
import { UNASSIGNED } from '../../plan/territory';
import type { MessageId } from '../../text/say';
import { accountsIn, metricColumns } from '../balance/sums';
import { caption, heading } from '../blocks';
import { ownColumn } from '../context';
import { scoreName, tableName, toleranceName } from '../names';
import { planNameIn } from '../plan-name';
import { dateIn, printOf, widthOf } from '../print';
import { countText, sentence } from '../sentence';
import { settingCell, settingTable } from '../setting-table';
import {
  columnRef,
  criterion,
  headerRef,
  literal,
  sought,
  thisRow,
  type CellSpec,
  type SheetSpec,
  type TableBlock,
  type TableColumn,
} from '../spec';
import type { HealthContext } from './context';
import {
  HEALTH_SETTINGS,
  LINES,
  SETTING_MEANS,
  SETTING_WORDS,
  TERRITORIES,
  USUAL,
  type HealthSetting,
} from './layout';

const LINES_ROW = 5;
const WIDTHS = [54, 22, 16, 12, 16, 13, 14, 16, 16, 16, 16, 16];

/** The sheet as it is going to be written. */
export function build(context: HealthContext): SheetSpec {
  const { say, layer, record, at } = context;
  const lines = linesOf(context);
  const settingsRow = LINES_ROW + lines.length + 3;
  const territoriesRow = settingsRow + HEALTH_SETTINGS.length + 3;
  const title = say('health.title', { plan: planNameIn(say, record.settings) });
  return {
    layer,
    key: 'health',
    name: say('sheet.health'),
    blocks: [
      heading(
        title,
        { formula: headline(context, lines.length), style: 'headline' },
        say('health.note', { date: dateIn(say, record.designedAt) }),
        { formula: review(context), style: 'note' },
      ),
      { kind: 'cells', row: LINES_ROW, column: 0, cells: linesBlock(context, lines) },
      caption(settingsRow, say('health.settings')),
      settingsTable(context, settingsRow),
      caption(territoriesRow, say('health.territories')),
      territoriesTable(context, territoriesRow),
    ],
    names: [],
    charts: [],
    conditional: (['look', 'fine'] as const).map((state) => ({
      row: LINES_ROW + 1,
      column: 3,
      rows: lines.length,
      columns: 1,
      spec: {
        kind: 'formula',
        formula: `={cell}=${literal(say(`health.${state}`))}`,
        look: state === 'look' ? 'warn' : 'good',
      },
    })),
    widths: WIDTHS,
    freezeRows: 0,
    print: printOf(say, title, at, widthOf(WIDTHS), { titleColumn: 0 }),
  };
}

/** A setting as it stands in its blue cell; the usual where that is blank or no number. */
function set(context: HealthContext, setting: HealthSetting): string {
  const cell = settingCell(context, 'healthSettings', context.say(SETTING_WORDS[setting]));
  return USUAL[setting] === '' ? cell : `IF(ISNUMBER(${cell}),${cell},${USUAL[setting]})`;
}

interface Line {
  readonly text: string;
  readonly now: string;
  readonly format: string;
  /** Value as designed. */
  readonly designed?: number;
  /** A condition under which the line is to be looked at; of its own figure by default. */
  readonly look: string;
  /** Header of the column to filter by, in the list or on Balance. */
  readonly where?: { readonly name: string; readonly header: string };
}

function linesOf(context: HealthContext): Line[] {
  const { say, layer, table, column, record, balance, designedWorst, designedOut, activity, renewal, arr } =
    context;
  const { helpers, tier, atRisk, deals, satisfaction } = context;
  const list = (header: string) => ({ name: table, header });
  const risks = ({ header, words }: NonNullable<HealthContext['atRisk']>) =>
    words.map((word) => `${columnRef(table, header)},${literal(word)}`);
  const countOf = (of: NonNullable<HealthContext['atRisk']>) =>
    risks(of)
      .map((one) => `COUNTIFS(${one})`)
      .join('+') || '0';
  const sumOf = (of: NonNullable<HealthContext['atRisk']>, money: string) =>
    risks(of)
      .map((one) => `SUMIFS(${columnRef(table, money)},${one})`)
      .join('+') || '0';
  const onBalance = (header: string) => ({ name: say('sheet.balance'), header });
  const territory = columnRef(table, column.territory);
  const accepted = columnRef(table, column.accepted);
  const [first] = metricColumns(context);
  const inBand = ownColumn(context, 'balance', say('balance.inBand'));
  const index = first === undefined ? undefined : ownColumn(context, 'balance', first.index.header);
  const status = ownColumn(context, 'balance', say('balance.status.column'));
  const count = (text: MessageId, now: string, where?: Line['where']): Line => ({
    text: say(text),
    now,
    format: '#,##0',
    look: '>0',
    ...(where === undefined ? {} : { where }),
  });
  /** What is written and is no date to Excel is in none of the counts. */
  const noDates = (key: MessageId, header: string): Line =>
    count(key, `COUNTA(${columnRef(table, header)})-COUNT(${columnRef(table, header)})`, list(header));
  const hours = balance.has('load') ? ownColumn(context, 'balance', say('balance.load')) : undefined;
  return [
    count(
      'health.outOfBand',
      `COUNTIFS(${inBand},${literal(say('sheet.no'))})`,
      onBalance(say('balance.inBand')),
    ),
    ...(index === undefined
      ? []
      : [
          {
            text: say('health.worst', { metric: first?.label ?? '' }),
            now: `MAX(MAX(${index})-1,1-MIN(${index}))`,
            format: '0.0%',
            ...(designedWorst === undefined ? {} : { designed: designedWorst }),
            look: `>${toleranceName(layer, 0)}`,
            where: onBalance(first?.index.header ?? ''),
          },
        ]),
    {
      ...count(
        'health.nowhere',
        `${accountsIn(context)}-SUM(${ownColumn(context, 'balance', say('balance.accounts'))})`,
        list(column.territory),
      ),
      // Accounts that nobody carries were there when it was designed.
      ...(designedOut === undefined ? {} : { designed: designedOut, look: `>${designedOut}` }),
    },
    {
      ...count('health.unassigned', `COUNTIFS(${territory},"${UNASSIGNED}")`, list(column.territory)),
      look: '>0',
    },
    // Two columns are compared row by row: no COUNTIFS says it. Blank and Unassigned are one.
    count(
      'health.proposed',
      `SUMPRODUCT((TRIM(${territory})<>TRIM(${accepted}))*(1-${isNone(territory)}*${isNone(accepted)}))`,
      list(column.accepted),
    ),
    {
      ...count('health.accounts', `${accountsIn(context)}`),
      designed: record.accounts,
      look: `<>${record.accounts}`,
    },
    count(
      'health.openSeats',
      `COUNTIFS(${status},${literal(say('status.tbh'))})`,
      onBalance(say('balance.status.column')),
    ),
    ...(hours === undefined
      ? []
      : [
          count(
            'health.over',
            `COUNTIFS(${hours},">"&${set(context, 'over')})`,
            onBalance(say('balance.load')),
          ),
          count(
            'health.under',
            `COUNTIFS(${hours},"<"&${set(context, 'under')})`,
            onBalance(say('balance.load')),
          ),
        ]),
    ...(helpers === undefined
      ? []
      : [
          count(
            'health.helpers',
            `COUNTIFS(${ownColumn(context, 'overlayPeople', helpers)},${literal(say('workload.over'))})`,
            { name: say('sheet.overlays'), header: helpers },
          ),
        ]),
    ...(atRisk === undefined
      ? []
      : [
          { ...count('health.atRisk', countOf(atRisk), list(atRisk.header)), look: '' },
          ...(arr === undefined
            ? []
            : [
                {
                  text: say('health.atRiskSum'),
                  now: sumOf(atRisk, arr.header),
                  format: arr.format,
                  look: '',
                  where: list(arr.header),
                },
              ]),
        ]),
    ...(activity === undefined
      ? []
      : [
          count('health.neglected', neglected(context, whoMatters(context)), list(activity)),
          ...(tier === undefined
            ? []
            : [count('health.strategic', neglected(context, inTopTier(context, tier)), list(tier))]),
          {
            text: say('health.kept'),
            now: `IFERROR(1-(${neglected(context, whoMatters(context))})/(${whoCounts(context, whoMatters(context))}),"")`,
            format: '0%',
            look: '',
            where: list(activity),
          },
          noDates('health.noActivityDate', activity),
        ]),
    ...(deals === undefined
      ? []
      : [
          {
            text: say('health.conversion'),
            now: conversion(columnSum(table, deals.won), columnSum(table, deals.lost)),
            format: '0%',
            look: '',
            where: list(deals.won),
          },
        ]),
    ...(satisfaction === undefined
      ? []
      : [
          {
            text: say('health.satisfaction', { header: satisfaction }),
            now: `IFERROR(AVERAGE(${columnRef(table, satisfaction)}),"")`,
            format: '0.0',
            look: '',
            where: list(satisfaction),
          },
        ]),
    ...(renewal === undefined
      ? []
      : [
          { ...count('health.renewals', `COUNTIFS(${renews(context)})`, list(renewal)), look: '' },
          noDates('health.noRenewalDate', renewal),
          ...(arr === undefined
            ? []
            : [
                {
                  text: say('health.renewalsSum'),
                  now: `SUMIFS(${columnRef(table, arr.header)},${renews(context)})`,
                  format: arr.format,
                  look: '',
                  where: list(arr.header),
                },
              ]),
        ]),
  ];
}

/** 1 for cells that name no territory. */
const isNone = (cells: string): string => `(((TRIM(${cells})="")+(TRIM(${cells})="${UNASSIGNED}"))>0)`;

/** Criteria of renewals from today on. */
function renews(context: HealthContext): string {
  const column = columnRef(context.table, context.renewal ?? '');
  return `${column},">="&TODAY(),${column},"<="&TODAY()+${set(context, 'renewals')}`;
}

/** Accounts on whom nobody has called for longer than the cadence, or never. @param who criteria: whom it is asked of */
function neglected(context: HealthContext, who: string): string {
  const { table, activity = '', keyHeader, column } = context;
  const last = columnRef(table, activity);
  // A blank row of the table is nobody.
  const someone = `${columnRef(table, keyHeader ?? column.territory)},"<>"`;
  return (
    `COUNTIFS(${last},"<"&TODAY()-${set(context, 'cadence')}${who})` +
    `+COUNTIFS(${last},"",${someone}${who})`
  );
}

/** How many accounts criteria speak of, blank rows of the table left out. */
function whoCounts({ table, keyHeader, column }: HealthContext, who: string): string {
  return `COUNTIFS(${columnRef(table, keyHeader ?? column.territory)},"<>"${who})`;
}

const columnSum = (table: string, header: string): string => `SUM(${columnRef(table, header)})`;

/** Won of all that were decided; blank where none were. */
const conversion = (won: string, lost: string): string => `IFERROR(${won}/(${won}+${lost}),"")`;

/** Criteria of accounts of the best tier, as its table of tiers has it today. */
const inTopTier = ({ table, layer }: HealthContext, tier: string): string =>
  `,${columnRef(table, tier)},INDEX(${scoreName(layer, 'tierNames')},MATCH(100,${scoreName(layer, 'tierFrom')},1))&""`;

/** Criteria of customers, or where nobody tells these of the largest accounts. */
function whoMatters(context: HealthContext): string {
  const { table, standing, metricHeaders, say } = context;
  if (standing !== undefined) return `,${columnRef(table, standing)},${literal(say('standing.customer'))}`;
  const [header] = metricHeaders[0] ?? [];
  if (header === undefined) return '';
  const column = columnRef(table, header);
  return `,${column},">="&PERCENTILE(${column},MAX(0,MIN(1,1-${set(context, 'largest')})))`;
}

function headline({ say }: HealthContext, lines: number): string {
  const looks = `COUNTIF(${at(0, 3)}:${at(lines - 1, 3)},${literal(say('health.look'))})`;
  return `=${sentence(say, 'health.headline', { looks: countText(looks) })}`;
}

/** When the next look is due. */
function review(context: HealthContext): string {
  const { say } = context;
  const day = set(context, 'review');
  const text = sentence(say, 'health.review', { days: `FIXED(${day}-TODAY(),0)` });
  const late = sentence(say, 'health.reviewLate', { days: `FIXED(TODAY()-${day},0)` });
  return `=IF(ISNUMBER(${day}),IF(${day}>=TODAY(),${text},${late}),${literal(say('health.noReview'))})`;
}

/** Lines differ in what they count: cells, for a table has one formula a column. */
function linesBlock({ say }: HealthContext, lines: readonly Line[]): CellSpec[][] {
  const heads = [LINES.line, LINES.now, LINES.designed, LINES.state, LINES.where];
  const look = literal(say('health.look'));
  const fine = literal(say('health.fine'));
  return [
    heads.map((id, c): CellSpec => ({
      value: say(id),
      style: c === 1 || c === 2 ? 'sectionFigure' : 'section',
    })),
    ...lines.map(({ text, now, format, designed, look: isBad, where }, n): CellSpec[] => [
      { value: text, style: 'label' },
      { formula: `=${now}`, format, style: 'figure' },
      { value: designed ?? '', format, style: 'figure' },
      isBad === ''
        ? { value: '', style: 'label' }
        : { formula: `=IF(ROUND(${at(n, 1)},6)${isBad},${look},${fine})`, style: 'label' },
      { value: where === undefined ? '' : `${where.name}: ${where.header}`, style: 'note' },
    ]),
  ];
}

/** Address of a cell of line n. */
const at = (n: number, column: number): string => `$${columnLetters(column + 1)}$${LINES_ROW + 2 + n}`;

function settingsTable({ say, layer, typed }: HealthContext, row: number): TableBlock {
  const days: ReadonlySet<HealthSetting> = new Set(['cadence', 'renewals']);
  const table = settingTable({
    say,
    layer,
    table: 'healthSettings',
    at: { row, column: 0 },
    keys: HEALTH_SETTINGS,
    label: (key) => say(SETTING_WORDS[key]),
    value: (key) => typed.get(key) ?? USUAL[key],
    format: (key) => (key === 'review' ? say('sheet.dateFormat') : days.has(key) ? '0' : '0%'),
    means: (key) => say(SETTING_MEANS[key]),
  });
  return {
    ...table,
    known: ['setting'],
    // They outlive Revert: no plan is made of them.
    columns: table.columns.map((column) => (column.key === 'value' ? { ...column, typed: true } : column)),
  };
}

function territoriesTable(context: HealthContext, row: number): TableBlock {
  const { say, layer, record, table, column, balance, activity, renewal, arr, deals, satisfaction } = context;
  const me = criterion(thisRow(say(TERRITORIES.territory)));
  const mine = `${columnRef(table, column.territory)},${me}`;
  const rows = ownColumn(context, 'balance', say('plan.territory'));
  const ofBalance = (header: string) =>
    `=IFERROR(INDEX(${ownColumn(context, 'balance', header)},MATCH(${sought(thisRow(say(TERRITORIES.territory)))},${rows},0)),"")`;
  const figure = (key: keyof typeof TERRITORIES, cells: string, format = '#,##0'): TableColumn => ({
    key,
    header: say(TERRITORIES[key]),
    cells,
    format,
    align: 'right',
  });
  const [first] = metricColumns(context);
  return {
    kind: 'table',
    row,
    column: 0,
    name: tableName(layer, 'healthTerritories'),
    rows: record.territories.length,
    known: ['territory'],
    columns: [
      {
        key: 'territory',
        header: say(TERRITORIES.territory),
        cells: `=IFERROR(INDEX(${rows},ROW()-ROW(${headerRef(tableName(layer, 'healthTerritories'), say(TERRITORIES.territory))})),"")`,
      },
      { key: 'owner', header: say(TERRITORIES.owner), cells: `${ofBalance(say('balance.owner'))}&""` },
      ...(first === undefined ? [] : [figure('share', ofBalance(first.index.header), '0%')]),
      {
        key: 'inBand',
        header: say(TERRITORIES.inBand),
        cells: ofBalance(say('balance.inBand')),
        align: 'center',
        conditional: [{ kind: 'formula', formula: `={cell}=${literal(say('sheet.no'))}`, look: 'bad' }],
      },
      ...(balance.has('load') ? [figure('load', ofBalance(say('balance.load')), '0%')] : []),
      figure('proposed', `=COUNTIFS(${mine})-COUNTIFS(${mine},${columnRef(table, column.accepted)},${me})`),
      ...(activity === undefined
        ? []
        : [
            figure('neglected', `=${neglected(context, `${whoMatters(context)},${mine}`)}`),
            figure(
              'kept',
              `=IFERROR(1-(${neglected(context, `${whoMatters(context)},${mine}`)})/(${whoCounts(context, `${whoMatters(context)},${mine}`)}),"")`,
              '0%',
            ),
          ]),
      ...(deals === undefined
        ? []
        : [
            figure(
              'conversion',
              `=${conversion(
                `SUMIFS(${columnRef(table, deals.won)},${mine})`,
                `SUMIFS(${columnRef(table, deals.lost)},${mine})`,
              )}`,
              '0%',
            ),
          ]),
      ...(satisfaction === undefined
        ? []
        : [
            figure(
              'satisfaction',
              `=IFERROR(AVERAGEIFS(${columnRef(table, satisfaction)},${mine}),"")`,
              '0.0',
            ),
          ]),
      ...(renewal === undefined ? [] : [figure('renewals', `=COUNTIFS(${renews(context)},${mine})`)]),
      ...(renewal === undefined || arr === undefined
        ? []
        : [figure('arr', `=SUMIFS(${columnRef(table, arr.header)},${renews(context)},${mine})`, arr.format)]),
    ],
  };
}
