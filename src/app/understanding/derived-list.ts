import {
  headerlessColumns,
  mapAccountColumns,
  rollUp,
  rowMeaning,
  underOwnHeaders,
  type RowKind,
} from '../../intake';
import type { Cell, SourceTable } from '../../plan/cells';
import { Failure } from '../../plan/failures';
import type { AccountField } from '../../plan/fields';
import type { Finding } from '../../plan/findings';
import type { Say } from '../../text/say';
import type { DataSheet, TableRef } from '../ports';
import { sourceChecks } from './source-checks';

/** A list of accounts that is made from a table of something else, or from one without headers of its own. */
export interface DerivedList {
  readonly kind: RowKind | 'noHeader' | 'headersBelow';
  /** The table that it is made from. */
  readonly from: TableRef;
  /** Rows that went into it, and rows without a customer. */
  readonly rows: number;
  readonly nameless: number;
  /** Of the rows those that are over, and not summed up. */
  readonly ended: number;
  /** Everybody who holds a row of it. */
  readonly holders: readonly string[];
  /** Customers whose rows are not all held by the same. */
  readonly shared: number;
  /** What Apply adds to the workbook first; nothing is written before. */
  readonly sheet: DataSheet;
  readonly ref: TableRef;
  readonly source: SourceTable;
  /** Header of each field in it. */
  readonly headers: Readonly<Partial<Record<AccountField, string>>>;
  /** What was noticed in the cells that were summed up. */
  readonly findings: readonly Finding[];
  /** A finding about a cell of it as one about the cell that it comes from. */
  readonly traced: (finding: Finding) => Finding;
}

/**
 * The list of accounts that a table stands for: deals, orders and the like summed up by customer, rows without headers
 * under made ones, and rows whose headers stand below made-up ones under these. Undefined for a table that is a list of
 * accounts as it stands.
 * @throws Failure `notAccounts` for a table that names no customers
 */
export async function derivedList(
  whole: SourceTable,
  ref: TableRef,
  nameOf: NameOf,
  say: Say,
): Promise<DerivedList | undefined> {
  const name = ref.table ?? ref.sheet;
  const lifted = underOwnHeaders(whole);
  const source = lifted ?? whole;
  const bare = headerlessColumns(source);
  if (bare?.isOfSales === true) throw new Failure('notAccounts', { kind: 'bareSales', name });
  if (bare !== undefined) {
    const columns = bare.columns.map(({ cells, field }, c) => ({
      header: field === undefined ? say('derived.column', { number: c + 1 }) : say(`field.${field}`),
      field,
      cells,
      from: c,
    }));
    const rowOf = (row: number) => source.headerRow + row;
    return listOf(
      columns,
      {
        kind: 'noHeader',
        from: ref,
        rows: bare.rowCount,
        nameless: 0,
        ended: 0,
        holders: [],
        shared: 0,
        states: [],
        findings: [],
      },
      source,
      nameOf,
      say,
      rowOf,
    );
  }
  const meaning = rowMeaning(source);
  if (meaning.kind === 'account')
    return lifted === undefined ? undefined : listUnderOwnHeaders(lifted, whole, ref, nameOf, say);
  if (meaning.customer === undefined && meaning.customerId === undefined)
    throw new Failure('notAccounts', { kind: meaning.kind, name });
  const { mapping } = mapAccountColumns(source);
  const rolled = rollUp(source, meaning, mapping);
  if (rolled.firstRow.length === 0) throw new Failure('notAccounts', { kind: meaning.kind, name });
  const columns = rolled.columns.map(({ field, cells, from }) => ({
    header: field === 'rows' ? say('derived.rows', { kind: meaning.kind }) : say(`field.${field}`),
    field: field === 'rows' ? undefined : field,
    cells,
    from,
  }));
  const { kind, rows, nameless, ended, holders, shared, states, findings } = rolled;
  const rowOf = (row: number) => source.firstRow + (rolled.firstRow[row] ?? 0);
  return listOf(
    columns,
    { kind, from: ref, rows, nameless, ended, holders, shared, states, findings },
    whole,
    nameOf,
    say,
    rowOf,
  );
}

/** The rows as they stand, under the headers of their first one. */
function listUnderOwnHeaders(
  lifted: SourceTable,
  whole: SourceTable,
  ref: TableRef,
  nameOf: NameOf,
  say: Say,
): Promise<DerivedList> {
  const taken = new Set<string>();
  const columns = lifted.columns.map((cells, c) => {
    const own = lifted.headers[c] ?? '';
    const isFree = own !== '' && !taken.has(own.toLowerCase());
    const header = isFree ? own : say('derived.column', { number: c + 1 });
    taken.add(header.toLowerCase());
    return { header, field: undefined, cells, from: c, format: lifted.formats[c] ?? 'General' };
  });
  const about = { kind: 'headersBelow', from: ref, rows: lifted.rowCount } as const;
  const none = { nameless: 0, ended: 0, holders: [], shared: 0, states: [], findings: [] };
  return listOf(columns, { ...about, ...none }, whole, nameOf, say, (row) => lifted.firstRow + row);
}

interface MadeColumn {
  readonly header: string;
  readonly field: AccountField | undefined;
  readonly cells: readonly Cell[];
  readonly from: number;
  /** Number format, where the cells are as they stood. */
  readonly format?: string;
}

/** Rows between what is said of a list and its headers. */
const BLANK_ROWS = 1;
const DATES = new Set<AccountField | undefined>(['lastActivity']);

/** A name for the sheet of the list, as near to the one wanted as the workbook allows. */
type NameOf = (wanted: string) => Promise<string>;

async function listOf(
  columns: readonly MadeColumn[],
  {
    states,
    ...about
  }: Pick<
    DerivedList,
    'kind' | 'from' | 'rows' | 'nameless' | 'ended' | 'holders' | 'shared' | 'findings'
  > & {
    readonly states: readonly number[];
  },
  source: SourceTable,
  nameOf: NameOf,
  say: Say,
  /** Worksheet row that a row of the new list comes from. */
  rowOf: (row: number) => number,
): Promise<DerivedList> {
  const name = await nameOf(say('derived.sheet'));
  const count = columns[0]?.cells.length ?? 0;
  const isText = ({ cells }: MadeColumn) => cells.some((cell) => typeof cell === 'string' && cell !== '');
  const formats = columns.map((column) =>
    isText(column) ? '@' : (column.format ?? (DATES.has(column.field) ? 'yyyy-mm-dd' : 'General')),
  );
  const cells = columns.map((column) =>
    isText(column) ? column.cells.map((cell) => String(cell)) : column.cells,
  );
  const headers = columns.map(({ header }) => header);
  const used = [...columns.map(({ from }) => from), ...states];
  const what = say('derived.what', {
    kind: about.kind,
    name: about.from.table ?? about.from.sheet,
    rows: about.rows,
  });
  const above = sourceChecks(source, about.from, { used, states }, what, say);
  const headerRow = above.length + BLANK_ROWS + 1;
  return {
    ...about,
    sheet: {
      name,
      headers,
      formats,
      above,
      headerRow,
      rows: Array.from({ length: count }, (_, row) => cells.map((column) => column[row] ?? '')),
    },
    ref: {
      sheet: name,
      table: name,
      headerRow,
      firstColumn: 1,
      columnCount: columns.length,
      rowCount: count,
    },
    source: {
      sheet: name,
      table: name,
      headerRow,
      firstRow: headerRow + 1,
      firstColumn: 1,
      rowCount: count,
      headers,
      columns: cells,
      formats,
      isFormula: headers.map(() => false),
      hiddenRows: [],
    },
    headers: Object.fromEntries(
      columns.flatMap(({ field, header }) => (field === undefined ? [] : [[field, header]])),
    ),
    traced: (finding) => {
      if (finding.sheet !== name) return finding;
      const from = columns[finding.column - 1]?.from ?? -1;
      return {
        ...finding,
        sheet: source.sheet,
        row: finding.row > headerRow ? rowOf(finding.row - headerRow - 1) : 0,
        column: from < 0 ? 0 : source.firstColumn + from,
      };
    },
  };
}
