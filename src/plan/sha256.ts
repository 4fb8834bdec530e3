import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** SHA-256 of a text, as hex. */
export const sha256Hex = (text: string): string => bytesToHex(sha256(bytesOf(text)));

/**
 * SHA-256 of texts that begin alike: what they have in common is read once. It must not end within a pair of surrogates.
 * @returns the hash of `start` and what is given, as hex
 */
export function sha256From(start: string): (rest: string) => string {
  const begun = sha256.create().update(bytesOf(start));
  return (rest) => bytesToHex(begun.clone().update(bytesOf(rest)).digest());
}
