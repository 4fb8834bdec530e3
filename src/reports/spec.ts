import type { Cell } from '../plan/cells';
import type { LayerId } from '../plan/layer';

/**
 * Every sheet and column that we write, as data. A spec knows nothing of Excel; `workbook/` writes any
 * spec in few syncs, and tests read it as it is. Formulas are en-US with structured references, as a
 * user would type them. Rows and columns count from 0 within the sheet.
 */

/** A cell: a plain value (text is always text, whatever it begins with) or a formula. */
export interface CellSpec {
  readonly value?: Cell;
  /** Begins with `=`. */
  readonly formula?: string;
  readonly style?: StyleName;
  readonly format?: string;
  readonly validation?: ValidationSpec;
  /** A choice of the user's: it stays when the sheet is written anew, as long as it is one of these. */
  readonly keep?: readonly Cell[];
  /** Somebody has just asked for what is written here: no choice that was made before stays in its place. */
  readonly isPicked?: true;
}

/** The looks we have. The writer alone knows their colours and fonts. */
export type StyleName =
  | 'title'
  | 'headline'
  /** Head of a block of lines, and of a column of figures in it. */
  | 'section'
  | 'sectionFigure'
  | 'label'
  | 'note'
  /** A cell the user may change: blue on tint. */
  | 'input'
  | 'figure'
  | 'total'
  /** Leads to a cell. */
  | 'link'
  /** The Territory column: the one that managers edit. */
  | 'editable';

export interface CellsBlock {
  readonly kind: 'cells';
  readonly row: number;
  readonly column: number;
  /** Rows of cells; `null` leaves the cell alone. */
  readonly cells: readonly (readonly (CellSpec | null)[])[];
}

export interface TableColumn {
  /** Stable within its table, whatever the header says: the column is found again by it. */
  readonly key: string;
  readonly header: string;
  /** One formula for every row, or one cell a row. */
  readonly cells: string | readonly (Cell | { readonly formula: string })[];
  readonly format?: string;
  readonly style?: StyleName;
  readonly align?: 'left' | 'center' | 'right';
  /** Steps away from the figures at its left. */
  readonly indent?: number;
  /** Where the cells of a column are not all of one kind: how each row differs from the column. */
  readonly looks?: readonly {
    readonly style?: StyleName;
    readonly format?: string;
    readonly validation?: ValidationSpec;
  }[];
  readonly validation?: ValidationSpec;
  readonly conditional?: readonly ConditionalSpec[];
  /** What users type here is theirs, and no setting: what came since a plan was applied stays when that is taken back. */
  readonly typed?: true;
  /** Of a long table that is remembered without its cells: runs of rows that were left blank. */
  readonly blank?: readonly (readonly [from: number, rows: number])[];
}

export interface TableBlock {
  readonly kind: 'table';
  readonly row: number;
  readonly column: number;
  /** Begins with `Ef`. */
  readonly name: string;
  readonly rows: number;
  /** Its head is one line: what stands beside it in the same row is no head. */
  readonly flat?: boolean;
  /** Keys of the columns that its rows are known by, together; absent: a column of texts tells, or all of them. */
  readonly known?: readonly string[];
  readonly columns: readonly TableColumn[];
}

export type Block = CellsBlock | TableBlock;

/** A list of allowed values: a range, since inline lists end at 255 characters; or a few short words that are always the same. */
export interface ValidationSpec {
  /** Reference or defined name the list comes from, beginning with `=`; or the words, with commas between them. */
  readonly list: string;
  readonly prompt: { readonly title: string; readonly message: string };
  readonly error: { readonly title: string; readonly message: string };
}

export type ConditionalSpec =
  /** `formula` is for the first body cell, in A1 or names (Excel allows no structured reference here);
   *  `{cell}` stands for that cell's address. */
  | { readonly kind: 'formula'; readonly formula: string; readonly look: 'good' | 'bad' | 'warn' }
  | { readonly kind: 'bar' };

export interface ChartSpec {
  readonly name: string;
  readonly title: string;
  /** What stands in its place where the host draws something else. */
  readonly absent: string;
  readonly kind: 'bar' | 'column';
  /** Number format of the axis of values. */
  readonly format?: string;
  /** Structured references of the category and the value ranges: table and header. */
  readonly table: string;
  readonly category: string;
  /** What each is called in the legend. */
  readonly series: readonly { readonly header: string; readonly name: string; readonly as: 'bar' | 'line' }[];
  /** Where it lies: top left and bottom right cell, 0-based. */
  readonly from: { readonly row: number; readonly column: number };
  readonly to: { readonly row: number; readonly column: number };
}

/** Rows that are printed together, from the first column on. What is wider than a page goes on on the next, its first columns with it. */
export interface PrintBand {
  readonly row: number;
  readonly rows: number;
  readonly columns: number;
  /** The rows of these further pages; absent: all. */
  readonly goesOn?: { readonly row: number; readonly rows: number };
  /** Columns with which they begin at the latest, so that what belongs together is read together. */
  readonly parts?: readonly number[];
}

export interface PrintArea {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

export interface NameSpec {
  readonly name: string;
  /** Begins with `=`. `{sheet}` stands for the quoted name the sheet got. */
  readonly formula: string;
  readonly comment: string;
}

export interface SheetSpec {
  readonly layer: LayerId;
  /** Stable identity within the layer, independent of the name the sheet got. */
  readonly key: string;
  /** Wanted name; `Ef …` if a sheet of the user's has it. */
  readonly name: string;
  readonly blocks: readonly Block[];
  readonly names: readonly NameSpec[];
  readonly charts: readonly ChartSpec[];
  /** Conditional formats of single cells outside tables. */
  readonly conditional: readonly {
    readonly row: number;
    readonly column: number;
    readonly rows: number;
    readonly columns: number;
    readonly spec: ConditionalSpec;
  }[];
  /** Width in characters for each column from the left. */
  readonly widths: readonly number[];
  /** Columns that are there to be found, not to be looked at. */
  readonly hidden?: readonly number[];
  readonly freezeRows: number;
  readonly print: {
    readonly landscape: boolean;
    /** Stands at the top of each page, from 0. */
    readonly titleRow?: number;
    /** Stands at the left of each page, from 0: on a sheet that is more than one page wide. */
    readonly titleColumn?: number;
    /** As Excel calls it. What earlier versions did not say of printing stays as it is. */
    readonly paper?: string;
    readonly pagesWide?: number;
    /** Only so many columns from the left are printed. */
    readonly columns?: number;
    /** What stands on pages of its own, below each other: all of it, to `columns`, where there are none. */
    readonly bands?: readonly PrintBand[];
    /** Rectangles that bands come to with the widths that columns have: each begins a page, none is wider than one. */
    readonly areas?: readonly PrintArea[];
    /** So many columns, from the title column on, stand at the left of pages that begin further to the right. */
    readonly titleColumns?: number;
    readonly header?: { readonly left: string; readonly right: string };
    /** `&P` stands for the page, `&N` for their number. */
    readonly footer?: string;
  };
}

/** Keys of the account columns that we own, in the order in which they stand. */
export const ACCOUNT_COLUMNS = [
  'territory',
  'owner',
  'moved',
  'lock',
  'reason',
  'designed',
  'designedReason',
  'accepted',
  'holder',
] as const;
/**
 * Further ones exist where the list tells customers from prospects, for metrics whose own column holds text that only looks
 * like numbers, of scores, workload, segments and sign-offs where these were asked for, and of moves that are still to come.
 */
export type AccountColumnKey =
  | (typeof ACCOUNT_COLUMNS)[number]
  | 'standing'
  | 'pool'
  | 'oversized'
  | `read:${string}`
  | 'score'
  | 'tier'
  | 'scoreShare'
  | `factor:${string}`
  | 'hours'
  | 'travel'
  | 'travelFor'
  | 'travelHours'
  | 'travelNote'
  | 'segment'
  | 'segmentRule'
  | 'segmentKept'
  | 'segmentFamily'
  | 'segmentWords'
  | 'segmentNote'
  | 'trade'
  | 'mark'
  | 'holdOwner'
  | 'holdUntil'
  | 'approval'
  | 'approvalBy'
  | 'approvalFor';

/** A column appended to the accounts table. */
export interface AccountColumnSpec {
  readonly key: AccountColumnKey;
  readonly header: string;
  readonly cells: TableColumn['cells'];
  readonly format?: string;
  readonly style?: StyleName;
  readonly width: number;
  /** Hidden away: there to be found, not to be looked at. */
  readonly folded?: boolean;
  /** Kept as the user left it when the column is ours already (locks outlive a re-carve). */
  readonly keepExisting?: boolean;
  /** Users fill it: what came since a plan was applied stays when that is taken back. */
  readonly typed?: true;
  readonly validation?: ValidationSpec;
  readonly conditional?: readonly ConditionalSpec[];
}

/** A structured reference to a column of a table, with Excel's escapes: `Accounts[Potential]`. */
export function columnRef(table: string, header: string): string {
  return `${table}[${escapeHeader(header)}]`;
}

/** The header cell of a column: `Accounts[[#Headers],[Potential]]`. */
export function headerRef(table: string, header: string): string {
  return `${table}[[#Headers],[${escapeHeader(header)}]]`;
}

/** The header cells from one column to another. Programs differ in how they spell the whole row. */
export function headersRef(table: string, first: string, last: string): string {
  return `${table}[[#Headers],[${escapeHeader(first)}]:[${escapeHeader(last)}]]`;
}

/** The cell of this row in the formula's own table: `[@Potential]`, `[@[Account Name]]`. */
export function thisRow(header: string): string {
  const escaped = escapeHeader(header);
  return /^[A-Za-z0-9_.]+$/.test(header) ? `[@${escaped}]` : `[@[${escaped}]]`;
}

function escapeHeader(header: string): string {
  return header.replace(/['[\]#@]/g, (mark) => `'${mark}`);
}

/** What MATCH looks for, so that a text finds itself alone: `*`, `?` and `~` stand for themselves. */
export const sought = (cell: string): string =>
  `SUBSTITUTE(SUBSTITUTE(SUBSTITUTE(${cell},"~","~~"),"*","~*"),"?","~?")`;

/** A criterion of COUNTIFS and its like that counts the text of a cell and nothing else, whatever it begins with. */
export const criterion = (cell: string): string => `"="&${sought(cell)}`;

/** Text as a literal inside a formula. */
export function literal(text: string): string {
  return `"${text.replace(/"/g, '""')}"`;
}
