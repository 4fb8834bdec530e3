import { RAMP_MONTHS, type QuotaSettings } from '../plan/quota';

/** A month of the fiscal year, or a period of four or five weeks. Days are 1900 serials; both ends count. */
export interface Period {
  readonly start: number;
  readonly end: number;
  /** Its part of the year's quota. */
  readonly weight: number;
}

type CalendarSettings = Pick<QuotaSettings, 'periods' | 'calendar' | 'season' | 'midMonth' | 'leave'>;

/** When somebody is in a seat. Days are 1900 serials; absent: always. */
export interface Presence {
  readonly start?: number | undefined;
  readonly end?: number | undefined;
  readonly leaveFrom?: number | undefined;
  readonly leaveTo?: number | undefined;
  /** Day from which the ramp counts; absent: fully productive. */
  readonly rampFrom?: number | undefined;
  /** Parts of full productivity in the first, second … month; what is beyond them is 1. */
  readonly ramp?: readonly number[] | undefined;
  /** Nobody knows when the seat is filled: it carries nothing. */
  readonly isUnknown?: boolean;
}

const EPOCH = Date.UTC(1899, 11, 30);
const DAY = 86_400_000;
const dateOf = (serial: number): Date => new Date(EPOCH + Math.floor(serial) * DAY);
const serialOf = (year: number, month: number, day: number): number =>
  Math.round((Date.UTC(year, month, day) - EPOCH) / DAY);

/** EDATE: the same day so many months later, or the last of that month. */
export function monthsLater(serial: number, months: number): number {
  const date = dateOf(serial);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth() + months];
  return Math.min(serialOf(year, month, date.getUTCDate()), serialOf(year, month + 1, 0));
}

const WEEKS_BEFORE = [0, 4, 8] as const;
const startOf = (fiscalYear: number, periods: QuotaSettings['periods'], m: number): number =>
  periods === '445'
    ? fiscalYear + 7 * (13 * Math.floor(m / 3) + (WEEKS_BEFORE[m % 3] ?? 0))
    : monthsLater(fiscalYear, m);

/** The twelve periods of a fiscal year that begins on a day. @source MONEY: a leap year has 366 days */
export function periodsOf(fiscalYear: number, { periods, calendar, season }: CalendarSettings): Period[] {
  const starts = Array.from({ length: 13 }, (_, m) => startOf(fiscalYear, periods, m));
  const ofSeason = season.reduce((sum, weight) => sum + weight, 0);
  const days = (starts[12] ?? 0) - (starts[0] ?? 0);
  return starts.slice(0, 12).map((start, m) => {
    const end = (starts[m + 1] ?? start) - 1;
    const weight =
      calendar === 'days'
        ? (end - start + 1) / days
        : calendar === 'months' || ofSeason === 0
          ? 1 / 12
          : (season[m] ?? 0) / ofSeason;
    return { start, end, weight };
  });
}

/** The day from which a seat counts in the period in which it starts. A start on its first day is never put off. */
function countsFrom(
  start: number,
  { start: first, end: last }: Period,
  rule: QuotaSettings['midMonth'],
): number {
  const isWithin = start > first && start <= last;
  if (!isWithin || rule === 'day') return Math.max(start, first);
  return rule === 'next' ? last + 1 : first;
}

/**
 * A seat's part of each period's weight, 0 … 1 of the year: period's weight × active part × ramp. Their sum is the
 * deployed share.
 */
export function partsOf(
  presence: Presence,
  periods: readonly Period[],
  settings: CalendarSettings,
): number[] {
  const { start = 1, end = Infinity, rampFrom, ramp } = presence;
  // A start is put off or brought forward where the year is counted in months; days are counted as they are.
  const rule = settings.calendar === 'days' ? 'day' : settings.midMonth;
  const rampPeriod = rampFrom === undefined ? undefined : periodOf(rampFrom, periods, rule);
  return periods.map((period, m) => {
    if (presence.isUnknown === true) return 0;
    const first = countsFrom(start, period, rule);
    const last = Math.min(period.end, end);
    const half = rule === 'half' && start > period.start && start <= period.end ? 0.5 : 1;
    const away =
      settings.leave === 'none' || presence.leaveFrom === undefined || presence.leaveTo === undefined
        ? 0
        : Math.max(0, Math.min(last, presence.leaveTo) - Math.max(first, presence.leaveFrom) + 1);
    const active = Math.max(0, last - first + 1 - away) / (period.end - period.start + 1);
    const month = rampPeriod === undefined ? RAMP_MONTHS + 1 : Math.max(1, m - rampPeriod + 1);
    return period.weight * active * half * (ramp?.[month - 1] ?? 1);
  });
}

/** Index of the period in which a seat counts as started; before the year by months, so below 0. */
function periodOf(day: number, periods: readonly Period[], rule: QuotaSettings['midMonth']): number {
  const first = periods[0]?.start ?? day;
  if (day < first) {
    const [then, now] = [dateOf(day), dateOf(first)];
    const months =
      12 * (now.getUTCFullYear() - then.getUTCFullYear()) + now.getUTCMonth() - then.getUTCMonth();
    return -months + (rule === 'next' && then.getUTCDate() > 1 ? 1 : 0);
  }
  const at = periods.filter(({ start }) => start <= day).length - 1;
  return at + (rule === 'next' && day > (periods[at]?.start ?? day) ? 1 : 0);
}

export const sumOf = (parts: readonly number[]): number => parts.reduce((sum, part) => sum + part, 0);
