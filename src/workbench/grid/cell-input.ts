import { CellValueType, numfmt } from '@univerjs/core';
import { isFormula } from '../formula/tokens';

/** What a written value becomes. */
export type CellInput =
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'empty' }
  | { readonly kind: 'formula'; readonly formula: string }
  | {
      readonly kind: 'value';
      readonly value: string | number | boolean;
      /** True if the string is an error value, not text. */
      readonly error?: boolean;
      /** The number format a General cell takes on, such as `0%` for "12%". */
      readonly format?: string;
    };

/** Excel's error values; a string equal to one becomes that error. */
export const ERROR_VALUES: ReadonlySet<string> = new Set([
  '#N/A',
  '#VALUE!',
  '#REF!',
  '#DIV/0!',
  '#NUM!',
  '#NAME?',
  '#NULL!',
  '#SPILL!',
  '#CALC!',
]);

/** Excel's limit on the characters of a cell (Excel specifications and limits). */
export const MAX_CELL_TEXT = 32_767;

/** Numbers beyond 15 digits lose their tail in Excel. */
const PLAIN_NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/**
 * Reads a value written through `values` or `formulas` as Excel reads it (FIDELITY.md, "Values"): null
 * leaves the cell, "" empties it, a leading `=` makes a formula, a leading apostrophe marks text, and
 * strings that look like numbers, dates, percentages, money or booleans are converted, unless the cell
 * has the text format `@`.
 */
export function readCellInput(value: unknown, currentFormat: string): CellInput {
  if (value === null || value === undefined) return { kind: 'unchanged' };
  if (typeof value === 'number' || typeof value === 'boolean') return { kind: 'value', value };
  const text = typeof value === 'string' ? value : String(value);
  if (text === '') return { kind: 'empty' };
  if (text.startsWith("'")) return { kind: 'value', value: text.slice(1) };
  if (currentFormat === '@') return { kind: 'value', value: text };
  if (text.length > 1 && text.startsWith('=')) return { kind: 'formula', formula: text };
  const typed = typedFormula(text);
  if (typed !== undefined) return { kind: 'formula', formula: typed };
  return convertText(text);
}

/** `+A1` and `-A1*2` typed into a cell are formulas, and so is `@SUM(A1)` (FIDELITY.md, assumed). */
function typedFormula(text: string): string | undefined {
  const sign = text.charAt(0);
  if (sign !== '+' && sign !== '-' && sign !== '@') return undefined;
  if (PLAIN_NUMBER.test(text) || numfmt.parseValue(text) !== null) return undefined;
  const formula = sign === '@' ? `=${text.slice(1)}` : `=${text}`;
  return isFormula(formula) ? formula : undefined;
}

function convertText(text: string): CellInput {
  const trimmed = text.trim();
  if (PLAIN_NUMBER.test(trimmed)) {
    const value = Number(Number(trimmed).toPrecision(15));
    return /e/i.test(trimmed) ? { kind: 'value', value, format: '0.00E+00' } : { kind: 'value', value };
  }
  if (/^(true|false)$/i.test(trimmed)) return { kind: 'value', value: trimmed.toLowerCase() === 'true' };
  if (ERROR_VALUES.has(trimmed.toUpperCase())) {
    return { kind: 'value', value: trimmed.toUpperCase(), error: true };
  }
  // Whatever else is converted has a digit; most texts have none.
  const parsed = /\d/.test(text) ? numfmt.parseValue(text) : null;
  if (parsed === null || parsed === undefined) return { kind: 'value', value: text };
  const { v, z } = parsed as { v: string | number | boolean; z?: string };
  if (typeof v !== 'number') return { kind: 'value', value: text };
  return z === undefined ? { kind: 'value', value: v } : { kind: 'value', value: v, format: z };
}

/** Text that no spreadsheet would take for anything else. */
const PLAIN_TEXT = /^[A-Za-z][A-Za-z .,&-]*$/;

/**
 * Univer's type of a value. Text is forced, so that Univer never converts it again; its formula bar shows
 * forced text with an apostrophe, so plain words are spared it.
 */
export function cellTypeOf(value: string | number | boolean, error = false): CellValueType {
  if (error) return CellValueType.STRING;
  if (typeof value === 'number') return CellValueType.NUMBER;
  if (typeof value === 'boolean') return CellValueType.BOOLEAN;
  const isPlain = PLAIN_TEXT.test(value) && !/^(true|false)$/i.test(value);
  return isPlain ? CellValueType.STRING : CellValueType.FORCE_STRING;
}
