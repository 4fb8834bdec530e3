import type { Cell, SheetSurvey, TableSurvey } from '../../plan/cells';
import { isBlank } from '../cells/cell-text';
import { headersBelow } from './made-up';
import { findHeader, type Header } from './table-header';

/** A table, or a plain range under its header. */
export interface Range {
  readonly sheet: SheetSurvey;
  readonly table?: string;
  readonly headers: readonly string[];
  /** What stands below made-up headers, and is meant. */
  readonly below?: readonly string[];
  readonly headerRow: number;
  readonly firstColumn: number;
  readonly rowCount: number;
}

/** The tables of a sheet, but for ours. */
export function tablesOf(sheet: SheetSurvey): Range[] {
  return sheet.tables
    .filter(({ name }) => !/^Ef[A-Z_]/.test(name))
    .map((table) => {
      const first = sheet.top[table.headerRow + 1 - sheet.firstRow] ?? [];
      const below = headersBelow(table.headers, first.slice(table.firstColumn - sheet.firstColumn));
      return {
        sheet,
        table: table.name,
        headers: table.headers,
        ...(below !== undefined && { below }),
        headerRow: table.headerRow,
        firstColumn: table.firstColumn,
        rowCount: table.rowCount,
      };
    });
}

/** The plain range of a sheet, if its header is found and no table stands in the way. */
export function plainRangeOf(sheet: SheetSurvey): Range[] {
  const header = findHeader(sheet);
  if (header === undefined) return [];
  const headerRow = sheet.firstRow + header.row;
  const firstColumn = sheet.firstColumn + header.from;
  const rowCount = sheet.firstRow + sheet.rowCount - 1 - headerRow;
  const covered = sheet.tables.some((table) =>
    overlaps(table, headerRow, firstColumn, header.texts.length, rowCount),
  );
  // A table without a header row is as wide as anything: its cells are not another list's.
  const meets = (sheet.headless ?? []).some(
    (table) => table.headerRow <= headerRow + rowCount && table.headerRow + table.rowCount >= headerRow,
  );
  if (covered || meets || rowCount < 1) return [];
  const headers = [...header.texts, ...strayColumns(sheet, header)];
  return [{ sheet, headers, headerRow, firstColumn, rowCount }];
}

/** More columns with something in them than this are not stray cells but another list. */
const MOST_STRAY = 20;
/** A column beside a list with so many cells filled in its top rows belongs to something else. */
const NO_REMARK = 3;

/**
 * Columns right of a list that hold a remark here and there, or what a comma too many has pushed out: they go with
 * it, so that the plan's columns stand beyond them. None where another list stands beside.
 */
function strayColumns(sheet: SheetSurvey, header: Header): string[] {
  const end = header.from + header.texts.length;
  const extra = sheet.columnCount - end;
  if (extra <= 0 || extra > MOST_STRAY) return [];
  for (let column = end; column < sheet.columnCount; column++) {
    const filled = sheet.top.slice(header.row).filter((row) => !isBlank(row[column])).length;
    if (filled >= NO_REMARK) return [];
  }
  if (isBlock(sheet.top.slice(header.row), end)) return [];
  return new Array<string>(extra).fill('');
}

/** Cells side by side beyond a blank column are no remark. */
function isBlock(rows: readonly (readonly Cell[])[], end: number): boolean {
  const isFree = (column: number) => rows.every((row) => isBlank(row[column]));
  return rows.some((row) =>
    row.some((cell, c) => c > end && !isBlank(cell) && !isBlank(row[c - 1]) && gapBefore(c - 1)),
  );
  function gapBefore(column: number): boolean {
    for (let c = end; c < column; c++) if (isFree(c)) return true;
    return false;
  }
}

function overlaps(
  table: TableSurvey,
  headerRow: number,
  firstColumn: number,
  width: number,
  rows: number,
): boolean {
  const lastRow = table.headerRow + table.rowCount;
  const lastColumn = table.firstColumn + table.headers.length - 1;
  return (
    table.headerRow <= headerRow + rows &&
    lastRow >= headerRow &&
    table.firstColumn < firstColumn + width &&
    lastColumn >= firstColumn
  );
}
