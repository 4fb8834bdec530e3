import { bounding, intersection, sameRect } from '../grid/rect';
import type { Rect } from '../grid/rect';

/** Event numbers of the wire protocol. */
export const EventType = {
  WorksheetChanged: 10,
  WorksheetActivated: 11,
  WorksheetDeactivated: 12,
  WorksheetAdded: 13,
  WorksheetSelectionChanged: 14,
  WorksheetDeleted: 15,
  WorksheetCalculated: 16,
  WorksheetProtectionChanged: 24,
  WorkbookSelectionChanged: 2,
  TableSelectionChanged: 100,
  TableChanged: 101,
  TableAdded: 102,
  TableDeleted: 103,
  ChartAdded: 50,
  ChartDeleted: 53,
} as const;

/** Target of events of the whole workbook and of its collections. */
export const WORKBOOK_TARGET = 'Workbook';

/** One event on its way to the add-in. */
export interface HostEvent {
  readonly type: number;
  readonly target: string;
  readonly args: Readonly<Record<string, unknown>>;
}

/** `Excel.DataChangeType`. */
export type ChangeType =
  | 'RangeEdited'
  | 'RowInserted'
  | 'RowDeleted'
  | 'ColumnInserted'
  | 'ColumnDeleted'
  | 'CellInserted'
  | 'CellDeleted';

/** The old and new value of a single edited cell. */
export interface ChangeDetails {
  readonly valueBefore: unknown;
  readonly valueAfter: unknown;
  readonly valueTypeBefore: string;
  readonly valueTypeAfter: string;
}

export interface CellChange {
  readonly sheetId: string;
  readonly rect: Rect;
  readonly type: ChangeType;
  readonly details?: ChangeDetails;
}

export interface SelectionChange {
  readonly sheetId: string;
  readonly rects: readonly Rect[];
}

/** Who caused a change: a request of the add-in, or somebody at the spreadsheet. */
export type ChangeOrigin = 'ThisLocalAddin' | 'Unknown';

/**
 * Collects what happened, and hands it on when a request or a user's action ends: many small edits of
 * one request become one change event for each block, as Excel coalesces them.
 */
export class EventLog {
  private readonly events: HostEvent[] = [];
  private readonly changes: CellChange[] = [];
  private selection: SelectionChange | undefined;
  /** Sheets that were edited since the workbook was opened, by id. */
  readonly edited = new Set<string>();

  push(type: number, target: string, args: Record<string, unknown>): void {
    this.events.push({ type, target, args });
  }

  changed(change: CellChange): void {
    this.edited.add(change.sheetId);
    const last = this.changes.at(-1);
    if (
      last &&
      last.sheetId === change.sheetId &&
      last.type === 'RangeEdited' &&
      change.type === 'RangeEdited'
    ) {
      const both = bounding(last.rect, change.rect);
      if (both.rows * both.columns === unionSize(last.rect, change.rect)) {
        const details = sameRect(last.rect, change.rect) ? change.details : undefined;
        this.changes[this.changes.length - 1] = {
          sheetId: change.sheetId,
          rect: both,
          type: 'RangeEdited',
          ...(details ? { details } : {}),
        };
        return;
      }
    }
    this.changes.push(change);
  }

  /** A selection of one sheet; only the last one of a request is told. */
  changedSelection(sheetId: string, rects: readonly Rect[]): void {
    this.selection = { sheetId, rects };
  }

  /** Takes out what was collected. */
  drain(): { changes: CellChange[]; events: HostEvent[]; selection: SelectionChange | undefined } {
    const { selection } = this;
    this.selection = undefined;
    return { changes: this.changes.splice(0), events: this.events.splice(0), selection };
  }
}

function unionSize(a: Rect, b: Rect): number {
  const common = intersection(a, b);
  return a.rows * a.columns + b.rows * b.columns - (common ? common.rows * common.columns : 0);
}
