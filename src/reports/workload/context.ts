import type { Cell } from '../../plan/cells';
import type { WorkloadSettings, WorkloadTier } from '../../plan/workload';
import type { StandingContext } from '../context';

/** What the sheet of workload and its columns in the list are made from. */
export interface WorkloadContext extends Pick<
  StandingContext,
  'layer' | 'say' | 'record' | 'table' | 'keyHeader' | 'column'
> {
  /** As set; a blank cell counts as usual. */
  readonly now: WorkloadSettings;
  /** Tiers with their calls and minutes; the last one is that of all others. */
  readonly tiers: readonly WorkloadTier[];
  /** Header of the tiers in the list; undefined where it has none. */
  readonly tierHeader: string | undefined;
  /** Header of the segments, and the segments as they are spelled; a blank one is that of accounts without any. */
  readonly segmentHeader: string | undefined;
  readonly segments: readonly Cell[];
  /** Headers of what the potential of a territory is summed from. */
  readonly potential: { readonly headers: readonly string[]; readonly label: string } | undefined;
  readonly money: string;
  /** The day of which travel is, ISO. */
  readonly asAt: string;
  /** The plan balances these hours: travel stays as it was, so that Balance says what was designed. */
  readonly isKept: boolean;
  /** N km from accounts to the centre of their territory, NaN where a place is not known; and what that was called. */
  readonly km: Float64Array;
  readonly territoryOf: (account: number) => string;
  readonly headers: {
    readonly hours: string;
    readonly travel: string;
    readonly travelHours: string;
    readonly travelFor: string;
    readonly travelNote: string;
  };
  /** Hours as values, by account: the list is long. */
  readonly values: { readonly hours: Float64Array; readonly travel: Float64Array } | undefined;
  readonly inRows: (of: (account: number) => Cell) => Cell[];
}
