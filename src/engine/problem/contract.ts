/**
 * The contract of the engine: typed arrays in, typed arrays out. Nothing here knows accounts, reps or
 * money; `carve/` translates both ways. All arrays are row-major and are never changed by the engine.
 */

/** One quantity to balance. Metrics stand in order of importance: the first is met before the second. */
export interface Metric {
  /** N values ≥ 0, any unit. A metric whose values are all 0 is ignored. */
  readonly weight: Float64Array;
  /** Allowed deviation from target as a fraction: 0.05 lets a territory hold 95 % to 105 % of its target. */
  readonly tolerance: number;
}

/** Hard limit on disruption: at most these fractions may leave their current territory. */
export interface MoveCap {
  /** Fraction of the accounts that have a current territory. 1 is no limit. */
  readonly accounts: number;
  /** Fraction of the sum of `money` over the accounts that have a current territory. 1 is no limit. */
  readonly money: number;
}

/**
 * A limit on a class of moves: how much of what is at stake may leave its current territory, beside the cap. Several hold
 * together.
 */
export interface Limit {
  /** N values ≥ 0: what an account counts when it leaves; 0 for accounts of other classes. */
  readonly stake: Float64Array;
  /** What the caller calls it; told where it is in the way. */
  readonly name?: string;
  /** The most that may leave; `fewest`: as little as the tolerances take. */
  readonly most: number | 'fewest';
}

export interface Problem {
  readonly accounts: number;
  readonly territories: number;

  /** What "near" means. `sphere`: 3 coordinates in km from the earth's centre. `plane`: 2 in km.
   *  `features`: any number of dimensionless ones. `none`: nothing need be compact. */
  readonly space: 'sphere' | 'plane' | 'features' | 'none';
  /** Coordinates per account (0 for `none`). */
  readonly dims: number;
  /** N × dims. A row of NaN is an account without a place: it is placed by balance and preference alone. */
  readonly points: Float64Array;

  readonly metrics: readonly Metric[];
  /** Capacity share of each territory, K values > 0; scaled to sum to 1 in its pool. Its target is share × total
   *  of the pool. */
  readonly share: Float64Array;
  /** Pool number ≥ 0 of each territory, K values: territories of one pool are fair among themselves (a segment
   *  of the market, say). Absent: one pool. */
  readonly pool?: Int32Array;

  /** Accounts of one class have the same eligible territories and preferences. N values in 0 … classes − 1. */
  readonly classOf: Int32Array;
  readonly classes: number;
  /** classes × K: 1 where an account of the class may go. */
  readonly eligible: Uint8Array;
  /** classes × K soft costs in km² (or squared feature units) an account; negative attracts. Absent: none. */
  readonly preference?: Float64Array;

  /** N values: the territory an account is pinned to, or −1. A pin wins over eligibility. */
  readonly pinned: Int32Array;
  /** N values: family number ≥ 0, members of one family stay together; −1 alone. */
  readonly family: Int32Array;

  /** N values: the territory the account is in today, or −1. */
  readonly current: Int32Array;
  /** N values of money at stake when an account moves; absent: each account counts 1. */
  readonly money?: Float64Array;
  readonly cap?: MoveCap;
  readonly limits?: readonly Limit[];
  /** How strongly to keep accounts where they are, in km² (squared feature units) per account. 0: not at all. */
  readonly keep: number;
  /** How much more or less than others accounts of a class are kept: a factor ≥ 0 of `keep`, and of what a move counts where
   *  a plan is repaired. A value a class; absent: 1. */
  readonly keepOf?: Float64Array;

  /** K × dims: where the rep of a territory lives, NaN for none; and the weight of nearness to it, 0 … 1. */
  readonly home?: Float64Array;
  readonly homeWeight?: number;

  /** True if territory j must stay the one that serves seat j (targets or eligibility differ by seat);
   *  else territories of equal share and eligibility are matched to seats so that least money moves. */
  readonly seatsFixed: boolean;

  /** Part of the cost, 0 … 1, that may be spent on evening out the first metric inside its tolerance. Absent: 0. */
  readonly evenness?: number;

  /** The design of this problem without cap and limits, or of one with other tolerances or another `keep`: work begins
   *  from it, and only where it leads nowhere from anew. */
  readonly known?: Pick<Design, 'centres' | 'assignment'>;

  /** Pairs of accounts that are neighbours (2 × pairs); accounts at one point are at one place, and beside whatever one of
   *  them is beside. Territories are to be connected where tolerances, cap and limits allow it, by `design` alone. Absent:
   *  borders do not matter. */
  readonly neighbours?: Int32Array;

  readonly seed: number;
  /** Work limit as a multiple of the usual number of refinement steps; 1 is normal. Never a clock. */
  readonly effort: number;
}

export type Stage = 'check' | 'seed' | 'balance' | 'refine' | 'repair' | 'match' | 'explain';

export interface Progress {
  readonly stage: Stage;
  /** 0 … 1 over the whole run. */
  readonly done: number;
  /** Worst deviation beyond target so far, as a fraction of target over all metrics. */
  readonly worstDeviation: number;
}

/** Why an account sits where it sits. Codes, worded by `text/`. */
export enum Why {
  /** No eligible territory. */
  Unassigned = 0,
  /** Pinned by a rule. */
  Pinned = 1,
  /** Only one territory was eligible. */
  OnlyEligible = 2,
  /** Its family decides. */
  Family = 3,
  /** Nearest centre. */
  Nearest = 4,
  /** Nearer to another centre, here because of balance. */
  Balance = 5,
  /** Kept with its current territory. */
  Kept = 6,
  /** No place known: put where balance needs it. */
  NoPlace = 7,
  /** Too large to share a territory: set apart. */
  Apart = 8,
}

/** What makes a plan impossible, or nearly so. Numbers, worded by `text/`. */
export type Obstacle =
  /** One indivisible account or family exceeds the upper limit of every territory that may take it. */
  | {
      readonly kind: 'oversized';
      readonly account: number;
      readonly metric: number;
      readonly value: number;
      readonly limit: number;
    }
  /** The accounts pinned to a territory exceed its upper limit. */
  | {
      readonly kind: 'pinned';
      readonly territory: number;
      readonly metric: number;
      readonly value: number;
      readonly limit: number;
    }
  /** The accounts of these classes fit only into these territories, which together cannot hold them. */
  | {
      readonly kind: 'tooMuch';
      readonly classes: Int32Array;
      readonly territories: Int32Array;
      readonly metric: number;
      readonly value: number;
      readonly limit: number;
    }
  /** These territories cannot be filled to their lower limit by the accounts that may go there. */
  | {
      readonly kind: 'tooLittle';
      readonly territories: Int32Array;
      readonly metric: number;
      readonly value: number;
      readonly limit: number;
    }
  /** No eligible territory at all. */
  | { readonly kind: 'ineligible'; readonly classIndex: number; readonly accounts: number }
  /** The disruption cap, or a limit on a class of moves, leaves too few moves to reach the tolerance or to keep the rules. */
  | {
      readonly kind: 'cap';
      readonly by: 'accounts' | 'money' | 'limit';
      /** The name of that limit. */
      readonly name?: string;
      readonly allowed: number;
      readonly needed: number;
    }
  /** Two rules contradict each other on one account (a pin and its family). The pin of `account` won. */
  | { readonly kind: 'conflict'; readonly account: number; readonly other: number }
  /** Fewer accounts (or families) than territories: some stay empty. */
  | { readonly kind: 'empty'; readonly territories: number };

/**
 * What is set apart because it exceeds the upper limit of every territory that may take it on the first metric, and
 * how even the rest is without it: an account or family has a territory of its own, and so do pins that alone are too
 * much. The rest is shared among the other territories; where that makes further ones too large, so are these.
 */
export interface SetApart {
  /** The accounts set apart, in their order; of those that are pinned the ones that alone are too large. */
  readonly accounts: Int32Array;
  /** K flags: 1 for a territory that is set apart. */
  readonly territories: Uint8Array;
  /** K × M targets of the rest, in the metrics' own units; of a territory apart what it is set apart with. */
  readonly target: Float64Array;
  /** M values over the other territories: the worst |load ÷ target − 1|, and a proven floor under it. */
  readonly worstDeviation: Float64Array;
  readonly toleranceFloor: Float64Array;
  /** True if the rest is within the tolerances. */
  readonly withinTolerance: boolean;
}

export interface Design {
  /** N values: territory or −1. */
  readonly assignment: Int32Array;
  /** K × dims centres, same coordinates as `points`. */
  readonly centres: Float64Array;
  /** K × M sums of the metrics in their own units, and the targets. */
  readonly load: Float64Array;
  readonly target: Float64Array;
  /** M values: the worst |load ÷ target − 1| of each metric. */
  readonly worstDeviation: Float64Array;
  /** True if every metric of every territory is within its tolerance. */
  readonly withinTolerance: boolean;
  /** M values: the smallest tolerance known to be reachable by this design (its own worst deviation or
   *  better), and a proven floor under it (0 where nothing is proven). */
  readonly toleranceFloor: Float64Array;
  /** What is too large for any balance, and the balance without it; null where nothing is. */
  readonly apart: SetApart | null;

  /** Cost of the assignment at these centres and a lower bound on the cost of any assignment within the
   *  tolerances at these same centres; gap = cost ÷ bound − 1. NaN without a space. */
  readonly cost: number;
  readonly bound: number;
  readonly gap: number;
  /** The same bound over the plans that are at least as even as this one on the first metric, by Σ |load − target|^1.5 ÷
   *  √target: what `evenness` has bought is in it. Without evenness it is `bound`. */
  readonly boundAsEven: number;

  /** N values each: the second-best eligible territory (−1 none), the extra km to its centre (negative: it
   *  is nearer), and the rule that decided. */
  readonly runnerUp: Int32Array;
  readonly runnerUpExtraKm: Float32Array;
  readonly why: Uint8Array;

  /** Great-circle km from each account to its territory's centre; NaN without a place. */
  readonly distanceKm: Float32Array;
  readonly meanKm: number;
  readonly p90Km: number;
  /** Mean km of the clustering without balance, by the same measure: the price of balance is the difference. */
  readonly meanKmUnbalanced: number;
  /** Share of placed accounts whose nearest eligible centre is another, and their mean extra km. */
  readonly nearerElsewhere: number;
  readonly nearerElsewhereKm: number;

  /** K values where `neighbours` are given: in how many pieces each territory is; accounts beside nobody are in none. */
  readonly pieces?: Int32Array;

  readonly moved: { readonly accounts: number; readonly money: number };
  readonly obstacles: readonly Obstacle[];
  /** Steps taken, for the run record. */
  readonly steps: number;
}
