import { daysLater, serialDay } from '../plan/schedule';
import type { RunRecord } from '../plan/run-record';
import type { QuotaSeat } from '../reports/quota/context';
import { quotaSeats, quotaSettings } from './quota-sources';
import type { Understanding } from './understanding/understand';

/** Somebody who is away for a while. ISO days, both of them days of absence. */
export interface Leave {
  readonly territory: string;
  readonly owner: string;
  readonly from: string;
  readonly to: string;
  /** Blank: nobody. */
  readonly cover: string;
  /** The day on which he is back. */
  readonly back: string;
}

/** For so many days it is told that somebody is back: files that were written before say otherwise. */
const TOLD_DAYS = 14;

/** Who is away, is going to be, or has come back these days; the first to come back first. @param today ISO */
export function leavesIn(
  understanding: Pick<Understanding, 'settings' | 'team' | 'choices'>,
  record: RunRecord,
  today: string,
): Leave[] {
  return quotaSeats(understanding, record, quotaSettings(understanding))
    .flatMap((seat): Leave[] => {
      const days = leaveOf(seat);
      if (days === undefined || seat.owner === '') return [];
      const back = daysLater(days.to, 1);
      if (daysLater(back, TOLD_DAYS) < today) return [];
      return [{ territory: seat.territory, owner: seat.owner, ...days, cover: seat.coveredBy, back }];
    })
    .sort((a, b) => (a.back < b.back ? -1 : a.back > b.back ? 1 : 0));
}

/** The leave that is said of a seat, whenever it is; undefined where none is. @param id of the territory */
export function leaveOfSeat(
  understanding: Pick<Understanding, 'settings' | 'team' | 'choices'>,
  record: RunRecord,
  id: string,
): Pick<Leave, 'from' | 'to' | 'cover'> | undefined {
  const seats = quotaSeats(understanding, record, quotaSettings(understanding));
  const seat = seats.find((one) => one.id === id);
  const days = seat && leaveOf(seat);
  return days === undefined ? undefined : { ...days, cover: seat?.coveredBy ?? '' };
}

/** The days of a leave that can be: both ends, the first not after the last. */
function leaveOf({
  leaveFrom,
  leaveTo,
}: Pick<QuotaSeat, 'leaveFrom' | 'leaveTo'>): { readonly from: string; readonly to: string } | undefined {
  if (leaveFrom === undefined || leaveTo === undefined || !(leaveFrom > 0) || leaveTo < leaveFrom)
    return undefined;
  return { from: serialDay(leaveFrom), to: serialDay(leaveTo) };
}
