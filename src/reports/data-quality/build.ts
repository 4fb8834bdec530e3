import { quoteSheet } from '../../plan/cells';
import type { Severity } from '../../plan/findings';
import type { Say } from '../../text/say';
import { headsOf } from '../blocks';
import { ownColumn } from '../context';
import { tableName } from '../names';
import { dateIn, printOf, widthOf } from '../print';
import {
  columnRef,
  headerRef,
  headersRef,
  literal,
  sought,
  thisRow,
  type SheetSpec,
  type TableBlock,
} from '../spec';
import type { QualityContext } from './context';
import { FINDING_COLUMNS, KIND_COLUMNS } from './layout';

const KINDS_ROW = 4;
const WIDTHS = [11, 32, 24, 12, 24, 26, 18, 80, 20, 20, 8];

/** The sheet as it is going to be written. */
export function build(context: QualityContext): SheetSpec {
  const { say, layer, table, accounts, at, kinds } = context;
  const total = kinds.reduce((sum, { count }) => sum + count, 0);
  const listRow = KINDS_ROW + kinds.length + 2;
  return {
    layer,
    key: 'data-quality',
    name: say('sheet.quality'),
    blocks: [
      {
        kind: 'cells',
        row: 0,
        column: 0,
        cells: [
          [{ value: say('quality.title'), style: 'title' }],
          [{ value: say('quality.headline', { count: total, accounts, table }), style: 'headline' }],
          [{ value: say('quality.note', { at: `${dateIn(say, at)} ${at.slice(11, 16)}` }), style: 'note' }],
        ],
      },
      ...(kinds.length === 0 ? [] : [kindsTable(context), linesTable(context, listRow)]),
    ],
    names: [],
    charts: [],
    conditional: [],
    widths: WIDTHS,
    hidden: [8, 9, 10],
    freezeRows: 0,
    print: printOf(say, say('quality.title'), at, widthOf(WIDTHS.slice(0, 8)), {
      columns: 8,
      ...(kinds.length === 0 ? {} : { titleRow: listRow }),
    }),
  };
}

function kindsTable(context: QualityContext): TableBlock {
  const { say, layer, kinds } = context;
  const column = headsOf(say, KIND_COLUMNS);
  const listed = ownColumn(context, 'findings', say('quality.kind'));
  return {
    kind: 'table',
    row: KINDS_ROW,
    column: 0,
    name: tableName(layer, 'findingKinds'),
    rows: kinds.length,
    columns: [
      severityColumn(say, kinds),
      { ...column('kind'), cells: kinds.map(({ kind }) => kind) },
      { ...column('found'), cells: kinds.map(({ count }) => count), format: '#,##0', align: 'right' },
      {
        ...column('listed'),
        cells: `=COUNTIFS(${listed},${thisRow(say('quality.kind'))})`,
        format: '#,##0',
        align: 'right',
      },
    ],
  };
}

function linesTable(context: QualityContext, row: number): TableBlock {
  const { say, layer, lines } = context;
  const column = headsOf(say, FINDING_COLUMNS);
  return {
    kind: 'table',
    row,
    column: 0,
    name: tableName(layer, 'findings'),
    rows: lines.length,
    known: ['kind', 'column', 'read', 'account'],
    columns: [
      severityColumn(say, lines),
      { ...column('kind'), cells: lines.map(({ kind }) => kind) },
      { ...column('cell'), cells: linkFormula(context), style: 'link' },
      { ...column('row'), cells: rowFormula(context), format: '0', align: 'left' },
      { ...column('column'), cells: lines.map(({ header }) => header ?? '') },
      { ...column('read'), cells: lines.map(({ read }) => read) },
      {
        ...column('understood'),
        cells: lines.map(({ understood, amount }) => amount ?? understood),
        align: 'left',
      },
      { ...column('meaning'), cells: lines.map(({ meaning }) => meaning) },
      { ...column('account'), cells: lines.map(({ account }) => account ?? '') },
      { ...column('address'), cells: lines.map(({ address }) => address ?? '') },
      { ...column('rowRead'), cells: lines.map(({ row: r }) => r ?? ''), format: '0' },
    ],
  };
}

/** The row in which the account stands now; where it is not found, that in which it was read. */
function rowFormula({ say, list }: QualityContext): string {
  const read = thisRow(say('quality.rowRead'));
  if (list === undefined) return `=IF(${read}="","",${read})`;
  const account = thisRow(say('quality.account'));
  const key = columnRef(list.table, list.keyHeader);
  const place = `MATCH(IF(ISNUMBER(${account}),${account},${sought(account)}),${key},0)`;
  return (
    `=IF(${read}="","",IF(${account}="",${read},` +
    `IFERROR(ROW(${headerRef(list.table, list.keyHeader)})+${place},${read})))`
  );
}

/** A link to the cell: in the row of the account as it stands now, and in the column of that name. */
function linkFormula({ say, list }: QualityContext): string {
  const address = thisRow(say('quality.address'));
  if (list === undefined) return `=IF(${address}="","",HYPERLINK("#"&${address},${address}))`;
  const row = thisRow(say('quality.row'));
  const column =
    `COLUMN(${headerRef(list.table, list.first)})-1+` +
    `MATCH(${sought(thisRow(say('quality.column')))},${headersRef(list.table, list.first, list.last)},0)`;
  const there = `${literal(`${quoteSheet(list.sheet)}!`)}&ADDRESS(${row},${column},4)`;
  const now = `IF(${thisRow(say('quality.account'))}="",${address},IFERROR(${there},${address}))`;
  return `=IF(${address}="","",HYPERLINK("#"&${now},${now}))`;
}

function severityColumn(
  say: Say,
  rows: readonly { readonly severity: Severity }[],
): TableBlock['columns'][number] {
  return {
    key: 'severity',
    header: say('quality.severity'),
    cells: rows.map(({ severity }) => say(`severity.${severity}`)),
    conditional: [
      { kind: 'formula', formula: `={cell}=${literal(say('severity.error'))}`, look: 'bad' },
      { kind: 'formula', formula: `={cell}=${literal(say('severity.warning'))}`, look: 'warn' },
    ],
  };
}
