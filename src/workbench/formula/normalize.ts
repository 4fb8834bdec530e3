import { parseStructRef } from '@borgar/fx';
import { structText } from './references';
import { formulaTokens, isReference, TokenType } from './tokens';

/**
 * A formula as Excel shows it after entry: functions and addresses in capitals, `[#This Row]` as `@`.
 * Everything else stays as the user wrote it.
 */
export function normalizeFormula(formula: string): string {
  let result = '';
  for (const token of formulaTokens(formula)) {
    if (token.type === TokenType.FUNCTION) result += token.value.toUpperCase();
    else if (token.type === TokenType.BOOLEAN) result += token.value.toUpperCase();
    else if (isReference(token)) result += upperReference(token.value);
    else if (token.type === TokenType.REF_STRUCT) result += shortThisRow(token.value);
    else result += token.value;
  }
  return result;
}

function upperReference(text: string): string {
  const bang = text.lastIndexOf('!');
  return text.slice(0, bang + 1) + text.slice(bang + 1).toUpperCase();
}

function shortThisRow(text: string): string {
  if (!/#this row/i.test(text)) return text;
  const reference = parseStructRef(text);
  if (!reference) return text;
  return structText(reference);
}
