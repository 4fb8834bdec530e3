import type { Cell } from '../plan/cells';
import type { SheetSpec } from '../reports/spec';
import { columnLetters, quoteSheet } from '../plan/cells';
import { anchor, setAnchor, type Anchors } from './anchors';
import { asWritten, everywhere, writeBlock } from './cells';
import { extentsOf } from './area';
import { formatAhead, giveCellLooks } from './cell-looks';
import { extentOf, gridOf, isTable, type Extent } from './grid';
import { heightsOf } from './heights';
import type { Room } from './make-room';
import { readingAhead, type Stood } from './met';
import { CHARACTER_POINTS, addConditional, addValidation, dress, dressColumn, firstLast } from './styles';
import { raiseTables } from './raise-tables';

/**
 * Pass one of writing sheets: the sheet, its tables by header, its names. Excel refuses a formula that
 * speaks of a table or name that does not exist yet, so all skeletons stand before any formula is written.
 * @param former tables of ours on it that it is not to have any more: their cells stay for the next pass
 * @param seen where its tables were seen to stand
 * @returns whether somebody had moved them by then
 */
export async function raiseSheet(
  context: Excel.RequestContext,
  spec: SheetSpec,
  name: string,
  anchors: Anchors,
  former: readonly string[] = [],
  seen: readonly (Extent & { readonly name: string })[] = [],
): Promise<boolean> {
  const { worksheets, names, tables: all } = context.workbook;
  const left = former.map((table) => {
    const item = all.getItemOrNullObject(table);
    item.load('name');
    return item;
  });
  const found = worksheets.getItemOrNullObject(name);
  found.load('name');
  const known = spec.names.map((wanted) => {
    const item = names.getItemOrNullObject(wanted.name);
    item.load('name');
    return { wanted, item };
  });
  await context.sync();

  // What stands below such a table moves up into it.
  for (const table of left) if (!table.isNullObject) table.convertToRange();
  const sheet = found.isNullObject ? worksheets.add(name) : found;
  setSheetAnchors(context, anchors, spec, name);
  for (const { wanted, item } of known) {
    const formula = wanted.formula.replaceAll('{sheet}', quoteSheet(name));
    if (item.isNullObject) names.add(wanted.name, formula, wanted.comment);
    else item.formula = formula;
  }
  const tables = spec.blocks.filter(isTable).map((block) => ({
    ...extentOf(block),
    name: block.name,
    headers: block.columns.map(({ header }) => asWritten(header)),
  }));
  return raiseTables(context, sheet, tables, seen);
}

/** Points the anchors of a sheet and of its blocks to where the spec has them; tables are found by their names. */
export function setSheetAnchors(
  context: Excel.RequestContext,
  anchors: Anchors,
  spec: SheetSpec,
  name: string,
): void {
  setAnchor(context, anchors, anchor.sheet(spec.key), { sheet: name, row: 0, column: 0 });
  spec.blocks.forEach((block, n) => {
    if (!isTable(block))
      setAnchor(context, anchors, anchor.block(spec.key, n), { sheet: name, ...extentOf(block) });
  });
}

/** Names of those anchors. */
export const sheetAnchors = ({ key, blocks }: SheetSpec): string[] => [
  anchor.sheet(key),
  ...blocks.flatMap((block, n) => (isTable(block) ? [] : [anchor.block(key, n)])),
];

/** What is written on a sheet, and what is taken away. */
export interface Filling {
  /** As they must be written. */
  readonly contents: ReadonlyMap<number, Cell>;
  /** Cells that were ours until now. */
  readonly ours: Iterable<number>;
  readonly room: Room;
}

/** A sheet that is filled. */
export interface Filled extends Stood {
  /** What is written, cell by cell; null leaves one alone. */
  readonly wrote: ReadonlyMap<number, Cell | null>;
}

/**
 * Pass two: every cell that is ours in one block; the user's stay, or go where there is room for them.
 * @returns what stood there in that request, known after it
 */
export async function fillSheet(
  context: Excel.RequestContext,
  spec: SheetSpec,
  name: string,
  { contents: wanted, ours, room }: Filling,
): Promise<Filled> {
  const { carried, moved, stay } = room;
  const sheet = context.workbook.worksheets.getItem(name);
  const contents = new Map(wanted);
  for (const cell of stay) contents.delete(cell);
  const own = new Set([...ours, ...contents.keys()]);
  const clear = new Set(ours);
  const going = [...carried, ...moved].filter(({ from, to }) => from !== to);
  for (const { from } of going) clear.add(from);
  for (const { row, column, rows, columns } of extentsOf(own)) {
    const cells = sheet.getRangeByIndexes(row, column, rows, columns);
    cells.conditionalFormats.clearAll();
    cells.dataValidation.clear();
    cells.clear('Formats');
  }
  formatNumbers(sheet, spec);
  formatAhead(sheet, room, (cell) => own.has(cell));
  for (const { to, cell } of [...carried, ...moved]) contents.set(to, cell);
  const stood = readingAhead(sheet);
  await writeBlock(context, sheet.getRange('A1'), gridOf(contents, clear), stood.ahead);
  const wrote = new Map<number, Cell | null>(contents);
  for (const cell of clear) if (!wrote.has(cell)) wrote.set(cell, '');
  return { cells: stood.cells, wrote };
}

/** Number formats stand before values: Excel parses what is written by the format it finds. */
function formatNumbers(sheet: Excel.Worksheet, spec: SheetSpec): void {
  for (const block of spec.blocks) {
    if (isTable(block)) {
      block.columns.forEach(({ format, looks = [] }, c) => {
        if (block.rows === 0) return;
        const at = (row: number, rows: number) =>
          sheet.getRangeByIndexes(block.row + 1 + row, block.column + c, rows, 1);
        if (format !== undefined) at(0, block.rows).numberFormat = everywhere(format);
        looks.forEach((look, r) => {
          if (look.format !== undefined) at(r, 1).numberFormat = [[look.format]];
        });
      });
      continue;
    }
    block.cells.forEach((line, r) => {
      line.forEach((cell, c) => {
        if (cell?.format === undefined) return;
        sheet.getRangeByIndexes(block.row + r, block.column + c, 1, 1).numberFormat = [[cell.format]];
      });
    });
  }
}

/**
 * Pass three: looks, drop-downs, conditional formats, print set-up; what a reader sees.
 * @param room what became of the user's cells on it: they look as they did
 * @param leave what is not touched: rows that the user has hidden, and the width of columns
 * @param low rows that were made higher by what stood there before, and are as high as Excel makes them again
 */
export async function decorateSheet(
  context: Excel.RequestContext,
  spec: SheetSpec,
  name: string,
  room: Room,
  leave: { readonly rows?: ReadonlySet<number>; readonly widths?: boolean } = {},
  low: readonly number[] = [],
): Promise<void> {
  const sheet = context.workbook.worksheets.getItem(name);
  sheet.showGridlines = false;
  for (const block of spec.blocks) {
    if (isTable(block)) {
      block.columns.forEach((column, c) => {
        if (block.rows === 0) return;
        const body = sheet.getRangeByIndexes(block.row + 1, block.column + c, block.rows, 1);
        dressColumn(body, column);
        if (column.validation !== undefined) addValidation(body, column.validation);
        column.looks?.forEach(({ style, validation }, r) => {
          if (style !== undefined) dress(body.getCell(r, 0), style);
          if (validation !== undefined) addValidation(body.getCell(r, 0), validation);
        });
        firstLast(column.conditional).forEach((conditional) => {
          addConditional(body, conditional, block.row + 1, block.column + c);
        });
      });
      const header = sheet.getRangeByIndexes(block.row, block.column, 1, block.columns.length);
      header.format.font.bold = true;
      header.format.wrapText = true;
      header.format.verticalAlignment = 'Center';
      // Heads stand over their figures.
      block.columns.forEach(({ align, indent }, c) => {
        if (indent !== undefined) header.getCell(0, c).format.horizontalAlignment = 'Left';
        if (indent !== undefined) header.getCell(0, c).format.indentLevel = indent;
        if (align === 'right') header.getCell(0, c).format.horizontalAlignment = 'Right';
        if (align === 'center') header.getCell(0, c).format.horizontalAlignment = 'Center';
      });
      continue;
    }
    block.cells.forEach((line, r) => {
      line.forEach((cell, c) => {
        if (cell?.style === undefined && cell?.validation === undefined) return;
        const range = sheet.getRangeByIndexes(block.row + r, block.column + c, 1, 1);
        if (cell.style !== undefined) dress(range, cell.style);
        if (cell.validation !== undefined) addValidation(range, cell.validation);
      });
    });
  }
  firstLast(spec.conditional).forEach(({ row, column, rows, columns, spec: conditional }) => {
    addConditional(sheet.getRangeByIndexes(row, column, rows, columns), conditional, row, column);
  });
  for (const row of low) sheet.getRangeByIndexes(row, 0, 1, 1).format.useStandardHeight = true;
  for (const [row, points] of heightsOf(spec))
    // A height would show a row that is hidden.
    if (leave.rows?.has(row) !== true) sheet.getRangeByIndexes(row, 0, 1, 1).format.rowHeight = points;
  if (leave.widths !== true)
    spec.widths.forEach((characters, c) => {
      sheet.getRangeByIndexes(0, c, 1, 1).format.columnWidth = characters * CHARACTER_POINTS;
    });
  for (const column of spec.hidden ?? [])
    sheet.getRangeByIndexes(0, column, 1, 1).getEntireColumn().columnHidden = true;
  if (spec.freezeRows > 0) sheet.freezePanes.freezeRows(spec.freezeRows);
  setPrint(sheet, spec.print);
  giveCellLooks(sheet, room);
  await context.sync();
}

/** Margins at the sides, in points. */
const SIDE_POINTS = 29;

function setPrint(sheet: Excel.Worksheet, print: SheetSpec['print']): void {
  const { landscape, titleRow, titleColumn, titleColumns = 1 } = print;
  const { paper, pagesWide = 1, columns, areas, header, footer } = print;
  const { pageLayout } = sheet;
  pageLayout.orientation = landscape ? 'Landscape' : 'Portrait';
  pageLayout.zoom = { horizontalFitToPages: pagesWide, verticalFitToPages: 0 };
  if (paper === undefined) return;
  pageLayout.paperSize = paper as Excel.PaperType;
  pageLayout.leftMargin = SIDE_POINTS;
  pageLayout.rightMargin = SIDE_POINTS;
  const texts = pageLayout.headersFooters.defaultForAllPages;
  texts.leftHeader = plainText(header?.left ?? '');
  texts.rightHeader = plainText(header?.right ?? '');
  texts.centerFooter = footer ?? '';
  if (areas !== undefined)
    pageLayout.setPrintArea(
      sheet.getRanges(
        areas
          .map(
            ({ row, column, rows, columns: across }) =>
              `${columnLetters(column + 1)}${row + 1}:${columnLetters(column + across)}${row + rows}`,
          )
          .join(','),
      ),
    );
  else if (columns !== undefined)
    pageLayout.setPrintArea(sheet.getRangeByIndexes(0, 0, 1, columns).getEntireColumn());
  if (titleRow !== undefined)
    pageLayout.setPrintTitleRows(sheet.getRangeByIndexes(titleRow, 0, 1, 1).getEntireRow());
  if (titleColumn !== undefined)
    pageLayout.setPrintTitleColumns(
      sheet.getRangeByIndexes(0, titleColumn, 1, titleColumns).getEntireColumn(),
    );
}

/** In headers `&` begins a code. */
const plainText = (text: string): string => text.replaceAll('&', '&&');
