import type { Univer } from '@univerjs/core';

/** A Univer with its plugins: headless in Node, with its user interface on a page. */
export interface SpreadsheetEngine {
  readonly univer: Univer;
  /** True if it can calculate the function, named in capitals. */
  knowsFunction(name: string): boolean;
  /** Conditional formats are drawn, so that their formulas are to be calculated. */
  readonly drawsRules?: boolean;
}
