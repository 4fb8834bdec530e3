import { fromCol, parseA1Ref, toCol } from '@borgar/fx';
import { lastColumn, lastRow, MAX_COLUMNS, MAX_ROWS } from './rect';
import type { Rect } from './rect';

/** An address as a user writes it, with its sheet if it names one. */
export interface Address {
  readonly sheetName: string | undefined;
  readonly rect: Rect;
}

/** Reads `A1`, `$A$1:B2`, `A:C`, `2:5`, each with or without `Sheet!`; null for anything else. */
export function parseAddress(text: string): Address | null {
  const reference = parseA1Ref(text.trim(), { allowTernary: false });
  if (!reference || !('range' in reference) || !reference.range) return null;
  const { top, left, bottom, right } = reference.range;
  const row = top ?? 0;
  const column = left ?? 0;
  return {
    sheetName: reference.context?.at(-1),
    rect: {
      row,
      column,
      rows: (bottom ?? MAX_ROWS - 1) - row + 1,
      columns: (right ?? MAX_COLUMNS - 1) - column + 1,
    },
  };
}

export const columnName = (column: number): string => toCol(column) ?? '';
export const columnIndex = (name: string): number => fromCol(name);

export interface AddressStyle {
  /** `$A$1` instead of `A1`. */
  readonly absolute?: boolean;
}

/** `B2`, `B2:C5`, `B:C` for whole columns, `2:5` for whole rows. */
export function formatRect(rect: Rect, { absolute = false }: AddressStyle = {}): string {
  const sign = absolute ? '$' : '';
  const columns = (from: number, to: number) => `${sign}${columnName(from)}:${sign}${columnName(to)}`;
  const allRows = rect.rows === MAX_ROWS;
  const allColumns = rect.columns === MAX_COLUMNS;
  if (allRows && !allColumns) return columns(rect.column, lastColumn(rect));
  if (allColumns && !allRows) return `${sign}${rect.row + 1}:${sign}${lastRow(rect) + 1}`;
  const cell = (row: number, column: number) => `${sign}${columnName(column)}${sign}${row + 1}`;
  const first = cell(rect.row, rect.column);
  return rect.rows === 1 && rect.columns === 1 ? first : `${first}:${cell(lastRow(rect), lastColumn(rect))}`;
}

const PLAIN_SHEET_NAME = /^[\p{L}_][\p{L}\p{N}_.]*$/u;
const LOOKS_LIKE_REFERENCE = /^([a-z]{1,3}\d+|r\d*c\d*|r\d*|c\d*|true|false)$/i;

/** The sheet name as formulas and addresses spell it, quoted where Excel needs quotes. */
export function quoteSheetName(name: string): string {
  return PLAIN_SHEET_NAME.test(name) && !LOOKS_LIKE_REFERENCE.test(name)
    ? name
    : `'${name.replace(/'/g, "''")}'`;
}

export function formatAddress(sheetName: string, rect: Rect, style?: AddressStyle): string {
  return `${quoteSheetName(sheetName)}!${formatRect(rect, style)}`;
}
