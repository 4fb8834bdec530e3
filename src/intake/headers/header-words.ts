import { foldText } from '../../geo';

/** A header reduced to words, and what was taken off it. */
export interface HeaderWords {
  /** Lower-case words without accents, separated by single spaces. */
  readonly phrase: string;
  /** The same without what stands in parentheses: `City (Billing)`, `Activities (90d)`. */
  readonly bare: string;
  /** Factor that the header states (`in thousands`, `($M)`, `TEUR`), 1 without. */
  readonly unit: number;
  /** Currency that the header states (`Revenue (EUR)`). */
  readonly currency?: string;
}

const UNIT_MARKS: readonly (readonly [RegExp, number])[] = [
  [
    /\(?\b(?:in\s+)?(?:thousands?|tsd\.?|tausend|milliers|miles)(?:\s+(?:of\s+)?(?:usd|eur|gbp|dollars?|euros?))?\)?/i,
    1e3,
  ],
  [
    /\(\s*(?:in\s+)?(?:us\s*)?[$€£]?\s*(?:k|'?000s?)\s*[$€£]?\s*\)|[$€£]\s?k\b|\bk\s?[$€£]|\bk(?:usd|eur|gbp)\b|\bt(?:eur|usd|€)|\b'?000s\b/i,
    1e3,
  ],
  [
    /\(?\b(?:in\s+)?(?:millions?|mio\.?|millionen|millones)(?:\s+(?:of\s+)?(?:usd|eur|gbp|dollars?|euros?))?\)?/i,
    1e6,
  ],
  [
    /\(\s*(?:in\s+)?(?:us\s*)?[$€£]?\s*(?:mm|m|mn|mil)\s*[$€£]?\s*\)|[$€£]\s?(?:mm|m|mn|mil)\b|\bm(?:usd|eur|gbp)\b/i,
    1e6,
  ],
  [
    /\(?\b(?:in\s+)?(?:billions?|mrd\.?|milliarden)(?:\s+(?:of\s+)?(?:usd|eur|gbp|dollars?|euros?))?\)?|\(\s*[$€£]?\s*(?:b|bn)\s*\)|[$€£]\s?(?:b|bn)\b/i,
    1e9,
  ],
  [/\(?\b(?:in\s+)?(?:(?:rs|inr)\.?\s*)?crores?\b\)?|\(\s*(?:in\s+)?(?:₹|rs\.?|inr)?\s*crs?\.?\s*\)/i, 1e7],
  [/\(?\b(?:in\s+)?(?:(?:rs|inr)\.?\s*)?(?:lakhs?|lacs?)\b\)?/i, 1e5],
  [/[(（]?億円[)）]?/, 1e8],
  [/[(（]?百万円[)）]?/, 1e6],
  [/[(（]?万円[)）]?/, 1e4],
  [/[(（]?千円[)）]?/, 1e3],
];

/** Units that are glued to a name by an underscore or a space: `annual_revenue_mm`, `Sales M`, `arr_k`. */
const MONEY_WORD =
  '(?:revenues?|sales|turnover|umsatz|arr|acv|tcv|mrr|pipeline|amount|value|usd|eur|gbp|spend|potential|income|profits?|assets|cap|bookings|receita|faturamento|ingresos|ca)';
const UNIT_SUFFIXES: readonly (readonly [RegExp, number])[] = [
  [/\s(?:bn|mrd|bil)$/i, 1e9],
  [/\s(?:mm|mn|mio|mln|mil)$/i, 1e6],
  [new RegExp(`\\b${MONEY_WORD}\\s(?:m|mil)$`, 'i'), 1e6],
  [new RegExp(`\\b${MONEY_WORD}\\s(?:b|bil)$`, 'i'), 1e9],
  [new RegExp(`\\b${MONEY_WORD}\\s(?:k|000s?)$`, 'i'), 1e3],
];

const CURRENCY_MARK = /\b(usd|eur|gbp|chf|cad|aud|jpy|sek|nok|dkk|pln|inr|brl|mxn)\b|([$€£])/i;
const SYMBOL_CODES: Readonly<Record<string, string>> = { $: 'USD', '€': 'EUR', '£': 'GBP' };

/** What Dynamics writes before the columns that it needs back. */
const NOT_TO_MODIFY =
  /\((?:do not modify|nicht ändern|ne pas modifier|no modificar|não modificar|niet wijzigen|non modificare)\)/i;

/**
 * Reduces a header to words: `Billing Zip/Postal Code`, `BillingPostalCode` and `billing_postal_code__c`
 * become `billing zip postal code` and `billing postal code`. Line breaks, `(Do Not Modify)` of Dynamics,
 * suffixes of custom fields, units and currencies do not count.
 */
export function headerWords(header: string): HeaderWords {
  let text = header
    .replace(/[\ufeff\u200b]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  text = text.replace(NOT_TO_MODIFY, '').replace(/\((?:converted|konvertiert|umgerechnet)\)/i, '');
  const currencyMatch = CURRENCY_MARK.exec(text);
  let unit = 1;
  const spaced = text.replace(/_/g, ' ');
  for (const [pattern, factor] of UNIT_MARKS) {
    if (unit !== 1 || !pattern.test(spaced)) continue;
    unit = factor;
    text = spaced.replace(pattern, ' ');
  }
  for (const [pattern, factor] of UNIT_SUFFIXES) {
    if (unit !== 1 || !pattern.test(spaced)) continue;
    unit = factor;
    text = spaced.replace(/\s\S+$/, '');
  }
  const phrase = toWords(text);
  const bare = toWords(text.replace(/\([^)]*\)|\[[^\]]*\]/g, ' '));
  const currency = currencyMatch
    ? (currencyMatch[1]?.toUpperCase() ?? SYMBOL_CODES[currencyMatch[2] ?? ''])
    : undefined;
  return { phrase, bare, unit, ...(currency === undefined ? {} : { currency }) };
}

function toWords(text: string): string {
  const spaced = text
    .replace(/__(?:c|pc|r)\b/gi, ' ')
    .replace(/[_/\\:;,.|–—-]+/g, ' ')
    .replace(/['’`]/g, ' ')
    .replace(/[（）【】「」・／]/g, ' ')
    .replace(/#|\bn\s?[°º]/gi, ' number ')
    .replace(/%/g, ' percent ')
    .replace(/[$€£]/g, ' ')
    .replace(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .replace(/\((?:usd|eur|gbp|chf|cad|aud)\)/gi, ' ');
  return foldHeader(spaced)
    .replace(/\b(\w+)(?: \1)+\b/g, '$1') // Parent Account: Account ID
    .replace(/\s+/g, ' ')
    .trim();
}

/** Words of a header without accents and case, `Nr.`, `No`, `N°` and `Nummer` all as `number`. */
export function foldHeader(text: string): string {
  return foldText(text).replace(/\b(?:nr|num|nbr|no|nb|nummer|numero)\b/g, 'number');
}

/** Words of which headers of records are made where a database writes them as one: `ORDERNUMBER`, `dealstage`. */
const GLUED = new Set(
  'order orders invoice sales sale line item number id date name code key type status stage amount value price quantity qty ordered each unit total product customer account client company deal opportunity close closed created ship shipped payment transaction owner contact lead city state country postal nom nombre nome cliente vendedor'.split(
    ' ',
  ),
);
const LONGEST_WORD = 11;

/** A header of one word as the words that it is made of, if these are all known; else itself. */
export function unglued(phrase: string): string {
  if (phrase.includes(' ') || phrase.length < 6 || GLUED.has(phrase)) return phrase;
  return wordsIn(phrase)?.join(' ') ?? phrase;
}

function wordsIn(text: string): readonly string[] | undefined {
  if (text === '') return [];
  for (let length = Math.min(LONGEST_WORD, text.length); length >= 2; length--) {
    const word = text.slice(0, length);
    const rest = GLUED.has(word) ? wordsIn(text.slice(length)) : undefined;
    if (rest !== undefined) return [word, ...rest];
  }
  return undefined;
}

const PREFIXED = 0.7;

/**
 * Headers without the word that nearly all of them begin with: `seller_id`, `seller_city` of a database become `id`
 * and `city`. Others stay as they are.
 */
export function withoutPrefix(headers: readonly string[]): readonly string[] {
  const first = headers.map((header) => /^\s*([a-z]{2,20})_(?=[a-z])/i.exec(header)?.[1]?.toLowerCase());
  const counts = new Map<string, number>();
  for (const word of first) if (word !== undefined) counts.set(word, (counts.get(word) ?? 0) + 1);
  const [word, count] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? ['', 0];
  if (count < 3 || count < PREFIXED * headers.filter((header) => header.trim() !== '').length) return headers;
  return headers.map((header, i) => (first[i] === word ? header.trim().slice(word.length + 1) : header));
}
