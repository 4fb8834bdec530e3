import type { Standing } from '../../plan/account-standing';
import type { Cell } from '../../plan/cells';
import type { StandingContext } from '../context';

/** What the sheet that compares a plan with today is made from. */
export interface CompareContext extends StandingContext {
  /** Who holds accounts today, or is to: owners of the plan in its order, then the others by name. */
  readonly people: readonly string[];
  /** Amounts of the list, the first balanced one first. */
  readonly amounts: readonly { readonly header: string; readonly label: string; readonly format: string }[];
  /** Header of the dates on which contracts are to be renewed. */
  readonly renewal: string | undefined;
  /** The same header where some of these dates are none that formulas can read: renewals are not counted then. */
  readonly renewalUnread: string | undefined;
  /** Header of our column of what accounts are, where the list tells. */
  readonly standings: { readonly header: string; readonly told: readonly Standing[] } | undefined;
  /**
   * Accounts that changed owner when this was written, the largest first, by what they are known by. Then those that have
   * words beside them and do not change owner, and those that are not to be told in the list any more.
   */
  readonly moves: readonly Move[];
  readonly stays: number;
  readonly lost: number;
  /** How many more change owner than are listed. */
  readonly unlisted: number;
}

export interface Move {
  readonly key: Cell;
  /** What was typed beside it before. */
  readonly decision: Cell;
  readonly comment: Cell;
}
