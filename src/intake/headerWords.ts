import { foldText } from '../geo';

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
];

const CURRENCY_MARK = /\b(usd|eur|gbp|chf|cad|aud|jpy|sek|nok|dkk|pln|inr|brl|mxn)\b|([$€£])/i;
const SYMBOL_CODES: Readonly<Record<string, string>> = { $: 'USD', '€': 'EUR', '£': 'GBP' };

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
  text = text.replace(/\(do not modify\)/i, '').replace(/\((?:converted|konvertiert|umgerechnet)\)/i, '');
  const currencyMatch = CURRENCY_MARK.exec(text);
  let unit = 1;
  for (const [pattern, factor] of UNIT_MARKS) {
    if (unit !== 1 || !pattern.test(text)) continue;
    unit = factor;
    text = text.replace(pattern, ' ');
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
    .replace(/#/g, ' number ')
    .replace(/%/g, ' percent ')
    .replace(/[$€£]/g, ' ')
    .replace(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .replace(/\((?:usd|eur|gbp|chf|cad|aud)\)/gi, ' ');
  return foldText(spaced)
    .replace(/\b(?:nr|num|nbr|no)\b/g, 'number')
    .replace(/\b(\w+)(?: \1)+\b/g, '$1') // Parent Account: Account ID
    .replace(/\s+/g, ' ')
    .trim();
}
