/** Currency symbols, longest first where one begins like another. */
const SYMBOLS: readonly (readonly [RegExp, string])[] = [
  [/^(?:US|U\.S\.)\s?\$/i, 'USD'],
  [/^(?:CA|C)\$/i, 'CAD'],
  [/^(?:AU|A)\$/i, 'AUD'],
  [/^NZ\$/i, 'NZD'],
  [/^HK\$/i, 'HKD'],
  [/^S\$/i, 'SGD'],
  [/^R\$/i, 'BRL'],
  [/^MX\$/i, 'MXN'],
  [/^\$/, 'USD'],
  [/^€/, 'EUR'],
  [/^£/, 'GBP'],
  [/^¥/, 'JPY'],
  [/^₹/, 'INR'],
  [/^₩/, 'KRW'],
  [/^₺/, 'TRY'],
  [/^(?:SFr|Fr)\.?(?=[\s\d])/i, 'CHF'],
  [/^z[łl](?![a-z])/i, 'PLN'],
  [/^kr\.?(?![a-z])/i, 'SEK'],
  [/^Rs\.?(?![a-z])/i, 'INR'],
];

/** Currency codes of the ISO 4217 list that sales data come in. */
const CODES =
  'USD EUR GBP CHF CAD AUD NZD JPY CNY RMB HKD SGD INR KRW TWD THB MYR IDR PHP VND SEK NOK DKK PLN CZK HUF RON BGN TRY ILS ZAR AED SAR QAR KWD EGP NGN KES BRL MXN ARS CLP COP PEN RUB UAH ISK'.split(
    ' ',
  );
const CODE_SET = new Set(CODES);

const CURRENCY_NAMES: readonly (readonly [RegExp, string])[] = [
  [/^(?:us|u\.s\.|american)?[- ]?dollars?$|^(?:usd|us dollar)\b.*$/i, 'USD'],
  [/^euros?$|^eur\b.*$/i, 'EUR'],
  [/^(?:british |uk )?pounds?(?: sterling)?$|^sterling$|^gbp\b.*$/i, 'GBP'],
  [/^canad(?:ian|a) dollars?$/i, 'CAD'],
  [/^australian dollars?$/i, 'AUD'],
  [/^(?:swiss francs?|schweizer franken)$/i, 'CHF'],
  [/^(?:japanese )?yen$/i, 'JPY'],
  [/^(?:indian )?rupees?$/i, 'INR'],
];

/** ISO 4217 code of a text that is one, in any case; `undefined` otherwise. */
export function currencyCode(text: string): string | undefined {
  const upper = text.trim().toUpperCase();
  if (CODE_SET.has(upper)) return upper === 'RMB' ? 'CNY' : upper;
  const named = CURRENCY_NAMES.find(([pattern]) => pattern.test(text.trim()));
  if (named) return named[1];
  const symbol = SYMBOLS.find(([pattern]) => text.trim().replace(pattern, '') === '');
  return symbol?.[1];
}

/** A currency symbol or code at the start of a text, and what follows it. */
export function currencyAtStart(text: string): { code: string; rest: string } | undefined {
  for (const [pattern, code] of SYMBOLS) {
    const match = pattern.exec(text);
    if (match) return { code, rest: text.slice(match[0].length).trim() };
  }
  const letters = /^[A-Za-z]{3}(?![A-Za-z])/.exec(text)?.[0].toUpperCase();
  if (letters === undefined || !CODE_SET.has(letters)) return undefined;
  return { code: letters === 'RMB' ? 'CNY' : letters, rest: text.slice(3).trim() };
}
