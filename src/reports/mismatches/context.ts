import type { FixFile } from '../../loads/fixes';
import type { Join, MismatchCode } from '../../loads/mismatches';
import type { Cell } from '../../plan/cells';
import type { StandingContext } from '../context';

/** Another system beside the plan, as the sheet tells it. */
export interface MismatchContext extends StandingContext {
  /** What its table is called. */
  readonly name: string;
  readonly join: Join;
  /** Its sheet, its rows (1-based, both with) and, as formulas say them, its columns. */
  readonly system: {
    readonly sheet: string;
    readonly headerRow: number;
    readonly rows: number;
    readonly keyLetter: string;
    /** One column of keys, by which a row is found again wherever it stands; undefined where several make one. */
    readonly key?: string;
    readonly owner?: string;
    readonly territory?: string;
    /** Letters of the columns that say it. */
    readonly ownerLetter?: string;
    readonly territoryLetter?: string;
  };
  /** Header of the list's column by which accounts are found again, where rows are tied by the account. */
  readonly listKey: string | undefined;
  readonly agree: number;
  readonly silent: number;
  readonly lines: readonly MismatchLine[];
  /** By territory: whom the plan has there, and how the other system writes it; blank where nobody can be written. */
  readonly words: readonly { readonly territory: string; readonly owner: string; readonly word: string }[];
  readonly files: readonly FixFile[];
  /** ISO. */
  readonly at: string;
}

export interface MismatchLine {
  readonly code: MismatchCode;
  /** 1-based worksheet row; absent for what no row speaks of. */
  readonly row?: number;
  /** As its cell has it: a number stays one. */
  readonly key: Cell;
  /** No other row has the key. */
  readonly isUnique: boolean;
  /** The list's own cell of its account; blank where it is about several, or none. */
  readonly listKey: Cell;
  readonly account: string;
  /** Which column it is about. */
  readonly about: 'owner' | 'territory';
  readonly territory: string;
  readonly fix: string;
}
