import type { MessageId, Say } from '../text/say';
import { literal } from './spec';

/**
 * A sentence of `text/` with live figures in it, as a formula without its `=`. Figures are written by the reader's Excel
 * (`ROUND(x,1)&""`, `FIXED`), never by a format code: separators in such codes mean what the reader's settings say.
 * @param parts formulas by parameter of the sentence
 * @param words parameters that are plain words
 */
export function sentence(
  say: Say,
  id: MessageId,
  parts: Readonly<Record<string, string>>,
  words: Readonly<Record<string, string | number>> = {},
): string {
  const marks = Object.fromEntries(Object.keys(parts).map((key) => [key, `⟦${key}⟧`]));
  return say(id, { ...words, ...marks })
    .split(/⟦(\w+)⟧/)
    .map((piece, n) => (n % 2 === 1 ? (parts[piece] ?? '""') : literal(piece)))
    .filter((piece) => piece !== '""')
    .join('&');
}

/** A count with the reader's separators. */
export const countText = (formula: string): string => `FIXED(${formula},0)`;

/** A fraction as per cent with one decimal at most, without the sign of per cent. */
export const percentText = (formula: string): string => `ROUND(100*(${formula}),1)`;

/** The same with its sign. */
export const signedPercentText = (formula: string): string =>
  `IF(${formula}>=0,"+","-")&ROUND(100*ABS(${formula}),1)`;
