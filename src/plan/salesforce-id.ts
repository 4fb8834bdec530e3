const SUFFIX_LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';

/** The three characters that Salesforce adds to a 15-character id: which letters are capitals. */
function checksum(id15: string): string {
  let suffix = '';
  for (let part = 0; part < 3; part++) {
    let bits = 0;
    for (let i = 0; i < 5; i++) {
      const letter = id15[part * 5 + i] ?? '';
      if (letter >= 'A' && letter <= 'Z') bits += 2 ** i;
    }
    suffix += SUFFIX_LETTERS[bits] ?? '';
  }
  return suffix;
}

/**
 * The 15 characters of an 18-character Salesforce id; undefined where it is none: other systems have ids of 18
 * characters as well, and those that differ in the last three alone are two accounts.
 */
export const shortSalesforceId = (id: string): string | undefined =>
  /^[a-zA-Z0-9]{18}$/.test(id) && checksum(id.slice(0, 15)) === id.slice(15).toUpperCase()
    ? id.slice(0, 15)
    : undefined;
