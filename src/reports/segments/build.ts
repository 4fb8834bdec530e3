import { columnLetters, type Cell } from '../../plan/cells';
import {
  GOAL_MEASURES,
  LESS_IS_BETTER,
  MOST_GOALS,
  MOST_RULES,
  type SizeField,
  type WordField,
} from '../../plan/segments';
import type { MessageId } from '../../text/say';
import { caption, headsOf } from '../blocks';
import { textsTable } from '../list-number';
import { segmentName, tableName } from '../names';
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
  type NameSpec,
  type SheetSpec,
  type TableBlock,
  type TableColumn,
} from '../spec';
import type { SegmentsContext } from './context';
import { allAccounts, figureColumns, figuresOf, rowsOf } from './figures';
import {
  CHECKS,
  checksRow,
  COLUMNS,
  COUNTED,
  COUNTED_COLUMNS,
  GOALS,
  LISTED,
  PRINTED,
  RULES,
  segmentsRow,
  SETTINGS,
  SETTINGS_LISTED,
  TEXTS,
  WIDTHS,
} from './layout';
import { marketsBlock, marketsTable, marketNames } from './markets';
import { segmentRemarks } from './remarks';

const FOLDED = Array.from({ length: COUNTED_COLUMNS }, (_, c) => COUNTED.column + c);
/** No size is as large, and none as small. */
const NO_END = '1E+99';
const NO_START = '-1E+10';

/** The sheet as it is going to be written. */
export function build(context: SegmentsContext): SheetSpec {
  const { say, layer, record, rules, own, channel, market, asAt } = context;
  const title = say('segments.title', { plan: planNameIn(say, record.settings) });
  const top = own === undefined ? segmentsRow(rules.length) : RULES.row;
  const listed = own === undefined ? LISTED : own.listed.length + 1;
  const shown = own === undefined ? new Set(rules.map(({ name }) => name.toLowerCase())).size + 2 : listed;
  const channelsRow = top + shown + 4;
  const marketsRow = channelsRow + (channel?.listed.length ?? 0) + 1 + 5;
  return {
    layer,
    key: 'segments',
    name: say('sheet.segments'),
    blocks: [
      {
        kind: 'cells',
        row: 0,
        column: 0,
        cells: [
          [{ value: title, style: 'title' }],
          [
            {
              value: say(own === undefined ? 'segments.about' : 'segments.aboutOwn', {
                column: own?.header ?? '',
              }),
              style: 'note',
            },
          ],
          [{ value: segmentRemarks(context)(say).join(' '), style: 'note' }],
          ...(own === undefined
            ? [[{ value: say('segments.asAt', { date: dateIn(say, asAt) }), style: 'note' as const }]]
            : []),
        ],
      },
      settingsTable(context),
      caption(GOALS.row, say('segments.goals'), GOALS.column),
      goalsTable(context),
      ...(own === undefined
        ? [
            caption(RULES.row, say('segments.rules')),
            rulesTable(context),
            checksBlock(context, checksRow(rules.length)),
          ]
        : []),
      caption(top, say('segments.bySegment')),
      segmentsTable(context, top, shown),
      caption(channelsRow, say('segments.byChannel')),
      channelsTable(context, channelsRow),
      caption(marketsRow - 1, say('segments.markets')),
      {
        kind: 'cells',
        row: marketsRow - 1,
        column: 0,
        cells: [[{ value: worthInWords(context), style: 'note' }]],
      },
      marketsTable(context, marketsRow),
      counted(context),
      ...(own === undefined
        ? [rulesCounted(context), listedBlock(context), ...linesBlocks(context), ...wordsBlocks(context)]
        : []),
      measuresBlock(context),
      marketsBlock(context, market?.listed ?? [], MARKETS_AT),
      textsTable(
        context,
        'segmentTexts',
        TEXTS,
        context.sizes.map(({ number }) => number),
      ),
    ],
    names: names(context),
    charts: [],
    conditional: [],
    widths: [...WIDTHS, ...FOLDED.map(() => 14), 3, 30, 24, 24, 14],
    hidden: FOLDED,
    freezeRows: 0,
    print: printOf(say, title, record.designedAt, widthOf(WIDTHS.slice(0, PRINTED)), {
      columns: PRINTED,
      titleColumn: 0,
    }),
  };
}

function settingsTable(context: SegmentsContext): TableBlock {
  const { say, layer, now, market } = context;
  const head = headsOf(say, COLUMNS.segmentSettings);
  const value: Readonly<Record<(typeof SETTINGS_LISTED)[number], Cell>> = {
    family: now.family,
    deadZone: now.deadZone,
    market: market === undefined ? '' : say(`field.${market.field}`),
  };
  return {
    kind: 'table',
    ...SETTINGS,
    name: tableName(layer, 'segmentSettings'),
    rows: SETTINGS_LISTED.length,
    flat: true,
    columns: [
      { ...head('setting'), cells: SETTINGS_LISTED.map((key) => say(`segments.set.${key}`)) },
      {
        ...head('value'),
        cells: SETTINGS_LISTED.map((key) => value[key]),
        style: 'input',
        align: 'left',
        looks: SETTINGS_LISTED.map((key) => ({ format: key === 'deadZone' ? '0%' : 'General' })),
      },
      {
        ...head('meaning'),
        cells: SETTINGS_LISTED.map((key) =>
          say(`segments.means.${key}`, {
            choices: context.markets.map((field) => say(`field.${field}`)).join(', '),
          }),
        ),
      },
    ],
  };
}

function goalsTable(context: SegmentsContext): TableBlock {
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
function measured(context: SegmentsContext): (typeof GOAL_MEASURES)[number][] {
  const there = new Set(segmentsTable(context, 0, 1).columns.map(({ key }) => key));
  return GOAL_MEASURES.filter((key) => there.has(key));
}

function rulesTable(context: SegmentsContext): TableBlock {
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
function checksBlock(context: SegmentsContext, row: number): CellsBlock {
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

function segmentsTable(context: SegmentsContext, row: number, rows: number): TableBlock {
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
      ...figureColumns(context, name, say('plan.segment'), own?.header ?? headers.segment, own?.listed),
    ],
  };
}

function channelsTable(context: SegmentsContext, row: number): TableBlock {
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
function worthInWords(context: SegmentsContext): string {
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

/** Places in the folded block, in columns from its left. */
const AT = { settings: 0, rules: 3, listed: 17, measures: 20, lines: 31, words: 38 } as const;
/** Every bound of every rule may be a line, and there is one below all. */
const LINES = 2 * MOST_RULES + 1;
const MARKETS_AT = { row: COUNTED.row, column: COUNTED.column + 22 } as const;

/** What settings count as: a blank cell, or one that cannot be, as usual. */
function counted(context: SegmentsContext): CellsBlock {
  const { say, layer, own } = context;
  const column = (id: MessageId) => columnRef(tableName(layer, 'segmentSettings'), say(id as 'plan.value'));
  const cellOf = (key: 'family' | 'deadZone') =>
    `INDEX(${column('plan.value')},MATCH(${literal(say(`segments.set.${key}`))},${column('plan.setting')},0))`;
  const zone = cellOf('deadZone');
  const no = ['no', 'nein', 'false', 'falsch'].map((word) => `(LOWER(TRIM(${cellOf('family')}))="${word}")`);
  return {
    kind: 'cells',
    ...COUNTED,
    cells: [
      [
        { value: say('plan.setting'), style: 'label' },
        { value: say('score.counts'), style: 'label' },
      ],
      [
        { value: say('segments.set.family') },
        {
          formula: `=IFERROR(IF(ISLOGICAL(${cellOf('family')}),N(${cellOf('family')}),IF(${no.join('+')}>0,0,1)),1)`,
        },
      ],
      [
        { value: say('segments.set.deadZone') },
        { formula: `=IFERROR(IF(ISNUMBER(${zone})*(N(${zone})>=0)*(N(${zone})<=0.9),${zone},0.1),0.1)` },
      ],
      [{ value: say('segments.all') }, { formula: `=${allAccounts(context)}` }],
      ...(own === undefined ? [[{ value: say('segments.rules') }, { formula: `=SUM(${ON})` }]] : []),
    ],
  };
}

/** Rules as formulas go by them, the last one first: each has twice the power of the one above it here. */
function rulesCounted(context: SegmentsContext): CellsBlock {
  const { say, layer, sizes, words } = context;
  const cellOf = (key: keyof typeof COLUMNS.segmentRules, n: number) =>
    `INDEX(${columnRef(tableName(layer, 'segmentRules'), say(COLUMNS.segmentRules[key]))},${n})`;
  const column = COUNTED.column + AT.rules;
  const nameAt = (row: number) => `$${columnLetters(column + 1)}$${row + 1}`;
  const powerAt = (row: number) => `$${columnLetters(column + 2)}$${row + 1}`;
  return {
    kind: 'cells',
    row: COUNTED.row,
    column,
    cells: [
      [
        { value: say('plan.segment'), style: 'label' },
        { value: '2^n', style: 'label' },
        { value: say('score.counts'), style: 'label' },
        ...sizes.flatMap(({ field }): CellSpec[] => [
          { value: say(COLUMNS.segmentRules[`from:${field}`]), style: 'label' },
          { value: say(COLUMNS.segmentRules[`below:${field}`]), style: 'label' },
        ]),
        ...words.map(({ field }): CellSpec => ({ value: say(`field.${field}`), style: 'label' })),
      ],
      ...Array.from({ length: MOST_RULES }, (_, r): CellSpec[] => {
        const n = MOST_RULES - r;
        const row = COUNTED.row + 1 + r;
        return [
          { formula: `=IFERROR(TRIM(${cellOf('segment', n)}),"")` },
          { value: 2 ** r },
          { formula: `=IF(${nameAt(row)}="",0,${powerAt(row)})` },
          ...sizes.flatMap(({ field }): CellSpec[] => {
            const [from, below] = [cellOf(`from:${field}`, n), cellOf(`below:${field}`, n)];
            // Who has no number is not below one.
            const start = `IF(ISNUMBER(${from}),MAX(0,${from}),IF(ISNUMBER(${below}),0,${NO_START}))`;
            return [
              { formula: `=IFERROR(${start},${NO_START})` },
              { formula: `=IFERROR(IF(ISNUMBER(${below}),${below},${NO_END}),${NO_END})` },
            ];
          }),
          ...words.map(({ field }): CellSpec => {
            const cell = `LOWER(TRIM(${cellOf(`is:${field}`, n)}))`;
            return { formula: `=IFERROR(IF(${cell}="","",";"&SUBSTITUTE(${cell},"; ",";")&";"),"")` };
          }),
        ];
      }),
    ],
  };
}

/** Where the folded columns of a rule's part begin, counted from the left of the block. */
const partOf = ({ sizes, words }: SegmentsContext, field: SizeField | WordField): number => {
  const s = sizes.findIndex((one) => one.field === field);
  const first = AT.rules + 3;
  return s >= 0 ? first + 2 * s : first + 2 * sizes.length + words.findIndex((one) => one.field === field);
};

/** Cells of a folded column, from a row of the block (0: below its head). */
function foldedRange(column: number, rows: number, columns = 1, from = 0): string {
  const letters = (c: number) => columnLetters(COUNTED.column + c + 1);
  const top = COUNTED.row + 2 + from;
  const first = `$${letters(column)}$${top}`;
  return rows * columns === 1 ? first : `${first}:$${letters(column + columns - 1)}$${top + rows - 1}`;
}

const ON = foldedRange(AT.rules + 2, MOST_RULES);

/** Of every size: the lines of all rules in order, and the sum of the rules that are met from each on. */
function linesBlocks(context: SegmentsContext): CellsBlock[] {
  const { say, sizes } = context;
  return sizes.map(({ field }, s) => {
    const part = partOf(context, field);
    const both = foldedRange(part, MOST_RULES, 2);
    const [from, below] = [foldedRange(part, MOST_RULES), foldedRange(part + 1, MOST_RULES)];
    const column = AT.lines + 2 * s;
    return {
      kind: 'cells',
      row: COUNTED.row,
      column: COUNTED.column + column,
      cells: [
        [
          { value: say(`field.${field}`), style: 'label' },
          { value: say('segments.rules'), style: 'label' },
        ],
        ...Array.from({ length: LINES }, (_, n): CellSpec[] => {
          const line = foldedRange(column, 1, 1, n);
          return [
            n === 0 ? { formula: `=${NO_START}` } : { formula: `=SMALL(${both},${n})` },
            { formula: `=SUMPRODUCT(${ON}*(${from}<=${line})*(${below}>${line}))` },
          ];
        }),
      ],
    };
  });
}

/** Of every column of words: what the list has in it, and the sum of the rules that are met by each; by any other first. */
function wordsBlocks(context: SegmentsContext): CellsBlock[] {
  const { say, words } = context;
  return words.map(({ field, listed }, w) => {
    const asked = foldedRange(partOf(context, field), MOST_RULES);
    const column = AT.words + 2 * w;
    return {
      kind: 'cells',
      row: COUNTED.row,
      column: COUNTED.column + column,
      cells: [
        [
          { value: say(`field.${field}`), style: 'label' },
          { value: say('segments.rules'), style: 'label' },
        ],
        [{ value: '' }, { formula: `=SUMPRODUCT(${ON}*(${asked}=""))` }],
        ...listed.map((word, n): CellSpec[] => [
          { value: word },
          {
            formula: `=SUMPRODUCT(${ON}*((${asked}="")+ISNUMBER(FIND(";"&${foldedRange(column, 1, 1, n + 1)}&";",${asked}))>0))`,
          },
        ]),
      ],
    };
  });
}

/** All accounts, each segment once in the order of the rules, and those of none: as the rules stand. */
function listedBlock({ say, layer }: SegmentsContext): CellsBlock {
  const column = COUNTED.column + AT.listed;
  const cell = (c: number, row: number) => `$${columnLetters(column + c + 1)}$${row + 1}`;
  const first = COUNTED.row + 1;
  const [names, nth] = [0, 1].map((c) => `${cell(c, first)}:${cell(c, first + MOST_RULES - 1)}`);
  const rule = columnRef(tableName(layer, 'segmentRules'), say('plan.segment'));
  return {
    kind: 'cells',
    row: COUNTED.row,
    column,
    cells: [
      (['plan.segment', 'segments.rank', 'segments.bySegment'] as const).map((id): CellSpec => ({
        value: say(id),
        style: 'label',
      })),
      ...Array.from({ length: LISTED }, (_, n): CellSpec[] => {
        const row = first + n;
        const isRule = n < MOST_RULES;
        const ranks = `${cell(1, COUNTED.row)}:${cell(1, row - 1)}`;
        const isNew =
          n === 0 ? '1' : `COUNTIF(${cell(0, first)}:${cell(0, row - 1)},${criterion(cell(0, row))})=0`;
        return [
          { ...(isRule ? { formula: `=IFERROR(TRIM(INDEX(${rule},${n + 1})),"")` } : { value: '' }) },
          {
            ...(isRule
              ? { formula: `=IF(${cell(0, row)}="","",IF(${isNew},MAX(0,${ranks})+1,""))` }
              : { value: '' }),
          },
          n === 0
            ? { value: say('segments.all') }
            : {
                formula: `=IFERROR(INDEX(${names},MATCH(${n},${nth},0)),IF(${n}=MAX(0,${nth})+1,${literal(say('segments.other'))},""))`,
              },
        ];
      }),
    ],
  };
}

/** The words for what goals may be measured by: the drop-down points to them. */
function measuresBlock(context: SegmentsContext): CellsBlock {
  const { say } = context;
  return {
    kind: 'cells',
    row: COUNTED.row,
    column: COUNTED.column + AT.measures,
    cells: [
      [{ value: say('segments.measure'), style: 'label' }],
      ...measured(context).map((key): CellSpec[] => [{ value: say(COLUMNS.segments[key]) }]),
    ],
  };
}

function names(context: SegmentsContext): NameSpec[] {
  const { say, layer, sizes, words, own } = context;
  const cells = (column: number, rows: number, row = COUNTED.row + 1): string => {
    const letters = columnLetters(COUNTED.column + column + 1);
    const first = `$${letters}$${row + 1}`;
    return rows === 1 ? `={sheet}!${first}` : `={sheet}!${first}:$${letters}$${row + rows}`;
  };
  const one = (what: string, formula: string, comment: string): NameSpec => ({
    name: segmentName(layer, what),
    formula,
    comment,
  });
  return [
    one('family', cells(AT.settings + 1, 1), say('segments.set.family')),
    one('deadZone', cells(AT.settings + 1, 1, COUNTED.row + 2), say('segments.set.deadZone')),
    one('accounts', cells(AT.settings + 1, 1, COUNTED.row + 3), say('segments.all')),
    one('measures', cells(AT.measures, measured(context).length), say('segments.measure')),
    ...(own !== undefined
      ? []
      : [
          one('names', cells(AT.rules, MOST_RULES), say('plan.segment')),
          one('powers', cells(AT.rules + 1, MOST_RULES), say('segments.rules')),
          one('all', cells(AT.settings + 1, 1, COUNTED.row + 4), say('segments.rules')),
          ...sizes.flatMap(({ field }, s) => [
            one(`${field}_lines`, cells(AT.lines + 2 * s, LINES), say(`field.${field}`)),
            one(`${field}_met`, cells(AT.lines + 2 * s + 1, LINES), say(`field.${field}`)),
          ]),
          ...words.flatMap(({ field, listed }, w) => {
            const [column, rows, row] = [AT.words + 2 * w, Math.max(1, listed.length), COUNTED.row + 2];
            return [
              one(`${field}_words`, cells(column, rows, row), say(`field.${field}`)),
              one(`${field}_met`, cells(column + 1, rows, row), say(`field.${field}`)),
              one(`${field}_rest`, cells(column + 1, 1), say(`field.${field}`)),
            ];
          }),
          one('listed', cells(AT.listed + 2, LISTED), say('segments.bySegment')),
        ]),
    ...marketNames(context, context.market?.listed.length ?? 0, MARKETS_AT),
  ];
}
