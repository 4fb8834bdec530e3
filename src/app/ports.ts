/**
 * What the use cases need from outside, as types only. `workbook/` and `worker/` implement them; tests
 * bring their own. Refusals are `Failure`s (plan/failures.ts).
 */
import type { RowKeys } from '../plan/account-keys';
import type { Cell, SheetSurvey, SourceTable } from '../plan/cells';
import type { Failure } from '../plan/failures';
import type { LayerId } from '../plan/layer';
import type { LayerNames, Ownership } from '../plan/ownership';
import type { RunRecord } from '../plan/run-record';
import type { AccountColumnSpec, SheetSpec } from '../reports/spec';
import type { Counsel, Question } from '../engine/handover/counsel';
import type { Design, Problem, Progress } from '../engine/problem';

/** Where a table stands: an Excel table by name, or a plain range by its header row. */
export interface TableRef {
  readonly sheet: string;
  readonly table?: string;
  /** 1-based; header row, first column, and the size of the body. */
  readonly headerRow: number;
  readonly firstColumn: number;
  readonly columnCount: number;
  readonly rowCount: number;
}

/** Columns for the accounts table. */
export interface AccountsOrder {
  readonly ref: TableRef;
  /** Table name to use when the accounts are a plain range that Apply turns into a table. */
  readonly table: string;
  readonly columns: readonly AccountColumnSpec[];
  /** The accounts in the rows that the columns' cells speak of: cells go to their account, never to a row. */
  readonly rows: RowKeys;
}

export interface WriteOrder {
  /** Whose columns and sheets these are. */
  readonly layer: LayerId;
  /** A list of accounts that is not there yet: it is made first, and goes with Revert. */
  readonly made?: DataSheet;
  /** Absent: only sheets are written. */
  readonly accounts?: AccountsOrder;
  /** Single cells that change with the sheets, where no column does. */
  readonly edit?: EditOrder;
  /** Cells of other tables, filled last. */
  readonly fill?: FillOrder;
  readonly sheets: readonly SheetSpec[];
  /** What was read in cells of a sheet that users fill, before it is written anew: what came there since is not lost. */
  readonly read?: { readonly sheet: string; readonly words: readonly string[] };
  /** The plan that these columns and sheets stand for; absent when they stand for none. */
  readonly record?: RunRecord;
  /** False: there is nothing to keep or revert afterwards. It is written whole or not at all. */
  readonly decision?: boolean;
  /** Saved with it, by key. */
  readonly remember?: Readonly<Record<string, unknown>>;
}

/** New names of territories, and the record that knows them. */
export interface RenameOrder {
  readonly layer: LayerId;
  /** Old name → new name. */
  readonly names: ReadonlyMap<string, string>;
  readonly record: RunRecord;
  /** What else the workbook keeps that speaks of territories by name, by key. */
  readonly remember?: Readonly<Record<string, unknown>>;
}

/** Columns of ours of which single cells are written. */
export type OwnCells =
  'territory' | 'lock' | 'accepted' | 'holdOwner' | 'holdUntil' | 'approval' | 'approvalBy' | 'approvalFor';

/** Cells of single accounts that are to say something else. */
export interface EditOrder {
  readonly layer: LayerId;
  /** The accounts in the rows that the cells below speak of: cells go to their account, never to a row. */
  readonly rows: RowKeys;
  readonly cells: readonly {
    /** One of ours, or one of the list's own by its header: a newer export speaks of these. */
    readonly column: OwnCells | { readonly header: string };
    /** Row of the list's body as it was read, and what its cell is to say. */
    readonly said: ReadonlyMap<number, Cell>;
  }[];
  /** Accounts that come into the list: their keys, and their cells by the headers of the list's own columns. */
  readonly came?: readonly { readonly key: string; readonly cells: ReadonlyMap<string, Cell> }[];
}

/** What somebody types into a cell; a number format where the cell has none of its own. */
export interface FillCell {
  readonly value: Cell;
  readonly format?: string;
}

/**
 * Cells of tables that are not the list, as somebody types them: of the team, or blue cells of ours. What is typed there is
 * read at the next look.
 */
export type FillOrder = readonly {
  readonly ref: TableRef;
  /** The row is known by what its cells say, and by where it stood if several say so; absent: a new one. */
  readonly row?: { readonly says: ReadonlyMap<string, Cell>; readonly sheetRow?: number };
  /** By header. */
  readonly cells: ReadonlyMap<string, FillCell>;
}[];

/** What waits for a decision: a plan, or sheets beside it. */
export interface Wrote {
  readonly isPlan: boolean;
  /** Names of the sheets, and headers of our columns in the list. */
  readonly sheets: readonly string[];
  readonly columns: readonly string[];
}

/** What stands between Apply and Keep or Revert. */
export type PendingState =
  | { readonly state: 'none' }
  /** Applied: the user may keep or revert. */
  | {
      readonly state: 'applied';
      readonly at: string;
      /** What Apply added to the list is not there any more: perhaps undone by Excel's own Undo. */
      readonly isUndone?: boolean;
      /** What it wrote; absent where nothing tells. */
      readonly wrote?: Wrote;
    }
  /**
   * Something broke off, and the adapter has rolled it back: an Apply, a Revert that is finished now (with its
   * report), or something smaller.
   */
  | {
      readonly state: 'rolledBack';
      readonly at: string;
      readonly report?: RevertReport;
      readonly isMinor?: boolean;
    }
  /**
   * Another pane has begun something and not finished it. It gave its last sign so many seconds ago: it may be at work,
   * or closed. Nothing is written until it is done, or this pane takes over.
   */
  | { readonly state: 'otherPane'; readonly seconds: number }
  /** It could not. The workbook can be used; Revert tries again, Keep leaves everything as it stands. */
  | { readonly state: 'broken'; readonly at: string; readonly failure: Failure };

/** What Revert found that is not as it was, because the user has changed it since. */
export interface RevertReport {
  /** Nothing: all is as it was. */
  readonly isUntouched: boolean;
  readonly rowsGone?: number;
  readonly rowsAdded?: number;
  /** Columns of the user's that came since, and that went. */
  readonly columnsStay?: readonly string[];
  readonly columnsGone?: readonly string[];
  /** Columns and sheets that were given back, but were found to differ from what they were. */
  readonly differs?: readonly string[];
  /** Columns of ours that stay as they are: nothing is left that tells accounts apart, so none could be given its own back. */
  readonly columnsLost?: readonly string[];
  /** Columns of ours with formulas that could not be given back: what they speak of is gone. */
  readonly formulasLost?: readonly string[];
  /** The list itself is not there any more. */
  readonly accountsGone?: boolean;
  /** The list is no Excel table any more, and stays a range. */
  readonly isRange?: boolean;
  /** The cells that new columns took had looks of the user's that could not all be given back. */
  readonly areLooksLost?: boolean;
  /** Sheets of ours on which there are charts, pictures, comments or the like of the user's; they stayed, too. */
  readonly objectsStay?: readonly string[];
  /** Formulas of the user's that spoke of what was taken away: how many, and where the first is, if that is known. */
  readonly broken?: { readonly count: number; readonly first?: string };
  /** The workbook is too large to look for such formulas. */
  readonly isBrokenUnknown?: boolean;
  /** Sheets of ours that hold cells of the user's: ours went, the sheet stayed. */
  readonly sheetsStay: readonly string[];
  /** Cells of ours that are the user's to fill, and that were filled since: so many went. */
  readonly typedGone?: number;
  /** Cells of the user's on our sheets that stood where cells of ours come back. */
  readonly moved?: readonly Moved[];
}

/** Cells of the user's on a sheet of ours that had to make room: addresses. */
export interface Moved {
  readonly from: string;
  readonly to: string;
  /** How many of them were formulas that spoke of the table they stood in, and are values now. */
  readonly values?: number;
  /** How many of them had conditional formats, which stay behind. */
  readonly rules?: number;
}

/** What Apply found on the way that the user should know. */
export interface ApplyReport {
  /** Columns and sheets of ours that had been deleted since the last Apply, and are there again. */
  readonly remade: readonly string[];
  readonly moved: readonly Moved[];
}

/** A row of a sheet, from 1. */
export interface SheetRow {
  readonly sheet: string;
  readonly row: number;
}

/** Progress of reading or writing, 0 … 1. */
export type OnProgress = (done: number) => void;

export interface WorkbookPort {
  survey(): Promise<SheetSurvey[]>;
  read(ref: TableRef, onProgress?: OnProgress): Promise<SourceTable>;
  /** Names as they would be used by the next Apply of a layer: ours from before, else free ones. */
  ownership(wanted: {
    layer: LayerId;
    accounts?: TableRef;
    /** Headers of a list that is not there yet. */
    headers?: readonly string[];
    columns: readonly { key: string; header: string }[];
    sheets: readonly { key: string; name: string }[];
  }): Promise<LayerNames>;
  /** What is ours in this workbook; undefined before the first Apply. */
  owned(): Promise<Ownership | undefined>;
  /** A sheet of ours as it was last written, without its contents; undefined if it never was. */
  written(layer: LayerId, key: string): Promise<SheetSpec | undefined>;
  apply(order: WriteOrder, onProgress?: OnProgress): Promise<ApplyReport>;
  /**
   * Writes an order without a decision, and with it what is written next by `apply` until `then` is over: all of it or
   * nothing. Between the two Excel calculates, and the workbook can be looked at.
   */
  together(order: WriteOrder, then: () => Promise<void>): Promise<void>;
  /** Carries new names of territories through our account columns. Can be repeated. */
  rename(order: RenameOrder): Promise<void>;
  /**
   * Writes single cells of our columns, all of them or none. There is nothing to keep or revert afterwards.
   * @throws Failure `rowsMoved` when accounts came or went since the list was read; `editColumnGone`, `editRange`,
   *   `protectedSheet`
   */
  edit(order: EditOrder): Promise<void>;
  /** @param other whether what another pane has left unfinished is asked about, or undone at once */
  pending(other?: 'ask' | 'takeOver'): Promise<PendingState>;
  keep(): Promise<void>;
  /** Looks first whether it can, and then gives back what was there before Apply. */
  revert(onProgress?: OnProgress): Promise<RevertReport>;
  /** The record of the plan that stands in the workbook, as it was stored. */
  record(): Promise<unknown>;
  /** Small named JSON of ours (remembered mapping, settings) that travels with the workbook. */
  load(key: string): Promise<unknown>;
  save(key: string, value: unknown): Promise<void>;
  /** Writes sheets of plain data for a first try (`Insert sample data`); refuses names that are taken. */
  insert(
    sheets: readonly DataSheet[],
    onProgress?: OnProgress,
    /** Saved with them, by key. */
    remember?: Readonly<Record<string, unknown>>,
  ): Promise<void>;
  /** @throws Failure `tableGone`, `sheetHidden` */
  select(address: string): Promise<void>;
  /**
   * Shows only the rows of a table in which a column says a word, by Excel's own filter of that column; blank: all rows.
   * @throws Failure `tableGone`, `editColumnGone`, `protectedSheet`, `sheetHidden`
   */
  showRows(table: string, column: string, word: string): Promise<void>;
  /** The cells that are selected. @throws Failure `noSelection` where they are no list: several blocks, or one row */
  selection(): Promise<{ readonly sheet: string; readonly range: string }>;
  /** Where the active cell is; undefined where the host tells none. */
  activeRow(): Promise<SheetRow | undefined>;
  /** Calls back after edits and selections, late and coalesced: a hint to look again, nothing more. */
  watch(onHint: (hint: 'edited' | 'selected' | 'sheets') => void): Promise<() => Promise<void>>;
  isEmpty(): Promise<boolean>;
  /** Tables and defined names, no two of which may be called the same. */
  names(): Promise<readonly string[]>;
}

/** A line above a table: a text, and perhaps a figure beside it that is red unless it is nothing. */
export interface LineAbove {
  readonly text: string;
  readonly formula?: string;
}

/** A sheet of plain data that becomes an Excel table of the same name. */
export interface DataSheet {
  readonly name: string;
  readonly headers: readonly string[];
  readonly rows: readonly (readonly (string | number | boolean)[])[];
  readonly formats: readonly string[];
  /** 1-based row of the headers, below the lines above; absent: the first. */
  readonly headerRow?: number;
  readonly above?: readonly LineAbove[];
}

export interface SolverPort {
  /** Runs the engine; rejects with the signal's reason when it fires. */
  design(problem: Problem, onProgress: (p: Progress) => void, signal?: AbortSignal): Promise<Design>;
  /** Answers what is asked about a plan that stands; rejects as above. */
  counsel(
    problem: Problem,
    assignment: Int32Array,
    question: Question,
    signal?: AbortSignal,
  ): Promise<Counsel>;
}

export interface Clock {
  now(): Date;
}

/** Place look-up data by chunk, from the add-in's own files. */
export interface PlacesPort {
  fetchChunk(name: string): Promise<Uint8Array | undefined>;
}
