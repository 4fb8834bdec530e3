import type { Cell } from '../../plan/cells';
import type {
  MarketField,
  PlanGoal,
  SegmentRule,
  SegmentsSettings,
  SizeField,
  WordField,
} from '../../plan/segments';
import type { StandingContext } from '../context';
import type { ListNumber } from '../list-number';

/** What the sheet of segments and its columns in the list are made from. */
export interface SegmentsContext extends Pick<
  StandingContext,
  'layer' | 'say' | 'record' | 'table' | 'keyHeader'
> {
  readonly now: SegmentsSettings;
  readonly rules: readonly SegmentRule[];
  readonly goals: readonly PlanGoal[];
  /** Columns of the list that rules may ask for. */
  readonly sizes: readonly { readonly field: SizeField; readonly number: ListNumber }[];
  readonly words: readonly {
    readonly field: WordField;
    readonly source: string;
    /** What the list has there, as formulas compare it. */
    readonly listed: readonly string[];
  }[];
  /** Sizes whose column no formula can read. */
  readonly unreadable: readonly SizeField[];
  /** The list has segments of its own: header, and how they are spelled; a blank one is that of accounts without any. */
  readonly own: { readonly header: string; readonly listed: readonly Cell[] } | undefined;
  /** Headers of our columns. */
  readonly headers: Readonly<Record<SegmentColumn, string>>;
  readonly figures: SegmentFigures;
  /** Where accounts come from: header, and the most frequent values. */
  readonly channel: { readonly header: string; readonly listed: readonly Cell[] } | undefined;
  readonly market:
    { readonly field: MarketField; readonly header: string; readonly listed: readonly Cell[] } | undefined;
  /** What markets could be. */
  readonly markets: readonly MarketField[];
  readonly money: string;
  /** Headers of what accounts take, where the sheet of workload stands or is written along; whether that of pay does, too. */
  readonly effort:
    | {
        readonly hours: string;
        readonly travelHours: string;
        readonly territory: string;
        readonly hasPay: boolean;
      }
    | undefined;
  /** ISO, the day of which kept and family segments are. */
  readonly asAt: string;
  /** Segments as values, by account: the list is long. */
  readonly values: { readonly segment: readonly string[]; readonly ruled: readonly string[] } | undefined;
  /** The segment that an account stays in near a line, and that of its ultimate parent; empty for none. */
  readonly kept: (account: number) => string;
  readonly family: (account: number) => string;
  readonly inRows: (of: (account: number) => Cell) => Cell[];
}

export type SegmentColumn =
  'segment' | 'segmentRule' | 'segmentKept' | 'segmentFamily' | 'segmentWords' | 'segmentNote';

/** Headers of what is told of segments, channels and markets; undefined: the list does not tell, or no formula can sum it. */
export interface SegmentFigures {
  readonly standing: string | undefined;
  readonly sums: Readonly<Partial<Record<SummedField, string>>>;
  /** Words for customers that left. */
  readonly former: Words | undefined;
  /** Words for customers that are likely to leave; without any the column has a number. */
  readonly risk: Words | undefined;
  readonly score: string | undefined;
}
export type SummedField = 'potential' | 'arr' | 'bookingsYtd' | 'wonDeals' | 'lostDeals' | 'growth';
interface Words {
  readonly header: string;
  readonly words: readonly string[];
}
