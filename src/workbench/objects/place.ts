import type { Area } from '../grid/area';
import { formatAddress, parseAddress } from '../grid/address';
import {
  bounding,
  intersection,
  isInSheet,
  lastColumn,
  lastRow,
  MAX_COLUMNS,
  MAX_ROWS,
  rectOf,
} from '../grid/rect';
import type { Rect } from '../grid/rect';
import type { Book } from '../model/book';
import type { Sheet } from '../model/sheet';
import { hostErrors } from '../protocol/host-error';
import type { KeepableObject } from '../protocol/references';
import { asInteger, asString } from './arguments';

/**
 * Where a range is, and the ranges found from there. It follows its cells while the request runs, and
 * while the client keeps it.
 */
export abstract class Place<T> implements KeepableObject {
  readonly area: Area;

  constructor(
    readonly book: Book,
    readonly sheet: Sheet,
    rect: Rect,
  ) {
    if (!isInSheet(rect)) throw hostErrors.invalidArgument('The range lies outside the sheet.');
    this.area = book.trackTransient(sheet, rect);
  }

  get rect(): Rect {
    return this.area.rect;
  }

  get isGone(): boolean {
    return this.area.isGone;
  }

  keep(): void {
    this.book.keep(this.area);
  }

  release(): void {
    this.sheet.untrack(this.area);
  }

  // — Place —

  get address(): string {
    return formatAddress(this.sheet.name, this.rect);
  }

  get rowIndex(): number {
    return this.rect.row;
  }

  get columnIndex(): number {
    return this.rect.column;
  }

  get rowCount(): number {
    return this.rect.rows;
  }

  get columnCount(): number {
    return this.rect.columns;
  }

  /** -1 beyond 2^31-1 cells, as Excel documents. */
  get cellCount(): number {
    const count = this.rect.rows * this.rect.columns;
    return count > 2_147_483_647 ? -1 : count;
  }

  get isEntireColumn(): boolean {
    return this.rect.rows === MAX_ROWS;
  }

  get isEntireRow(): boolean {
    return this.rect.columns === MAX_COLUMNS;
  }

  get top(): number {
    return sum(0, this.rect.row, (row) => this.sheet.cells.univerSheet.getRowHeight(row)) * POINTS_PER_PIXEL;
  }

  get left(): number {
    return sum(0, this.rect.column, (c) => this.sheet.cells.univerSheet.getColumnWidth(c)) * POINTS_PER_PIXEL;
  }

  get height(): number {
    const { row, rows } = this.rect;
    return sum(row, row + rows, (r) => this.sheet.cells.univerSheet.getRowHeight(r)) * POINTS_PER_PIXEL;
  }

  get width(): number {
    const { column, columns } = this.rect;
    return (
      sum(column, column + columns, (c) => this.sheet.cells.univerSheet.getColumnWidth(c)) * POINTS_PER_PIXEL
    );
  }

  // — Other ranges —

  getCell(row: unknown, column: unknown): T {
    return this.at(rectOf(this.rect.row + asInteger(row), this.rect.column + asInteger(column)));
  }

  getRow(row: unknown): T {
    return this.at({ ...this.rect, row: this.rect.row + asInteger(row), rows: 1 });
  }

  getColumn(column: unknown): T {
    return this.at({ ...this.rect, column: this.rect.column + asInteger(column), columns: 1 });
  }

  getLastCell(): T {
    return this.at(rectOf(lastRow(this.rect), lastColumn(this.rect)));
  }

  getLastRow(): T {
    return this.at({ ...this.rect, row: lastRow(this.rect), rows: 1 });
  }

  getLastColumn(): T {
    return this.at({ ...this.rect, column: lastColumn(this.rect), columns: 1 });
  }

  getEntireRow(): T {
    return this.at({ ...this.rect, column: 0, columns: MAX_COLUMNS });
  }

  getEntireColumn(): T {
    return this.at({ ...this.rect, row: 0, rows: MAX_ROWS });
  }

  getOffsetRange(rows: unknown, columns: unknown): T {
    const { row, column } = this.rect;
    return this.at({ ...this.rect, row: row + asInteger(rows), column: column + asInteger(columns) });
  }

  getResizedRange(rows: unknown, columns: unknown): T {
    const { rect } = this;
    return this.at({
      ...rect,
      rows: rect.rows + asInteger(rows),
      columns: rect.columns + asInteger(columns),
    });
  }

  getRowsBelow(count: unknown): T {
    return this.beside(asInteger(count, 1), 'rows', true);
  }

  getColumnsAfter(count: unknown): T {
    return this.beside(asInteger(count, 1), 'columns', true);
  }

  getBoundingRect(other: unknown): T {
    return this.at(bounding(this.rect, this.rectOfOther(other)));
  }

  getIntersection(other: unknown): T {
    const apart = other instanceof Place && other.sheet !== this.sheet;
    const rect = apart ? null : intersection(this.rect, this.rectOfOther(other));
    if (!rect) throw hostErrors.itemNotFound();
    return this.at(rect);
  }

  getUsedRange(valuesOnly: unknown): T {
    const rect = this.sheet.cells.usedRect(this.rect, valuesOnly === true);
    if (!rect) throw hostErrors.itemNotFound();
    return this.at(rect);
  }

  /** A range of the same sheet. */
  protected abstract at(rect: Rect): T;

  private beside(count: number, axis: 'rows' | 'columns', after: boolean): T {
    if (count === 0) throw hostErrors.invalidArgument();
    const { rect } = this;
    const size = Math.abs(count);
    const forward = count > 0 === after;
    if (axis === 'rows') {
      return this.at({ ...rect, row: forward ? lastRow(rect) + 1 : rect.row - size, rows: size });
    }
    return this.at({ ...rect, column: forward ? lastColumn(rect) + 1 : rect.column - size, columns: size });
  }

  private rectOfOther(other: unknown): Rect {
    if (other instanceof Place) {
      if (other.sheet !== this.sheet) throw hostErrors.invalidArgument('The ranges are on different sheets.');
      return other.rect;
    }
    const address = parseAddress(asString(other));
    if (!address) throw hostErrors.invalidArgument();
    return address.rect;
  }
}

const POINTS_PER_PIXEL = 0.75;

function sum(from: number, to: number, size: (index: number) => number): number {
  let total = 0;
  for (let i = from; i < to; i++) total += size(i);
  return total;
}
