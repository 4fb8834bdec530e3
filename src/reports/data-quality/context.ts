import type { Cell } from '../../plan/cells';
import type { Severity } from '../../plan/findings';
import type { LayerId } from '../../plan/layer';
import type { Say } from '../../text/say';

/** One finding in words. */
export interface QualityLine {
  readonly kind: string;
  readonly severity: Severity;
  /** `Accounts!C7` or `Accounts!C:C`; absent when it speaks of the whole table. */
  readonly address?: string;
  /** 1-based row, and header of the column; absent where there is none. */
  readonly row?: number;
  readonly header?: string;
  /** What the account of the row is known by, as its cell has it; absent where its cells do not tell it from others. */
  readonly account?: Cell;
  readonly read: string;
  readonly understood: string;
  /** The same as a number, where it is one: each reader sees it with separators of his own. */
  readonly amount?: number;
  readonly meaning: string;
}

export interface QualityKind {
  readonly kind: string;
  readonly severity: Severity;
  /** All there are; the list may hold fewer, and then says so. */
  readonly count: number;
}

export interface QualityContext {
  readonly layer: LayerId;
  readonly say: Say;
  /** Name of the accounts table, and how many accounts it has. */
  readonly table: string;
  readonly accounts: number;
  /** The Excel table in which accounts are found again by a column of it; absent for a plain range. */
  readonly list?: {
    readonly table: string;
    readonly sheet: string;
    readonly keyHeader: string;
    /** Its own first and last column. */
    readonly first: string;
    readonly last: string;
  };
  /** When the cells were read, ISO. */
  readonly at: string;
  readonly kinds: readonly QualityKind[];
  readonly lines: readonly QualityLine[];
}
