import { UNASSIGNED } from '../territory';

/** Why a name cannot be one of a territory. */
export type NameTrouble =
  /** Nothing is there. */
  | 'blank'
  /** Blanks stand before or behind it: formulas compare with them, people do not see them. */
  | 'padded'
  /** Formulas take it for a number, a date, a truth value or an error. */
  | 'value'
  /** It says that an account has no territory. */
  | 'reserved'
  | 'long';

/** A criterion of COUNTIFS ends at 255 characters, marks that are escaped count twice. */
const MOST_CHARACTERS = 120;

const MONTH =
  '(?:jan(?:uary|uar)?|feb(?:ruary|ruar)?|mar(?:ch)?|m(?:ä|ae)r(?:z)?|apr(?:il)?|may|mai|june?|juni|july?|juli|aug(?:ust)?|' +
  'sept?(?:ember)?|o[ck]t(?:ober)?|nov(?:ember)?|de[cz](?:ember)?)\\.?';
/** As Excel reads what is typed, in English and in German, whatever stands for decimals and thousands. */
const VALUES = [
  // 12, -1.5, 1'000,50 €, (12), 12 %, 1e5
  /^[-+(]?\s*[$€£¥]?\s*[-+]?(?:\d[\d.,'\s]*|[.,]\d+)(?:e[-+]?\d+)?\s*(?:%|[$€£¥])?\s*\)?$/,
  // 1/2, 1 1/2, 3.4.2026, 2026-04-03, 3-4
  /^[-+]?\d{1,4}(?:\s+\d+)?\s*[-/.]\s*\d{1,4}\.?(?:\s*[-/.]\s*\d{1,4})?(?:\s+\d{1,2}:.*)?$/,
  // 12:30, 1:30:05 pm, 12 pm
  /^\d{1,4}:\d{0,2}(?::\d{0,2}(?:[.,]\d+)?)?\s*(?:[ap]m?)?$/,
  /^\d{1,2}\s+[ap]m?$/,
  // May 12, 12-May, 5. März 2026
  new RegExp(`^${MONTH}[\\s./,-]*\\d{1,4}(?:[\\s./,-]+\\d{1,4})?$`),
  new RegExp(`^\\d{1,4}[\\s./-]*${MONTH}(?:[\\s./,-]*\\d{1,4})?$`),
  /^(?:true|false|wahr|falsch)$/,
  /^#(?:n\/a|nv|ref!|bezug!|value!|wert!|name\?|num!|zahl!|null!|div\/0!)$/,
];

/**
 * Whether formulas over the accounts can tell the name from all else. Undefined: it can be the name of a territory.
 * @param reserved words for `Unassigned` in the languages we have
 */
export function nameTrouble(name: string, reserved: readonly string[]): NameTrouble | undefined {
  const text = name.trim().toLowerCase();
  if (text === '') return 'blank';
  if ([UNASSIGNED, ...reserved].some((word) => word.toLowerCase() === text)) return 'reserved';
  if (VALUES.some((pattern) => pattern.test(text))) return 'value';
  if (text !== name.toLowerCase()) return 'padded';
  return name.length > MOST_CHARACTERS ? 'long' : undefined;
}
