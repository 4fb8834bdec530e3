import type { Cell } from '../plan/cells';
import { Failure } from '../plan/failures';
import type { Extent } from './grid';
import type { Met } from './met';
import type { Rooms } from './plan-sheets';
import type { Spoken } from './spoken-elsewhere';
import { JOURNAL_SCHEMA, READABLE_SCHEMAS, RECORD_SHEET, type Journal } from './journal';
import { cut, isWhole, marked, readHead, readPieces, writePieces, type Head } from './store-pieces';

/** A job that ends with a decision keeps its journal here; any other in the second, and it is gone at its end. */
export const CHECKPOINT_SHEET = 'EfCheckpoint';
export const UNDO_SHEET = 'EfUndo';
/** Sheets of ours that no user sees. */
export const HIDDEN_SHEETS: readonly string[] = [RECORD_SHEET, CHECKPOINT_SHEET, UNDO_SHEET];
export type CheckpointName = typeof CHECKPOINT_SHEET | typeof UNDO_SHEET;

/** How far a job is: one cell, the only one that is written again. */
export interface Status {
  readonly phase: 'writing' | 'applied' | 'reverting';
  /** The pane that writes. */
  readonly pane: string;
  /** While reverting: how Excel calculated before; the user may have changed it since the job. */
  readonly calculation?: Journal['calculation'];
  /** While reverting: names the user gave, that are given again at the end. */
  readonly renamed?: readonly Renamed[];
  /** While reverting: where the user's cells on our sheets go. */
  readonly rooms?: Rooms;
  /** While writing: no sheet of ours that stood there has been touched yet. */
  readonly areSheetsUntouched?: true;
  /** There is no decision at its end. */
  readonly isMinor?: true;
  /** What others filled while the job wrote there: it is given back. */
  readonly met?: Met;
  /** While reverting: how many formulas said `#REF!` before; null: too many cells to look at. */
  readonly broken?: number | null;
  /** While reverting: formulas of the user's that speak of tables of ours, as they are to be again. */
  readonly spoken?: Spoken;
}

export interface Renamed {
  /** A range: a table for the time of reverting alone. Of a thing in the way, `before` is a name for that time. */
  readonly kind: 'table' | 'sheet' | 'column' | 'range';
  /** The anchor of a column, the key of a sheet of ours. */
  readonly which: string;
  readonly before: string;
  readonly now: string;
  /** Of a header that no table has as it is (a number, a formula): the cell. */
  readonly cell?: Cell;
  /** Of a range: where its table is to be. Of a column in the way: its header cell. */
  readonly range?: Extent & { readonly sheet: string };
}

interface JournalHead extends Head {
  readonly schema: number;
}

/** Nothing can be undone by it. */
export interface Unusable {
  readonly kind: 'damaged';
  /** It is whole as far as one can see, but another version of Evenfield wrote it. */
  readonly isForeign: boolean;
  /** How far its job was, if that can be read. */
  readonly phase?: Status['phase'];
}

export type Checkpoint =
  | { readonly kind: 'none' }
  /** It was begun, and nothing else was: the journal comes before all writing. */
  | { readonly kind: 'unfinished' }
  | Unusable
  | { readonly kind: 'whole'; readonly journal: Journal; readonly status: Status };

export async function readCheckpoint(
  context: Excel.RequestContext,
  name: CheckpointName,
): Promise<Checkpoint> {
  const sheet = context.workbook.worksheets.getItemOrNullObject(name);
  sheet.load('name');
  const top = sheet.getRangeByIndexes(0, 0, 1, 2);
  top.load('values');
  await context.sync();
  if (sheet.isNullObject) return { kind: 'none' };
  const [headCell, statusCell] = top.values[0] ?? [];
  const head = readHead<JournalHead>(headCell);
  const status = readStatus(statusCell);
  // The head comes last: without it nothing else was written, if the job is at its beginning.
  if (headCell === '' && status?.phase === 'writing') return { kind: 'unfinished' };
  const phase = status && { phase: status.phase };
  if (head !== undefined && !READABLE_SCHEMAS.includes(head.schema))
    return { kind: 'damaged', isForeign: true, ...phase };
  // The first version kept keys beside values, without a head.
  if (headCell === '~phase') return { kind: 'damaged', isForeign: true };
  if (head === undefined || status === undefined) return { kind: 'damaged', isForeign: false, ...phase };
  const text = await readPieces(context, sheet, 0, head.pieces);
  if (!isWhole(head, text)) return { kind: 'damaged', isForeign: false, ...phase };
  return { kind: 'whole', journal: JSON.parse(text) as Journal, status };
}

/**
 * Makes the checkpoint's sheet, and so says that a job has begun: Excel lets one alone make it.
 * @throws Failure `otherPane` if another did
 */
export async function claim(
  context: Excel.RequestContext,
  name: CheckpointName,
  status: Status,
  at: Date,
): Promise<void> {
  const sheet = context.workbook.worksheets.add(name);
  sheet.visibility = 'VeryHidden';
  sheet.getRange('B1:D1').values = [[marked(JSON.stringify(status)), 0, at.getTime()]];
  try {
    await context.sync();
  } catch (error) {
    if (error instanceof OfficeExtension.Error && error.code === 'ItemAlreadyExists')
      throw new Failure('otherPane', {}, { cause: error });
    throw error;
  }
}

/** Writes the journal below the claim; its head goes with the last request, and what the caller has put into it. */
export async function writeJournal(
  context: Excel.RequestContext,
  name: CheckpointName,
  journal: Journal,
): Promise<void> {
  const sheet = context.workbook.worksheets.getItem(name);
  const { pieces, head } = cut(JSON.stringify(journal));
  await writePieces(context, sheet, 0, pieces);
  const said: JournalHead = { schema: JOURNAL_SCHEMA, ...head };
  sheet.getRange('A1').values = [[marked(JSON.stringify(said))]];
}

const PHASES: readonly string[] = ['writing', 'applied', 'reverting'] satisfies Status['phase'][];

/** What a status cell says; undefined where there is none. */
export function readStatus(cell: unknown): Status | undefined {
  const status = readHead<Status>(cell);
  return status !== undefined && PHASES.includes(status.phase) ? status : undefined;
}

/** Says how far a job is; travels with the caller's request. */
export function setStatus(context: Excel.RequestContext, name: CheckpointName, status: Status): void {
  context.workbook.worksheets.getItem(name).getRange('B1').values = [[marked(JSON.stringify(status))]];
}

/** What is said of one that cannot be used. */
export const unusable = ({ isForeign, phase }: Unusable): Failure =>
  new Failure(isForeign ? 'journalForeign' : 'journalDamaged', {
    half: phase === undefined ? 'perhaps' : phase === 'applied' ? 'no' : 'yes',
  });

/** Ends a checkpoint; travels with the caller's request. */
export function drop(context: Excel.RequestContext, name: CheckpointName): void {
  const sheet = context.workbook.worksheets.getItem(name);
  sheet.visibility = 'Hidden';
  sheet.delete();
}
