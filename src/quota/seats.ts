import type { QuotaSettings } from '../plan/quota';
import { partsOf, periodsOf, sumOf, type Presence } from './calendar';

/** A seat as quotas need it. */
export interface Seat {
  readonly id: string;
  readonly role: string;
  readonly segment?: string | undefined;
  readonly isOpen: boolean;
  /** Relative to a full one. */
  readonly capacity: number;
  /** Money of the accounts it holds. */
  readonly potential: number;
  readonly history: number;
  readonly targets: number;
  /** Days are 1900 serials. */
  readonly hired?: number | undefined;
  readonly start?: number | undefined;
  readonly end?: number | undefined;
  readonly leaveFrom?: number | undefined;
  readonly leaveTo?: number | undefined;
  readonly lastYear?: number | undefined;
}

/** The deployed share of each seat. */
export function sharesOf(settings: QuotaSettings, year: number, seats: readonly Seat[]): number[] {
  const periods = periodsOf(year, settings);
  return seats.map((seat) => sumOf(partsOf(presenceOf(seat, settings), periods, settings)));
}

/** The part of the year in which somebody is there, as the calendar weighs it: the deployed share without ramp. */
export function activeSharesOf(settings: QuotaSettings, year: number, seats: readonly Seat[]): number[] {
  const periods = periodsOf(year, settings);
  return seats.map((seat) =>
    sumOf(partsOf({ ...presenceOf(seat, settings), rampFrom: undefined }, periods, settings)),
  );
}

/** The part of the year's days in which somebody is employed in a seat, leave or not. */
export function presentSharesOf(settings: QuotaSettings, year: number, seats: readonly Seat[]): number[] {
  const periods = periodsOf(year, settings);
  const [first, last] = [year, periods.at(-1)?.end ?? year];
  return seats.map((seat) => {
    const { start = first, end = last, isUnknown } = presenceOf(seat, settings);
    if (isUnknown === true) return 0;
    return Math.max(0, Math.min(end, last) - Math.max(start, first) + 1) / (last - first + 1);
  });
}

/**
 * When somebody is in a seat, and how it ramps: from the day of hire; a seat to be filled from its start. Whoever has no
 * start of his own is there from the day of his hire: nobody carries a quota before it.
 */
export function presenceOf(seat: Seat, { ramps }: Pick<QuotaSettings, 'ramps'>): Presence {
  const { role, segment, isOpen, hired, start, end, leaveFrom, leaveTo } = seat;
  const whole = (day: number | undefined) => (day === undefined || day <= 0 ? undefined : Math.floor(day));
  return {
    start: whole(start) ?? (isOpen ? undefined : whole(hired)),
    end: whole(end),
    leaveFrom: whole(leaveFrom),
    leaveTo: whole(leaveTo),
    isUnknown: isOpen && whole(start) === undefined,
    rampFrom: whole(hired) ?? (isOpen ? whole(start) : undefined),
    ramp: rampOf(role, segment ?? '', ramps),
  };
}

/**
 * The ramp of a seat: that of its role and segment, else of its role, else of its segment, else of all others; undefined
 * where there is none. Of two alike the first counts.
 */
export function rampOf(
  role: string,
  segment: string,
  ramps: QuotaSettings['ramps'],
): readonly number[] | undefined {
  const isOf = (wanted: string, word: string) => wanted.trim().toLowerCase() === word.trim().toLowerCase();
  let [best, closest]: [readonly number[] | undefined, number] = [undefined, -1];
  for (const { role: ofRole, segment: ofSegment = '', months } of ramps) {
    const [isRole, isSegment] = [ofRole.trim() !== '', ofSegment.trim() !== ''];
    if ((isRole && !isOf(ofRole, role)) || (isSegment && !isOf(ofSegment, segment))) continue;
    const close = (isRole ? 2 : 0) + (isSegment ? 1 : 0);
    if (close > closest) [best, closest] = [months, close];
  }
  return best;
}
