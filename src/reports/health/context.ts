import type { StandingContext } from '../context';

/** What the sheet may look at besides the plan that stands. Headers of columns of plain dates and numbers; absent where the list has none. */
export interface HealthContext extends StandingContext {
  readonly activity: string | undefined;
  readonly renewal: string | undefined;
  readonly arr: { readonly header: string; readonly format: string } | undefined;
  /** Column of ours that tells customers from prospects. */
  readonly standing: string | undefined;
  /** Largest deviation of the first metric as designed; undefined where the record does not say. */
  readonly designedWorst: number | undefined;
  /** Accounts that had no territory then. */
  readonly designedOut: number | undefined;
  /** What users have typed on the sheet, by key of its settings; blank: the usual. */
  readonly typed: ReadonlyMap<string, string | number | boolean>;
  /** ISO. */
  readonly at: string;
}
