import { MISMATCHES } from '../../loads/mismatches';
import { quoteSheet } from '../../plan/cells';
import { caption, heading, headsOf, mustBeNone } from '../blocks';
import { ownColumn } from '../context';
import { tableName } from '../names';
import { dateIn, printOf, widthOf } from '../print';
import { columnRef, literal, sought, thisRow, type SheetSpec, type TableBlock } from '../spec';
import type { MismatchContext, MismatchLine } from './context';
import { KINDS, LINES, WORDS } from './layout';

/** More rows than these are counted, not listed: each is looked up. The files have all of them. */
const MOST_LINES = 2000;
const KINDS_ROW = 7;
const WIDTHS = [34, 12, 22, 30, 26, 26, 26, 12, 60, 22];

/** The sheet as it is going to be written. */
export function build(context: MismatchContext): SheetSpec {
  const { say, layer, name, join, lines, agree, silent, system, at } = context;
  const listed = lines.slice(0, MOST_LINES);
  const kinds = MISMATCHES.filter((code) => lines.some((line) => line.code === code));
  const checkRow = KINDS_ROW + kinds.length + 4;
  const linesRow = checkRow + 3;
  const wordsRow = listed.length === 0 ? linesRow : linesRow + listed.length + 3;
  const title = say('mismatch.title', { name });
  return {
    layer,
    key: 'mismatches',
    name: say('sheet.mismatches'),
    blocks: [
      heading(
        title,
        {
          value: say('mismatch.headline', { rows: system.rows, agree, differ: lines.length }),
          style: 'headline',
        },
        say(`mismatch.join.${join}`),
        say('mismatch.note', { at: `${dateIn(say, at)} ${at.slice(11, 16)}` }),
        say('mismatch.files'),
      ),
      kindsTable(context, kinds),
      {
        kind: 'cells',
        row: checkRow,
        column: 0,
        cells: [
          [
            { value: say('mismatch.check'), style: 'label' },
            { formula: checkFormula(context), style: 'figure', format: '#,##0' },
          ],
        ],
      },
      ...(listed.length === 0
        ? []
        : [
            caption(linesRow, say('mismatch.listed', { listed: listed.length, count: lines.length })),
            linesTable(context, listed, linesRow),
          ]),
      caption(wordsRow, say('mismatch.words', { name })),
      wordsTable(context, wordsRow),
    ],
    names: [],
    charts: [],
    conditional: [mustBeNone(checkRow)],
    widths: WIDTHS,
    hidden: [WIDTHS.length - 1],
    freezeRows: 0,
    print: printOf(say, title, at, widthOf(WIDTHS.slice(0, -1)), { columns: WIDTHS.length - 1 }),
  };

  function kindsTable(of: MismatchContext, codes: readonly MismatchLine['code'][]): TableBlock {
    const column = headsOf(say, KINDS);
    const counts = codes.map((code) => lines.filter((line) => line.code === code).length);
    const kind = ownColumn(of, 'mismatches', say(LINES.kind));
    const state = ownColumn(of, 'mismatches', say(LINES.state));
    const open = `=COUNTIFS(${kind},${thisRow(say(KINDS.kind))},${state},${literal(say('mismatch.isOpen'))})`;
    const figure = { format: '#,##0', align: 'right' } as const;
    return {
      kind: 'table',
      row: KINDS_ROW,
      column: 0,
      name: tableName(layer, 'mismatchKinds'),
      rows: codes.length + 2,
      known: ['kind'],
      columns: [
        {
          ...column('kind'),
          cells: [
            ...codes.map((code) => say(`mismatch.code.${code}`)),
            say('mismatch.agree'),
            say('mismatch.silent'),
          ],
        },
        { ...column('found'), cells: [...counts, agree, silent], ...figure },
        {
          ...column('open'),
          cells: [...codes.map(() => (listed.length === 0 ? '' : { formula: open })), '', ''],
          ...figure,
        },
      ],
    };
  }
}

/** Every row of the other table is in one of the counts: rows it has now less these. */
function checkFormula(context: MismatchContext): string {
  const { say, system } = context;
  const found = ownColumn(context, 'mismatchKinds', say(KINDS.found));
  const kind = ownColumn(context, 'mismatchKinds', say(KINDS.kind));
  const anyColumn = system.key ?? system.owner ?? system.territory ?? '';
  const rows = `ROWS(${anyColumn})`;
  return `=${rows}-SUM(${found})+SUMIFS(${found},${kind},${literal(say('mismatch.code.gap'))})`;
}

function linesTable(context: MismatchContext, lines: readonly MismatchLine[], row: number): TableBlock {
  const { say, layer } = context;
  const column = headsOf(say, LINES);
  return {
    kind: 'table',
    row,
    column: 0,
    name: tableName(layer, 'mismatches'),
    rows: lines.length,
    known: ['kind', 'key', 'account'],
    columns: [
      { ...column('kind'), cells: lines.map(({ code }) => say(`mismatch.code.${code}`)) },
      {
        ...column('cell'),
        cells: lines.map((line) => linkCell(context, line)),
        style: 'link',
        align: 'left',
      },
      { ...column('key'), cells: lines.map(({ key }) => key), align: 'left' },
      { ...column('account'), cells: lines.map(({ account }) => account) },
      { ...column('they'), cells: lines.map((line) => theyCell(context, line)) },
      { ...column('territory'), cells: lines.map((line) => territoryCell(context, line)) },
      { ...column('plan'), cells: lines.map((line) => planCell(context, line)) },
      {
        ...column('state'),
        cells: lines.map((line) => stateCell(context, line)),
        conditional: [
          { kind: 'formula', formula: `={cell}=${literal(say('mismatch.isOpen'))}`, look: 'bad' },
          { kind: 'formula', formula: `={cell}=${literal(say('mismatch.isSettled'))}`, look: 'good' },
        ],
      },
      { ...column('fix'), cells: lines.map(({ fix }) => fix) },
      { ...column('listKey'), cells: lines.map(({ listKey }) => listKey) },
    ],
  };
}

type CellOf = TableBlock['columns'][number]['cells'][number];

/** Where the key of this row stands in a column of keys, numbers as numbers. */
const placeOf = (key: string, column: string): string =>
  `MATCH(IF(ISNUMBER(${key}),${key},${sought(key)}),${column},0)`;
const countOf = (key: string, column: string): string =>
  `COUNTIF(${column},IF(ISNUMBER(${key}),${key},${sought(key)}))`;

/** A link to the row, wherever it stands by now. */
function linkCell({ say, system }: MismatchContext, { row, isUnique }: MismatchLine): CellOf {
  if (row === undefined) return '';
  const at =
    isUnique && system.key !== undefined
      ? `IFERROR(${system.headerRow}+${placeOf(thisRow(say(LINES.key)), system.key)},${row})`
      : String(row);
  const there = literal(`#${quoteSheet(system.sheet)}!${system.keyLetter}`);
  return { formula: `=HYPERLINK(${there}&${at},${at})` };
}

/** What the other system says now: found by its key, else in its cell. */
function theyCell({ say, system }: MismatchContext, { row, isUnique, about }: MismatchLine): CellOf {
  const column = about === 'owner' ? system.owner : system.territory;
  const letter = about === 'owner' ? system.ownerLetter : system.territoryLetter;
  if (row === undefined || column === undefined || letter === undefined) return '';
  const found =
    isUnique && system.key !== undefined
      ? `INDEX(${column},${placeOf(thisRow(say(LINES.key)), system.key)})`
      : `${quoteSheet(system.sheet)}!$${letter}$${row}`;
  return { formula: `=IFERROR(${found}&"","")` };
}

/** Where the plan that was accepted has the account now; of several accounts, that with most of them as it was compared. */
function territoryCell({ say, table, column, listKey }: MismatchContext, line: MismatchLine): CellOf {
  if (listKey === undefined || line.listKey === '') return line.territory;
  const place = placeOf(thisRow(say(LINES.listKey)), columnRef(table, listKey));
  return { formula: `=IFERROR(INDEX(${columnRef(table, column.accepted)},${place})&"","")` };
}

/** The same as the other system would write it. */
function planCell(context: MismatchContext, { about }: MismatchLine): CellOf {
  const { say } = context;
  const territory = thisRow(say(LINES.territory));
  if (about === 'territory') return { formula: `=${territory}` };
  const word = (header: string) => ownColumn(context, 'mismatchWords', header);
  const place = `MATCH(${sought(territory)},${word(say(WORDS.territory))},0)`;
  return { formula: `=IF(${territory}="","",IFERROR(INDEX(${word(say(WORDS.word))},${place})&"",""))` };
}

/** Whether there is still something to do. */
function stateCell(context: MismatchContext, { code }: MismatchLine): CellOf {
  const { say, table, listKey, join, system } = context;
  const key = thisRow(say(LINES.key));
  const [open, settled] = [literal(say('mismatch.isOpen')), literal(say('mismatch.isSettled'))];
  const when = (condition: string): CellOf => ({ formula: `=IF(${condition},${settled},${open})` });
  const saysSo = `AND(${thisRow(say(LINES.they))}<>"",${thisRow(say(LINES.they))}=${thisRow(say(LINES.plan))})`;
  switch (code) {
    case 'shared':
      return say('mismatch.isShared');
    case 'gap':
      return system.key === undefined ? say('mismatch.isOpen') : when(`${countOf(key, system.key)}>0`);
    case 'double':
    case 'repeated':
      return system.key === undefined ? say('mismatch.isOpen') : when(`${countOf(key, system.key)}<2`);
    case 'stranger':
      if (system.key === undefined) return say('mismatch.isOpen');
      return when(
        listKey === undefined || join !== 'id'
          ? `${countOf(key, system.key)}=0`
          : `OR(${countOf(key, system.key)}=0,${countOf(key, columnRef(table, listKey))}>0)`,
      );
    default:
      return when(saysSo);
  }
}

function wordsTable({ say, layer, words }: MismatchContext, row: number): TableBlock {
  const column = headsOf(say, WORDS);
  return {
    kind: 'table',
    row,
    column: 0,
    name: tableName(layer, 'mismatchWords'),
    rows: words.length,
    known: ['territory'],
    columns: [
      { ...column('territory'), cells: words.map(({ territory }) => territory) },
      { ...column('owner'), cells: words.map(({ owner }) => owner) },
      { ...column('word'), cells: words.map(({ word }) => word) },
    ],
  };
}
