import type { Rect } from '../grid/rect';
import type { Host } from '../host';
import type { PageEngine } from './engine';

/**
 * Shows what the add-in has selected as if somebody had: the cells are marked and scrolled into view. What the user
 * selects is there already, and must not be selected again when the host hears of it later.
 */
export class ShownSelection {
  private last: readonly Rect[];

  constructor(
    private readonly engine: PageEngine,
    private readonly host: Host,
  ) {
    this.last = host.book.selection.rects;
  }

  /** The page shows what the host has now. */
  isShown = (): void => {
    this.last = this.host.book.selection.rects;
  };

  show(): void {
    const { rects } = this.host.book.selection;
    if (rects === this.last) return;
    this.last = rects;
    const [rect] = rects;
    const sheet = this.engine.api.getActiveWorkbook()?.getActiveSheet();
    if (rect === undefined || sheet === undefined) return;
    const rows = Math.min(rect.rows, sheet.getMaxRows() - rect.row);
    const columns = Math.min(rect.columns, sheet.getMaxColumns() - rect.column);
    sheet.getRange(rect.row, rect.column, rows, columns).activate();
    sheet.scrollToCell(rect.row, rect.column);
  }
}
