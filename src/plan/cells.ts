/** A cell's value as Office.js gives it. Blank is `''`; an error is its text (`#N/A`); dates are serials. */
export type Cell = string | number | boolean;

/**
 * Cells of one table, by column. What the workbook hands to intake and nothing more.
 * Row i of the body is worksheet row `firstRow + i` (1-based).
 */
export interface SourceTable {
  readonly sheet: string;
  /** Name of the Excel table; absent for a plain range. */
  readonly table?: string;
  /** 1-based worksheet row of the header and of the first body row; 1-based first column. */
  readonly headerRow: number;
  readonly firstRow: number;
  readonly firstColumn: number;
  readonly rowCount: number;
  readonly headers: readonly string[];
  /** One array of `rowCount` cells a column. */
  readonly columns: readonly (readonly Cell[])[];
  /**
   * Number format of each column, `General` if unknown: the one that most of its numbers have; of a column without numbers
   * that of its first filled cell.
   */
  readonly formats: readonly string[];
  /** By column: body rows (from 0) whose number has another format than the column. Absent where nothing is known of any. */
  readonly formatsApart?: readonly (ReadonlyMap<number, string> | undefined)[];
  /** True for columns whose first filled body cell is a formula. */
  readonly isFormula: readonly boolean[];
  /** Body row indices that a filter or the user has hidden. */
  readonly hiddenRows: readonly number[];
}

/** The number format of a cell that holds a number, as far as it is known. */
export const formatAt = (
  { formats, formatsApart }: Pick<SourceTable, 'formats' | 'formatsApart'>,
  column: number,
  row: number,
): string => formatsApart?.[column]?.get(row) ?? formats[column] ?? 'General';

/** What there is in the workbook, before anything is read whole. */
export interface SheetSurvey {
  readonly sheet: string;
  readonly visible: boolean;
  readonly isProtected: boolean;
  /** Cells of the used range's top rows (at most 40), and where they start (1-based). */
  readonly top: readonly (readonly Cell[])[];
  readonly firstRow: number;
  readonly firstColumn: number;
  readonly rowCount: number;
  readonly columnCount: number;
  readonly tables: readonly TableSurvey[];
  /** Tables whose header row is switched off: they cannot be read, and their cells are no plain range. */
  readonly headless?: readonly Omit<TableSurvey, 'headers' | 'hasTotals'>[];
}

export interface TableSurvey {
  readonly name: string;
  readonly headers: readonly string[];
  readonly headerRow: number;
  readonly firstColumn: number;
  readonly rowCount: number;
  readonly hasTotals: boolean;
}

/** 1-based number of a column by its letters. */
export function columnNumber(letters: string): number {
  let column = 0;
  for (const letter of letters) column = 26 * column + letter.charCodeAt(0) - 64;
  return column;
}

/** A1 letters of a 1-based column number. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let c = column; c > 0; c = Math.floor((c - 1) / 26)) {
    letters = String.fromCharCode(65 + ((c - 1) % 26)) + letters;
  }
  return letters;
}

/** `Accounts!C7`, quoted where Excel needs quotes. Row and column count from 1. */
export function cellAddress(sheet: string, row: number, column: number): string {
  return `${quoteSheet(sheet)}!${columnLetters(column)}${row}`;
}

export function quoteSheet(sheet: string): string {
  return /^[A-Za-z_][A-Za-z0-9_]*$/.test(sheet) && !/^[A-Za-z]{1,3}\d+$/.test(sheet)
    ? sheet
    : `'${sheet.replace(/'/g, "''")}'`;
}
