import type { ICellData, IStyleData, ObjectMatrix, Styles, Worksheet as UniverSheet } from '@univerjs/core';
import { cellTypeOf, MAX_CELL_TEXT, readCellInput } from '../grid/cell-input';
import { GENERAL, isEmptyCell } from '../grid/cell-value';
import { patchStyle, StylePatcher } from '../grid/cell-style';
import type { StylePatch } from '../grid/cell-style';
import { intersection, lastColumn, lastRow, MAX_COLUMNS, MAX_ROWS, rectOf } from '../grid/rect';
import type { Rect } from '../grid/rect';
import { Mutation } from '../grid/spreadsheet';
import type { Spreadsheet } from '../grid/spreadsheet';
import { hostErrors } from '../protocol/host-error';

/** What the host keeps of a formula that Univer calculates in another spelling, or not at all. */
interface CellNotes {
  /** The formula as the user wrote it, where it is not what Univer calculates. */
  readonly source?: string;
}

/** A formula in the two spellings the host holds. */
export interface CellFormula {
  /** As the user sees it. */
  readonly text: string;
  /** As Univer calculates it. */
  readonly compiled: string;
}

export type FormulaReader = (text: string, row: number, column: number) => CellFormula;

/** Rows and columns a sheet has beyond its used ones, so that the page shows some empty cells. */
const SPARE_ROWS = 100;
const SPARE_COLUMNS = 10;

const sourceOf = (cell: ICellData | undefined | null): string | undefined =>
  (cell?.custom as CellNotes | null | undefined)?.source;

/** The cells of one sheet: values, formulas and styles in Univer's own model. */
export class SheetCells {
  private readonly styles: Styles;

  constructor(
    private readonly spreadsheet: Spreadsheet,
    private readonly sheetId: string,
  ) {
    this.styles = spreadsheet.workbook.getStyles();
  }

  get univerSheet(): UniverSheet {
    const sheet = this.spreadsheet.workbook.getSheetBySheetId(this.sheetId);
    if (!sheet) throw hostErrors.itemNotFound();
    return sheet;
  }

  get matrix(): ObjectMatrix<ICellData> {
    return this.univerSheet.getCellMatrix() as ObjectMatrix<ICellData>;
  }

  raw(row: number, column: number): ICellData | undefined {
    return this.matrix.getValue(row, column) ?? undefined;
  }

  /** The formula as the user wrote it, or undefined. */
  formula(row: number, column: number): string | undefined {
    const cell = this.raw(row, column);
    return sourceOf(cell) ?? cell?.f ?? undefined;
  }

  /** The cell's style; a cell without one shows its row's, else its column's. */
  style(row: number, column: number): IStyleData {
    return this.resolve(this.raw(row, column)?.s) ?? this.lineStyle(row, column);
  }

  private lineStyle(row: number, column: number): IStyleData {
    const config = this.univerSheet.getConfig();
    return this.resolve(config.rowData[row]?.s) ?? this.resolve(config.columnData[column]?.s) ?? {};
  }

  /** A style of the workbook's table. */
  styleById(id: string): IStyleData | undefined {
    return this.styles.get(id) ?? undefined;
  }

  private resolve(style: ICellData['s']): IStyleData | undefined {
    if (!style) return undefined;
    return (typeof style === 'string' ? this.styles.get(style) : style) ?? undefined;
  }

  numberFormat(row: number, column: number): string {
    return this.style(row, column).n?.pattern ?? GENERAL;
  }

  /** Cells with content within a block, by row; cheap for whole columns and sheets. */
  forEachCell(rect: Rect, visit: (row: number, column: number, cell: ICellData) => void): void {
    const data = this.matrix.getMatrix();
    const bottom = lastRow(rect);
    const right = lastColumn(rect);
    for (const rowKey in data) {
      const row = Number(rowKey);
      if (row < rect.row || row > bottom) continue;
      const cells = data[row];
      for (const columnKey in cells) {
        const column = Number(columnKey);
        const cell = cells[column];
        if (cell && column >= rect.column && column <= right) visit(row, column, cell);
      }
    }
  }

  /** The smallest block around what is used; null for an empty sheet. */
  usedRect(within: Rect, valuesOnly: boolean): Rect | null {
    let top = Infinity;
    let left = Infinity;
    let bottom = -1;
    let right = -1;
    this.forEachCell(within, (row, column, cell) => {
      if (isEmptyCell(cell) && (valuesOnly || !cell.s)) return;
      top = Math.min(top, row);
      left = Math.min(left, column);
      bottom = Math.max(bottom, row);
      right = Math.max(right, column);
    });
    return bottom < 0 ? null : rectOf(top, left, bottom - top + 1, right - left + 1);
  }

  /**
   * Writes values as Excel reads them. `input` answers null for cells to leave alone.
   * @throws HostError InvalidArgument, before any cell is changed.
   */
  write(rect: Rect, input: (row: number, column: number) => unknown, readFormula: FormulaReader): void {
    const changes: Record<number, Record<number, ICellData>> = {};
    const formats: { row: number; column: number; format: string }[] = [];
    const formulaCells: Rect[] = [];
    for (let row = rect.row; row <= lastRow(rect); row++) {
      const line: Record<number, ICellData> = {};
      for (let column = rect.column; column <= lastColumn(rect); column++) {
        const before = this.raw(row, column);
        const read = readCellInput(input(row, column), this.numberFormat(row, column));
        if (read.kind === 'unchanged') continue;
        if (before?.f || before?.custom || read.kind === 'formula') {
          formulaCells.push(rectOf(row, column));
        }
        if (read.kind === 'empty') {
          if (before) line[column] = { v: null, t: null, f: null, si: null, p: null, custom: null };
        } else if (read.kind === 'formula') {
          line[column] = formulaCell(readFormula(read.formula, row, column));
        } else {
          if (typeof read.value === 'string' && read.value.length > MAX_CELL_TEXT) {
            throw hostErrors.invalidArgument(`A cell may hold ${MAX_CELL_TEXT} characters.`);
          }
          line[column] = valueCell(read.value, read.error);
          if (read.format !== undefined && this.numberFormat(row, column) === GENERAL) {
            formats.push({ row, column, format: read.format });
          }
        }
      }
      changes[row] = line;
    }
    this.makeRoom(rect);
    this.spreadsheet.mutate(Mutation.SetRangeValues, { subUnitId: this.sheetId, cellValue: changes });
    for (const { row, column, format } of formats)
      this.patchStyle(rectOf(row, column), { n: { pattern: format } });
    this.forgetDependencies(formulaCells);
  }

  /** Univer finds the dependencies of these single cells anew at the next calculation. */
  forgetDependencies(cells: readonly Rect[]): void {
    if (cells.length === 0) return;
    const matrix: Record<number, Record<number, null>> = {};
    for (const { row, column } of cells) (matrix[row] ??= {})[column] = null;
    this.spreadsheet.mutate(Mutation.FormulaData, {
      formulaData: { [this.spreadsheet.unitId]: { [this.sheetId]: matrix } },
    });
  }

  /** Sets one formula in place, without reading it as input. */
  setFormula(row: number, column: number, formula: CellFormula): void {
    const cell = this.raw(row, column);
    if (!cell) return;
    cell.f = formula.compiled;
    if (formula.text === formula.compiled) delete cell.custom;
    else cell.custom = { source: formula.text };
  }

  /** Keeps a formula that Univer cannot calculate: the cell shows its last value. */
  holdFormula(row: number, column: number, text: string): void {
    const cell = this.raw(row, column);
    if (!cell) return;
    delete cell.f;
    cell.custom = { source: text };
  }

  /** Puts whole cells in place: file contents, moved cells. Null deletes. */
  put(row: number, column: number, cell: ICellData | null): void {
    if (cell) this.matrix.setValue(row, column, cell);
    else this.matrix.realDeleteValue(row, column);
  }

  patchStyle(rect: Rect, patch: StylePatch): void {
    if (rect.rows === MAX_ROWS || rect.columns === MAX_COLUMNS) {
      this.patchLines(rect, patch);
      return;
    }
    this.makeRoom(rect);
    const patcher = new StylePatcher(this.styles, patch);
    const { matrix } = this;
    for (let row = rect.row; row <= lastRow(rect); row++) {
      for (let column = rect.column; column <= lastColumn(rect); column++) {
        const cell = matrix.getValue(row, column);
        const style = patcher.apply(cell?.s ?? this.lineStyle(row, column));
        if (cell) {
          if (style === undefined) delete cell.s;
          else cell.s = style;
        } else if (style !== undefined) matrix.setValue(row, column, { s: style });
      }
    }
  }

  /** A format of whole columns or rows belongs to the line; cells with a style of their own get it too. */
  private patchLines(rect: Rect, patch: StylePatch): void {
    const config = this.univerSheet.getConfig();
    const byColumn = rect.rows === MAX_ROWS;
    const first = byColumn ? rect.column : rect.row;
    const used = byColumn ? this.univerSheet.getColumnCount() : this.univerSheet.getRowCount();
    const count = Math.min(byColumn ? rect.columns : rect.rows, Math.max(used - first, 1));
    const lines: Record<number, { s: string | null }> = {};
    for (let line = first; line < first + count; line++) {
      const before = this.resolve((byColumn ? config.columnData : config.rowData)[line]?.s) ?? {};
      lines[line] = { s: this.styles.setValue(patchStyle(before, patch)) ?? null };
    }
    this.spreadsheet.mutate(byColumn ? Mutation.ColumnData : Mutation.RowData, {
      subUnitId: this.sheetId,
      [byColumn ? 'columnData' : 'rowData']: lines,
    });
    const patcher = new StylePatcher(this.styles, patch);
    this.forEachCell(rect, (_row, _column, cell) => {
      if (!cell.s) return;
      const style = patcher.apply(cell.s);
      if (style === undefined) delete cell.s;
      else cell.s = style;
    });
  }

  /** Takes content, styles or both from a block. */
  clear(rect: Rect, what: 'All' | 'Formats' | 'Contents'): void {
    const formulaCells: Rect[] = [];
    this.forEachCell(rect, (row, column, cell) => {
      if (what !== 'Formats' && cell.f) formulaCells.push(rectOf(row, column));
      if (what === 'All') this.put(row, column, null);
      else if (what === 'Formats') delete cell.s;
      else this.put(row, column, cell.s ? { s: cell.s } : null);
    });
    this.forgetDependencies(formulaCells);
  }

  /** Moves the cells of a block; what they leave is empty. Formulas are not adjusted here. */
  move(rect: Rect, rowOffset: number, columnOffset: number): void {
    const moved: { row: number; column: number; cell: ICellData }[] = [];
    this.forEachCell(rect, (row, column, cell) => moved.push({ row, column, cell }));
    for (const { row, column } of moved) this.put(row, column, null);
    for (const { row, column, cell } of moved) this.put(row + rowOffset, column + columnOffset, cell);
    const target = intersection(
      { ...rect, row: rect.row + rowOffset, column: rect.column + columnOffset },
      rectOf(0, 0, MAX_ROWS, MAX_COLUMNS),
    );
    const used = target && this.usedRect(target, false);
    if (used) this.makeRoom(used);
  }

  /** Univer's sheets have a size: they grow before something is written beyond it. */
  makeRoom(rect: Rect): void {
    const sheet = this.univerSheet;
    if (lastRow(rect) >= sheet.getRowCount()) {
      const rowCount = Math.min(lastRow(rect) + 1 + SPARE_ROWS, MAX_ROWS);
      this.spreadsheet.mutate(Mutation.RowCount, { subUnitId: this.sheetId, rowCount });
    }
    if (lastColumn(rect) >= sheet.getColumnCount()) {
      const columnCount = Math.min(lastColumn(rect) + 1 + SPARE_COLUMNS, MAX_COLUMNS);
      this.spreadsheet.mutate(Mutation.ColumnCount, { subUnitId: this.sheetId, columnCount });
    }
  }
}

export function formulaCell({ text, compiled }: CellFormula): ICellData {
  return {
    f: compiled,
    v: null,
    t: null,
    si: null,
    p: null,
    custom: text === compiled ? null : { source: text },
  };
}

export function valueCell(value: string | number | boolean, error = false): ICellData {
  return {
    v: typeof value === 'boolean' ? Number(value) : value,
    t: cellTypeOf(value, error),
    f: null,
    si: null,
    p: null,
    custom: null,
  };
}
