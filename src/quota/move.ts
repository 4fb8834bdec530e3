import type { QuotaSettings } from '../plan/quota';
import { sumOf, type Period } from './calendar';
import { CENTS, roundTo } from './round';

/** Part of the year's quota that lies before a day: by days, or by months with the month of the day cut by days. */
export const passedAt = (day: number, periods: readonly Period[]): number =>
  sumOf(
    periods.map(({ start, end, weight }) => {
      const days = end - start + 1;
      return (weight * Math.min(days, Math.max(0, day - start))) / days;
    }),
  );

/**
 * Whether the moves of a seat are enough for the quota of its accounts to go with them.
 * @param moved the rest of the year's quota of all accounts that came to the seat since issue, less that of those that left
 * @param issued the seat's issued quota
 */
export function goesAlong(
  moved: number,
  issued: number,
  { moves, moveThreshold }: Pick<QuotaSettings, 'moves' | 'moveThreshold'>,
): boolean {
  if (moves !== 'above') return moves === 'always';
  return Math.abs(moved) > moveThreshold * issued;
}

/** An account that has gone from one seat to another since quotas were issued. */
export interface MovedAccount {
  /** Id of the change on the log, and what the account is called. */
  readonly id: string;
  readonly label: string;
  readonly line: number;
  /** Indices of the seats, −1 none. */
  readonly from: number;
  readonly to: number;
  /** Its part of the quota of a whole year, and the day from which it goes along: 1900 serial. */
  readonly fullYear: number;
  readonly day: number;
}

/** A seat's part of a line of the plan: the rest of what came to it less that of what left it, and what was issued to it. */
interface MovedSeat {
  readonly line: number;
  readonly seat: number;
  readonly net: number;
  readonly issued: number;
}

/**
 * The moves whose quota goes along. It goes from one seat to the other or stays where it is: enough for one of the two is
 * enough for both, else what somebody who leaves hands to many would be nobody's.
 */
export function goingAlong<Move extends MovedAccount>(
  moves: readonly Move[],
  seats: readonly MovedSeat[],
  settings: Pick<QuotaSettings, 'moves' | 'moveThreshold'>,
): Move[] {
  const keyOf = (line: number, seat: number) => `${line}.${seat}`;
  const enough = new Set(
    seats.flatMap(({ line, seat, net, issued }) =>
      goesAlong(net, issued, settings) ? [keyOf(line, seat)] : [],
    ),
  );
  return moves.filter(({ line, from, to }) => enough.has(keyOf(line, from)) || enough.has(keyOf(line, to)));
}

/** What of an account's quota leaves a seat, and what comes to another. */
export interface MovedQuota {
  /**
   * The rest of its year, whoever is there to carry it: what is enough to go along is told by this, else nothing would go
   * along from a seat whose rep has left by then.
   */
  readonly rest: number;
  readonly out: number;
  readonly in: number;
}

/** Part of each period's days from a day on, 0 … 1. */
export const partsFrom = (day: number, periods: readonly Period[]): number[] =>
  periods.map(({ start, end }) => Math.max(0, end - Math.max(start, day) + 1) / (end - start + 1));

/**
 * The rest of the year's quota of an account leaves one seat and comes to another, each as far as it is carried there: a
 * seat that is empty by then has lost it already, and one that ramps takes up as much as of its own.
 * @param leaves the part of each period's weight that the seat carries which it leaves; none for no seat
 * @param comes the same of the seat to which it comes
 * @param digits of amounts after the point
 */
export function movedQuota(
  { fullYear, day }: Pick<MovedAccount, 'fullYear' | 'day'>,
  periods: readonly Period[],
  leaves: readonly number[],
  comes: readonly number[],
  digits = CENTS,
): MovedQuota {
  const from = partsFrom(day, periods);
  const sum = (parts: readonly number[]) => sumOf(parts.map((part, m) => part * (from[m] ?? 0)));
  return {
    rest: roundTo(fullYear * sum(periods.map(({ weight }) => weight)), digits),
    out: roundTo(fullYear * sum(leaves), digits),
    in: roundTo(fullYear * sum(comes), digits),
  };
}
