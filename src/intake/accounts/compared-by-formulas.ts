import type { Cell } from '../../plan/cells';

/**
 * Whether `SUMIFS` over amounts, by the names beside them, comes to what was read for each key. It knows no blanks about
 * names and no words for numbers, takes a number and the text of it for one, and what looks like a date or an amount for
 * that number. Undecided is no.
 */
export function isSameToFormulas(
  { keys, names, amounts }: Readonly<Record<'keys' | 'names' | 'amounts', readonly Cell[]>>,
  own: readonly Cell[],
): boolean {
  if (keys.some(isReadOtherwise) || names.some(isReadOtherwise)) return false;
  const sums = new Map<string, number>();
  for (const [row, cell] of amounts.entries()) {
    if (typeof cell !== 'number') continue;
    const name = asCompared(names[row]);
    sums.set(name, (sums.get(name) ?? 0) + cell);
  }
  return own.every((cell, row) => {
    const sum = Math.max(0, sums.get(asCompared(keys[row])) ?? 0);
    const read = cell === '' ? 0 : Number(cell);
    return Math.abs(sum - read) <= 1e-9 * Math.abs(read);
  });
}

/** A number and the text of it are one to a criterion, and it takes no account of case. */
const asCompared = (cell: Cell | undefined): string => {
  const text = cell === undefined ? '' : String(cell).toLowerCase();
  return PLAIN_NUMBER.test(text) ? String(Number(text)) : text;
};

const PLAIN_NUMBER = /^-?\d+(?:\.\d+)?$/;
/** Of a number Excel knows so many digits, and of a criterion so many characters, its wildcards written out. */
const DIGITS = 15;
const LONGEST = 250;
/** Digits among signs: a date, a time, a share, a fraction, an amount, a power of ten. */
const LIKE_A_NUMBER = /^[\d\s.,:/+()%$€£¥-]*\d[\d\s.,:/+()%$€£¥-]*$|^-?[\d.,]+e[+-]?\d+$|^\d[\d:. ]*[ap]m?$/i;
/** What is no text to a criterion. */
const NO_TEXT = /^(?:true|false|wahr|falsch|vrai|faux|verdadero|falso|vero|waar|onwaar)$|^#/i;
/** A month beside a day or a year, in the languages that Excel is used in. */
const LIKE_A_DATE =
  /^(?:\d{1,4}[\s.,/-]*)?(?:jan|feb|fév|fev|mar|mär|apr|avr|abr|may|mai|mag|maj|jun|juin|giu|jul|juil|lug|aug|août|ago|sep|set|oct|okt|out|ott|nov|dec|dez|déc|dic|ene)\p{L}*[\s.,/-]*(?:\d{1,4})?(?:[\s.,/-]+\d{1,4})?$/iu;

function isReadOtherwise(cell: Cell | undefined): boolean {
  if (typeof cell !== 'string') return false;
  const text = cell.trim();
  if (text.length + (text.match(/[*?~]/g)?.length ?? 0) > LONGEST) return true;
  if (PLAIN_NUMBER.test(text)) return text !== cell || text.replace(/\D/g, '').length > DIGITS;
  return NO_TEXT.test(text) || LIKE_A_NUMBER.test(text) || (/\d/.test(text) && LIKE_A_DATE.test(text));
}
