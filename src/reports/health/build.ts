import { columnLetters } from '../../plan/cells';
import { metricColumns } from '../balance/sums';
import { caption, heading } from '../blocks';
import { ownColumn } from '../context';
import { tableName } from '../names';
import { planNameIn } from '../plan-name';
import { dateIn, printOf, widthOf } from '../print';
import { countText, sentence } from '../sentence';
import { settingTable } from '../setting-table';
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
import { conversion, neglected, renews, set, whoCounts, whoMatters } from './criteria';
import {
  HEALTH_SETTINGS,
  LINES,
  SETTING_MEANS,
  SETTING_WORDS,
  TERRITORIES,
  USUAL,
  type HealthSetting,
} from './layout';
import { linesOf, type Line } from './lines';

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
