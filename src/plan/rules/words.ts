/** A kind that a cell may name: its code, and what other systems write for it. */
export interface Kind {
  readonly code: string;
  /** Words folded (`exact/fold-text`). Our own words for it are in `text/`. */
  readonly also: readonly string[];
}
