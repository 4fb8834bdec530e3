import { parseAddress } from '../grid/address';
import { rectOf } from '../grid/rect';
import type { Rect } from '../grid/rect';
import type { LineContents, SheetContents, TableContents } from '../model/contents';
import type { HyperlinkContents } from '../model/hyperlink';
import { newPageLayout } from '../model/page-layout';
import type { PageLayout } from '../model/page-layout';
import type { SheetVisibility } from '../model/sheet';
import { NEW_TABLE_LOOK } from '../model/table';
import { readColor } from './colors';
import type { WorkbookPackage } from './package';
import { readCells } from './read-cells';
import type { CellSource } from './read-cells';
import { readConditionalFormats, readValidations } from './read-rules';
import type { FileStyles } from './read-styles';
import { attribute, child, children, decodeExcelText, flag, numberAttribute, parseXml, textOf } from './xml';
import type { XmlNode } from './xml';

/** What all sheets of a file share. */
export interface FileContext {
  readonly parts: WorkbookPackage;
  readonly styles: FileStyles;
  readonly theme: readonly string[];
  readonly cellSource: Omit<CellSource, 'tables'>;
  readonly notCarried: Set<string>;
}

const SHEET_DATA = /<((?:\w+:)?)sheetData\b[^>]*?(?:\/>|>([\s\S]*?)<\/\1sheetData>)/;

/** A formula over several cells, or one that spills: it is kept as a plain formula. */
const ARRAY_FORMULA = /<(?:\w+:)?f\b[^>]*\st=["']array["']/;

/** Reads one worksheet part. */
export async function readSheet(
  context: FileContext,
  path: string,
  name: string,
  visibility: SheetVisibility,
): Promise<SheetContents> {
  const xml = (await context.parts.text(path)) ?? '<worksheet/>';
  const found = SHEET_DATA.exec(xml);
  const rest = found ? xml.slice(0, found.index) + xml.slice(found.index + found[0].length) : xml;
  const sheet = child(parseXml(rest), 'worksheet') ?? {};
  const tables = await readTables(context, path);
  const { cells, rows } = readCells(found?.[2] ?? '', { ...context.cellSource, tables });
  noteLosses(context, sheet, rest);
  if (ARRAY_FORMULA.test(found?.[2] ?? '')) context.notCarried.add('arrayFormulas');
  const { formats, dropped } = readConditionalFormats(sheet, context.styles.looks, context.theme);
  if (dropped) context.notCarried.add('conditionalFormats');
  const view = child(child(sheet, 'sheetViews'), 'sheetView');
  const columnWidth = numberAttribute(child(sheet, 'sheetFormatPr'), 'defaultColWidth');
  const isProtected = flag(child(sheet, 'sheetProtection'), 'sheet');
  return {
    name,
    visibility,
    tabColor: readColor(child(child(sheet, 'sheetPr'), 'tabColor'), context.theme) ?? '',
    showGridlines: flag(view, 'showGridLines', true),
    rightToLeft: flag(view, 'rightToLeft'),
    zoom: (numberAttribute(view, 'zoomScale') ?? 100) / 100,
    showHeadings: flag(view, 'showRowColHeaders', true),
    freeze: readFreeze(child(view, 'pane')),
    cells,
    rows,
    columns: readColumns(sheet),
    defaultColumnPixels: columnWidth === undefined ? undefined : columnPixels(columnWidth),
    merges: children(child(sheet, 'mergeCells'), 'mergeCell').flatMap(
      (node) => parseAddress(attribute(node, 'ref') ?? '')?.rect ?? [],
    ),
    tables,
    validations: readValidations(sheet),
    conditionalFormats: formats,
    hyperlinks: await readHyperlinks(context, path, sheet),
    isProtected,
    unlocked: isProtected ? unlockedRects(cells, context.styles.unlocked) : [],
    pageLayout: readPageLayout(sheet),
    customProperties: {},
  };
}

/** What of a sheet the model has no place for. */
function noteLosses({ notCarried }: FileContext, sheet: XmlNode, xml: string): void {
  if (/<(?:\w+:)?sparklineGroup\b/.test(xml)) notCarried.add('sparklines');
  if (children(child(sheet, 'autoFilter'), 'filterColumn').length > 0) notCarried.add('filters');
  if (child(sheet, 'oleObjects')) notCarried.add('embeddedObjects');
  if (child(sheet, 'controls')) notCarried.add('formControls');
  if (child(sheet, 'scenarios')) notCarried.add('scenarios');
  if (child(sheet, 'rowBreaks') || child(sheet, 'colBreaks')) notCarried.add('pageBreaks');
}

/** Pixels of a width in characters of the default font (ECMA-376 part 1, 18.3.1.13). */
function columnPixels(characters: number): number {
  return Math.trunc(((256 * characters + Math.trunc(128 / 7)) / 256) * 7);
}

/** Files give column formats for blocks as wide as the sheet; beyond this they say nothing about data. */
const MAX_FORMATTED_COLUMNS = 2_000;

function readColumns(sheet: XmlNode): LineContents[] {
  const result: LineContents[] = [];
  for (const node of children(child(sheet, 'cols'), 'col')) {
    const first = (numberAttribute(node, 'min') ?? 1) - 1;
    const last = Math.min((numberAttribute(node, 'max') ?? 1) - 1, first + MAX_FORMATTED_COLUMNS);
    const width = numberAttribute(node, 'width');
    const style = numberAttribute(node, 'style') ?? 0;
    const outlineLevel = numberAttribute(node, 'outlineLevel') ?? 0;
    for (let index = first; index <= last && index < MAX_FORMATTED_COLUMNS; index++) {
      result.push({
        index,
        ...(width === undefined ? {} : { size: columnPixels(width) }),
        ...(flag(node, 'hidden') ? { hidden: true } : {}),
        ...(style > 0 ? { style } : {}),
        ...(outlineLevel > 0 ? { outlineLevel } : {}),
      });
    }
  }
  return result;
}

function readFreeze(pane: XmlNode | undefined): SheetContents['freeze'] {
  const state = attribute(pane, 'state');
  if (state !== 'frozen' && state !== 'frozenSplit') return { rows: 0, columns: 0 };
  return { rows: numberAttribute(pane, 'ySplit') ?? 0, columns: numberAttribute(pane, 'xSplit') ?? 0 };
}

async function readTables({ parts }: FileContext, sheetPath: string): Promise<TableContents[]> {
  const relationships = await parts.relationships(sheetPath);
  const result: TableContents[] = [];
  for (const { kind, target } of relationships) {
    const node = kind === 'table' ? await parts.xml(target, 'table') : undefined;
    const address = parseAddress(attribute(node, 'ref') ?? '');
    if (!node || !address) continue;
    const style = child(node, 'tableStyleInfo');
    const names = children(child(node, 'tableColumns'), 'tableColumn').map((column) =>
      decodeExcelText(attribute(column, 'name') ?? ''),
    );
    result.push({
      name: attribute(node, 'displayName') ?? attribute(node, 'name') ?? '',
      rect: address.rect,
      columns: names,
      look: {
        ...NEW_TABLE_LOOK,
        showHeaders: (numberAttribute(node, 'headerRowCount') ?? 1) > 0,
        showTotals: (numberAttribute(node, 'totalsRowCount') ?? 0) > 0,
        showFilterButton: child(node, 'autoFilter') !== undefined,
        style: attribute(style, 'name') ?? '',
        showBandedRows: flag(style, 'showRowStripes'),
        showBandedColumns: flag(style, 'showColumnStripes'),
        highlightFirstColumn: flag(style, 'showFirstColumn'),
        highlightLastColumn: flag(style, 'showLastColumn'),
      },
    });
  }
  return result;
}

async function readHyperlinks(
  { parts }: FileContext,
  path: string,
  sheet: XmlNode,
): Promise<HyperlinkContents[]> {
  const nodes = children(child(sheet, 'hyperlinks'), 'hyperlink');
  if (nodes.length === 0) return [];
  const targets = new Map((await parts.relationships(path)).map((rel) => [rel.id, rel.address]));
  return nodes.flatMap((node) => {
    const rect = parseAddress(attribute(node, 'ref') ?? '')?.rect;
    const address = targets.get(attribute(node, 'id') ?? '');
    const location = attribute(node, 'location');
    if (!rect || (address === undefined && location === undefined)) return [];
    return [{ rect, address, location, screenTip: attribute(node, 'tooltip') }];
  });
}

/** Runs of unlocked cells, column by column. */
function unlockedRects(cells: SheetContents['cells'], unlocked: ReadonlySet<number>): Rect[] {
  const runs = new Map<number, Rect[]>();
  for (const [row, line] of [...cells].sort(([a], [b]) => a - b)) {
    for (const [column, { style }] of line) {
      if (!unlocked.has(style ?? 0)) continue;
      const rects = runs.get(column) ?? [];
      const last = rects.at(-1);
      if (last && last.row + last.rows === row) rects[rects.length - 1] = { ...last, rows: last.rows + 1 };
      else rects.push(rectOf(row, column));
      runs.set(column, rects);
    }
  }
  return [...runs.values()].flat();
}

const POINTS_PER_INCH = 72;

function readPageLayout(sheet: XmlNode): PageLayout {
  const layout = newPageLayout();
  const setup = child(sheet, 'pageSetup');
  const margins = child(sheet, 'pageMargins');
  const options = child(sheet, 'printOptions');
  const fit = flag(child(child(sheet, 'sheetPr'), 'pageSetUpPr'), 'fitToPage');
  layout.orientation = attribute(setup, 'orientation') === 'landscape' ? 'Landscape' : 'Portrait';
  const wide = numberAttribute(setup, 'fitToWidth') ?? 1;
  const tall = numberAttribute(setup, 'fitToHeight') ?? 1;
  layout.zoom = fit
    ? {
        ...(wide > 0 ? { horizontalFitToPages: wide } : {}),
        ...(tall > 0 ? { verticalFitToPages: tall } : {}),
      }
    : { scale: numberAttribute(setup, 'scale') ?? 100 };
  const inches = (name: string, fallback: number) => {
    const value = numberAttribute(margins, name);
    return value === undefined ? fallback : value * POINTS_PER_INCH;
  };
  layout.leftMargin = inches('left', layout.leftMargin);
  layout.rightMargin = inches('right', layout.rightMargin);
  layout.topMargin = inches('top', layout.topMargin);
  layout.bottomMargin = inches('bottom', layout.bottomMargin);
  layout.headerMargin = inches('header', layout.headerMargin);
  layout.footerMargin = inches('footer', layout.footerMargin);
  layout.printGridlines = flag(options, 'gridLines');
  layout.printHeadings = flag(options, 'headings');
  layout.centerHorizontally = flag(options, 'horizontalCentered');
  layout.centerVertically = flag(options, 'verticalCentered');
  const texts = child(sheet, 'headerFooter');
  Object.assign(layout.headersFooters, splitHeader(textOf(child(texts, 'oddHeader')), 'Header'));
  Object.assign(layout.headersFooters, splitHeader(textOf(child(texts, 'oddFooter')), 'Footer'));
  return layout;
}

/** `&Lleft&Ccentre&Rright` in its three parts. */
function splitHeader(text: string, where: 'Header' | 'Footer'): Record<string, string> {
  const parts: Record<string, string> = {};
  for (const [, side, content] of text.matchAll(/&([LCR])((?:(?!&[LCR])[\s\S])*)/g)) {
    const name = side === 'L' ? 'left' : side === 'R' ? 'right' : 'center';
    parts[`${name}${where}`] = content ?? '';
  }
  return parts;
}
