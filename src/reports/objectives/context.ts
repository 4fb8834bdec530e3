import type { ObjectivesSetting } from '../../plan/objectives';
import type { StandingContext } from '../context';

/** What the sheet of objectives is made from. Headers are of columns that formulas can sum; undefined where the list has none. */
export interface ObjectivesContext extends StandingContext {
  /** As set; a blank cell counts as usual. */
  readonly now: Readonly<Record<ObjectivesSetting, number>>;
  readonly usual: Readonly<Record<ObjectivesSetting, number>>;
  /** The sheet of quotas stands, or is written along. */
  readonly hasQuota: boolean;
  readonly booked: string | undefined;
  readonly pipeline: string | undefined;
  /** ARR, and what each territory had of it when this was written: K values. */
  readonly arr: { readonly header: string; readonly before: Float64Array } | undefined;
  /** Calls on accounts of the best tier: where tiers stand, which it is, where activities are counted. */
  readonly calls:
    { readonly tier: string; readonly best: string; readonly activities: string | undefined } | undefined;
  readonly money: string;
  /** ISO, the day of `before`. */
  readonly asAt: string;
}
