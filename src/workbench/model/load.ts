import { BooleanNumber } from '@univerjs/core';
import type {
  IColumnData,
  ICellData,
  IRowData,
  IStyleData,
  IWorkbookData,
  IWorksheetData,
} from '@univerjs/core';
import { cellTypeOf } from '../grid/cell-input';
import type { SpreadsheetEngine } from '../grid/engine';
import { lastColumn, lastRow, MAX_COLUMNS, MAX_ROWS, rectOf } from '../grid/rect';
import type { Rect } from '../grid/rect';
import { compileFormula } from '../formula/compile';
import { normalizeFormula } from '../formula/normalize';
import { withBase } from '../grid/cell-style';
import { Book, sheetId } from './book';
import { loadChart } from './file-charts';
import type { CellContents, LineContents, SheetContents, WorkbookContents } from './contents';
import type { Sheet } from './sheet';
import { sheetData, workbookData } from './snapshot';
import { Table } from './table';

/** Rows and columns shown beyond the used ones. */
const SPARE_ROWS = 100;
const SPARE_COLUMNS = 10;

/** Opens a workbook with the contents of a file. */
export function loadBook(engine: SpreadsheetEngine, contents: WorkbookContents, name: string): Book {
  const book = new Book(engine, snapshotOf(contents, name), name);
  // Sheets took the first ids: new objects must not meet them again.
  for (let i = 0; i < contents.sheets.length; i++) book.takeId();
  book.calculation.mode = contents.calculationMode;
  book.structureProtected = contents.structureProtected;
  book.sheets.forEach((sheet, i) => {
    const source = contents.sheets[i];
    if (source) loadSheet(book, sheet, source);
  });
  loadNames(book, contents);
  compileAll(book);
  const active = contents.activeSheet === undefined ? undefined : book.sheetNamed(contents.activeSheet);
  const shown =
    active?.visibility === 'Visible' ? active : book.sheets.find((s) => s.visibility === 'Visible');
  if (shown) book.activate(shown);
  book.events.drain();
  return book;
}

function snapshotOf(contents: WorkbookContents, name: string): IWorkbookData {
  const sheets = contents.sheets.map((sheet, i) => worksheetOf(sheet, sheetId(i)));
  const styles = Object.fromEntries(
    contents.styles.map((style, i): [string, IStyleData] => [styleId(i), withBase(style, i)]),
  );
  return { ...workbookData(name, sheets), styles };
}

const styleId = (index: number) => `file${index}`;

function worksheetOf(sheet: SheetContents, id: string): IWorksheetData {
  const cellData: Record<number, Record<number, ICellData>> = {};
  let rowCount = 0;
  let columnCount = 0;
  for (const [row, cells] of sheet.cells) {
    const line: Record<number, ICellData> = {};
    for (const [column, cell] of cells) {
      line[column] = cellOf(cell);
      columnCount = Math.max(columnCount, column + 1);
    }
    cellData[row] = line;
    rowCount = Math.max(rowCount, row + 1);
  }
  const base = sheetData(id, sheet.name);
  return {
    ...base,
    tabColor: sheet.tabColor,
    hidden: sheet.visibility === 'Visible' ? BooleanNumber.FALSE : BooleanNumber.TRUE,
    showGridlines: sheet.showGridlines ? BooleanNumber.TRUE : BooleanNumber.FALSE,
    freeze: {
      xSplit: sheet.freeze.columns,
      ySplit: sheet.freeze.rows,
      startRow: sheet.freeze.rows > 0 ? sheet.freeze.rows : -1,
      startColumn: sheet.freeze.columns > 0 ? sheet.freeze.columns : -1,
    },
    zoomRatio: sheet.zoom,
    rightToLeft: sheet.rightToLeft ? BooleanNumber.TRUE : BooleanNumber.FALSE,
    rowCount: Math.min(Math.max(rowCount + SPARE_ROWS, base.rowCount), MAX_ROWS),
    columnCount: Math.min(Math.max(columnCount + SPARE_COLUMNS, base.columnCount), MAX_COLUMNS),
    defaultColumnWidth: sheet.defaultColumnPixels ?? base.defaultColumnWidth,
    mergeData: withinReason(sheet.merges).map((merge) => ({
      startRow: merge.row,
      endRow: lastRow(merge),
      startColumn: merge.column,
      endColumn: lastColumn(merge),
    })),
    cellData,
    rowData: lineData<IRowData>(sheet.rows, (size) => ({ h: size, ia: BooleanNumber.FALSE })),
    columnData: lineData<IColumnData>(sheet.columns, (size) => ({ w: size })),
  };
}

/** Univer keeps a note for every cell of a merged block: blocks beyond these stay the file's alone. */
const MOST_MERGED_CELLS = 500_000;

function withinReason(merges: readonly Rect[]): Rect[] {
  let cells = 0;
  return merges.filter(({ rows, columns }) => {
    const fits = cells + rows * columns <= MOST_MERGED_CELLS;
    if (fits) cells += rows * columns;
    return fits;
  });
}

function lineData<T extends { hd?: BooleanNumber; s?: IRowData['s'] }>(
  lines: readonly LineContents[],
  sized: (pixels: number) => Partial<T>,
): Record<number, Partial<T>> {
  const entries = lines.map(({ index, size, hidden, style }): [number, Partial<T>] => {
    const data: { hd?: BooleanNumber; s?: string } = {};
    if (hidden) data.hd = BooleanNumber.TRUE;
    if (style !== undefined) data.s = styleId(style);
    return [index, { ...(size === undefined ? {} : sized(size)), ...data } as Partial<T>];
  });
  return Object.fromEntries(entries);
}

/** The cached value of a formula stays until the first calculation. */
function cellOf({ value, error, formula, held, style }: CellContents): ICellData {
  const cell: ICellData = {};
  if (value !== undefined) {
    cell.v = typeof value === 'boolean' ? Number(value) : value;
    cell.t = cellTypeOf(value, error);
  }
  if (formula !== undefined && held) cell.custom = { source: normalizeFormula(formula) };
  else if (formula !== undefined) cell.f = formula;
  if (style !== undefined) cell.s = styleId(style);
  return cell;
}

function loadSheet(book: Book, sheet: Sheet, source: SheetContents): void {
  sheet.adoptVisibility(source.visibility);
  sheet.showHeadings = source.showHeadings;
  Object.assign(sheet.pageLayout, source.pageLayout);
  if (source.isProtected) sheet.protection = { password: undefined, options: {} };
  for (const { path, name, rect, look, columns } of source.tables) {
    const table = new Table(String(book.takeId()), name, sheet, rect, { ...look }, path);
    for (let i = 0; i < rect.columns; i++) table.insertColumn(i, columns[i]?.name ?? '', columns[i]?.id);
    sheet.track(table.area);
    book.tables.push(table);
  }
  for (const { rects, ...validation } of source.validations) {
    sheet.validations.push({ ...validation, areas: rects.map((rect) => sheet.follow(rect)) });
  }
  for (const { rect, ...link } of source.hyperlinks) {
    sheet.hyperlinks.push({ ...link, areas: [sheet.follow(rect)] });
  }
  for (const { rects, ...format } of source.conditionalFormats) {
    const id = `{${String(book.takeId()).padStart(8, '0')}-0000-4000-8000-000000000000}`;
    sheet.conditionalFormats.push({ ...format, id, areas: rects.map((rect) => sheet.follow(rect)) });
  }
  for (const file of source.charts) loadChart(book, sheet, file);
  loadGroups(sheet, source);
}

/** Outline levels as blocks: a line of level 2 lies in two of them. */
function loadGroups(sheet: Sheet, source: SheetContents): void {
  const groups = (lines: readonly LineContents[], block: (from: number, count: number) => void) => {
    const deepest = lines.reduce((most, { outlineLevel = 0 }) => Math.max(most, outlineLevel), 0);
    for (let level = 1; level <= deepest; level++) {
      const inside = lines.filter((line) => (line.outlineLevel ?? 0) >= level).map((line) => line.index);
      let start = inside[0];
      inside.forEach((index, i) => {
        if (start === undefined || inside[i + 1] === index + 1) return;
        block(start, index - start + 1);
        start = inside[i + 1];
      });
    }
  };
  groups(source.columns, (from, count) =>
    sheet.columnGroups.push(sheet.follow(rectOf(0, from, MAX_ROWS, count))),
  );
  groups(source.rows, (from, count) =>
    sheet.rowGroups.push(sheet.follow(rectOf(from, 0, count, MAX_COLUMNS))),
  );
}

function loadNames(book: Book, contents: WorkbookContents): void {
  for (const { name, sheet, formula, comment, visible } of contents.names) {
    const scope = sheet === undefined ? undefined : book.sheetNamed(sheet)?.id;
    // Files hold names that today's rules would refuse: they are kept as they are.
    book.names.adopt({ name, scope, formula, comment, visible });
  }
}

/**
 * Brings the formulas of the file into the spelling that Univer calculates. The file's values stay until
 * something they depend on changes; only formulas without a value are calculated at once. A formula with
 * a function Univer does not know keeps its value for good, instead of turning into #NAME?.
 */
function compileAll(book: Book): void {
  for (const sheet of book.sheets) {
    const sheetName = sheet.name;
    sheet.cells.forEachCell(rectOf(0, 0, MAX_ROWS, MAX_COLUMNS), (row, column, cell) => {
      if (!cell.f) return;
      const text = normalizeFormula(cell.f);
      if (book.canCalculate(text)) {
        const compiled = compileFormula(text, { sheetName, row, column }, book, false);
        sheet.cells.setFormula(row, column, { text, compiled });
        if (cell.v === undefined) book.calculation.markDirty(sheet.id, rectOf(row, column), false);
      } else sheet.cells.holdFormula(row, column, text);
    });
  }
}
