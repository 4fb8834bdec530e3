import type { ICellData, IObjectMatrixPrimitiveType } from '@univerjs/core';
import { bounding, rectOf, type Rect } from '../grid/rect';
import { Mutation } from '../grid/spreadsheet';
import type { Host } from '../host';
import { EventType, WORKBOOK_TARGET } from '../model/events';
import { followDeletion } from '../model/delete-sheet';
import { followUserShift } from '../model/structure';
import { afterWrite } from '../model/table-registry';
import type { PageEngine } from './engine';

interface SetRangeValues {
  readonly subUnitId: string;
  readonly cellValue?: IObjectMatrixPrimitiveType<ICellData | null>;
}

interface RemovedSheet {
  readonly subUnitId: string;
  readonly subUnitName: string;
}

/** Rows or columns that came or went. */
interface LineChange {
  readonly subUnitId: string;
  readonly range: { startRow: number; endRow: number; startColumn: number; endColumn: number };
}

const LINE_MUTATIONS: Readonly<Record<string, { readonly axis: 'rows' | 'columns'; readonly sign: 1 | -1 }>> =
  {
    [Mutation.InsertRows]: { axis: 'rows', sign: 1 },
    [Mutation.RemoveRows]: { axis: 'rows', sign: -1 },
    [Mutation.InsertColumns]: { axis: 'columns', sign: 1 },
    [Mutation.RemoveColumns]: { axis: 'columns', sign: -1 },
  };

/**
 * What somebody does at the spreadsheet itself, told to the host: edits, selections, sheet changes. The
 * host reads typed formulas as Excel would (structured references), calculates, and tells the add-in.
 * Answers a function that stops listening.
 */
export function followUser(
  engine: PageEngine,
  host: Host,
  onRefused: (message: string) => void,
  onSelected: () => void,
): () => void {
  const { book } = host;
  const edited = book.spreadsheet.commands.onCommandExecuted((command, options) => {
    if (options?.onlyLocal === true) return;
    if (command.id === Mutation.SetRangeValues) {
      void tookEdit(host, command.params as SetRangeValues).catch((error: unknown) => {
        onRefused(error instanceof Error ? error.message : String(error));
      });
    }
    const axis = LINE_MUTATIONS[command.id];
    if (axis !== undefined) tookLines(host, command.params as LineChange, axis.axis, axis.sign);
    if (command.id === Mutation.RemoveSheet) tookSheet(host, command.params as RemovedSheet);
    if (command.id === Mutation.InsertSheet) {
      void host.userAction(() => {
        const worksheetId = (command.params as { sheet: { id: string } }).sheet.id;
        book.events.push(EventType.WorksheetAdded, WORKBOOK_TARGET, { worksheetId, source: 'Local' });
      });
    }
    if (command.id === Mutation.RenameSheet || command.id === Mutation.OrderSheets) {
      void host.userAction(() => {
        book.events.push(EventType.WorksheetActivated, WORKBOOK_TARGET, { worksheetId: book.activeSheet.id });
      });
    }
  });
  const selected = engine.api.addEvent(engine.api.Event.SelectionChanged, ({ worksheet, selections }) => {
    const sheet = book.sheetWithId(worksheet.getSheetId());
    const rects = selections.map(({ startRow, startColumn, endRow, endColumn }) =>
      rectOf(startRow, startColumn, endRow - startRow + 1, endColumn - startColumn + 1),
    );
    if (sheet === undefined) return;
    void host.userAction(() => {
      book.select(sheet, rects);
      onSelected();
    });
  });
  const activated = engine.api.addEvent(engine.api.Event.ActiveSheetChanged, ({ activeSheet }) => {
    const sheet = book.sheetWithId(activeSheet.getSheetId());
    if (sheet === undefined || sheet === book.activeSheet) return;
    void host.userAction(() => {
      book.activate(sheet);
      onSelected();
    });
  });
  const editing = engine.api.addEvent(engine.api.Event.SheetEditStarted, () => {
    host.cellEditMode = true;
  });
  const ended = engine.api.addEvent(engine.api.Event.SheetEditEnded, () => {
    host.cellEditMode = false;
  });
  return () => {
    for (const subscription of [edited, selected, activated, editing, ended]) subscription.dispose();
  };
}

function tookEdit(host: Host, { subUnitId, cellValue }: SetRangeValues): Promise<void> {
  return host.userAction((book) => {
    const sheet = book.sheetWithId(subUnitId);
    if (sheet === undefined || cellValue === undefined) return;
    let changed: Rect | undefined;
    for (const [rowKey, cells] of Object.entries(cellValue)) {
      for (const [columnKey, cell] of Object.entries(cells as Record<string, ICellData | null>)) {
        // Styles alone are no edit of a value.
        if (cell !== null && !('v' in cell) && !('f' in cell) && !('p' in cell)) continue;
        const [row, column] = [Number(rowKey), Number(columnKey)];
        const here = rectOf(row, column);
        changed = changed === undefined ? here : bounding(changed, here);
        const now = sheet.cells.raw(row, column);
        // Typed anew: a formula that was put back by undo still knows how it was written.
        if (now?.f && !now.custom) {
          const place = { sheetName: sheet.name, row, column };
          sheet.cells.setFormula(row, column, book.readFormula(now.f, place));
        }
      }
    }
    if (changed === undefined) return;
    book.calculation.markDirty(sheet.id, changed);
    afterWrite(book, sheet, changed);
    book.events.changed({ sheetId: sheet.id, rect: changed, type: 'RangeEdited' });
  });
}

function tookLines(
  host: Host,
  { subUnitId, range }: LineChange,
  axis: 'rows' | 'columns',
  sign: 1 | -1,
): void {
  const [first, last] =
    axis === 'rows' ? [range.startRow, range.endRow] : [range.startColumn, range.endColumn];
  void host.userAction((book) => {
    const sheet = book.sheetWithId(subUnitId);
    if (sheet !== undefined) followUserShift(book, sheet, axis, first, sign * (last - first + 1));
  });
}

/** Somebody deleted a sheet: the grid has forgotten it, the rest follows here. */
function tookSheet(host: Host, { subUnitId, subUnitName }: RemovedSheet): void {
  const sheet = host.book.sheetOnceHere(subUnitId);
  if (sheet === undefined) return;
  void host.userAction((book) => {
    followDeletion(book, sheet, subUnitName);
  });
}
