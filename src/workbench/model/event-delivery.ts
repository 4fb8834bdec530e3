import { formatRect } from '../grid/address';
import { intersection } from '../grid/rect';
import type { Book } from './book';
import { EventType, WORKBOOK_TARGET } from './events';
import type { CellChange, ChangeOrigin, HostEvent, SelectionChange } from './events';

type Listener = (events: readonly HostEvent[]) => void;

/** Turns what the book collected into the events of Office.js, and hands them on. */
export class EventDelivery {
  private readonly listeners = new Set<Listener>();
  private readonly calculatedSheets = new Set<string>();

  constructor(private readonly book: Book) {}

  subscribe(listener: Listener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Formulas were calculated: told with the next flush. */
  calculated(): void {
    for (const sheet of this.book.sheets) this.calculatedSheets.add(sheet.id);
  }

  /** Hands on everything that happened since the last flush. */
  flush(origin: ChangeOrigin, enabled: boolean): void {
    const { changes, events, selection } = this.book.events.drain();
    const calculated = [...this.calculatedSheets];
    this.calculatedSheets.clear();
    if (!enabled || this.listeners.size === 0) return;
    const all = [
      ...changes.flatMap((change) => this.changeEvents(change, origin)),
      ...events,
      ...(selection ? this.selectionEvents(selection) : []),
      ...calculated.flatMap((worksheetId) =>
        [worksheetId, WORKBOOK_TARGET].map((target) => ({
          type: EventType.WorksheetCalculated,
          target,
          args: { worksheetId, address: '' },
        })),
      ),
    ];
    if (all.length > 0) for (const listener of this.listeners) listener(all);
  }

  private changeEvents(change: CellChange, origin: ChangeOrigin): HostEvent[] {
    const sheet = this.book.sheetWithId(change.sheetId);
    if (!sheet) return [];
    const address = formatRect(change.rect);
    const shift = { CellInserted: 'Down', CellDeleted: 'Up' } as const;
    const args = {
      changeType: change.type,
      source: 'Local',
      worksheetId: sheet.id,
      address,
      referenceId: `${sheet.id}!${address}`,
      shiftDirection: change.type in shift ? shift[change.type as keyof typeof shift] : 'None',
      triggerSource: origin,
      ...change.details,
    };
    const result: HostEvent[] = [sheet.id, WORKBOOK_TARGET].map((target) => ({
      type: EventType.WorksheetChanged,
      target,
      args,
    }));
    for (const table of this.book.tablesIn(sheet, change.rect)) {
      const part = intersection(table.rect, change.rect);
      if (!part) continue;
      const partAddress = formatRect(part);
      const tableArgs = {
        ...args,
        tableId: table.id,
        address: partAddress,
        referenceId: `${sheet.id}!${partAddress}`,
      };
      for (const target of [table.id, sheet.id, WORKBOOK_TARGET]) {
        result.push({ type: EventType.TableChanged, target, args: tableArgs });
      }
    }
    return result;
  }

  private selectionEvents({ sheetId, rects }: SelectionChange): HostEvent[] {
    const address = rects.map((rect) => formatRect(rect)).join(',');
    const args = { worksheetId: sheetId, address, referenceId: `${sheetId}!${address}` };
    const result: HostEvent[] = [sheetId, WORKBOOK_TARGET].map((target) => ({
      type: EventType.WorksheetSelectionChanged,
      target,
      args,
    }));
    const sheet = this.book.sheetWithId(sheetId);
    const [rect] = rects;
    if (!sheet || !rect) return result;
    for (const table of this.book.tables.filter((known) => known.sheet === sheet)) {
      const part = intersection(table.rect, rect);
      result.push({
        type: EventType.TableSelectionChanged,
        target: table.id,
        args: {
          ...args,
          tableId: table.id,
          isInsideTable: part !== null,
          address: part ? formatRect(part) : '',
        },
      });
    }
    return result;
  }

  dispose(): void {
    this.listeners.clear();
  }
}
