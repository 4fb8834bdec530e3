/** A US ZIP brought to five digits. */
export interface ZipReading {
  readonly zip: string;
  /** Zeros were put in front: the spreadsheet took the ZIP for a number. */
  readonly padded: boolean;
}

/**
 * Reads a US ZIP: `70116`, `70116-1234`, `701161234`, `8014` and `80141234` (zeros lost), `TX 75201`,
 * `75201.0`. `undefined` for anything else.
 */
export function readZip(text: string): ZipReading | undefined {
  const bare = text
    .replace(/^(?:US|USA)?[-\s]*[A-Z]{2}[-\s]+(?=\d)/i, '')
    .replace(/\.0+$/, '')
    .replace(/[\s'"]/g, '');
  const match = /^(\d{3,9})(?:[-–](\d{1,4}))?$/.exec(bare);
  if (!match) return undefined;
  const [, digits = '', plus4] = match;
  if (plus4 !== undefined && digits.length > 5) return undefined;
  const length = digits.length <= 5 ? 5 : 9;
  if (digits.length === 6 || digits.length === 7) return undefined;
  return { zip: digits.padStart(length, '0').slice(0, 5), padded: digits.length < length };
}
