import type { MetricSpec } from '../plan/metrics';
import { isClosedSeat } from './closed';
import type { StandingPlan } from './standing-plan';
import { seatCalled } from './understanding/standing-seats';
import type { Understanding } from './understanding/understand';

/** A fair share of one metric, as it is and as it would be. */
export interface ShareWith {
  readonly spec: MetricSpec;
  /** Of a full seat. */
  readonly before: number;
  readonly after: number;
  /** Load ÷ target of the other territories that share in it: the least and the most. */
  readonly others: {
    readonly count: number;
    readonly before: readonly [least: number, most: number];
    readonly after: readonly [least: number, most: number];
  };
}

/** What the seats of a plan have. K values each. */
interface Seats {
  readonly shares: readonly number[];
  /** Whether a territory is shared with the one that changes. */
  readonly isWith: readonly boolean[];
  readonly at: number;
  /** The share of that one then. */
  readonly then: number;
}

/**
 * Fair shares if a territory that holds nothing had another share: what all hold stays, and is shared by more or fewer.
 * Undefined where a share is not one for all of them: some are held against their own oversized accounts, or nobody is left.
 */
export function fairShareWith(
  { spec, load, target }: StandingPlan['metrics'][number],
  { shares, isWith, at, then }: Seats,
): ShareWith | undefined {
  const open = shares.flatMap((share, j) => (isWith[j] === true && share > 0 ? [j] : []));
  const others = open.filter((j) => j !== at);
  const sum = open.reduce((all, j) => all + (shares[j] ?? 0), 0);
  const each = open.map((j) => (target[j] ?? NaN) / (shares[j] ?? NaN));
  const [before = NaN] = each;
  const left = sum - (shares[at] ?? 0) + then;
  const isOne = each.every((one) => Math.abs(one - before) <= 1e-6 * Math.abs(before));
  if (!(before > 0) || !isOne || !(left > 0) || others.length === 0 || (load[at] ?? 0) !== 0)
    return undefined;
  const after = (before * sum) / left;
  const ends = (each: number): [number, number] => {
    const parts = others.map((j) => (load[j] ?? 0) / (each * (shares[j] ?? 0)));
    return [Math.min(...parts), Math.max(...parts)];
  };
  return {
    spec,
    before,
    after,
    others: { count: others.length, before: ends(before), after: ends(after) },
  };
}

/** Fair shares of every metric if a territory were closed, or opened again. */
export function sharesWith(
  { record, metrics }: StandingPlan,
  understanding: Pick<Understanding, 'choices'>,
  at: number,
  share: 'none' | 'again',
): ShareWith[] {
  const seats = record.territories.map(({ id }) => seatCalled(understanding, id));
  const own = seats[at];
  const { bySegment, byRegion } = record.settings;
  const before = record.territories[at]?.share ?? 1;
  const shared = {
    shares: record.territories.map(({ id }, j) =>
      isClosedSeat(understanding, id) ? 0 : (seats[j]?.capacityShare ?? NaN),
    ),
    isWith: seats.map(
      (seat) =>
        (bySegment !== true || seat?.segment === own?.segment) &&
        (byRegion !== true || seat?.region === own?.region),
    ),
    at,
    then: share === 'none' ? 0 : before > 0 ? before : 1,
  };
  return metrics.flatMap((metric) => fairShareWith(metric, shared) ?? []);
}
