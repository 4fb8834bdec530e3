import { parseA1Ref, stringifyA1Ref, stringifyStructRef } from '@borgar/fx';
import type { ReferenceA1, ReferenceStruct } from '@borgar/fx';
import { MAX_COLUMNS, MAX_ROWS, shiftRect } from '../grid/rect';
import type { Rect, Shift } from '../grid/rect';
import { quoteSheetName } from '../grid/address';
import { formulaTokens, isReference, structParts, TokenType } from './tokens';
import type { FormulaToken } from './tokens';

/** Rebuilds a formula, replacing the tokens for which `replace` answers a text. */
export function rewriteFormula(
  formula: string,
  replace: (token: FormulaToken) => string | undefined,
): string {
  let result = '';
  for (const token of formulaTokens(formula)) result += replace(token) ?? token.value;
  return result;
}

const same = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();

function parsedRange(
  token: FormulaToken,
): (ReferenceA1 & { range: NonNullable<ReferenceA1['range']> }) | null {
  const reference = parseA1Ref(token.value);
  return reference && 'range' in reference && reference.range ? reference : null;
}

/**
 * A formula after cells were inserted or deleted on `shiftedSheet`, as Excel adjusts it; references to
 * deleted cells become #REF!. `home` is the sheet the formula stands on.
 */
export function shiftFormula(formula: string, home: string, shiftedSheet: string, shift: Shift): string {
  return rewriteFormula(formula, (token) => {
    if (!isReference(token)) return undefined;
    const reference = parsedRange(token);
    if (!reference || !same(reference.context?.at(-1) ?? home, shiftedSheet)) return undefined;
    const { top, left, bottom, right } = reference.range;
    const before: Rect = {
      row: top ?? 0,
      column: left ?? 0,
      rows: (bottom ?? MAX_ROWS - 1) - (top ?? 0) + 1,
      columns: (right ?? MAX_COLUMNS - 1) - (left ?? 0) + 1,
    };
    const after = shiftRect(before, shift);
    if (after === before) return undefined;
    if (!after) return '#REF!';
    const range = { ...reference.range };
    if (top !== null && top !== undefined) range.top = after.row;
    if (bottom !== null && bottom !== undefined) range.bottom = after.row + after.rows - 1;
    if (left !== null && left !== undefined) range.left = after.column;
    if (right !== null && right !== undefined) range.right = after.column + after.columns - 1;
    return stringifyA1Ref({ ...reference, range });
  });
}

/** A formula after a sheet was renamed; `to` null: the sheet was deleted, its references are #REF!. */
export function renameSheetInFormula(formula: string, from: string, to: string | null): string {
  return rewriteFormula(formula, (token) => {
    if (!isReference(token) && token.type !== TokenType.REF_NAMED) return undefined;
    const bang = token.value.lastIndexOf('!');
    if (bang < 0) return undefined;
    const sheet = token.value.slice(0, bang).replace(/^'|'$/g, '').replace(/''/g, "'");
    if (!same(sheet, from)) return undefined;
    return to === null ? '#REF!' : `${quoteSheetName(to)}!${token.value.slice(bang + 1)}`;
  });
}

/** What a rename or deletion does to structured references. */
export interface TableRename {
  /** Name of the table before the change. */
  readonly table: string;
  /** Its name after the change; null: the table is gone, and its address takes its place. */
  readonly newTable?: string | null;
  readonly columns?: ReadonlyMap<string, string | null>;
  /** True if a reference without table name stands inside this table. */
  readonly inside: boolean;
}

/** A formula after a table or some of its columns were renamed or deleted. */
export function renameTableInFormula(formula: string, rename: TableRename): string {
  return rewriteFormula(formula, (token) => {
    if (token.type === TokenType.REF_NAMED && rename.newTable && same(token.value, rename.table)) {
      return rename.newTable;
    }
    if (token.type !== TokenType.REF_STRUCT) return undefined;
    const reference = structParts(token.value);
    if (!reference) return undefined;
    const concerned = reference.table ? same(reference.table, rename.table) : rename.inside;
    if (!concerned) return undefined;
    if (rename.newTable === null) return '#REF!';
    const columns = (reference.columns ?? []).map((name) => renamed(name, rename.columns));
    if (columns.includes(null)) return '#REF!';
    return structText({
      ...reference,
      ...(reference.table && rename.newTable ? { table: rename.newTable } : {}),
      columns: columns.filter((name) => name !== null),
    });
  });
}

function renamed(name: string, columns: ReadonlyMap<string, string | null> | undefined): string | null {
  if (!columns) return name;
  for (const [from, to] of columns) if (same(from, name)) return to;
  return name;
}

/** The text of a structured reference in the API's spelling: `[@Revenue]`. */
export function structText(reference: ReferenceStruct): string {
  return stringifyStructRef(reference);
}
