import { BooleanNumber } from '@univerjs/core';
import { formatRect } from '../grid/address';
import type { Area } from '../grid/area';
import { MAX_COLUMNS, rectOf, WHOLE_SHEET } from '../grid/rect';
import type { Book } from '../model/book';
import type { Sheet } from '../model/sheet';
import { DEFAULT_COLUMN_PIXELS } from '../model/snapshot';
import { KEY, mark } from './marks';
import { PAPER_SIZES } from './read-sheet';
import { conditionalFormatsXml, validationsXml } from './write-rules';
import { escapeAttribute, escapeXml } from './xml';

const POINTS_PER_INCH = 72;

/** Width in characters of the default font, as files hold it. */
const characters = (pixels: number) => Math.round((pixels / 7) * 256) / 256;

/** The order of the elements of a worksheet (ECMA-376 part 1, 18.3.1.99). */
export const SHEET_ORDER = (
  'sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges scenarios ' +
  'autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting dataValidations ' +
  'hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks customProperties cellWatches ' +
  'ignoredErrors smartTags drawing legacyDrawing legacyDrawingHF drawingHF picture oleObjects controls ' +
  'webPublishItems tableParts extLst'
).split(' ');

/**
 * The worksheet part without cells and columns. `key` attributes name the element of the file an element stands for.
 * @param hasDrawing whether the file has a drawing on it already.
 */
export function sheetFrame(book: Book, sheet: Sheet, hasDrawing: boolean): string {
  const layout = sheet.pageLayout;
  const needsDrawing = !hasDrawing && sheet.charts.some((chart) => !chart.file);
  const tables = book.tables.filter((table) => table.sheet === sheet);
  return [
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"' +
      ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">',
    '<sheetPr>',
    sheet.tabColor === '' ? '' : `<tabColor rgb="FF${sheet.tabColor.replace('#', '')}"/>`,
    layout.zoom.scale === undefined ? '<pageSetUpPr fitToPage="1"/>' : '',
    '</sheetPr>',
    viewXml(sheet, sheet === book.activeSheet),
    `<sheetFormatPr${defaultWidth(sheet)} defaultRowHeight="15"${outlineLevels(sheet)}/>`,
    sheet.protection ? '<sheetProtection sheet="1" objects="1" scenarios="1"/>' : '',
    mergesXml(sheet),
    conditionalFormatsXml(sheet),
    validationsXml(sheet),
    hyperlinksXml(sheet),
    printXml(sheet),
    needsDrawing ? `<drawing r:id="${mark('drawing')}"/>` : '',
    '<tableParts>',
    ...tables.map(
      ({ id, path }) => `<tablePart ${KEY}="${escapeXml(path ?? id)}" r:id="${mark(`table ${id}`)}"/>`,
    ),
    '</tableParts>',
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

export const levelOf = (groups: readonly Area[], line: number, axis: 'row' | 'column') =>
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

/** The columns that are not like the others: start tags by column. */
export function columnTags(sheet: Sheet): Map<number, string> {
  const { columnData, defaultColumnWidth } = sheet.config;
  const indexes = new Set(Object.keys(columnData).map(Number));
  for (const { rect, isGone } of sheet.columnGroups) {
    if (!isGone) for (let i = 0; i < rect.columns; i++) indexes.add(rect.column + i);
  }
  const tags = new Map<number, string>();
  for (const index of [...indexes].sort((a, b) => a - b)) {
    if (index >= MAX_COLUMNS) break;
    const data = columnData[index];
    const level = levelOf(sheet.columnGroups, index, 'column');
    tags.set(
      index,
      `<col min="${index + 1}" max="${index + 1}" width="${characters(data?.w ?? defaultColumnWidth)}" customWidth="1"` +
        (typeof data?.s === 'string' ? ` style="${mark(`style ${data.s}`)}"` : '') +
        (data?.hd === BooleanNumber.TRUE ? ' hidden="1"' : '') +
        `${level > 0 ? ` outlineLevel="${level}"` : ''}/>`,
    );
  }
  return tags;
}

function defaultWidth(sheet: Sheet): string {
  const pixels = sheet.config.defaultColumnWidth;
  return pixels === DEFAULT_COLUMN_PIXELS ? '' : ` defaultColWidth="${characters(pixels)}"`;
}

function mergesXml(sheet: Sheet): string {
  const merges = sheet.mergesIn(WHOLE_SHEET).map((merge) => formatRect(merge));
  return `<mergeCells>${merges.map((ref) => `<mergeCell ${KEY}="${ref}" ref="${ref}"/>`).join('')}</mergeCells>`;
}

function hyperlinksXml(sheet: Sheet): string {
  const items = sheet.hyperlinks.flatMap(({ areas, fileKey, address, location, screenTip }, n) =>
    areas
      .filter((area) => !area.isGone)
      .map(
        (area, i) =>
          `<hyperlink ${KEY}="${i === 0 ? (fileKey ?? `new${n}`) : `${n} ${i}`}" ref="${formatRect(area.rect)}"` +
          (address === undefined ? '' : ` r:id="${mark(`link ${address}`)}"`) +
          (location === undefined ? '' : ` location="${escapeAttribute(location)}"`) +
          `${screenTip === undefined ? '' : ` tooltip="${escapeAttribute(screenTip)}"`}/>`,
      ),
  );
  return `<hyperlinks>${items.join('')}</hyperlinks>`;
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
  const paper = PAPER_SIZES.find(([, name]) => name === layout.paperSize)?.[0];
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
    `<pageSetup${paper === undefined ? '' : ` paperSize="${paper}"`}${zoom}` +
    ` orientation="${layout.orientation === 'Landscape' ? 'landscape' : 'portrait'}"/>` +
    (written === '' ? '' : `<headerFooter>${written}</headerFooter>`)
  );
}

const sides = (left: string, center: string, right: string) =>
  (left === '' ? '' : `&L${left}`) +
  (center === '' ? '' : `&C${center}`) +
  (right === '' ? '' : `&R${right}`);
