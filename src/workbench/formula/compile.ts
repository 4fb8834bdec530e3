import { hostErrors } from '../protocol/host-error';
import { columnName, formatAddress, quoteSheetName } from '../grid/address';
import type { Rect } from '../grid/rect';
import { formulaTokens, structParts, TokenType } from './tokens';

/** A table as formulas see it. */
export interface FormulaTable {
  readonly name: string;
  readonly sheetName: string;
  /** The whole table, with header and totals rows where shown. */
  readonly rect: Rect;
  readonly showHeaders: boolean;
  readonly showTotals: boolean;
  columnIndex(name: string): number;
}

/** What a formula can refer to besides cells. */
export interface FormulaScope {
  table(name: string): FormulaTable | undefined;
  tableAt(sheetName: string, row: number, column: number): FormulaTable | undefined;
  /** The formula a defined name stands for, as `=Sheet1!$A$1`; names of the sheet come first. */
  definedName(name: string, sheetName: string): string | undefined;
}

/** Where the formula stands. */
export interface FormulaPlace {
  readonly sheetName: string;
  readonly row: number;
  readonly column: number;
}

/** Names may refer to names; Excel refuses circles, we stop at this depth. */
const MAX_NAME_DEPTH = 16;

/**
 * Rewrites structured references and defined names to cell addresses, which the calculating engine
 * understands in full. Answers the same string if there is nothing to rewrite.
 * @param strict refuse unknown tables and columns, as Excel does on entry; else they become #REF!.
 * @throws HostError InvalidArgument for an unknown table or column if `strict`.
 */
export function compileFormula(
  formula: string,
  place: FormulaPlace,
  scope: FormulaScope,
  strict: boolean,
): string {
  return compile(formula, place, scope, strict, 0);
}

function compile(
  formula: string,
  place: FormulaPlace,
  scope: FormulaScope,
  strict: boolean,
  depth: number,
): string {
  // Joined at the end: a text that grows piece by piece is kept in pieces, five times its size.
  const parts: string[] = [];
  let changed = false;
  for (const token of formulaTokens(formula)) {
    let text: string | undefined;
    if (token.type === TokenType.REF_STRUCT) text = structuredAddress(token.value, place, scope, strict);
    else if (token.type === TokenType.REF_NAMED) text = namedText(token.value, place, scope, depth);
    if (text !== undefined) changed = true;
    parts.push(text ?? token.value);
  }
  return changed ? parts.join('') : formula;
}

function namedText(
  name: string,
  place: FormulaPlace,
  scope: FormulaScope,
  depth: number,
): string | undefined {
  const bang = name.lastIndexOf('!');
  const sheetName =
    bang < 0 ? place.sheetName : name.slice(0, bang).replace(/^'|'$/g, '').replace(/''/g, "'");
  const plain = name.slice(bang + 1);
  const meaning = scope.definedName(plain, sheetName);
  if (meaning !== undefined) {
    if (depth >= MAX_NAME_DEPTH) return '#NAME?';
    const inner = compile(meaning, place, scope, false, depth + 1).replace(/^=/, '');
    const tokens = formulaTokens(`=${inner}`);
    return tokens.length === 2 ? inner : `(${inner})`;
  }
  const table = bang < 0 ? scope.table(plain) : undefined;
  return table ? addressText(table, dataRect(table), place) : undefined;
}

function structuredAddress(text: string, place: FormulaPlace, scope: FormulaScope, strict: boolean): string {
  const fail = (why: string): string => {
    if (strict) throw hostErrors.invalidArgument(why);
    return '#REF!';
  };
  const reference = structParts(text);
  if (!reference) return fail(`The reference ${text} has an incorrect format.`);
  const table = reference.table
    ? scope.table(reference.table)
    : scope.tableAt(place.sheetName, place.row, place.column);
  if (!table) return fail(`There is no table for the reference ${text}.`);
  const span = columnSpan(table, reference.columns ?? []);
  if (!span) return fail(`The table ${table.name} has no column for the reference ${text}.`);
  const rows = rowSpan(table, reference.sections ?? [], place);
  if (typeof rows === 'string') return rows;
  const rect = { row: rows.row, rows: rows.rows, column: span.column, columns: span.columns };
  return rows.relative ? relativeText(table, rect, place) : addressText(table, rect, place);
}

function columnSpan(
  table: FormulaTable,
  names: readonly string[],
): { column: number; columns: number } | null {
  if (names.length === 0) return { column: table.rect.column, columns: table.rect.columns };
  const indexes = names.map((name) => table.columnIndex(name));
  if (indexes.includes(-1)) return null;
  const first = Math.min(...indexes);
  return { column: table.rect.column + first, columns: Math.max(...indexes) - first + 1 };
}

/** The rows of the data body. */
export function dataRect(table: Pick<FormulaTable, 'rect' | 'showHeaders' | 'showTotals'>): Rect {
  const head = table.showHeaders ? 1 : 0;
  const foot = table.showTotals ? 1 : 0;
  return { ...table.rect, row: table.rect.row + head, rows: table.rect.rows - head - foot };
}

interface RowSpan {
  readonly row: number;
  readonly rows: number;
  /** `[@…]`: the row the formula stands in. */
  readonly relative?: boolean;
}

function rowSpan(table: FormulaTable, sections: readonly string[], place: FormulaPlace): RowSpan | string {
  const { row, rows } = table.rect;
  const data = dataRect(table);
  const has = (section: string) => sections.includes(section);
  if (has('this row')) {
    // Outside the rows of the table Excel answers #VALUE!.
    if (place.row < data.row || place.row >= data.row + data.rows) return '#VALUE!';
    return { row: place.row, rows: 1, relative: true };
  }
  if (has('all')) return { row, rows };
  if (has('headers') && !table.showHeaders) return '#REF!';
  if (has('totals') && !table.showTotals) return '#REF!';
  const parts: RowSpan[] = [];
  if (has('headers')) parts.push({ row, rows: 1 });
  if (has('data') || sections.length === 0) parts.push(data);
  if (has('totals')) parts.push({ row: row + rows - 1, rows: 1 });
  const start = Math.min(...parts.map((part) => part.row));
  const end = Math.max(...parts.map((part) => part.row + part.rows));
  return { row: start, rows: end - start };
}

function addressText(table: FormulaTable, rect: Rect, place: FormulaPlace): string {
  const full = formatAddress(table.sheetName, rect, { absolute: true });
  return table.sheetName === place.sheetName ? full.slice(full.lastIndexOf('!') + 1) : full;
}

/** A cell of the formula's own row: the row stays relative, so that copies of it look at theirs. */
function relativeText(table: FormulaTable, rect: Rect, place: FormulaPlace): string {
  const cell = (column: number) => `$${columnName(column)}${rect.row + 1}`;
  const last = rect.column + rect.columns - 1;
  const text = rect.columns === 1 ? cell(rect.column) : `${cell(rect.column)}:${cell(last)}`;
  return table.sheetName === place.sheetName ? text : `${quoteSheetName(table.sheetName)}!${text}`;
}
