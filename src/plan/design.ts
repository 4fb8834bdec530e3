import type { MetricSpec } from './metrics';
import type { Reason } from './reasons';
import type { Territory } from './territory';

/** A number of one metric, per territory. */
export interface MetricResult {
  readonly spec: MetricSpec;
  /** K values each, in the metric's own unit. */
  readonly load: Float64Array;
  readonly target: Float64Array;
  /** Where oversized accounts are set apart, of the rest. */
  readonly worstDeviation: number;
  /** Proven: no plan under these rules deviates less. 0 where nothing is proven. */
  readonly floor: number;
  /** Index of the territory that deviates most. */
  readonly worstTerritory: number;
  readonly cv: number;
}

/** A message about the plan as a whole: what could not be met, what was chosen. Worded by `text/`. */
export interface Notice {
  readonly code: string;
  readonly severity: 'error' | 'warning' | 'note';
  readonly params: Readonly<Record<string, string | number>>;
}

/** A finished plan over one account table: what preview, sheets and run record are made from. */
export interface PlanResult {
  readonly territories: readonly Territory[];
  /** N values: index of the territory, −1 unassigned. */
  readonly assignment: Int32Array;
  /** Why account i sits there, made when asked: a full sheet has a million. */
  readonly reason: (account: number) => Reason;
  readonly metrics: readonly MetricResult[];
  readonly withinTolerance: boolean;
  /** Accounts too large for any fair share, in their order, whose territories have them for their targets; absent without any. */
  readonly oversized?: Int32Array;
  readonly placed: number;
  readonly unassigned: number;
  readonly meanKm: number;
  readonly p90Km: number;
  readonly meanKmUnbalanced: number;
  /** By territory, where they were to be connected: in how many pieces each is; accounts whose place is unknown are in none. */
  readonly pieces?: Int32Array;
  readonly cost: number;
  readonly bound: number;
  /** cost ÷ bound − 1 at these centres; NaN where there are no places. */
  readonly gap: number;
  /** K rows of latitude and longitude in degrees; NaN without places. */
  readonly centres: readonly { readonly latitude: number; readonly longitude: number }[];
  readonly moved: { readonly accounts: number; readonly money: number };
  /** N values: territory index of today's owner, −1 none. The "before" of every comparison. */
  readonly current: Int32Array;
  readonly notices: readonly Notice[];
}

/** Territories in one piece; those of which no place is known are in none. */
export const wholeOf = (pieces: Int32Array): number => pieces.reduce((n, many) => n + (many <= 1 ? 1 : 0), 0);

/** Greatest distance of any territory from its fair share, over all metrics; 0.05 is 5 %. */
export const worstOf = ({ metrics }: Pick<PlanResult, 'metrics'>): number =>
  Math.max(0, ...metrics.map(({ worstDeviation }) => worstDeviation));
