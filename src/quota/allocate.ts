import { CENTS, roundTo, six } from './round';

/** One seat's part of one line of the plan. Money in currency units. */
export interface AllocationSeat {
  /** What its quota is in proportion to; below 0 counts as 0. */
  readonly weight: number;
  /** Deployed share, 0 … 1. */
  readonly share: number;
  /** Bounds of the full-year quota; absent: none. A floor above the cap gives way to it. */
  readonly floor?: number | undefined;
  readonly cap?: number | undefined;
  /** Of the deployed quota. */
  readonly override?: number | undefined;
}

export interface Allocation {
  /** Full-year quota for a weight of 1, between the bounds. */
  readonly lambda: number;
  /** What the bounds do not let be placed: below 0 where the floors need more than there is. */
  readonly notPlaceable: number;
  /** Overrides over, or under, what was calculated for their seats. */
  readonly overrideGap: number;
  /** What bottom-up targets are over the pool. */
  readonly bottomUpGap: number;
  /** What whole units leave over. */
  readonly rounding: number;
  readonly seats: readonly {
    readonly fullYear: number;
    readonly calculated: number;
    readonly final: number;
  }[];
}

export interface AllocationRules {
  readonly overrides: 'leave' | 'spread';
  /** Quotas are whole multiples of it; below a cent: to the cent. */
  readonly unit: number;
  /** Digits of amounts after the point; absent: cents. What is called a cent here is the last of them. */
  readonly digits?: number | undefined;
  /** The weights are quotas already: nothing is scaled. */
  readonly isBottomUp?: boolean;
}

interface Bounded extends AllocationSeat {
  readonly low: number;
  readonly high: number;
  /** λ is solved over it. */
  readonly isFree: boolean;
}

/**
 * Shares a pool out over seats: full-year quota = clamp(λ · weight, floor, cap) with the one λ for which Σ share ·
 * quota is the pool. Exact, without passes: the sum is piecewise linear in λ, and each bound is one of its corners.
 * Then whole units by largest remainder; of equal remainders the first seat has it. The order of seats is that of
 * their territory ids.
 */
export function allocate(pool: number, seats: readonly AllocationSeat[], rules: AllocationRules): Allocation {
  const bounded = seats.map((seat): Bounded => {
    const high = seat.cap ?? Infinity;
    return {
      ...seat,
      weight: Math.max(0, seat.weight),
      low: Math.min(seat.floor ?? 0, high),
      high,
      isFree: rules.overrides === 'leave' || seat.override === undefined,
    };
  });
  const overridden = seats.reduce((sum, { override }) => sum + (override ?? 0), 0);
  const shared = rules.overrides === 'spread' ? Math.max(0, pool - overridden) : pool;
  const lambda = rules.isBottomUp === true ? 1 : lambdaOf(shared, bounded);
  const fullYear = bounded.map((seat) => clamp(lambda * seat.weight, seat));
  const calculated = bounded.map(({ share }, k) => share * (fullYear[k] ?? 0));
  const { digits = CENTS } = rules;
  const final = roundedTo(rules.unit, digits, bounded, calculated);
  // Sums are rounded, not the steps between them: so the steps lead to the quotas to the cent.
  const sum = (of: readonly number[], isIn: (seat: Bounded) => boolean) =>
    roundTo(
      bounded.reduce((all, seat, k) => all + (isIn(seat) ? (of[k] ?? 0) : 0), 0),
      digits,
    );
  const isPlain = ({ override }: Bounded) => override === undefined;
  const plain = sum(calculated, isPlain);
  const placed = sum(calculated, ({ isFree }) => isFree);
  const missing = roundTo(shared - placed, digits);
  const overrideGap =
    rules.overrides === 'spread' ? overridden - (pool - shared) : plain + overridden - placed;
  return {
    lambda,
    notPlaceable: rules.isBottomUp === true ? 0 : missing,
    bottomUpGap: rules.isBottomUp === true ? 0 - missing : 0,
    overrideGap: roundTo(overrideGap, digits),
    rounding: roundTo(plain - sum(final, isPlain), digits),
    seats: bounded.map((_, k) => ({
      fullYear: fullYear[k] ?? 0,
      calculated: calculated[k] ?? 0,
      final: final[k] ?? 0,
    })),
  };
}

const clamp = (quota: number, { low, high }: Bounded): number => Math.min(high, Math.max(low, quota));

/** What seats carry together at a corner. */
const placedAt = (lambda: number, seats: readonly Bounded[]): number =>
  seats.reduce((sum, seat) => sum + (seat.isFree ? seat.share * clamp(lambda * seat.weight, seat) : 0), 0);

function lambdaOf(pool: number, seats: readonly Bounded[]): number {
  const corners = seats.flatMap(({ low, high, weight, isFree }) =>
    isFree && weight > 0 ? [low / weight, high / weight] : [],
  );
  const reached = corners.filter(
    (corner) => Number.isFinite(corner) && six(placedAt(corner, seats)) <= six(pool),
  );
  const corner = reached.reduce((most, candidate) => Math.max(most, candidate), 0);
  const left = six(pool - placedAt(corner, seats));
  let slope = 0;
  for (const { low, high, weight, share, isFree } of seats) {
    const quota = six(corner * weight);
    if (isFree && quota >= six(low) && quota < (Number.isFinite(high) ? six(high) : high))
      slope += share * weight;
  }
  return left <= 0 || slope === 0 ? corner : corner + left / slope;
}

/** Whole units by largest remainder; a seat whose bounds leave no whole unit its quota to the cent. */
function roundedTo(
  wanted: number,
  digits: number,
  seats: readonly Bounded[],
  calculated: readonly number[],
): number[] {
  const cent = 10 ** -digits;
  const unit = Math.max(cent, roundTo(wanted, digits));
  const parts = seats.map(({ share, low, high, override }, k) => {
    const quota = calculated[k] ?? 0;
    const below = Math.floor(six(quota / unit));
    const fits = six(below * unit) >= six(share * low) && six((below + 1) * unit) <= six(share * high);
    return {
      quota,
      below,
      rest: six(quota / unit) - below,
      isOpen: override === undefined && fits && share > 0,
    };
  });
  const open = parts.filter(({ isOpen }) => isOpen);
  const units = Math.floor(
    six(
      roundTo(
        open.reduce((sum, { quota }) => sum + quota, 0),
        CENTS,
      ) / unit,
    ),
  );
  const more = units - open.reduce((sum, { below }) => sum + below, 0);
  const before = (k: number, rest: number) =>
    parts.filter(
      (other, at) =>
        other.isOpen && (six(other.rest) > six(rest) || (six(other.rest) === six(rest) && at < k)),
    ).length;
  return parts.map(({ quota, below, rest, isOpen }, k) => {
    const { override } = seats[k] ?? {};
    if (override !== undefined) return override;
    if (!isOpen) return roundTo(Math.floor(six(roundTo(quota, 6) / cent)) * cent, digits);
    return roundTo(unit * (below + (before(k, rest) < more ? 1 : 0)), digits);
  });
}
