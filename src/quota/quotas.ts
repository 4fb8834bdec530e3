import { overOf, rowKey, type QuotaLine, type QuotaSettings } from '../plan/quota';
import { allocate, type AllocationSeat } from './allocate';
import { closed, sumOfBridges, total, type Bridge } from './bridge';
import { sumOf } from './calendar';
import { forceOf } from './issue';
import type { MovedAccount } from './move';
import { CENTS, roundTo } from './round';
import { sharesOf, type Seat } from './seats';

/** What a seat carries of one line of the plan. Money in currency units. */
export interface SeatQuota {
  readonly key: string;
  readonly line: number;
  readonly seat: number;
  /** Whether the line is for the seat; one that was issued stays. */
  readonly applies: boolean;
  readonly weight: number;
  readonly share: number;
  readonly fullYear: number;
  readonly calculated: number;
  readonly override: number | undefined;
  /** Bounds of the full-year quota. */
  readonly low: number;
  readonly high: number | undefined;
  /** What the inputs say now. */
  readonly final: number;
  /** The quota in force, and the same of a full year: as issued and as its seat's dates have it since; else as above. */
  readonly inForce: number;
  readonly fullInForce: number;
  /** What of it changed since the issue with the dates of its seat. */
  readonly slip: number;
  /** What of it came, or left, with accounts. */
  readonly moved: number;
}

export interface Quotas {
  readonly rows: readonly SeatQuota[];
  readonly lines: readonly Bridge[];
  readonly bridge: Bridge;
  /** All lines together as the inputs say now; the same as the bridge until quotas are issued. */
  readonly indicated: Bridge;
  /** The same line by line. */
  readonly indicatedLines: readonly Bridge[];
}

/** A seat's part of a line. One that was issued stays, though the line is no longer for the seat. */
export interface Part {
  readonly line: number;
  readonly seat: number;
  readonly applies: boolean;
}

/**
 * All quotas of a plan, line by line.
 * @param year first day of the fiscal year, 1900 serial
 * @param parts which seats a line is for, in the order of lines and territories
 * @param moves accounts that have moved since quotas were issued
 */
export function quotasOf(
  settings: QuotaSettings,
  year: number,
  lines: readonly QuotaLine[],
  seats: readonly Seat[],
  parts: readonly Part[],
  moves: readonly MovedAccount[] = [],
): Quotas {
  const shares = sharesOf(settings, year, seats);
  const found = lines.map((line, n) => {
    const mine = parts.filter((part) => part.line === n);
    const of = mine.filter(({ applies }) => applies).map(({ seat }) => seat);
    const { rows, bridge } = shareLine(settings, line, n, seats, shares, of);
    const idle = mine.filter(({ applies }) => !applies);
    return {
      rows: [...rows, ...idle.map(({ seat }) => idleRow(rowKey(seats[seat]?.id ?? '', n), n, seat))],
      bridge,
    };
  });
  const bridges = found.map(({ bridge }) => bridge);
  const together = sumOfBridges(bridges);
  const live: Quotas = {
    rows: found.flatMap(({ rows }) => rows),
    lines: bridges,
    bridge: together,
    indicated: together,
    indicatedLines: bridges,
  };
  return settings.issued === undefined ? live : forceOf(live, settings, settings.issued, year, seats, moves);
}

/**
 * A line of the plan shared out among the seats that it is for.
 * @param n its number
 * @param shares part of the year of each seat
 * @param of indices of these seats
 */
function shareLine(
  settings: QuotaSettings,
  line: QuotaLine,
  n: number,
  seats: readonly Seat[],
  shares: readonly number[],
  of: readonly number[],
): { readonly rows: readonly SeatQuota[]; readonly bridge: Bridge } {
  const { digits = CENTS } = settings;
  const weights = weightsOf(
    settings,
    line,
    of.map((seat) => seats[seat]).filter((seat) => seat !== undefined),
  );
  const given = of.map((seat, k) => ({
    ...boundsOf(settings, seats[seat], n, digits),
    seat,
    weight: weights[k] ?? 0,
    share: shares[seat] ?? 0,
  }));
  const plan = roundTo(line.amount, digits);
  const pool = roundTo(plan * (1 + overOf(line)), digits);
  const shared = allocate(pool, given, {
    overrides: settings.overrides,
    unit: settings.unit,
    digits,
    isBottomUp: line.method === 'bottomUp',
  });
  const rows = given.map(({ key, seat, weight, share, override, floor = 0, cap: high }, k): SeatQuota => {
    const { fullYear = 0, calculated = 0, final = 0 } = shared.seats[k] ?? {};
    const force = { inForce: final, fullInForce: fullYear, slip: 0, moved: 0 };
    const low = Math.min(floor, high ?? Infinity);
    return {
      ...{ key, line: n, seat, applies: true, weight, share },
      ...{ fullYear, calculated, override, low, high, final },
      ...force,
    };
  });
  const { notPlaceable, bottomUpGap, overrideGap, rounding } = shared;
  const steps = {
    plan,
    overAssignment: roundTo(pool - plan, digits),
    pool,
    notPlaceable,
    bottomUpGap,
    overrideGap,
    rounding,
    unallocated: 0,
    hiringSlip: 0,
    seatsGone: 0,
    moves: 0,
  };
  return { rows, bridge: closed({ ...steps, final: total(rows.map((row) => row.final)) }) };
}

/** What is said of a seat's part of a line. @param n number of the line: what is said of the seat alone is of the first */
function boundsOf(
  settings: QuotaSettings,
  seat: Seat | undefined,
  n: number,
  digits: number,
): Pick<AllocationSeat, 'floor' | 'cap' | 'override'> & { readonly key: string } {
  const key = rowKey(seat?.id ?? '', n);
  const { floor, cap, override, lastYear = n === 0 ? seat?.lastYear : undefined } = settings.rows[key] ?? {};
  return {
    key,
    floor: floor === undefined ? undefined : roundTo(floor, 6),
    cap: capOf(cap, lastYear, settings.growth),
    // Nobody is paid parts of a cent: an override counts as it is shown.
    override: override === undefined ? undefined : roundTo(override, digits),
  };
}

/** A part of a line that is not for its seat. */
const idleRow = (key: string, line: number, seat: number): SeatQuota => ({
  key,
  line,
  seat,
  applies: false,
  weight: 0,
  share: 0,
  fullYear: 0,
  calculated: 0,
  override: undefined,
  low: 0,
  high: undefined,
  final: 0,
  inForce: 0,
  fullInForce: 0,
  slip: 0,
  moved: 0,
});

function weightsOf(settings: QuotaSettings, { method }: QuotaLine, seats: readonly Seat[]): number[] {
  const sum = (of: (seat: Seat) => number) => sumOf(seats.map(of));
  const [capacity, potential, history] = [
    sum((s) => s.capacity),
    sum((s) => s.potential),
    sum((s) => s.history),
  ];
  const part = (amount: number, of: number) => (of === 0 ? 0 : amount / of);
  return seats.map((seat) => {
    switch (method) {
      case 'equal':
        return seat.capacity;
      case 'potential':
        return potential > 0 ? Math.max(0, seat.potential) : seat.capacity;
      case 'history':
        return history > 0 ? Math.max(0, seat.history) : seat.capacity;
      case 'blended': {
        const blended =
          settings.blendEqual * part(seat.capacity, capacity) +
          settings.blendPotential * part(seat.potential, potential) +
          settings.blendHistory * part(seat.history, history);
        return blended > 0 ? blended : seat.capacity;
      }
      case 'bottomUp':
        return Math.max(0, seat.targets);
    }
  });
}

/** The lower of the cap that was set and of what last year's quota may grow to. */
function capOf(
  cap: number | undefined,
  lastYear: number | undefined,
  growth: number | undefined,
): number | undefined {
  const grown = growth === undefined || lastYear === undefined ? Infinity : lastYear * (1 + growth);
  const high = Math.min(cap ?? Infinity, grown);
  return Number.isFinite(high) ? roundTo(high, 6) : undefined;
}
