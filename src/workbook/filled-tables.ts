import type { TableRef } from '../app/ports';
import type { Cell } from '../plan/cells';
import { Failure } from '../plan/failures';
import { anchor, type Anchors } from './anchors';
import { asKept, type KeptFill } from './journal';

/** A cell of a table as it stands. */
export interface FilledCell {
  /** As it must be written. */
  readonly cell: Cell;
  readonly value: Cell;
  readonly format: string;
}

/** A table in which single cells are filled, as it stands at this moment. Rows and columns count from 0. */
export interface FilledTable {
  readonly sheet: Excel.Worksheet;
  readonly sheetName: string;
  /** Undefined where it is a plain range. */
  readonly table: string | undefined;
  /** Of the header. */
  readonly row: number;
  readonly column: number;
  readonly headers: readonly string[];
  readonly body: readonly (readonly FilledCell[])[];
}

/** Texts that begin so have a mark before. */
export const isFormulaIn = ({ cell }: FilledCell): boolean =>
  typeof cell === 'string' && cell.startsWith('=');

/** Where a table is looked for: by its name, a plain range by where it stands. Rows and columns count from 1. */
export type FilledPlace = Pick<
  TableRef,
  'sheet' | 'table' | 'headerRow' | 'firstColumn' | 'rowCount' | 'columnCount'
>;

/**
 * Asks with the caller's next request how a table stands.
 * @returns the answer. It throws Failure `tableGone`, `protectedSheet`
 */
export function askForFilled(context: Excel.RequestContext, place: FilledPlace): () => FilledTable {
  const { worksheets, tables } = context.workbook;
  const table = place.table === undefined ? undefined : tables.getItemOrNullObject(place.table);
  const sheet = table?.worksheet ?? worksheets.getItemOrNullObject(place.sheet);
  const area =
    table?.getHeaderRowRange().getBoundingRect(table.getDataBodyRange()) ??
    sheet.getRangeByIndexes(
      place.headerRow - 1,
      place.firstColumn - 1,
      1 + place.rowCount,
      place.columnCount,
    );
  table?.load('name');
  area.load('values,formulas,numberFormat,rowIndex,columnIndex');
  sheet.load('name');
  sheet.protection.load('protected');
  return () => {
    if ((table ?? sheet).isNullObject) throw new Failure('tableGone', { name: place.table ?? place.sheet });
    if (sheet.protection.protected) throw new Failure('protectedSheet', { sheet: sheet.name });
    const [headers = []] = area.values as Cell[][];
    return {
      sheet: worksheets.getItem(sheet.name),
      sheetName: sheet.name,
      table: table?.name,
      row: area.rowIndex,
      column: area.columnIndex,
      headers: headers.map(String),
      body: linesOf(area).slice(1),
    };
  };
}

/** Where to look for a table that stands so. */
export const placeOfFilled = ({
  sheetName,
  table,
  row,
  column,
  headers,
  body,
}: FilledTable): FilledPlace => ({
  sheet: sheetName,
  ...(table !== undefined && { table }),
  headerRow: row + 1,
  firstColumn: column + 1,
  rowCount: body.length,
  columnCount: headers.length,
});

/** Cells of a range of which `values,formulas,numberFormat` were read. */
export const linesOf = (area: Excel.Range): FilledCell[][] =>
  (area.values as Cell[][]).map((line, r) =>
    line.map((value, c) => ({
      value,
      cell: asKept((area.formulas as Cell[][])[r]?.[c] ?? '', value),
      format: (area.numberFormat as string[][])[r]?.[c] ?? 'General',
    })),
  );

/** Where a table that was filled is by now, and its columns: by the anchors in its header. */
export interface FoundAgain {
  readonly now: FilledTable;
  /** Column by the order of the cells that were filled; −1: it was deleted. */
  readonly columns: readonly number[];
}

/**
 * Finds a table by the anchors that came with the cells that were filled: whatever was sorted, inserted, renamed or moved
 * since. Undefined where there are none, so that nothing was filled, or where all of these cells are gone.
 * @throws Failure `protectedSheet`
 */
export async function findFilled(
  context: Excel.RequestContext,
  { cells }: KeptFill,
  n: number,
  anchors: Anchors,
): Promise<FoundAgain | undefined> {
  const spots = cells.map((_, c) => anchors.get(anchor.fill(n, c)) ?? undefined);
  const first = spots.find((spot) => spot !== undefined);
  if (first === undefined) return undefined;
  const sheet = context.workbook.worksheets.getItem(first.sheet);
  const around = sheet.getRangeByIndexes(first.row, first.column, 1, 1).getTables(false);
  around.load('items/name');
  const used = sheet.getUsedRange(true);
  used.load('rowIndex,columnIndex,rowCount,columnCount');
  await context.sync();
  const table = around.items.at(0);
  const answer = askForFilled(context, {
    sheet: first.sheet,
    ...(table !== undefined && { table: table.name }),
    headerRow: first.row + 1,
    firstColumn: used.columnIndex + 1,
    rowCount: Math.max(1, used.rowIndex + used.rowCount - first.row - 1),
    columnCount: used.columnCount,
  });
  await context.sync();
  const now = answer();
  return {
    now,
    columns: spots.map((spot) => {
      const c = (spot?.column ?? -1) - now.column;
      return spot?.sheet === now.sheetName && spot.row === now.row && c >= 0 && c < now.headers.length
        ? c
        : -1;
    }),
  };
}
