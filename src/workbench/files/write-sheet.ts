import { BooleanNumber, CellValueType } from '@univerjs/core';
import type { ICellData } from '@univerjs/core';
import { columnName, formatRect } from '../grid/address';
import type { Area } from '../grid/area';
import { isError, valueOf } from '../grid/cell-value';
import { contains, MAX_COLUMNS, MAX_ROWS, rectOf, WHOLE_SHEET } from '../grid/rect';
import type { Book } from '../model/book';
import type { Sheet } from '../model/sheet';
import { DEFAULT_COLUMN_PIXELS } from '../model/snapshot';
import { toFileFormula } from './file-formula';
import type { SharedStrings } from './shared-strings';
import { conditionalFormatsXml, validationsXml } from './write-rules';
import type { StyleSheet } from './write-styles';
import { escapeXml } from './xml';

export interface SheetParts {
  readonly styles: StyleSheet;
  readonly strings: SharedStrings;
  /** Relationship id of each table part, in order. */
  readonly tableIds: readonly string[];
  readonly drawingId: string | undefined;
  /** Gives the relationship id of an address outside the file. */
  readonly outside: (address: string) => string;
  readonly isActive: boolean;
}

const POINTS_PER_PIXEL = 0.75;
const POINTS_PER_INCH = 72;

/** Width in characters of the default font, as files hold it. */
const characters = (pixels: number) => Math.round((pixels / 7) * 256) / 256;

/** The worksheet part. The elements stand in the order the schema asks for. */
export function sheetXml(book: Book, sheet: Sheet, parts: SheetParts): string {
  const { rows, used } = rowsXml(book, sheet, parts);
  const layout = sheet.pageLayout;
  const fits = layout.zoom.scale === undefined;
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"' +
      ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">',
    '<sheetPr>',
    sheet.tabColor === '' ? '' : `<tabColor rgb="FF${sheet.tabColor.replace('#', '')}"/>`,
    '<outlinePr/>',
    fits ? '<pageSetUpPr fitToPage="1"/>' : '',
    '</sheetPr>',
    `<dimension ref="${used}"/>`,
    viewXml(sheet, parts.isActive),
    `<sheetFormatPr${defaultWidth(sheet)} defaultRowHeight="15"${outlineLevels(sheet)}/>`,
    columnsXml(sheet, parts.styles),
    `<sheetData>${rows}</sheetData>`,
    sheet.protection ? '<sheetProtection sheet="1" objects="1" scenarios="1"/>' : '',
    mergesXml(sheet),
    conditionalFormatsXml(sheet, parts.styles),
    validationsXml(sheet),
    hyperlinksXml(sheet, parts),
    printXml(sheet),
    parts.drawingId === undefined ? '' : `<drawing r:id="${parts.drawingId}"/>`,
    parts.tableIds.length === 0
      ? ''
      : `<tableParts count="${parts.tableIds.length}">${parts.tableIds.map((id) => `<tablePart r:id="${id}"/>`).join('')}</tableParts>`,
    '</worksheet>',
  ].join('');
}

function viewXml(sheet: Sheet, isActive: boolean): string {
  const attributes =
    (sheet.showGridlines ? '' : ' showGridLines="0"') +
    (sheet.showHeadings ? '' : ' showRowColHeaders="0"') +
    (sheet.config.rightToLeft === BooleanNumber.TRUE ? ' rightToLeft="1"' : '') +
    (isActive ? ' tabSelected="1"' : '') +
    (sheet.config.zoomRatio === 1 ? '' : ` zoomScale="${Math.round(sheet.config.zoomRatio * 100)}"`) +
    ' workbookViewId="0"';
  const { rows, columns } = sheet.freeze;
  if (rows === 0 && columns === 0) return `<sheetViews><sheetView${attributes}/></sheetViews>`;
  const pane = rows > 0 && columns > 0 ? 'bottomRight' : rows > 0 ? 'bottomLeft' : 'topRight';
  return (
    `<sheetViews><sheetView${attributes}><pane` +
    (columns > 0 ? ` xSplit="${columns}"` : '') +
    (rows > 0 ? ` ySplit="${rows}"` : '') +
    ` topLeftCell="${formatRect(rectOf(rows, columns))}" activePane="${pane}" state="frozen"/></sheetView></sheetViews>`
  );
}

const levelOf = (groups: readonly Area[], line: number, axis: 'row' | 'column') =>
  groups.filter(({ rect, isGone }) => {
    const size = axis === 'row' ? rect.rows : rect.columns;
    return !isGone && line >= rect[axis] && line < rect[axis] + size;
  }).length;

function outlineLevels(sheet: Sheet): string {
  const deepest = (groups: readonly Area[], axis: 'row' | 'column') =>
    Math.max(0, ...groups.map(({ rect }) => levelOf(groups, rect[axis], axis)));
  const rows = deepest(sheet.rowGroups, 'row');
  const columns = deepest(sheet.columnGroups, 'column');
  return (
    (rows > 0 ? ` outlineLevelRow="${rows}"` : '') + (columns > 0 ? ` outlineLevelCol="${columns}"` : '')
  );
}

function columnsXml(sheet: Sheet, styles: StyleSheet): string {
  const { columnData, defaultColumnWidth } = sheet.config;
  const indexes = new Set(Object.keys(columnData).map(Number));
  for (const { rect, isGone } of sheet.columnGroups) {
    if (!isGone) for (let i = 0; i < rect.columns; i++) indexes.add(rect.column + i);
  }
  const items = [...indexes]
    .filter((index) => index < MAX_COLUMNS)
    .sort((a, b) => a - b)
    .map((index) => {
      const data = columnData[index];
      const style = columnStyle(sheet, index, styles);
      const level = levelOf(sheet.columnGroups, index, 'column');
      const width = characters(data?.w ?? defaultColumnWidth);
      return (
        `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"` +
        (data?.hd === BooleanNumber.TRUE ? ' hidden="1"' : '') +
        (level > 0 ? ` outlineLevel="${level}"` : '') +
        (style > 0 ? ` style="${style}"` : '') +
        '/>'
      );
    });
  return items.length > 0 ? `<cols>${items.join('')}</cols>` : '';
}

function defaultWidth(sheet: Sheet): string {
  const pixels = sheet.config.defaultColumnWidth;
  return pixels === DEFAULT_COLUMN_PIXELS ? '' : ` defaultColWidth="${characters(pixels)}"`;
}

function columnStyle(sheet: Sheet, column: number, styles: StyleSheet): number {
  const style = sheet.config.columnData[column]?.s;
  if (!style) return 0;
  const data = typeof style === 'string' ? sheet.cells.styleById(style) : style;
  return data ? styles.add(data) : 0;
}

function rowsXml(book: Book, sheet: Sheet, parts: SheetParts): { rows: string; used: string } {
  const byRow = new Map<number, string[]>();
  const tables = book.tables.filter((table) => table.sheet === sheet);
  const styleOf = styleIndexer(sheet, parts.styles);
  let right = 0;
  let bottom = 0;
  const cells: { row: number; column: number; cell: ICellData }[] = [];
  sheet.cells.forEachCell(WHOLE_SHEET, (row, column, cell) => cells.push({ row, column, cell }));
  cells.sort((a, b) => a.row - b.row || a.column - b.column);
  for (const { row, column, cell } of cells) {
    const table = tables.find((known) => contains(known.rect, rectOf(row, column)))?.name;
    const xml = cellXml(sheet, row, column, cell, styleOf(row, column, cell), table, parts.strings);
    if (xml === '') continue;
    const line = byRow.get(row) ?? [];
    line.push(xml);
    byRow.set(row, line);
    right = Math.max(right, column);
    bottom = Math.max(bottom, row);
  }
  const { rowData } = sheet.config;
  const indexes = new Set([...byRow.keys(), ...Object.keys(rowData).map(Number)]);
  for (const { rect, isGone } of sheet.rowGroups) {
    if (!isGone) for (let i = 0; i < rect.rows; i++) indexes.add(rect.row + i);
  }
  const rows = [...indexes]
    .filter((row) => row < MAX_ROWS)
    .sort((a, b) => a - b)
    .map((row) => rowXml(sheet, row, byRow.get(row) ?? []))
    .join('');
  return { rows, used: formatRect(rectOf(0, 0, bottom + 1, right + 1)) };
}

function rowXml(sheet: Sheet, row: number, cells: readonly string[]): string {
  const data = sheet.config.rowData[row];
  const level = levelOf(sheet.rowGroups, row, 'row');
  const height = data?.h === undefined ? '' : ` ht="${data.h * POINTS_PER_PIXEL}" customHeight="1"`;
  const attributes =
    height +
    (data?.hd === BooleanNumber.TRUE ? ' hidden="1"' : '') +
    (level > 0 ? ` outlineLevel="${level}"` : '');
  if (cells.length === 0 && attributes === '') return '';
  return `<row r="${row + 1}"${attributes}>${cells.join('')}</row>`;
}

/** The format index of a cell; cells on unlocked blocks have formats of their own. */
function styleIndexer(
  sheet: Sheet,
  styles: StyleSheet,
): (row: number, column: number, cell: ICellData) => number {
  const byId = new Map<string, number>();
  const unlocked = sheet.unlocked.filter((area) => !area.isGone);
  return (row, column, cell) => {
    const free = unlocked.length > 0 && unlocked.some((area) => contains(area.rect, rectOf(row, column)));
    if (typeof cell.s !== 'string') return styles.add(sheet.cells.style(row, column), free);
    const key = free ? `u${cell.s}` : cell.s;
    let index = byId.get(key);
    if (index === undefined) {
      index = styles.add(sheet.cells.styleById(cell.s) ?? {}, free);
      byId.set(key, index);
    }
    return index;
  };
}

function cellXml(
  sheet: Sheet,
  row: number,
  column: number,
  cell: ICellData,
  style: number,
  table: string | undefined,
  strings: SharedStrings,
): string {
  const start = `<c r="${columnName(column)}${row + 1}"${style > 0 ? ` s="${style}"` : ''}`;
  const formula = sheet.cells.formula(row, column);
  const value = valueOf(cell);
  if (formula === undefined) {
    if (value === '') return style > 0 ? `${start}/>` : '';
    if (isError(cell)) return `${start} t="e"><v>${escapeXml(String(value))}</v></c>`;
    if (typeof value === 'string') return `${start} t="s"><v>${strings.add(value)}</v></c>`;
    if (typeof value === 'boolean') return `${start} t="b"><v>${value ? 1 : 0}</v></c>`;
    return `${start}><v>${value}</v></c>`;
  }
  const f = `<f>${escapeXml(toFileFormula(formula, table))}</f>`;
  const empty = cell.v === undefined || cell.v === null;
  if (empty) return `${start}>${f}</c>`;
  // A held formula has no `f` in Univer, so its error is known by its type alone.
  if (isError(cell) || (cell.t === CellValueType.STRING && isError({ ...cell, f: formula }))) {
    return `${start} t="e">${f}<v>${escapeXml(String(value))}</v></c>`;
  }
  if (typeof value === 'string') return `${start} t="str">${f}<v>${escapeXml(value)}</v></c>`;
  if (typeof value === 'boolean') return `${start} t="b">${f}<v>${value ? 1 : 0}</v></c>`;
  return `${start}>${f}<v>${value}</v></c>`;
}

function mergesXml(sheet: Sheet): string {
  const merges = sheet.mergesIn(WHOLE_SHEET);
  if (merges.length === 0) return '';
  const items = merges.map((merge) => `<mergeCell ref="${formatRect(merge)}"/>`).join('');
  return `<mergeCells count="${merges.length}">${items}</mergeCells>`;
}

function hyperlinksXml(sheet: Sheet, parts: SheetParts): string {
  const items = sheet.hyperlinks.flatMap(({ areas, address, location, screenTip }) =>
    areas
      .filter((area) => !area.isGone)
      .map(
        (area) =>
          `<hyperlink ref="${formatRect(area.rect)}"` +
          (address === undefined ? '' : ` r:id="${parts.outside(address)}"`) +
          (location === undefined ? '' : ` location="${escapeXml(location)}"`) +
          `${screenTip === undefined ? '' : ` tooltip="${escapeXml(screenTip)}"`}/>`,
      ),
  );
  return items.length === 0 ? '' : `<hyperlinks>${items.join('')}</hyperlinks>`;
}

function printXml(sheet: Sheet): string {
  const layout = sheet.pageLayout;
  const inches = (points: number) => points / POINTS_PER_INCH;
  const options =
    (layout.centerHorizontally ? ' horizontalCentered="1"' : '') +
    (layout.centerVertically ? ' verticalCentered="1"' : '') +
    (layout.printHeadings ? ' headings="1"' : '') +
    (layout.printGridlines ? ' gridLines="1"' : '');
  const { scale, horizontalFitToPages, verticalFitToPages } = layout.zoom;
  const zoom =
    scale === undefined
      ? ` fitToWidth="${horizontalFitToPages ?? 0}" fitToHeight="${verticalFitToPages ?? 0}"`
      : scale === 100
        ? ''
        : ` scale="${scale}"`;
  const texts = layout.headersFooters;
  const header = sides(texts.leftHeader, texts.centerHeader, texts.rightHeader);
  const footer = sides(texts.leftFooter, texts.centerFooter, texts.rightFooter);
  const written =
    (header === '' ? '' : `<oddHeader>${escapeXml(header)}</oddHeader>`) +
    (footer === '' ? '' : `<oddFooter>${escapeXml(footer)}</oddFooter>`);
  return (
    (options === '' ? '' : `<printOptions${options}/>`) +
    `<pageMargins left="${inches(layout.leftMargin)}" right="${inches(layout.rightMargin)}"` +
    ` top="${inches(layout.topMargin)}" bottom="${inches(layout.bottomMargin)}"` +
    ` header="${inches(layout.headerMargin)}" footer="${inches(layout.footerMargin)}"/>` +
    `<pageSetup${zoom} orientation="${layout.orientation === 'Landscape' ? 'landscape' : 'portrait'}"/>` +
    (written === '' ? '' : `<headerFooter>${written}</headerFooter>`)
  );
}

const sides = (left: string, center: string, right: string) =>
  (left === '' ? '' : `&L${left}`) +
  (center === '' ? '' : `&C${center}`) +
  (right === '' ? '' : `&R${right}`);
