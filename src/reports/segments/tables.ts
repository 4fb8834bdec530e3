import { type Cell } from '../../plan/cells';
import { GOAL_MEASURES, LESS_IS_BETTER, MOST_GOALS } from '../../plan/segments';
import type { MessageId } from '../../text/say';
import { headsOf } from '../blocks';
import { segmentName, tableName } from '../names';
import { settingTable } from '../setting-table';
import {
  columnRef,
  criterion,
  headerRef,
  literal,
  sought,
  thisRow,
  type CellsBlock,
  type CellSpec,
  type TableBlock,
  type TableColumn,
} from '../spec';
import type { SegmentsContext } from './context';
import { seatsOfSegment } from './effort';
import { figureColumns, figuresOf, rowsOf } from './figures';
import { CHECKS, COLUMNS, GOALS, RULES, SETTINGS, SETTINGS_LISTED } from './layout';

export function settingsTable(context: SegmentsContext): TableBlock {
  const { say, layer, now, market, markets } = context;
  const value: Readonly<Record<(typeof SETTINGS_LISTED)[number], Cell>> = {
    family: now.family,
    deadZone: now.deadZone,
    market: market === undefined ? '' : say(`field.${market.field}`),
  };
  const choices = markets.map((field) => say(`field.${field}`)).join(', ');
  const table = settingTable({
    say,
    layer,
    table: 'segmentSettings',
    at: SETTINGS,
    keys: SETTINGS_LISTED,
    label: (key) => say(`segments.set.${key}`),
    value: (key) => value[key],
    format: (key) => (key === 'deadZone' ? '0%' : 'General'),
    means: (key) => say(`segments.means.${key}`, { choices }),
  });
  return { ...table, flat: true };
}

export function goalsTable(context: SegmentsContext): TableBlock {
  const { say, layer, goals } = context;
  const head = headsOf(say, COLUMNS.segmentGoals);
  const rows = Array.from({ length: MOST_GOALS }, (_, n) => goals[n]);
  const table = tableName(layer, 'segments');
  const here = (key: keyof typeof COLUMNS.segmentGoals) => thisRow(say(COLUMNS.segmentGoals[key]));
  const segment = `IF(TRIM(${here('segment')})="",${literal(say('segments.all'))},TRIM(${here('segment')}))`;
  const at = `MATCH(${sought(segment)},${columnRef(table, say('plan.segment'))},0)`;
  const measures = measured(context);
  const value = measures.reduceRight(
    (rest, key) =>
      `IF(${here('measure')}=${literal(say(COLUMNS.segments[key]))},INDEX(${columnRef(table, say(COLUMNS.segments[key]))},${at}),${rest})`,
    '""',
  );
  const less = measures
    .filter((key) => LESS_IS_BETTER.has(key))
    .map((key) => `(${here('measure')}=${literal(say(COLUMNS.segments[key]))})`);
  const [now, target] = [here('now'), here('target')];
  const isMet = `IF(${less.length === 0 ? '0' : less.join('+')},ROUND(${now},6)<=${target},ROUND(${now},6)>=${target})`;
  const format = (n: number) => formatOf(context, rows[n]?.measure);
  const prompt = { title: say('segments.measure'), message: say('segments.measurePrompt') };
  return {
    kind: 'table',
    ...GOALS,
    name: tableName(layer, 'segmentGoals'),
    rows: MOST_GOALS,
    columns: [
      { ...head('goal'), cells: rows.map((row) => row?.goal ?? ''), style: 'input' },
      {
        ...head('measure'),
        cells: rows.map((row) => (row?.measure === undefined ? '' : say(COLUMNS.segments[row.measure]))),
        style: 'input',
        validation: { list: `=${segmentName(layer, 'measures')}`, prompt, error: prompt },
      },
      { ...head('segment'), cells: rows.map((row) => row?.segment ?? ''), style: 'input' },
      {
        ...head('target'),
        cells: rows.map((row): Cell => row?.target ?? ''),
        style: 'input',
        align: 'right',
        looks: rows.map((_, n) => ({ format: format(n) })),
      },
      {
        ...head('now'),
        cells: `=IFERROR(${value},"")`,
        align: 'right',
        looks: rows.map((_, n) => ({ format: format(n) })),
      },
      {
        ...head('verdict'),
        cells: `=IF(ISNUMBER(${now})*ISNUMBER(${target}),IF(${isMet},${literal(say('segments.met'))},${literal(say('segments.short'))}),"")`,
        indent: 1,
        conditional: [
          { kind: 'formula', formula: `={cell}=${literal(say('segments.met'))}`, look: 'good' },
          { kind: 'formula', formula: `={cell}=${literal(say('segments.short'))}`, look: 'warn' },
        ],
      },
    ],
  };
}

function formatOf({ money }: SegmentsContext, measure: (typeof GOAL_MEASURES)[number] | undefined): string {
  if (measure === undefined) return 'General';
  if (measure === 'accounts' || measure === 'customers') return '#,##0';
  if (measure === 'score') return '0.0';
  return measure === 'average' || measure === 'potential' || measure === 'arr' ? money : '0%';
}

/** What a goal can be measured by here: the columns that the table of segments has. */
export function measured(context: SegmentsContext): (typeof GOAL_MEASURES)[number][] {
  const there = new Set(segmentsTable(context, 0, 1).columns.map(({ key }) => key));
  return GOAL_MEASURES.filter((key) => there.has(key));
}

export function rulesTable(context: SegmentsContext): TableBlock {
  const { say, layer, rules, sizes, words, table, headers } = context;
  const head = headsOf(say, COLUMNS.segmentRules);
  const name = thisRow(say('plan.segment'));
  return {
    kind: 'table',
    ...RULES,
    name: tableName(layer, 'segmentRules'),
    rows: rules.length,
    known: ['segment'],
    columns: [
      { ...head('segment'), cells: rules.map((rule) => rule.name), style: 'input' },
      ...sizes.flatMap(({ field }): TableColumn[] =>
        (['from', 'below'] as const).map((bound) => ({
          ...head(`${bound}:${field}`),
          cells: rules.map((rule): Cell => rule[bound][field] ?? ''),
          format: '#,##0',
          style: 'input',
          align: 'right',
        })),
      ),
      ...words.map(({ field }): TableColumn => ({
        ...head(`is:${field}`),
        cells: rules.map((rule) => rule.is[field] ?? ''),
        style: 'input',
      })),
      {
        ...head('accounts'),
        cells: `=COUNTIF(${columnRef(table, headers.segment)},${criterion(`TRIM(${name})`)})`,
        format: '#,##0',
        align: 'right',
      },
    ],
  };
}

/** How many accounts are where their sizes alone would not have them, and what the table of segments leaves out. */
export function checksBlock(context: SegmentsContext, row: number): CellsBlock {
  const { say, layer, table, headers } = context;
  const note = columnRef(table, headers.segmentNote);
  const listed = columnRef(tableName(layer, 'segments'), say('balance.accounts'));
  const line = (id: MessageId, formula: string): CellSpec[] => [
    { value: say(id as 'segments.near'), style: 'label' },
    { formula: `=${formula}`, format: '#,##0', style: 'figure' },
  ];
  const count = (id: 'segments.near' | 'segments.asParent') => `COUNTIF(${note},${literal(say(id))})`;
  return {
    kind: 'cells',
    row,
    column: 0,
    cells: [
      line('segments.check.near', count('segments.near')),
      line('segments.check.parent', count('segments.asParent')),
      line('segments.check.left', `2*INDEX(${listed},1)-SUM(${listed})`),
    ].slice(0, CHECKS),
  };
}

export function segmentsTable(context: SegmentsContext, row: number, rows: number): TableBlock {
  const { say, layer, own, headers } = context;
  const name = tableName(layer, 'segments');
  const head = headsOf(say, COLUMNS.segments);
  const position = `ROW()-ROW(${headerRef(name, say('plan.segment'))})`;
  return {
    kind: 'table',
    row,
    column: 0,
    name,
    rows,
    columns: [
      {
        ...head('segment'),
        cells:
          own === undefined
            ? `=IFERROR(INDEX(${segmentName(layer, 'listed')},${position})&"","")`
            : rowsOf(context, own.listed),
        align: 'left',
      },
      ...figureColumns(
        context,
        name,
        say('plan.segment'),
        own?.header ?? headers.segment,
        own?.listed,
        (me, byWork) => seatsOfSegment(context, me, byWork),
      ),
    ],
  };
}

export function channelsTable(context: SegmentsContext, row: number): TableBlock {
  const { say, layer, channel } = context;
  const name = tableName(layer, 'segmentChannels');
  const label = say('field.leadSource');
  const rows = channel === undefined ? [say('segments.all')] : rowsOf(context, channel.listed);
  return {
    kind: 'table',
    row,
    column: 0,
    name,
    rows: rows.length,
    columns: [
      { ...headsOf(say, COLUMNS.segmentChannels)('channel'), cells: rows, align: 'left' },
      // Without such a column all accounts are one row: its words part nothing.
      ...figureColumns(
        context,
        name,
        label,
        channel?.header ?? context.own?.header ?? context.headers.segment,
        channel?.listed,
      ),
    ],
  };
}

/** How markets are ranked, as it is computed. */
export function worthInWords(context: SegmentsContext): string {
  const { say, market } = context;
  const { potential, customers, won, lost } = figuresOf(context);
  if (market === undefined || potential === undefined) return say('segments.noMarkets');
  const conversion = won !== undefined && lost !== undefined;
  return say('segments.worthIs', {
    market: say(`field.${market.field}`),
    rate: conversion ? 'conversion' : customers === undefined ? 'none' : 'won',
    stay:
      context.figures.former !== undefined || (context.figures.risk?.words.length ?? 0) > 0 ? 'yes' : 'no',
  });
}
