import { numfmt } from '@univerjs/core';
import { parseAddress, formatRect } from '../grid/address';
import { GENERAL } from '../grid/cell-value';
import type { NameContents, SheetContents, WorkbookContents } from '../model/contents';
import type { CustomPropertyValue } from '../model/properties';
import type { SheetVisibility } from '../model/sheet';
import { readTheme } from './colors';
import { WorkbookFileError } from './file-error';
import { fromFileFormula } from './file-formula';
import { findLosses } from './losses';
import { WorkbookPackage } from './package';
import type { Relationship } from './package';
import { readSharedStrings } from './read-cells';
import { readSheet } from './read-sheet';
import type { FileContext } from './read-sheet';
import { readStyles } from './read-styles';
import { readStoredState } from './stored-state';
import { attribute, child, children, flag, numberAttribute, textOf } from './xml';
import type { XmlNode } from './xml';

/**
 * Reads an .xlsx (or .xlsm) package.
 * @throws WorkbookFileError if the bytes are no readable workbook.
 */
export async function readXlsx(bytes: Uint8Array): Promise<WorkbookContents> {
  const parts = await WorkbookPackage.open(bytes);
  const workbookPath =
    (await parts.relationships('')).find((rel) => rel.kind === 'officeDocument')?.target ?? 'xl/workbook.xml';
  const workbook = await parts.xml(workbookPath, 'workbook');
  if (!workbook) throw new WorkbookFileError('notAWorkbook', 'The archive holds no workbook part.');
  const relationships = await parts.relationships(workbookPath);
  const partOf = (kind: string) => relationships.find((rel) => rel.kind === kind)?.target;
  const theme = readTheme(await xmlOf(parts, partOf('theme'), 'theme'));
  const styles = readStyles(await xmlOf(parts, partOf('styles'), 'styleSheet'), theme);
  const stringsPath = partOf('sharedStrings');
  const strings = stringsPath === undefined ? undefined : await parts.text(stringsPath);
  const notCarried = new Set<string>();
  findLosses(parts.paths, notCarried);
  if (strings !== undefined && RICH_TEXT.test(strings)) notCarried.add('richText');
  const isDate = styles.styles.map((style) => numfmt.isDateFormat(style.n?.pattern ?? GENERAL));
  const context: FileContext = {
    parts,
    styles,
    theme,
    notCarried,
    cellSource: {
      sharedStrings: readSharedStrings(strings),
      date1904: flag(child(workbook, 'workbookPr'), 'date1904'),
      isDateStyle: (style) => isDate[style] ?? false,
    },
  };
  const sheets = await readSheets(context, workbook, relationships);
  const names = readNames(workbook, sheets);
  const stored = await readStoredState(parts);
  const active = numberAttribute(children(child(workbook, 'bookViews'), 'workbookView')[0], 'activeTab') ?? 0;
  const allSheets = children(child(workbook, 'sheets'), 'sheet').map((node) => attribute(node, 'name'));
  return {
    styles: styles.styles,
    sheets: sheets.map((sheet) => ({ ...sheet, customProperties: stored.sheetProperties[sheet.name] ?? {} })),
    activeSheet: allSheets[active],
    names,
    settings: stored.settings,
    xmlParts: stored.xmlParts,
    properties: await readProperties(parts),
    customProperties: await readCustomProperties(parts),
    structureProtected: flag(child(workbook, 'workbookProtection'), 'lockStructure'),
    calculationMode: calculationMode(child(workbook, 'calcPr')),
    notCarried: [...notCarried].sort(),
  };
}

/** A string whose parts look different. */
const RICH_TEXT = /<(?:\w+:)?rPr\b/;

async function xmlOf(
  parts: WorkbookPackage,
  path: string | undefined,
  root: string,
): Promise<XmlNode | undefined> {
  return path === undefined ? undefined : parts.xml(path, root);
}

const VISIBILITY: Readonly<Record<string, SheetVisibility>> = { hidden: 'Hidden', veryHidden: 'VeryHidden' };

async function readSheets(
  context: FileContext,
  workbook: XmlNode,
  relationships: readonly Relationship[],
): Promise<SheetContents[]> {
  const sheets: SheetContents[] = [];
  for (const node of children(child(workbook, 'sheets'), 'sheet')) {
    const relationship = relationships.find((rel) => rel.id === attribute(node, 'id'));
    if (relationship?.kind !== 'worksheet') {
      context.notCarried.add(relationship?.kind === 'chartsheet' ? 'charts' : 'otherSheets');
      continue;
    }
    const visibility = VISIBILITY[attribute(node, 'state') ?? ''] ?? 'Visible';
    sheets.push(await readSheet(context, relationship.target, attribute(node, 'name') ?? '', visibility));
  }
  if (sheets.length === 0) throw new WorkbookFileError('empty', 'The workbook has no worksheet.');
  return sheets;
}

/** Defined names; print areas and titles go to their sheet's layout instead. */
function readNames(workbook: XmlNode, sheets: readonly SheetContents[]): NameContents[] {
  const names: NameContents[] = [];
  const order = children(child(workbook, 'sheets'), 'sheet').map((node) => attribute(node, 'name') ?? '');
  for (const node of children(child(workbook, 'definedNames'), 'definedName')) {
    const name = attribute(node, 'name') ?? '';
    const local = numberAttribute(node, 'localSheetId');
    const sheetName = local === undefined ? undefined : order[local];
    const formula = textOf(node).trim();
    const sheet = sheets.find((known) => known.name === sheetName);
    if (name.startsWith('_xlnm.')) {
      if (sheet) readPrintName(name, formula, sheet);
      continue;
    }
    if (name.startsWith('_xl') || formula === '' || (local !== undefined && !sheet)) continue;
    names.push({
      name,
      sheet: sheetName,
      formula: fromFileFormula(formula, undefined),
      comment: attribute(node, 'comment') ?? '',
      visible: !flag(node, 'hidden'),
    });
  }
  return names;
}

function readPrintName(name: string, formula: string, sheet: SheetContents): void {
  const rects = formula
    .split(/,(?=(?:[^']*'[^']*')*[^']*$)/)
    .flatMap((part) => parseAddress(part)?.rect ?? []);
  if (name === '_xlnm.Print_Area' && rects.length > 0) {
    sheet.pageLayout.printArea = rects.map((rect) => formatRect(rect)).join(',');
  } else if (name === '_xlnm.Print_Titles') {
    for (const rect of rects) {
      const text = formatRect(rect);
      if (/^\d/.test(text)) sheet.pageLayout.titleRows = text;
      else sheet.pageLayout.titleColumns = text;
    }
  }
}

function calculationMode(calcPr: XmlNode | undefined): WorkbookContents['calculationMode'] {
  const mode = attribute(calcPr, 'calcMode');
  return mode === 'manual' ? 'Manual' : mode === 'autoNoTable' ? 'AutomaticExceptTables' : 'Automatic';
}

async function readProperties(parts: WorkbookPackage): Promise<WorkbookContents['properties']> {
  const core = await parts.xml('docProps/core.xml', 'coreProperties');
  const app = await parts.xml('docProps/app.xml', 'Properties');
  const text = (node: XmlNode | undefined, name: string) => textOf(child(node, name));
  return {
    title: text(core, 'title'),
    subject: text(core, 'subject'),
    author: text(core, 'creator'),
    keywords: text(core, 'keywords'),
    comments: text(core, 'description'),
    lastAuthor: text(core, 'lastModifiedBy'),
    category: text(core, 'category'),
    ...(text(core, 'created') === '' ? {} : { creationDate: text(core, 'created') }),
    company: text(app, 'Company'),
    manager: text(app, 'Manager'),
  };
}

async function readCustomProperties(parts: WorkbookPackage): Promise<Record<string, CustomPropertyValue>> {
  const root = await parts.xml('docProps/custom.xml', 'Properties');
  const entries = children(root, 'property').flatMap((node): [string, CustomPropertyValue][] => {
    const name = attribute(node, 'name');
    if (name === undefined) return [];
    const kind = ['lpwstr', 'i4', 'r8', 'bool', 'filetime', 'int', 'i8'].find((tag) => child(node, tag));
    const text = kind === undefined ? '' : textOf(child(node, kind));
    if (kind === 'bool') return [[name, text === 'true' || text === '1']];
    return [[name, kind === 'i4' || kind === 'r8' || kind === 'int' || kind === 'i8' ? Number(text) : text]];
  });
  return Object.fromEntries(entries);
}
