import { overOf, rowKey, type QuotaLine, type QuotaSettings } from '../plan/quota';
import { allocate, type AllocationSeat } from './allocate';
import { partsOf, periodsOf, sumOf, type Presence } from './calendar';
import { cents, roundTo } from './round';

/** A seat as quotas need it. */
export interface Seat {
  readonly id: string;
  readonly role: string;
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

/** What a seat carries of one line of the plan. Money in currency units. */
export interface SeatQuota {
  readonly key: string;
  readonly line: number;
  readonly seat: number;
  readonly weight: number;
  readonly share: number;
  readonly fullYear: number;
  readonly calculated: number;
  readonly override: number | undefined;
  readonly final: number;
}

/** The way from the plan number to the quotas, the same in sheet, pane and JSON. Money in currency units. */
export interface Bridge {
  readonly plan: number;
  readonly overAssignment: number;
  readonly pool: number;
  readonly notPlaceable: number;
  readonly bottomUpGap: number;
  readonly overrideGap: number;
  readonly rounding: number;
  readonly final: number;
  readonly difference: number;
}

export interface Quotas {
  readonly rows: readonly SeatQuota[];
  readonly lines: readonly Bridge[];
  readonly bridge: Bridge;
}

/**
 * All quotas of a plan, line by line.
 * @param year first day of the fiscal year, 1900 serial
 * @param parts which seats a line is for, in the order of lines and territories
 */
export function quotasOf(
  settings: QuotaSettings,
  year: number,
  lines: readonly QuotaLine[],
  seats: readonly Seat[],
  parts: readonly { readonly line: number; readonly seat: number }[],
): Quotas {
  const shares = sharesOf(settings, year, seats);
  const found = lines.map((line, n) => {
    const mine = parts.filter((part) => part.line === n);
    const weights = weightsOf(
      settings,
      line,
      mine.map(({ seat }) => seats[seat]).filter((seat) => seat !== undefined),
    );
    const given = mine.map(({ seat }, k): AllocationSeat & { key: string; seat: number } => {
      const one = seats[seat];
      const key = rowKey(one?.id ?? '', n);
      const {
        floor,
        cap,
        override,
        lastYear = n === 0 ? one?.lastYear : undefined,
      } = settings.rows[key] ?? {};
      return {
        key,
        seat,
        weight: weights[k] ?? 0,
        share: shares[seat] ?? 0,
        floor: floor === undefined ? undefined : roundTo(floor, 6),
        cap: capOf(cap, lastYear, settings.growth),
        override,
      };
    });
    const pool = roundTo(line.amount * (1 + overOf(line)), 2);
    const shared = allocate(pool, given, {
      overrides: settings.overrides,
      unit: settings.unit,
      isBottomUp: line.method === 'bottomUp',
    });
    const rows = given.map(({ key, seat, weight, share, override }, k): SeatQuota => {
      const { fullYear = 0, calculated = 0, final = 0 } = shared.seats[k] ?? {};
      return { key, line: n, seat, weight, share, fullYear, calculated, override, final };
    });
    const { notPlaceable, bottomUpGap, overrideGap, rounding } = shared;
    const steps = {
      plan: line.amount,
      overAssignment: roundTo(pool - line.amount, 2),
      pool,
      notPlaceable,
      bottomUpGap,
      overrideGap,
      rounding,
    };
    return { rows, bridge: closed({ ...steps, final: total(rows.map((row) => row.final)) }) };
  });
  const bridges = found.map(({ bridge }) => bridge);
  const sum = (key: keyof Bridge) => total(bridges.map((bridge) => bridge[key]));
  return {
    rows: found.flatMap(({ rows }) => rows),
    lines: bridges,
    bridge: closed({
      plan: sum('plan'),
      overAssignment: sum('overAssignment'),
      pool: sum('pool'),
      notPlaceable: sum('notPlaceable'),
      bottomUpGap: sum('bottomUpGap'),
      overrideGap: sum('overrideGap'),
      rounding: sum('rounding'),
      final: sum('final'),
    }),
  };
}

/** Sums to the cent, whatever the order. */
const total = (amounts: readonly number[]): number => sumOf(amounts.map(cents)) / 100;

const closed = (steps: Omit<Bridge, 'difference'>): Bridge => {
  const { plan, overAssignment, notPlaceable, bottomUpGap, overrideGap, rounding, final } = steps;
  const walked = total([plan, overAssignment, -notPlaceable, bottomUpGap, overrideGap, -rounding]);
  return { ...steps, difference: roundTo(walked - final, 2) };
};

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

/** When somebody is in a seat, and how it ramps: from the day of hire; a seat to be filled from its start. */
export function presenceOf(seat: Seat, { ramps }: Pick<QuotaSettings, 'ramps'>): Presence {
  const { role, isOpen, hired, start, end, leaveFrom, leaveTo } = seat;
  const isOf = (name: string) => name.toLowerCase() === role.trim().toLowerCase();
  const ramp = ramps.find((one) => one.role !== '' && isOf(one.role)) ?? ramps.find((one) => one.role === '');
  const whole = (day: number | undefined) => (day === undefined || day <= 0 ? undefined : Math.floor(day));
  return {
    start: whole(start),
    end: whole(end),
    leaveFrom: whole(leaveFrom),
    leaveTo: whole(leaveTo),
    isUnknown: isOpen && whole(start) === undefined,
    rampFrom: whole(hired) ?? (isOpen ? whole(start) : undefined),
    ramp: ramp?.months,
  };
}

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
