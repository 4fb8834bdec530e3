import type { Cell } from '../../plan/cells';
import { codeOrNamed } from '../../text/heard';
import { LANGUAGES } from '../../text/say';

/**
 * What was typed as a text and can only mean one thing: cells formatted as text, an apostrophe before a number, words
 * for TRUE. What may mean two things (`1,500`), or nothing, comes back as it is, to be refused by name.
 */

/** `'7`, `0.15`, `0,15`, `15 %`. */
export function numberTyped(cell: Cell): Cell {
  if (typeof cell !== 'string') return cell;
  const text = cell.trim();
  const [, whole = '', part = '', percent] = /^([-+]?\d+)(?:[.,](\d+))?\s*(%?)$/.exec(text) ?? [];
  if (whole === '') return text;
  // A mark before three digits is a decimal one to some and groups thousands to others.
  if (part.length === 3 && /^[-+]?[1-9]\d{0,2}$/.test(whole)) return cell;
  const number = Number(`${whole}.${part}0`);
  return percent === '%' ? number / 100 : number;
}

const YES: readonly string[] = ['true', 'yes', 'wahr', 'ja'];
const NO: readonly string[] = ['false', 'no', 'falsch', 'nein'];

export function flagTyped(cell: Cell): Cell {
  const word = String(cell).trim().toLowerCase();
  if (YES.includes(word)) return true;
  return NO.includes(word) ? false : cell;
}

/** A name may be a number to Excel (`2027`). */
export const textTyped = (cell: Cell): Cell => (typeof cell === 'number' ? String(cell) : cell);

/** A language by its code, or by its name in any language. */
export const languageTyped = (cell: Cell): Cell =>
  codeOrNamed(LANGUAGES, cell, (say, code) => say(`language.${code}`)) ?? cell;
