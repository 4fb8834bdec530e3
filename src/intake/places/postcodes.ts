/** First three characters of a Canadian postcode (`M4B 1V4`, `m4b1v4`, `M4B`), else `undefined`. */
export function readSortationArea(text: string): string | undefined {
  const bare = text.toUpperCase().replace(/[\s-]/g, '');
  return /^[A-CEGHJ-NPR-TVXY]\d[A-CEGHJ-NPR-TV-Z](?:\d[A-CEGHJ-NPR-TV-Z]\d)?$/.test(bare)
    ? bare.slice(0, 3)
    : undefined;
}

/** The country that a postcode's form alone tells: Canada, Great Britain, or the US by its ZIP+4. */
export function countryOfPostcode(text: string): string | undefined {
  const upper = text.toUpperCase().trim();
  if (readSortationArea(upper) !== undefined && upper.length >= 6) return 'CA';
  if (/^[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}$/.test(upper)) return 'GB';
  if (/^\d{5}-\d{4}$/.test(upper)) return 'US';
  if (/^\d{5}-\d{3}$/.test(upper)) return 'BR';
  if (/^\d{4}\s?[A-Z]{2}$/.test(upper)) return 'NL';
  // `L-805` behind a street is a shop's number.
  const prefix = /^(D|A|CH|F|B|L|NL|S|N|DK|FIN|PL|CZ|E|I|P|H|SK)-\s?(?:\d{4}|\d{3}\s?\d{2}|\d{2}-\d{3})/.exec(
    upper,
  )?.[1];
  return prefix === undefined ? undefined : VEHICLE_SIGNS[prefix];
}

const VEHICLE_SIGNS: Readonly<Record<string, string>> = {
  D: 'DE',
  A: 'AT',
  CH: 'CH',
  F: 'FR',
  B: 'BE',
  L: 'LU',
  NL: 'NL',
  S: 'SE',
  N: 'NO',
  DK: 'DK',
  FIN: 'FI',
  PL: 'PL',
  CZ: 'CZ',
  E: 'ES',
  I: 'IT',
  P: 'PT',
  H: 'HU',
  SK: 'SK',
};
