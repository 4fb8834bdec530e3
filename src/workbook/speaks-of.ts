/**
 * Whether a formula that stands in a table speaks of that table, so that it says something else, or nothing, outside of
 * it: by the table's name, or by a reference without any (`[@Potential]`, `[#Totals]`).
 */
export function speaksOf(formula: string, table: string): boolean {
  // Texts say nothing, nor do brackets of other workbooks: `'[Plan.xlsx]Q1'!A1`, `[Plan.xlsx]Q1!A1`.
  const text = formula.replace(/"[^"]*"|'[^']*'!|\[[^[\]]*\][\p{L}\p{N}_.]+!/gu, ' ');
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const mark = text[at];
    if (depth > 0 && mark === "'") at++;
    else if (mark === ']') depth--;
    else if (mark === '[' && depth++ === 0 && isOf(nameBefore(text, at), table)) return true;
  }
  return false;
}

const nameBefore = (text: string, at: number): string =>
  /[\p{L}\p{N}_.\\?]*$/u.exec(text.slice(0, at))?.[0] ?? '';

const isOf = (name: string, table: string): boolean =>
  name === '' || name.toLowerCase() === table.toLowerCase();
