/** ISO 4217 codes of currencies that have no parts: amounts are whole. */
const WHOLE: ReadonlySet<string> = new Set(
  'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'.split(' '),
);

/** True of a currency in which nobody is paid a part of a unit. @param currency ISO code; undefined: not known */
export const hasNoCents = (currency: string | undefined): boolean =>
  currency !== undefined && WHOLE.has(currency.toUpperCase());
