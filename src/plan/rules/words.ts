/** A kind that a cell may name: its code, and what other systems write for it. */
export interface Kind {
  readonly code: string;
  /** Words in lower case, single spaces. Our own words for it are in `text/`. */
  readonly also: readonly string[];
}

/** A word of a cell as kinds list it: lower case, whatever stands between the letters. */
export const foldWord = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
