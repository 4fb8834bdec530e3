import type { RowKeys } from '../plan/account-keys';
import type { Cell } from '../plan/cells';
import type { SheetSpec } from '../reports/spec';
import { asWritten } from './cells';
import type { CellLook } from './cell-looks';
import type { Extent } from './grid';
import type { MovedCell } from './make-room';
import type { Spoken } from './spoken-elsewhere';

/** Name of the very hidden sheet that carries our record. */
export const RECORD_SHEET = 'EfRecord';
/** Characters in owned columns that a checkpoint may hold, in requests of 600 KB. */
export const MAX_KEPT_CHARACTERS = 20_000_000;

export const JOURNAL_SCHEMA = 5;
/** Those that can be undone by: the one before knew no cells of other tables. */
export const READABLE_SCHEMAS: readonly number[] = [4, JOURNAL_SCHEMA];

/** Everything needed to give back the workbook as it was before a job. */
export interface Journal {
  readonly schema: typeof JOURNAL_SCHEMA;
  readonly at: string;
  /** Excel's calculation mode before. */
  readonly calculation: Excel.Application['calculationMode'];
  /** Absent when the job leaves the accounts alone. */
  readonly accounts?: KeptAccounts;
  /** Single cells of other tables that the job fills. */
  readonly fills?: readonly KeptFill[];
  readonly sheets: readonly KeptSheet[];
  readonly names: readonly KeptName[];
  /** What of the user's speaks of tables of ours that the job raises elsewhere. */
  readonly spoken?: Spoken;
  /** Contents of the record store before. */
  readonly record: readonly (readonly [string, unknown])[];
  /** In which of its two places the store held them. */
  readonly place: number;
}

export interface KeptName {
  readonly name: string;
  /** Null: there was none. */
  readonly formula: string | null;
}

/** The accounts table as it was. */
export interface KeptAccounts {
  readonly sheet: string;
  readonly table: string;
  /** The accounts were a plain range before. */
  readonly wasRange: boolean;
  /** Where it stood: only to find a list that is no table yet. */
  readonly headerRow: number;
  readonly firstColumn: number;
  readonly columns: number;
  /** What the rows were known by. Cells of a kept column stand in this order. */
  readonly rows: RowKeys;
  /** Making a table may rename headers (blank, doubled, numbers). */
  readonly headers: readonly Cell[];
  /** The user's columns that kept formulas speak of; each has an anchor by its place here. */
  readonly references: readonly string[];
  readonly added: readonly AddedColumn[];
  /** Of the cells that the added columns took, where that was all there is to say of their looks. */
  readonly font?: Font;
  readonly kept: readonly KeptColumn[];
  /** Keys of accounts that come into the list with the job. */
  readonly came?: readonly string[];
}

/** Cells in a row of a table that is not the list, as they were. Where they stand is told by anchors in its header. */
export interface KeptFill {
  /** The row comes with the job. */
  readonly isNew?: true;
  /** What stands beside the cells, by header: the row is known by it. No formulas. */
  readonly says: readonly (readonly [header: string, value: Cell])[];
  /** No other row says that. */
  readonly isAlone?: true;
  /** So many other rows say already what this one is going to say, and so many of them stand above it. */
  readonly others: number;
  readonly nth: number;
  /** Before and after, as they must be written. */
  readonly cells: readonly {
    readonly header: string;
    readonly before: Cell;
    readonly wrote: Cell;
    /** Number format before, where it gets another. */
    readonly format?: string;
  }[];
}

/** What a journal calls a column of the user's: none of ours is called so. */
export const theirKey = (header: string): string => `their ${header}`;
export const isTheirKey = (key: string): boolean => key.startsWith('their ');

export interface AddedColumn {
  readonly key: string;
  readonly header: string;
  /** Width of the sheet's column before, and whether it was hidden. */
  readonly width: number;
  readonly isHidden?: boolean;
  /** What the job makes of that: its width in points, and whether it folds it away. */
  readonly made?: number;
  readonly isFolded?: true;
  /** Absent where its cells were as Excel makes them. */
  readonly looks?: KeptLooks;
  /** Users fill it. */
  readonly typed?: true;
  /** What the job writes there, in the order of the rows; absent where that is nothing. */
  readonly wrote?: readonly Cell[];
}

export interface Font {
  readonly name: string;
  readonly size: number;
}

/** What we change of the looks of cells, as it was. */
export interface Look {
  /** Empty: none. */
  readonly fill: string;
  readonly color: string;
  readonly bold: boolean;
  /** All else is as Excel makes it. */
  readonly isBare: boolean;
  /** Absent where cells have several. */
  readonly font?: Font;
}

/** The cells that a new column of ours took: nothing stood in them, but the user had given them looks or rules. */
export interface KeptLooks {
  readonly header: Look | undefined;
  /** Runs of rows from the top; none where we leave their looks alone. */
  readonly body: readonly { readonly from: number; readonly rows: number; readonly look: Look }[];
  readonly headerFormat: string;
  readonly formats: string | readonly string[];
  readonly validations: KeptColumn['validations'];
  /** Conditional formats that lay in these cells alone. */
  readonly rules: readonly string[];
  /** There were more different looks than are kept. */
  readonly isPartial?: boolean;
  /** The cells have looks that no job changes, and that are not kept: they go where the cells go. */
  readonly hasOthers?: boolean;
}

export interface KeptColumn {
  readonly key: string;
  readonly header: string;
  /** As they must be written; of one formula in all rows that alone. */
  readonly cells: readonly Cell[];
  /** One where all rows have the same. */
  readonly formats: string | readonly string[];
  /** Rules by the rows, as they stand in `cells`, that have them; one without rows is all rows'. Null: no rule. */
  readonly validations: readonly {
    readonly validation: KeptValidation | null;
    readonly rows?: readonly number[];
  }[];
  /** Users fill it: what they put there since is theirs. */
  readonly typed?: true;
  /** What the job writes there, in the order of `cells`; absent where it leaves these. */
  readonly wrote?: readonly Cell[];
  readonly width: number;
  /** What the job makes of it, in points. */
  readonly made?: number;
  readonly isHidden: boolean;
}

/** What stands in every row of a column, where that is a formula: it needs no account. */
export function formulaOf({ cells: [first, ...others] }: KeptColumn): string | undefined {
  if (typeof first !== 'string' || !first.startsWith('=')) return undefined;
  return others.every((cell) => cell === first) ? first : undefined;
}

/** What stood in a row; undefined where nothing is known of it. */
export const keptCell = (column: KeptColumn, row: number): Cell | undefined =>
  formulaOf(column) ?? column.cells[row];

/** The column as it is remembered: long lists have many columns of formulas. */
export function compact(column: KeptColumn): KeptColumn {
  const formula = formulaOf(column);
  return formula === undefined ? column : { ...column, cells: [formula] };
}

export interface KeptValidation {
  readonly rule: Excel.DataValidationRule;
  readonly prompt: Excel.DataValidationPrompt;
  readonly errorAlert: Excel.DataValidationErrorAlert;
  readonly ignoreBlanks: boolean;
}

/** A list that Apply made: what is not of it is the user's. */
export interface MadeList {
  readonly rows: number;
  readonly columns: number;
  /** Our columns in it, and their keys. */
  readonly headers: readonly string[];
  readonly keys?: readonly string[];
  /** Fingerprints of all that was written on it but for our columns; absent where there are too many. */
  readonly prints?: string;
  /** How many formulas stand above it. */
  readonly formulas?: number;
  /** Those of our columns that users fill, and what was written in them. */
  readonly typed?: readonly { readonly key: string; readonly wrote: readonly Cell[] }[];
}

export interface KeptSheet {
  readonly key: string;
  readonly name: string;
  /** What the job writes there, as it is remembered; absent where the whole sheet is the job's. */
  readonly next?: SheetSpec;
  /** It is a list that the job makes, not a sheet of ours: how far it goes, and our columns in it. */
  readonly made?: MadeList;
  /** Cells of the user's that the job moves. */
  readonly moved?: readonly MovedCell[];
  /** How these looked where they stood. */
  readonly looks?: readonly CellLook[];
  /** Absent when the job makes the sheet. */
  readonly before?: {
    /** Its blocks where they stood. */
    readonly spec: SheetSpec;
    /** What was ours. */
    readonly ours: readonly Extent[];
    /** All cells from A1, as they must be written. */
    readonly cells: readonly (readonly Cell[])[];
    readonly tables: readonly {
      readonly name: string;
      readonly row: number;
      readonly column: number;
      readonly rows: number;
      readonly columns: number;
    }[];
    readonly visibility: Excel.Worksheet['visibility'];
    readonly position: number;
    readonly freeze: { readonly rows: number; readonly columns: number };
    readonly widths: readonly number[];
  };
}

/** Formats of cells, one below the other; one for all where they are the same. */
export function oneOrAll(formats: readonly string[]): string | readonly string[] {
  const [first = 'General'] = formats;
  return formats.every((format) => format === first) ? first : formats;
}

/**
 * A cell as it must be written to be what it was: formulas as they are, text marked as text. A text that begins
 * with `=` reads the same as formula and as value.
 */
export const asKept = (formula: Cell, value: Cell): Cell =>
  typeof formula === 'string' && formula.startsWith('=') && formula !== value ? formula : asWritten(value);
