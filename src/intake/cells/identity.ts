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
 * What two ids of one account have in common: an 18-character Salesforce id whose checksum is right
 * equals its first 15 characters; Dynamics ids count without braces and case. Everything else counts as
 * it stands, case included.
 */
export function idKey(id: string): string {
  if (
    id.length === 18 &&
    /^[a-zA-Z0-9]{18}$/.test(id) &&
    checksum(id.slice(0, 15)) === id.slice(15).toUpperCase()
  ) {
    return id.slice(0, 15);
  }
  if (/^\{?[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}\}?$/.test(id)) {
    return id.replace(/[{}]/g, '').toLowerCase();
  }
  return id;
}
