import { parseStructRef, tokenize, tokenTypes, type ReferenceStruct } from '@borgar/fx';
import { hostErrors } from '../protocol/host-error';

export interface FormulaToken {
  readonly type: string;
  readonly value: string;
}

export const TokenType = tokenTypes;

/** Formulas repeat down a column, so their tokens are kept; the table is emptied when it gets large. */
const CACHE_LIMIT = 5_000;
const cache = new Map<string, readonly FormulaToken[]>();

const structs = new Map<string, ReferenceStruct | null>();

/** A structured reference in its parts, null if it is none. They repeat even more than formulas do. */
export function structParts(text: string): ReferenceStruct | null {
  const known = structs.get(text);
  if (known !== undefined) return known;
  const parts = parseStructRef(text) ?? null;
  if (structs.size >= CACHE_LIMIT) structs.clear();
  structs.set(text, parts);
  return parts;
}

/** Splits a formula (with its `=`) into tokens; references are whole, as `Sheet1!A1:B2`. */
export function formulaTokens(formula: string): readonly FormulaToken[] {
  const known = cache.get(formula);
  if (known) return known;
  const tokens = tokenize(formula, { mergeRefs: true, withLocation: false }).map(({ type, value }) => ({
    type,
    value,
  }));
  if (cache.size >= CACHE_LIMIT) cache.clear();
  cache.set(formula, tokens);
  return tokens;
}

export const isReference = (token: FormulaToken) =>
  token.type === TokenType.REF_RANGE || token.type === TokenType.REF_BEAM;

/** Excel's limit on the length of a formula (Excel specifications and limits). */
export const MAX_FORMULA_LENGTH = 8_192;

/**
 * Refuses what Excel refuses on entry: text that is no formula, unbalanced brackets, over-long text.
 * @throws HostError InvalidArgument
 */
export function checkFormula(formula: string): void {
  if (formula.length > MAX_FORMULA_LENGTH) {
    throw hostErrors.invalidArgument(`A formula may have ${MAX_FORMULA_LENGTH} characters.`);
  }
  if (!isFormula(formula)) {
    throw hostErrors.invalidArgument(`The formula ${formula.slice(0, 80)} has an incorrect format.`);
  }
}

/** True if the text would be accepted as a formula by its shape. */
export function isFormula(formula: string): boolean {
  const open: string[] = [];
  let previous: FormulaToken | undefined;
  let operands = 0;
  for (const token of formulaTokens(formula)) {
    if (token.type === TokenType.FX_PREFIX || token.type === TokenType.WHITESPACE) continue;
    if (token.type === TokenType.NEWLINE) continue;
    if (token.type === TokenType.UNKNOWN) return false;
    if (token.type === TokenType.STRING && !/^"(?:[^"]|"")*"$/.test(token.value)) return false;
    if (token.type === TokenType.OPERATOR) {
      if (token.value === '(' || token.value === '{') open.push(token.value);
      else if (token.value === ')' && open.pop() !== '(') return false;
      else if (token.value === '}' && open.pop() !== '{') return false;
      if (BINARY.has(token.value) && (!previous || BINARY.has(previous.value)) && !SIGNS.has(token.value))
        return false;
    } else {
      operands++;
      if (token.type === TokenType.FUNCTION) operands--;
      else if (previous && isOperand(previous) && !(canIntersect(previous) && canIntersect(token)))
        return false;
    }
    previous = token;
  }
  if (open.length > 0 || !previous) return false;
  if (previous.type === TokenType.OPERATOR && BINARY.has(previous.value)) return false;
  return operands > 0 || previous.value === ')';
}

const BINARY = new Set(['+', '-', '*', '/', '^', '&', '=', '<', '>', '<=', '>=', '<>']);
const SIGNS = new Set(['+', '-']);

const isOperand = ({ type }: FormulaToken) => type !== TokenType.OPERATOR && type !== TokenType.FUNCTION;

/** Two operands in a row are only a formula if a space between them means the cells common to both. */
const canIntersect = (token: FormulaToken) =>
  isReference(token) || token.type === TokenType.REF_NAMED || token.type === TokenType.REF_STRUCT;
