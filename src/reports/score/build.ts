import { columnLetters, type Cell } from '../../plan/cells';
import { scoreName, tableName } from '../names';
import { caption, heading, headsOf, inLines } from '../blocks';
import { planNameIn } from '../plan-name';
import { printOf, widthOf } from '../print';
import { textsTable } from '../list-number';
import {
  columnRef,
  criterion,
  literal,
  thisRow,
  type CellsBlock,
  type CellSpec,
  type NameSpec,
  type SheetSpec,
  type TableBlock,
} from '../spec';
import type { FactorInputs, ScoreContext, ScoreFactor } from './context';
import { scoreRemarks } from './remarks';
import { PARTS, partsOf, type Part } from './parts';
import {
  COLUMNS,
  COUNTED,
  COUNTED_COLUMNS,
  factorsRow,
  pointsRow,
  PRINTED,
  SETTINGS,
  TEXTS,
  TIERS,
  TIERS_SORTED,
  TIERS_SORTED_ROWS,
  WIDTHS,
} from './layout';

/** What a value without points counts as: a text, so that nothing takes it for 0. */
const NO_DATA = '–';
/** What stands below a threshold that is none. */
const NEVER = '1E+99';
const FOLDED = Array.from({ length: COUNTED_COLUMNS + 2 }, (_, c) => COUNTED.column + c);

/** The sheet as it is going to be written. */
export function build(context: ScoreContext): SheetSpec {
  const { say, layer, record, factors, tiers } = context;
  const title = say('score.title', { plan: planNameIn(say, record.settings) });
  return {
    layer,
    key: 'score-weights',
    name: say('sheet.score'),
    blocks: [
      heading(
        title,
        say('score.about'),
        ...inLines(scoreRemarks(context)(say).join(' '), widthOf(WIDTHS.slice(0, PRINTED))),
      ),
      settingsTable(context),
      caption(TIERS.row, say('score.tiers'), TIERS.column),
      tiersTable(context),
      caption(factorsRow(tiers.length), say('score.factors')),
      factorsTable(context),
      caption(pointsRow(tiers.length, factors.length), say('score.lists')),
      pointsTable(context),
      counted(context),
      sortedTiers(context),
      textsTable(context, 'scoreTexts', TEXTS, factors),
    ],
    names: names(context),
    charts: [],
    conditional: [],
    widths: [...WIDTHS, ...FOLDED.map(() => 14), 3, 30, 24, 24, 14],
    hidden: FOLDED,
    freezeRows: 0,
    print: printOf(say, title, record.designedAt, widthOf(WIDTHS.slice(0, PRINTED)), { columns: PRINTED }),
  };
}

function settingsTable(context: ScoreContext): TableBlock {
  const { say, layer, asAt } = context;
  const head = headsOf(context.say, COLUMNS.scoreSettings);
  return {
    kind: 'table',
    ...SETTINGS,
    name: tableName(layer, 'scoreSettings'),
    rows: 1,
    flat: true,
    columns: [
      { ...head('setting'), cells: [say('score.set.asAt')] },
      {
        ...head('value'),
        cells: [asAt],
        format: say('sheet.dateFormat'),
        style: 'input',
        align: 'left',
      },
      { ...head('meaning'), cells: [say('score.means.asAt')] },
    ],
  };
}

function tiersTable(context: ScoreContext): TableBlock {
  const { say, layer, tiers, table, headers } = context;
  const head = headsOf(context.say, COLUMNS.scoreTiers);
  const column = columnRef(table, headers.tier);
  const mine = `COUNTIFS(${column},${criterion(thisRow(say('score.tier')))})`;
  const scored = `COUNT(${columnRef(table, headers.score)})`;
  return {
    kind: 'table',
    ...TIERS,
    name: tableName(layer, 'scoreTiers'),
    rows: tiers.length,
    flat: true,
    known: ['tier'],
    columns: [
      { ...head('tier'), cells: tiers.map(({ name }) => name), style: 'input' },
      {
        ...head('from'),
        cells: tiers.map(({ from }) => from),
        style: 'input',
        format: 'General',
        align: 'right',
      },
      { ...head('accounts'), cells: `=${mine}`, format: '#,##0', align: 'right' },
      { ...head('part'), cells: `=IF(${scored}=0,"",${mine}/${scored})`, format: '0%', align: 'right' },
    ],
  };
}

function factorsTable(context: ScoreContext): TableBlock {
  const { say, layer, factors, tiers } = context;
  const head = headsOf(context.say, COLUMNS.scoreFactors);
  // A table has a row at least.
  const rows: readonly (ScoreFactor | undefined)[] = factors.length > 0 ? factors : [undefined];
  const input = (part: Part, format = 'General') => ({
    ...head(part),
    cells: rows.map((factor): Cell => factor?.now[part] ?? ''),
    format,
    align: 'right' as const,
    looks: rows.map((factor) =>
      factor !== undefined && partsOf(factor.kind).includes(part)
        ? { style: 'input' as const, ...formatOf(factor, part) }
        : {},
    ),
  });
  const label = thisRow(say('score.factor'));
  return {
    kind: 'table',
    row: factorsRow(tiers.length),
    column: 0,
    name: tableName(layer, 'scoreFactors'),
    rows: rows.length,
    known: ['factor'],
    columns: [
      { ...head('factor'), cells: rows.map((factor) => (factor ? say(`score.factor.${factor.id}`) : '')) },
      { ...head('source'), cells: rows.map((factor) => factor?.source ?? '') },
      { ...head('kind'), cells: rows.map((factor) => (factor ? say(`score.kind.${factor.kind}`) : '')) },
      input('weight'),
      input('low'),
      input('high'),
      input('halfLife'),
      input('other', '0.00'),
      { ...input('product'), align: 'left', indent: 1 },
      { ...head('accounts'), cells: told(context, 'counts', label), format: '#,##0', align: 'right' },
      {
        ...head('note'),
        cells: told(context, 'notes', label),
        indent: 1,
        conditional: [{ kind: 'formula', formula: '={cell}<>""', look: 'warn' }],
      },
    ],
  };
}

/** Ends that are large have separators; dates and per cent are never so large. */
const LARGE = 1000;

const formatOf = ({ now: { low, high } }: ScoreFactor, part: Part): { format?: string } =>
  (part === 'low' || part === 'high') && Math.max(Math.abs(Number(low)), Math.abs(Number(high))) >= LARGE
    ? { format: '#,##0' }
    : {};

/** What the folded block says of the factor of a row. */
const told = ({ layer }: ScoreContext, what: 'counts' | 'notes', label: string): string =>
  `=IFERROR(INDEX(${scoreName(layer, what)},MATCH(${label},${scoreName(layer, 'labels')},0)),"")`;

function pointsTable(context: ScoreContext): TableBlock {
  const { say, layer, factors, tiers, table } = context;
  const head = headsOf(context.say, COLUMNS.scorePoints);
  const lists = factors.filter(({ kind }) => kind === 'list');
  const found = lists.flatMap((factor) =>
    factor.values.map(({ value, points }) => ({
      factor: say(`score.factor.${factor.id}`),
      value,
      points,
      source: factor.source,
    })),
  );
  const rows = found.length > 0 ? found : [{ factor: '', value: '', points: '' as const, source: '' }];
  const value = thisRow(say('score.value'));
  const points = thisRow(say('score.points'));
  return {
    kind: 'table',
    row: pointsRow(tiers.length, factors.length),
    column: 0,
    name: tableName(layer, 'scorePoints'),
    rows: rows.length,
    known: ['factor', 'value'],
    columns: [
      { ...head('factor'), cells: rows.map((row) => row.factor) },
      { ...head('value'), cells: rows.map((row) => row.value), align: 'left' },
      { ...head('accounts'), cells: countOf(lists), format: '#,##0', align: 'right' },
      {
        ...head('points'),
        cells: rows.map((row) => row.points),
        format: '0.00',
        style: 'input',
        align: 'right',
      },
      {
        ...head('counts'),
        cells: `=IF(ISNUMBER(${points}),ROUND(MAX(0,MIN(1,${points})),6),${literal(NO_DATA)})`,
        format: '0.00',
        align: 'right',
      },
      { ...head('key'), cells: `=${thisRow(say('score.factor'))}&"|"&TRIM(${value})`, indent: 1 },
    ],
  };

  /** How many accounts have the value, in the column of its factor. */
  function countOf(all: readonly ScoreFactor[]): string {
    const mine = `COUNTIFS({column},${criterion(value)})`;
    const one = all.reduceRight(
      (rest, factor) =>
        `IF(${thisRow(say('score.factor'))}=${literal(say(`score.factor.${factor.id}`))},${mine.replace('{column}', () => columnRef(table, factor.source))},${rest})`,
      '""',
    );
    return `=${one}`;
  }
}

/**
 * Beside, folded: what counts of every factor. A blank cell, or one that cannot be, counts as the usual; so does the row of
 * a factor that was taken out.
 */
function counted(context: ScoreContext): CellsBlock {
  const { say, layer, factors, table, usualAsAt } = context;
  const column = (id: Parameters<typeof say>[0]) => columnRef(tableName(layer, 'scoreFactors'), say(id));
  const head = (text: string): CellSpec => ({ value: text, style: 'label' });
  const rowOf = (factor: ScoreFactor): CellSpec[] => {
    const label = literal(say(`score.factor.${factor.id}`));
    const cellOf = (part: Part) =>
      `INDEX(${column(COLUMNS.scoreFactors[part])},MATCH(${label},${column('score.factor')},0))`;
    return [
      { value: say(`score.factor.${factor.id}`) },
      ...PARTS.map((part): CellSpec => {
        if (!partsOf(factor.kind).includes(part)) return { value: '' };
        const typed = cellOf(part);
        const usual = usualOf(factor.usual, part);
        if (part === 'product')
          return { formula: `=IFERROR(IF(TRIM(${typed})="",${usual},TRIM(${typed})),${usual})` };
        return { formula: `=IFERROR(IF(${can(part, typed)},${typed},${usual}),${usual})` };
      }),
      { formula: `=COUNT(${columnRef(table, factor.header)})` },
      { formula: noteOf(context, factor) },
    ];
  };
  const asAtCell = `INDEX(${columnRef(tableName(layer, 'scoreSettings'), say('plan.value'))},1)`;
  return {
    kind: 'cells',
    ...COUNTED,
    cells: [
      [
        head(say('score.factor')),
        ...PARTS.map((part) => head(say(COLUMNS.scoreFactors[part]))),
        head(say('score.withData')),
        head(say('score.note')),
      ],
      ...factors.map(rowOf),
      [
        head(say('score.total')),
        { formula: factors.length === 0 ? '=0' : `=SUM(${scoreName(layer, 'weights')})` },
      ],
      [
        head(say('score.set.asAt')),
        { formula: `=IFERROR(IF(N(${asAtCell})>=1,INT(${asAtCell}),${usualAsAt}),${usualAsAt})` },
      ],
    ],
  };
}

/** A number that can be, as `plan/score.ts` has it. */
function can(part: Part, cell: string): string {
  const isNumber = `ISNUMBER(${cell})`;
  if (part === 'weight') return `${isNumber}*(N(${cell})>=0)`;
  if (part === 'halfLife') return `${isNumber}*(N(${cell})>0)`;
  if (part === 'other') return `${isNumber}*(N(${cell})>=0)*(N(${cell})<=1)`;
  return isNumber;
}

function usualOf(usual: FactorInputs, part: Part): string {
  const value = usual[part];
  return typeof value === 'number' ? String(value) : literal(String(value));
}

/** What a reader should know of a factor; empty for nothing. */
function noteOf({ say, layer }: ScoreContext, { id, kind }: ScoreFactor): string {
  const part = (name: string) => scoreName(layer, `${id}_${name}`);
  const weightless = `IF(${part('weight')}=0,${literal(say('score.note.weightless'))},"")`;
  if (kind !== 'number') return `=${weightless}`;
  return `=IF(${part('low')}=${part('high')},${literal(say('score.note.ends'))},${weightless})`;
}

/** Thresholds from the lowest to the highest, however the rows of the table stand. */
function sortedTiers({ say, layer }: ScoreContext): CellsBlock {
  const from = columnRef(tableName(layer, 'scoreTiers'), say('score.from'));
  const tier = columnRef(tableName(layer, 'scoreTiers'), say('score.tier'));
  const letters = columnLetters(TIERS_SORTED.column + 1);
  return {
    kind: 'cells',
    ...TIERS_SORTED,
    cells: [
      [
        { value: say('score.from'), style: 'label' },
        { value: say('score.tier'), style: 'label' },
      ],
      ...Array.from({ length: TIERS_SORTED_ROWS }, (_, n): CellSpec[] => [
        { formula: `=IFERROR(SMALL(${from},${n + 1}),${NEVER})` },
        {
          formula: `=IFERROR(INDEX(${tier},MATCH($${letters}$${TIERS_SORTED.row + 2 + n},${from},0))&"","")`,
        },
      ]),
    ],
  };
}

function names({ say, layer, factors }: ScoreContext): NameSpec[] {
  const cells = (row: number, column: number, rows = 1, columns = 1): string => {
    const first = `$${columnLetters(column + 1)}$${row + 1}`;
    const last = `$${columnLetters(column + columns)}$${row + rows}`;
    return rows * columns === 1 ? `={sheet}!${first}` : `={sheet}!${first}:${last}`;
  };
  const top = COUNTED.row + 1;
  const below = top + factors.length;
  const one = (what: string, formula: string, comment: string): NameSpec => ({
    name: scoreName(layer, what),
    formula,
    comment,
  });
  const list = Math.max(1, factors.length);
  return [
    ...factors.flatMap((factor, f) =>
      partsOf(factor.kind).map((part) =>
        one(
          `${factor.id}_${part}`,
          cells(top + f, COUNTED.column + 1 + PARTS.indexOf(part)),
          `${say(`score.factor.${factor.id}`)}: ${say(COLUMNS.scoreFactors[part])}`,
        ),
      ),
    ),
    one('weights', cells(top, COUNTED.column + 1, list), say('score.weight')),
    one('total', cells(below, COUNTED.column + 1), say('score.total')),
    one('asAt', cells(below + 1, COUNTED.column + 1), say('score.set.asAt')),
    one('labels', cells(top, COUNTED.column, list), say('score.factor')),
    one('counts', cells(top, COUNTED.column + 1 + PARTS.length, list), say('score.withData')),
    one('notes', cells(top, COUNTED.column + 2 + PARTS.length, list), say('score.note')),
    one('tierFrom', cells(TIERS_SORTED.row + 1, TIERS_SORTED.column, TIERS_SORTED_ROWS), say('score.from')),
    one(
      'tierNames',
      cells(TIERS_SORTED.row + 1, TIERS_SORTED.column + 1, TIERS_SORTED_ROWS),
      say('score.tier'),
    ),
  ];
}
