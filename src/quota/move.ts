import type { QuotaSettings } from '../plan/quota';
import { sumOf, type Period } from './calendar';
import { roundTo } from './round';

/** Part of the year's quota that lies before a day: by days, or by months with the month of the day cut by days. */
const passedAt = (day: number, periods: readonly Period[]): number =>
  sumOf(
    periods.map(({ start, end, weight }) => {
      const days = end - start + 1;
      return (weight * Math.min(days, Math.max(0, day - start))) / days;
    }),
  );

/** A full-year amount before and from a day on, to the cent: both add up to it. */
export function splitAt(
  amount: number,
  day: number,
  periods: readonly Period[],
): { readonly before: number; readonly after: number } {
  const before = roundTo(amount * passedAt(day, periods), 2);
  return { before, after: roundTo(amount - before, 2) };
}

/** What a full-year quota is worth that becomes another one on a day. */
export function changedAt(before: number, after: number, day: number, periods: readonly Period[]): number {
  const passed = passedAt(day, periods);
  return roundTo(before * passed + after * (1 - passed), 2);
}

/**
 * Whether the quota of accounts goes with them.
 * @param moved quota of all accounts that have left the seat, or come to it, since issue
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
