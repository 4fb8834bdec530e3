import { columnLetters } from '../../plan/cells';
import { MOST_RULES, type SizeField, type WordField } from '../../plan/segments';
import { segmentName, tableName } from '../names';
import { numberOr, settingCell } from '../setting-table';
import { columnRef, criterion, literal, type CellsBlock, type CellSpec, type NameSpec } from '../spec';
import type { SegmentsContext } from './context';
import { allAccounts } from './figures';
import { COLUMNS, COUNTED, LISTED } from './layout';
import { marketNames } from './markets';
import { measured } from './tables';

/** No size is as large, and none as small. */
const NO_END = '10^99';
const NO_START = '-(10^10)';

/** Places in the folded block, in columns from its left. */
const AT = { settings: 0, rules: 3, listed: 17, measures: 20, lines: 31, words: 38 } as const;
/** Every bound of every rule may be a line, and there is one below all. */
const LINES = 2 * MOST_RULES + 1;
export const MARKETS_AT = { row: COUNTED.row, column: COUNTED.column + 22 } as const;

/** What settings count as: a blank cell, or one that cannot be, as usual. */
export function counted(context: SegmentsContext): CellsBlock {
  const { say, own } = context;
  const cellOf = (key: 'family' | 'deadZone') =>
    settingCell(context, 'segmentSettings', say(`segments.set.${key}`));
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
        { formula: `=${numberOr(zone, `(N(${zone})>=0)*(N(${zone})<=0.9)`, 0.1)}` },
      ],
      [{ value: say('segments.all') }, { formula: `=${allAccounts(context)}` }],
      ...(own === undefined ? [[{ value: say('segments.rules') }, { formula: `=SUM(${ON})` }]] : []),
    ],
  };
}

/** Rules as formulas go by them, the last one first: each has twice the power of the one above it here. */
export function rulesCounted(context: SegmentsContext): CellsBlock {
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

/** What a column of the list may say, and which rules are met by it. */
const metBlock = (
  { say }: SegmentsContext,
  field: SizeField | WordField,
  column: number,
  lines: CellSpec[][],
): CellsBlock => ({
  kind: 'cells',
  row: COUNTED.row,
  column: COUNTED.column + column,
  cells: [
    [
      { value: say(`field.${field}`), style: 'label' },
      { value: say('segments.rules'), style: 'label' },
    ],
    ...lines,
  ],
});

/** Of every size: the lines of all rules in order, and the sum of the rules that are met from each on. */
export function linesBlocks(context: SegmentsContext): CellsBlock[] {
  return context.sizes.map(({ field }, s) => {
    const part = partOf(context, field);
    const both = foldedRange(part, MOST_RULES, 2);
    const [from, below] = [foldedRange(part, MOST_RULES), foldedRange(part + 1, MOST_RULES)];
    const column = AT.lines + 2 * s;
    const lines = Array.from({ length: LINES }, (_, n): CellSpec[] => {
      const line = foldedRange(column, 1, 1, n);
      return [
        n === 0 ? { formula: `=${NO_START}` } : { formula: `=SMALL(${both},${n})` },
        { formula: `=SUMPRODUCT(${ON}*(${from}<=${line})*(${below}>${line}))` },
      ];
    });
    return metBlock(context, field, column, lines);
  });
}

/** Of every column of words: what the list has in it, and the sum of the rules that are met by each; by any other first. */
export function wordsBlocks(context: SegmentsContext): CellsBlock[] {
  return context.words.map(({ field, listed }, w) => {
    const asked = foldedRange(partOf(context, field), MOST_RULES);
    const column = AT.words + 2 * w;
    return metBlock(context, field, column, [
      [{ value: '' }, { formula: `=SUMPRODUCT(${ON}*(${asked}=""))` }],
      ...listed.map((word, n): CellSpec[] => [
        { value: word },
        {
          formula: `=SUMPRODUCT(${ON}*((${asked}="")+ISNUMBER(FIND(";"&${foldedRange(column, 1, 1, n + 1)}&";",${asked}))>0))`,
        },
      ]),
    ]);
  });
}

/** All accounts, each segment once in the order of the rules, and those of none: as the rules stand. */
export function listedBlock({ say, layer }: SegmentsContext): CellsBlock {
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
export function measuresBlock(context: SegmentsContext): CellsBlock {
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

export function names(context: SegmentsContext): NameSpec[] {
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
