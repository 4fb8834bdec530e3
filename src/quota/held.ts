import { periodsOf } from './calendar';
import { passedAt } from './move';
import type { QuotaSettings } from '../plan/quota';

/** An account that goes from one seat to another in the course of the year for which quotas are shared out. */
export interface HeldAccount {
  /** Index of the account in the list, and the cell that it is known by. */
  readonly account: number;
  readonly key: string | number;
  readonly label: string;
  /** Indices of the seats, −1 none. */
  readonly from: number;
  readonly to: number;
  /** The seat in which it is at last: as long as it is proposed for that one, this counts. */
  readonly last: number;
  /** From which it is there: 1900 serial. */
  readonly day: number;
}

/**
 * What of the accounts' amounts counts for the seat that they leave, and not for the one that they come to: the part of
 * the year up to their day, as the calendar weighs it.
 * @param amounts by account
 * @param assignment by account, where it is by its cell
 * @returns what is to be added to the sums of the seats
 */
export function heldAmounts(
  held: readonly HeldAccount[],
  amounts: ArrayLike<number> | undefined,
  assignment: Int32Array,
  seats: number,
  settings: QuotaSettings,
  year: number,
): Float64Array {
  const more = new Float64Array(seats);
  if (held.length === 0) return more;
  const periods = periodsOf(year, settings);
  for (const { account, from, to, last, day } of held) {
    if (assignment[account] !== last) continue;
    const part = Math.max(0, amounts?.[account] || 0) * passedAt(day, periods);
    if (to >= 0) more[to] = (more[to] ?? 0) - part;
    if (from >= 0) more[from] = (more[from] ?? 0) + part;
  }
  return more;
}
