import { currencyCode } from './currencies';

/** A number format without what stands in it as text: quoted, escaped, in brackets. */
const bareOf = (format: string): string => format.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, '').toLowerCase();

/** True for a number format that shows a date. */
export function isDateFormat(format: string): boolean {
  const bare = bareOf(format);
  return /[dy]/.test(bare) && !/general|standard/.test(bare) && !/[#0]/.test(bare);
}

/** True for one that shows a time of day, or how long something takes: `h:mm`, `[h]:mm`. */
export const isTimeFormat = (format: string): boolean =>
  /(?:^|[^a-z])\[?h+\]?:m/.test(format.toLowerCase()) && !isDateFormat(format);

/** True for one that shows a number as people write amounts: with digits of its own. */
export const isAmountFormat = (format: string): boolean =>
  /[#0]/.test(bareOf(format)) && !isDateFormat(format);

/** Signs that several currencies share, by the country that the format names. */
const BY_COUNTRY: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  $: { '1009': 'CAD', C0C: 'CAD', C09: 'AUD', '1409': 'NZD', '4809': 'SGD', C04: 'HKD', '80A': 'MXN' },
  '¥': { '804': 'CNY', '411': 'JPY' },
  kr: { '406': 'DKK', '414': 'NOK', '814': 'NOK', '41D': 'SEK', '40F': 'ISK' },
};

/** ISO code of the currency that a number format shows; undefined where it shows none. */
export function currencyOfFormat(format: string): string | undefined {
  const [positive = ''] = format.split(';');
  for (const [, sign = '', country = ''] of positive.matchAll(/\[\$([^\]-]*)(?:-([0-9A-Fa-f]+))?\]/g)) {
    const word = sign.replace(/\.$/, '').trim();
    const code =
      BY_COUNTRY[word.toLowerCase()]?.[country.replace(/^0+/, '').toUpperCase()] ?? currencyCode(word);
    if (word !== '' && code !== undefined) return code;
  }
  const said = positive.replace(/\[[^\]]*\]/g, '');
  for (const [, quoted = ''] of said.matchAll(/"([^"]*)"/g)) {
    const code = quoted.trim() === '' ? undefined : currencyCode(quoted);
    if (code !== undefined) return code;
  }
  const [sign] = /[$€£¥₹₩₺]/.exec(said.replace(/"[^"]*"/g, '')) ?? [];
  return sign === undefined ? undefined : currencyCode(sign);
}
