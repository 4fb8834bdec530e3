import { Area } from '../grid/area';
import { lastColumn, rectOf } from '../grid/rect';
import type { Rect, Shift } from '../grid/rect';
import { dataRect } from '../formula/compile';
import type { Sheet } from './sheet';

export interface TableColumn {
  /** Unique in its table for its life. */
  readonly id: number;
  name: string;
}

/** What a table shows; the defaults are those of a new table in Excel. */
export interface TableLook {
  showHeaders: boolean;
  showTotals: boolean;
  showBandedRows: boolean;
  showBandedColumns: boolean;
  highlightFirstColumn: boolean;
  highlightLastColumn: boolean;
  showFilterButton: boolean;
  style: string;
}

export const NEW_TABLE_LOOK: Readonly<TableLook> = {
  showHeaders: true,
  showTotals: false,
  showBandedRows: true,
  showBandedColumns: false,
  highlightFirstColumn: false,
  highlightLastColumn: false,
  showFilterButton: true,
  style: 'TableStyleMedium2',
};

/** An Excel table: a block of a sheet with named columns. The book keeps the names unique. */
export class Table {
  readonly columns: TableColumn[] = [];
  readonly area: Area;
  private nextColumnId = 1;

  constructor(
    readonly id: string,
    public name: string,
    readonly sheet: Sheet,
    rect: Rect,
    readonly look: TableLook,
    /** Its part in the file it came with. */
    readonly path?: string,
  ) {
    this.area = new Area(rect, (before, after, shift) => this.onShift(before, after, shift));
  }

  get rect(): Rect {
    return this.area.rect;
  }

  get sheetName(): string {
    return this.sheet.name;
  }

  get showHeaders(): boolean {
    return this.look.showHeaders;
  }

  get showTotals(): boolean {
    return this.look.showTotals;
  }

  get dataRect(): Rect {
    return dataRect(this);
  }

  get headerRect(): Rect | null {
    return this.look.showHeaders ? rectOf(this.rect.row, this.rect.column, 1, this.rect.columns) : null;
  }

  get totalsRect(): Rect | null {
    const row = this.rect.row + this.rect.rows - 1;
    return this.look.showTotals ? rectOf(row, this.rect.column, 1, this.rect.columns) : null;
  }

  columnIndex(name: string): number {
    // Formulas are written as the header is: nothing has to be folded.
    const exact = this.columns.findIndex((column) => column.name === name);
    if (exact >= 0) return exact;
    const wanted = name.toLowerCase();
    return this.columns.findIndex((column) => column.name.toLowerCase() === wanted);
  }

  /** Adds a column to the list at a position; the cells are the caller's. */
  insertColumn(index: number, wanted: string, id = this.nextColumnId): TableColumn {
    const column = { id, name: this.freeColumnName(wanted) };
    this.nextColumnId = Math.max(this.nextColumnId, id + 1);
    this.columns.splice(index, 0, column);
    return column;
  }

  /** A column name nobody has: "Column1", "Name2" …, as Excel resolves doubles. */
  freeColumnName(wanted: string, except?: TableColumn): string {
    const taken = new Set(this.columns.filter((c) => c !== except).map((c) => c.name.toLowerCase()));
    const base = wanted === '' ? 'Column' : wanted;
    if (wanted !== '' && !taken.has(base.toLowerCase())) return base;
    for (let n = wanted === '' ? 1 : 2; ; n++) {
      const name = `${base}${n}`;
      if (!taken.has(name.toLowerCase())) return name;
    }
  }

  /** Columns come and go with their cells. */
  private onShift(before: Rect, after: Rect | null, shift: Shift): void {
    if (!after || shift.axis !== 'columns' || after.columns === before.columns) return;
    if (shift.count > 0) {
      for (let i = 0; i < shift.count; i++) this.insertColumn(shift.at - before.column + i, '');
    } else {
      const first = Math.max(shift.at, before.column);
      const last = Math.min(shift.at - shift.count - 1, lastColumn(before));
      this.columns.splice(first - before.column, last - first + 1);
    }
  }
}
