import type { Cell } from '../../plan/cells';
import type { SignOffSettings, TeamSaid, TradeSaid } from '../../plan/sign-off';
import type { StandingContext } from '../context';

/** What the sheet of sign-offs is made from. */
export interface SignOffContext extends StandingContext {
  readonly now: SignOffSettings & { readonly asAt: number };
  /** Managers of the plan in its order, then those who said something and lead nobody any more. */
  readonly teams: readonly TeamSaid[];
  /** Between whom accounts go, the most first; then trades of which something was said and nothing is left. */
  readonly trades: readonly TradeSaid[];
  /** Territories that nobody leads: nobody signs them. */
  readonly bare: number;
  /** Header of our column that says between which teams an account goes. */
  readonly tradeHeader: string;
  /** Our column of numbers by which accounts are told in what is signed, row by row of the list. */
  readonly mark: { readonly header: string; readonly cells: readonly Cell[] };
  /** An amount of the list, where there is one. */
  readonly amount: { readonly header: string; readonly label: string; readonly format: string } | undefined;
  /** The plan that is signed: the beginning of its result hash, and the day of its design as a 1900 serial. */
  readonly plan: { readonly mark: string; readonly day: number };
}
