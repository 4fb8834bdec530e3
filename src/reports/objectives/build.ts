import { OBJECTIVES_SETTINGS, type ObjectivesSetting } from '../../plan/objectives';
import { caption, heading, headsOf } from '../blocks';
import { ownColumn } from '../context';
import { tableName } from '../names';
import { numberOr, settingCell, settingTable } from '../setting-table';
import { planNameIn } from '../plan-name';
import { dateIn, printOf, widthOf } from '../print';
import {
  columnRef,
  criterion,
  headerRef,
  literal,
  sought,
  thisRow,
  type SheetSpec,
  type TableBlock,
  type TableColumn,
} from '../spec';
import type { ObjectivesContext } from './context';
import { COLUMNS } from './layout';
import { objectivesRemarks } from './remarks';

const WIDTHS = [30, 22, 16, 14, 12, 14, 14, 12, 14, 14, 14, 12, 12, 12, 12, 34];
const FORMATS: Readonly<Record<ObjectivesSetting, string>> = {
  pipeline: '0.0#',
  retained: '0%',
  calls: '0.#',
  days: '0',
};
/** What is reached looks well from here on. */
const REACHED = 1;

/** The sheet as it is going to be written. */
export function build(context: ObjectivesContext): SheetSpec {
  const { say, layer, record, asAt, arr } = context;
  const title = say('objectives.title', { plan: planNameIn(say, record.settings) });
  const lines = [
    say('objectives.about'),
    ...(arr === undefined ? [] : [say('objectives.asAt', { date: dateIn(say, asAt) })]),
    ...objectivesRemarks(context)(say),
  ];
  const settingsRow = lines.length + 3;
  const row = settingsRow + OBJECTIVES_SETTINGS.length + 4;
  return {
    layer,
    key: 'objectives',
    name: say('sheet.objectives'),
    blocks: [
      heading(title, ...lines),
      caption(settingsRow, say('objectives.settings')),
      settingsTable(context, settingsRow),
      caption(row, say('objectives.territories')),
      territoriesTable(context, row),
    ],
    names: [],
    charts: [],
    conditional: [],
    widths: WIDTHS,
    freezeRows: 0,
    print: printOf(say, title, record.designedAt, widthOf(WIDTHS), { titleColumn: 0 }),
  };
}

const settingsTable = ({ say, layer, now }: ObjectivesContext, row: number): TableBlock =>
  settingTable({
    say,
    layer,
    table: 'objectiveSettings',
    at: { row, column: 0 },
    keys: OBJECTIVES_SETTINGS,
    label: (key) => say(`objectives.set.${key}`),
    value: (key) => now[key],
    format: (key) => FORMATS[key],
    means: (key) => say(`objectives.means.${key}`),
  });

/** What a setting counts as. */
function set(context: ObjectivesContext, key: ObjectivesSetting): string {
  const cell = settingCell(context, 'objectiveSettings', context.say(`objectives.set.${key}`));
  return numberOr(cell, `(N(${cell})>=0)`, context.usual[key]);
}

function territoriesTable(context: ObjectivesContext, row: number): TableBlock {
  const { say, layer, table, column, record, hasQuota, booked, pipeline, arr, calls, money } = context;
  const head = headsOf(say, COLUMNS.objectives);
  const own = (key: keyof typeof COLUMNS.objectives) => thisRow(say(COLUMNS.objectives[key]));
  const mine = `${columnRef(table, column.territory)},${criterion(own('territory'))}`;
  const listed = ownColumn(context, 'balance', say('plan.territory'));
  const position = `ROW()-ROW(${headerRef(tableName(layer, 'objectives'), say('plan.territory'))})`;
  const from = (key: 'balance' | 'territories', header: string): string => {
    const names = ownColumn(context, key, say('plan.territory'));
    return `IFERROR(INDEX(${ownColumn(context, key, header)},MATCH(${sought(own('territory'))},${names},0))&"","")`;
  };
  const figure = (key: keyof typeof COLUMNS.objectives, formula: string, format = money): TableColumn => ({
    ...head(key),
    cells: `=${formula}`,
    format,
    align: 'right',
  });
  const reached = (
    key: keyof typeof COLUMNS.objectives,
    actual: keyof typeof COLUMNS.objectives,
    target: keyof typeof COLUMNS.objectives,
  ): TableColumn => ({
    ...figure(key, `IF(N(${own(target)})=0,"",${own(actual)}/${own(target)})`, '0%'),
    conditional: [
      { kind: 'formula', formula: `=AND(ISNUMBER({cell}),ROUND(N({cell}),6)>=${REACHED})`, look: 'good' },
    ],
  });
  const sum = (header: string, ...more: string[]) =>
    `SUMIFS(${[columnRef(table, header), mine, ...more].join(',')})`;
  const quota = `SUMIFS(${ownColumn(context, 'quota', say('quota.inForce'))},${ownColumn(context, 'quota', say('plan.territory'))},${criterion(own('territory'))})`;
  const best = calls && `${columnRef(table, calls.tier)},${criterion(literal(calls.best))}`;
  const words = [say('plan.objective'), say('plan.measure')].map((header) => from('territories', header));
  return {
    kind: 'table',
    row,
    column: 0,
    name: tableName(layer, 'objectives'),
    rows: record.territories.length,
    known: ['territory'],
    columns: [
      { ...head('territory'), cells: `=IFERROR(INDEX(${listed},${position}),"")` },
      { ...head('owner'), cells: `=${from('balance', say('balance.owner'))}` },
      ...(hasQuota ? [figure('quota', quota)] : []),
      ...(booked === undefined ? [] : [figure('booked', sum(booked))]),
      ...(hasQuota && booked !== undefined ? [reached('bookedOf', 'booked', 'quota')] : []),
      ...(hasQuota ? [figure('pipelineTarget', `ROUND(${set(context, 'pipeline')}*${own('quota')},2)`)] : []),
      ...(pipeline === undefined ? [] : [figure('pipeline', sum(pipeline))]),
      ...(hasQuota && pipeline !== undefined ? [reached('pipelineOf', 'pipeline', 'pipelineTarget')] : []),
      ...(arr === undefined
        ? []
        : [
            {
              ...head('arrBefore'),
              cells: [...arr.before],
              format: money,
              align: 'right' as const,
            },
            figure('arrTarget', `ROUND(${set(context, 'retained')}*${own('arrBefore')},2)`),
            figure('arr', sum(arr.header)),
            reached('arrOf', 'arr', 'arrTarget'),
          ]),
      ...(calls === undefined || best === undefined
        ? []
        : [
            figure(
              'callsTarget',
              `ROUND(COUNTIFS(${mine},${best})*${set(context, 'calls')}*${set(context, 'days')}/365,1)`,
              '#,##0.#',
            ),
            ...(calls.activities === undefined
              ? []
              : [
                  figure('calls', sum(calls.activities, best), '#,##0'),
                  reached('callsOf', 'calls', 'callsTarget'),
                ]),
          ]),
      { ...head('words'), cells: `=TRIM(${words.join('&" "&')})`, indent: 1 },
    ],
  };
}
