import { BooleanNumber, LocaleType } from '@univerjs/core';
import type { IWorkbookData, IWorksheetData } from '@univerjs/core';

/** Excel's first column width (8.43 characters, 64 px) and row height (15 points, 20 px). */
export const DEFAULT_COLUMN_PIXELS = 64;
export const DEFAULT_ROW_PIXELS = 20;

/** The grid a new sheet shows before anything is written beyond it. */
const FIRST_ROWS = 200;
const FIRST_COLUMNS = 26;

/** An empty sheet for Univer. */
export function sheetData(id: string, name: string): IWorksheetData {
  return {
    id,
    name,
    tabColor: '',
    hidden: BooleanNumber.FALSE,
    freeze: { xSplit: 0, ySplit: 0, startRow: -1, startColumn: -1 },
    rowCount: FIRST_ROWS,
    columnCount: FIRST_COLUMNS,
    zoomRatio: 1,
    scrollTop: 0,
    scrollLeft: 0,
    defaultColumnWidth: DEFAULT_COLUMN_PIXELS,
    defaultRowHeight: DEFAULT_ROW_PIXELS,
    mergeData: [],
    cellData: {},
    rowData: {},
    columnData: {},
    rowHeader: { width: 46 },
    columnHeader: { height: 20 },
    showGridlines: BooleanNumber.TRUE,
    rightToLeft: BooleanNumber.FALSE,
  };
}

let opened = 0;

/** A workbook of sheets for Univer. Its id is unique: Univer shares caches among workbooks of one id. */
export function workbookData(name: string, sheets: readonly IWorksheetData[]): IWorkbookData {
  return {
    id: `book${++opened}`,
    name,
    appVersion: '0.25.1',
    locale: LocaleType.EN_US,
    styles: {},
    sheetOrder: sheets.map((sheet) => sheet.id),
    sheets: Object.fromEntries(sheets.map((sheet) => [sheet.id, sheet])),
    resources: [],
  };
}
