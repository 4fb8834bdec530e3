import { numfmt } from '@univerjs/core';
import { parseAddress, formatRect } from '../grid/address';
import { GENERAL } from '../grid/cell-value';
import type { NameContents, SheetContents, WorkbookContents } from '../model/contents';
import type { SheetVisibility } from '../model/sheet';
import { readTheme } from './colors';
import { WorkbookFileError } from './file-error';
import { fromFileFormula } from './file-formula';
import { CONTENT_TYPES, WorkbookPackage } from './package';
import type { Relationship } from './package';
import { MOST_CELLS, readSharedStrings, tooMany, type CellSource } from './read-cells';
import { readSheet } from './read-sheet';
import type { FileContext } from './read-sheet';
import { readStyles } from './read-styles';
import { attribute, child, children, flag, numberAttribute, textOf } from './xml';
import type { XmlNode } from './xml';

/** As many cells a row come to the longest sheet as a plan writes. */
const COLUMNS_OF_PLAN = 12;

/** The package a workbook came in, kept for the day it is written again. */
export interface OpenedPackage {
  readonly parts: WorkbookPackage;
  readonly workbookPath: string;
  readonly cellSource: CellSource;
}

/** The contents of a file; without `file` they came as text. */
export interface FileContents extends WorkbookContents {
  readonly file?: OpenedPackage;
}

/**
 * Reads an .xlsx (or .xlsm) package.
 * @param room how many cells there is memory for.
 * @throws WorkbookFileError if the bytes are no readable workbook.
 */
export async function readXlsx(bytes: Uint8Array, room = MOST_CELLS): Promise<FileContents> {
  const parts = await WorkbookPackage.open(bytes);
  const workbookPath =
    (await parts.relationships('')).find((rel) => rel.kind === 'officeDocument')?.target ?? 'xl/workbook.xml';
  const workbook = await parts.xml(workbookPath, 'workbook');
  await parts.sound(CONTENT_TYPES, 'Types');
  if (!workbook) throw new WorkbookFileError('notAWorkbook', 'The archive holds no workbook part.');
  const relationships = await parts.relationships(workbookPath);
  const partOf = (kind: string) => relationships.find((rel) => rel.kind === kind)?.target;
  const theme = readTheme(await xmlOf(parts, partOf('theme'), 'theme'));
  const styles = readStyles(await xmlOf(parts, partOf('styles'), 'styleSheet'), theme);
  await soundPart(parts, partOf('styles'), 'styleSheet');
  const strings = readSharedStrings(await soundPart(parts, partOf('sharedStrings'), 'sst'));
  const isDate = styles.styles.map((style) => numfmt.isDateFormat(style.n?.pattern ?? GENERAL));
  const cellSource: CellSource = {
    sharedStrings: strings,
    date1904: flag(child(workbook, 'workbookPr'), 'date1904'),
    isDateStyle: (style) => isDate[style] ?? false,
  };
  const context: FileContext = { parts, styles, theme, cellSource, room };
  const sheets = await readSheets(context, workbook, relationships);
  const longest = sheets.reduce((most, { cells }) => Math.max(most, cells.size), 0);
  // A list that just fits would have no room for the columns of its plan.
  if (longest * COLUMNS_OF_PLAN > context.room) throw tooMany();
  const names = readNames(workbook, sheets);
  const active = numberAttribute(children(child(workbook, 'bookViews'), 'workbookView')[0], 'activeTab') ?? 0;
  const allSheets = children(child(workbook, 'sheets'), 'sheet').map((node) => attribute(node, 'name'));
  return {
    styles: styles.styles,
    sheets,
    activeSheet: allSheets[active],
    names,
    structureProtected: flag(child(workbook, 'workbookProtection'), 'lockStructure'),
    calculationMode: calculationMode(child(workbook, 'calcPr')),
    file: { parts, workbookPath, cellSource },
  };
}

const soundPart = async (parts: WorkbookPackage, path: string | undefined, root: string) =>
  path === undefined ? undefined : parts.sound(path, root);

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
    // A sheet of another kind, such as a chart sheet, stays the file's.
    if (relationship?.kind !== 'worksheet') continue;
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
