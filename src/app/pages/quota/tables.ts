import { ABOVE, NO_END, tierTrouble, type PayTier, type QuotaSettings } from '../../../plan/quota';
import { daySerial, serialDay } from '../../../plan/schedule';
import type { Numbers } from '../../../text/numbers';
import type { QuotaChange } from '../../actions/write-quotas';
import type { QuotaBasis } from '../../quota-sources';

/** A ramp as it is typed: parts of full productivity month by month since the start, in per cent. */
export interface RampTyped {
  readonly role: string;
  readonly segment: string;
  readonly months: string;
}

/** A tier as it is typed: where it ends, blank for no end, and what it pays; it begins where the one before ends. */
export interface TierTyped {
  readonly to: string;
  readonly multiplier: string;
}

/** Days of a seat, ISO, blank for none. */
export interface SeatDays {
  readonly id: string;
  readonly label: string;
  readonly days: Readonly<Record<DayOfSeat, string>>;
}

export const DAYS_OF_SEAT = ['hired', 'start', 'end', 'leaveFrom', 'leaveTo'] as const;
export type DayOfSeat = (typeof DAYS_OF_SEAT)[number];

/** What stands in blue tables, as the page edits it. */
export interface QuotaTables {
  readonly ramps: readonly RampTyped[];
  readonly tiers: readonly TierTyped[];
  /** Weights of the twelve months; undefined where the calendar is by none. */
  readonly season: readonly number[] | undefined;
  readonly seats: readonly SeatDays[];
}

const MONTHS = 12;
const percent = (part: number, numbers: Numbers) => numbers.plain(Math.round(part * 1e6) / 1e4);

export function tablesOf(
  { quota, seats }: Pick<QuotaBasis, 'quota' | 'seats'>,
  numbers: Numbers,
): QuotaTables {
  return {
    ramps: quota.ramps.map(({ role, segment = '', months }) => ({
      role,
      segment,
      // What comes after is full productivity.
      months: months
        .slice(
          0,
          months.reduce((last, part, m) => (part === 1 ? last : m + 1), 0),
        )
        .map((part) => percent(part, numbers))
        .join(' '),
    })),
    tiers: quota.tiers.map(({ to, multiplier }) => ({
      to: to >= NO_END ? '' : percent(to, numbers),
      multiplier: numbers.plain(multiplier),
    })),
    season: quota.calendar === 'season' ? quota.season : undefined,
    seats: seats.map((seat) => ({
      id: seat.id,
      label: seat.owner === '' ? seat.territory : `${seat.territory} · ${seat.owner}`,
      days: Object.fromEntries(
        DAYS_OF_SEAT.map((key) => [key, seat[key] === undefined ? '' : serialDay(seat[key])]),
      ) as Record<DayOfSeat, string>,
    })),
  };
}

/** Ramps as they were typed; undefined where one of them cannot be. */
export function rampsTyped(
  ramps: readonly RampTyped[],
  numbers: Numbers,
): QuotaSettings['ramps'] | undefined {
  const read = ramps.map(({ role, segment, months }) => {
    const words = months.split(/[\s;/]+/).filter((word) => word !== '');
    const parts = words.map((word) => numbers.parse(word.replace(/%$/, '')) / 100);
    const isSound = parts.length <= MONTHS && parts.every((part) => part >= 0 && part <= 1);
    const all = [...parts, ...Array<number>(Math.max(0, MONTHS - parts.length)).fill(1)];
    return isSound
      ? { role: role.trim(), ...(segment.trim() === '' ? {} : { segment: segment.trim() }), months: all }
      : undefined;
  });
  const known = new Set(ramps.map(({ role, segment }) => `${role.trim()}|${segment.trim()}`.toLowerCase()));
  const sound = read.filter((ramp) => ramp !== undefined);
  return sound.length === read.length && known.size === read.length ? sound : undefined;
}

/** Tiers as they were typed, and what is wrong with them. */
export function tiersTyped(
  tiers: readonly TierTyped[],
  numbers: Numbers,
): {
  readonly tiers: PayTier[];
  readonly trouble: 'number' | 'none' | 'start' | 'order' | 'end' | undefined;
} {
  const ends = tiers.map(({ to }) => (to.trim() === '' ? ABOVE : numbers.parse(to.replace(/%$/, '')) / 100));
  const read = tiers.map(({ multiplier }, n): PayTier => ({
    from: n === 0 ? 0 : (ends[n - 1] ?? 0),
    to: ends[n] ?? 0,
    multiplier: numbers.parse(multiplier),
  }));
  const isNumber = read.every(
    ({ to, multiplier }) => Number.isFinite(to) && Number.isFinite(multiplier) && multiplier >= 0,
  );
  return { tiers: read, trouble: isNumber ? tierTrouble(read) : 'number' };
}

/** Days of a seat as they were typed: a blank one is none, whatever the team list says. */
export function dayChanges(
  id: string,
  typed: readonly (readonly [key: DayOfSeat, iso: string])[],
): QuotaChange {
  const words = {
    ...Object.fromEntries(typed.map(([key, iso]) => [key, iso === '' ? null : daySerial(iso)])),
    blank: Object.fromEntries(typed.map(([key, iso]) => [key, iso === '' ? true : null])),
  };
  return { seats: { [id]: words } } as unknown as QuotaChange;
}
