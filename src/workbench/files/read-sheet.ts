import { parseAddress } from '../grid/address';
import type { LineContents, SheetContents, TableContents } from '../model/contents';
import type { HyperlinkContents } from '../model/hyperlink';
import { newPageLayout } from '../model/page-layout';
import type { PageLayout } from '../model/page-layout';
import type { SheetVisibility } from '../model/sheet';
import { NEW_TABLE_LOOK } from '../model/table';
import { readColor } from './colors';
import { wellFormed, type WorkbookPackage } from './package';
import { WorkbookFileError } from './file-error';
import { CellReader } from './read-cells';
import type { CellSource } from './read-cells';
import { readCharts } from './read-charts';
import { readConditionalFormats, readValidations } from './read-rules';
import type { FileStyles } from './read-styles';
import { CellScanner } from './scan-cells';
import { attribute, child, children, decodeExcelText, flag, numberAttribute, parseXml, textOf } from './xml';
import type { XmlNode } from './xml';
import { childNamed, prefixOf } from './xml-pieces';

/** What all sheets of a file share. */
export interface FileContext {
  readonly parts: WorkbookPackage;
  readonly styles: FileStyles;
  readonly theme: readonly string[];
  readonly cellSource: CellSource;
  /** How many cells may still be read. */
  room: number;
}

/** More areas of one kind than this on a sheet stand for no table that a user made. */
const MOST_AREAS = 100_000;

/** Reads one worksheet part. */
export async function readSheet(
  context: FileContext,
  path: string,
  name: string,
  visibility: SheetVisibility,
): Promise<SheetContents> {
  const xml = await context.parts.text(path);
  if (xml === undefined) throw new WorkbookFileError('damaged', `The part ${path} of ${name} is missing.`);
  const data = wellFormed(path, () => childNamed(xml, 'sheetData'));
  const rest = data ? xml.slice(0, data.start) + xml.slice(data.end) : xml;
  const sheet = wellFormed(path, () => child(parseXml(rest), 'worksheet')) ?? {};
  const tables = await readTables(context, path);
  const reader = new CellReader(
    new CellScanner(xml, data ? prefixOf(data.tag) : ''),
    context.cellSource,
    tables,
  );
  const { cells, rows } = reader.readAll(data?.innerStart ?? 0, data?.innerEnd ?? 0, context.room);
  for (const line of cells.values()) context.room -= line.size;
  const view = child(child(sheet, 'sheetViews'), 'sheetView');
  const columnWidth = numberAttribute(child(sheet, 'sheetFormatPr'), 'defaultColWidth');
  const isProtected = flag(child(sheet, 'sheetProtection'), 'sheet');
  const merges = children(child(sheet, 'mergeCells'), 'mergeCell');
  const contents: SheetContents = {
    name,
    path,
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
    merges: merges.flatMap((node) => parseAddress(attribute(node, 'ref') ?? '')?.rect ?? []),
    tables,
    ...(await readCharts(context.parts, path)),
    validations: readValidations(sheet),
    conditionalFormats: readConditionalFormats(sheet, context.styles.looks, context.theme),
    hyperlinks: await readHyperlinks(context, path, sheet),
    isProtected,
    pageLayout: readPageLayout(sheet),
  };
  refuseTooMany(contents);
  return contents;
}

function refuseTooMany({
  name,
  merges,
  validations,
  conditionalFormats,
  hyperlinks,
  tables,
}: SheetContents): void {
  const areas = [validations, conditionalFormats].map((list) =>
    list.reduce((sum, { rects }) => sum + rects.length, 0),
  );
  const most = Math.max(merges.length, hyperlinks.length, tables.length, ...areas);
  if (most > MOST_AREAS)
    throw new WorkbookFileError(
      'tooLarge',
      `The sheet ${name} has ${most} areas of one kind; ${MOST_AREAS} can be read.`,
    );
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
    const columns = children(child(node, 'tableColumns'), 'tableColumn').map((column, i) => ({
      id: numberAttribute(column, 'id') ?? i + 1,
      name: decodeExcelText(attribute(column, 'name') ?? ''),
    }));
    if (columns.length !== address.rect.columns)
      throw new WorkbookFileError('damaged', `The part ${target} has other columns than its area.`);
    result.push({
      path: target,
      name: attribute(node, 'displayName') ?? attribute(node, 'name') ?? '',
      rect: address.rect,
      columns,
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
  return nodes.flatMap((node, i) => {
    const rect = parseAddress(attribute(node, 'ref') ?? '')?.rect;
    const address = targets.get(attribute(node, 'id') ?? '');
    const location = attribute(node, 'location');
    if (!rect || (address === undefined && location === undefined)) return [];
    return [{ rect, fileKey: String(i), address, location, screenTip: attribute(node, 'tooltip') }];
  });
}

const POINTS_PER_INCH = 72;

/** Paper by the file's code and by Office.js's name. */
export const PAPER_SIZES: readonly (readonly [code: string, name: string])[] = [
  ['1', 'Letter'],
  ['3', 'Tabloid'],
  ['5', 'Legal'],
  ['8', 'A3'],
  ['9', 'A4'],
  ['11', 'A5'],
];

function readPageLayout(sheet: XmlNode): PageLayout {
  const layout = newPageLayout();
  const setup = child(sheet, 'pageSetup');
  const margins = child(sheet, 'pageMargins');
  const options = child(sheet, 'printOptions');
  const fit = flag(child(child(sheet, 'sheetPr'), 'pageSetUpPr'), 'fitToPage');
  layout.paperSize = PAPER_SIZES.find(([code]) => code === attribute(setup, 'paperSize'))?.[1] ?? null;
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
