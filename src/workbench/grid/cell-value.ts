import { CellValueType, numfmt } from '@univerjs/core';
import type { ICellData } from '@univerjs/core';
import { ERROR_VALUES } from './cell-input';

export type CellValue = string | number | boolean;

/** `Excel.RangeValueType`. */
export type ValueType =
  'Unknown' | 'Empty' | 'String' | 'Integer' | 'Double' | 'Boolean' | 'Error' | 'RichValue';

export type CellLike = Pick<ICellData, 'v' | 't' | 'f' | 'p'> | undefined | null;

/** The value as the API shows it: "" for an empty cell, errors as strings. */
export function valueOf(cell: CellLike): CellValue {
  if (!cell) return '';
  const { v, t } = cell;
  if (v === undefined || v === null) return richText(cell);
  if (t === CellValueType.BOOLEAN) return v === true || v === 1 || v === '1';
  if (t === CellValueType.NUMBER) return Number(v);
  return v;
}

/** A cell edited in Univer's rich-text editor holds a document instead of a value. */
function richText(cell: NonNullable<CellLike>): string {
  const stream = cell.p?.body?.dataStream;
  return stream === undefined ? '' : stream.replace(/\r\n$/, '').replace(/\r/g, '\n');
}

export function isEmptyCell(cell: CellLike): boolean {
  return !cell || (!cell.f && valueOf(cell) === '');
}

export function valueTypeOf(cell: CellLike): ValueType {
  const value = valueOf(cell);
  if (typeof value === 'number') return 'Double';
  if (typeof value === 'boolean') return 'Boolean';
  if (isError(cell)) return 'Error';
  if (value === '' && !cell?.f) return 'Empty';
  return 'String';
}

/** Text that merely reads "#N/A" is text: only results and entered errors count. */
export function isError(cell: CellLike): boolean {
  if (!cell || typeof cell.v !== 'string' || !ERROR_VALUES.has(cell.v)) return false;
  return Boolean(cell.f) || cell.t === CellValueType.STRING;
}

export const GENERAL = 'General';

/** The value as its cell displays it (column width is not taken into account: no `####`). */
export function textOf(cell: CellLike, format: string): string {
  const value = valueOf(cell);
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'string') {
    // Only the text section of a format, after its third semicolon, or `@` changes text.
    return value !== '' && format.includes('@') && !isError(cell) ? formatted(format, value) : value;
  }
  return formatted(format, value);
}

function formatted(format: string, value: string | number): string {
  try {
    return numfmt.format(format === '' ? GENERAL : format, value);
  } catch {
    // A format that the formatter does not know: Excel would have refused it, the cell shows ###.
    return '###';
  }
}

export function isValidNumberFormat(format: string): boolean {
  return format === GENERAL || numfmt.isValidFormat(format);
}
