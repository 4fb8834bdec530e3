import type { Cell } from '../../plan/cells';
import type { StandingContext } from '../context';
import type { HealthSetting } from './layout';

/** What the sheet may look at besides the plan that stands. Headers of columns of plain dates and numbers; absent where the list has none. */
export interface HealthContext extends StandingContext {
  readonly activity: string | undefined;
  readonly renewal: string | undefined;
  /** Deals won and lost, where the list has both; how content customers are. */
  readonly deals: { readonly won: string; readonly lost: string } | undefined;
  readonly satisfaction: string | undefined;
  readonly arr: { readonly header: string; readonly format: string } | undefined;
  /** Column of ours that tells customers from prospects. */
  readonly standing: string | undefined;
  /** Column of ours with the tiers of scores, where its sheet stands. */
  readonly tier: string | undefined;
  /** Column of the churn risk, and its words that say that a customer is likely to leave. */
  readonly atRisk: { readonly header: string; readonly words: readonly string[] } | undefined;
  /** Header of the verdict on people who help, on the sheet of overlays; undefined where that does not stand. */
  readonly helpers: string | undefined;
  /** Largest deviation of the first metric as designed; undefined where the record does not say. */
  readonly designedWorst: number | undefined;
  /** Accounts that had no territory then. */
  readonly designedOut: number | undefined;
  /** What users have typed on the sheet, by key of its settings; blank: the usual. */
  readonly typed: ReadonlyMap<HealthSetting, Cell>;
  /** ISO. */
  readonly at: string;
}
