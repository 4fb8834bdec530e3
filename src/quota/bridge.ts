import { sumOf } from './calendar';
import { cents, roundTo } from './round';

/**
 * The way from the plan number to the quotas, the same in sheet, pane and JSON. Money in currency units.
 * Once quotas are issued `final` is what is in force, the steps are those of the issue, and the last four tell what
 * came since.
 */
export interface Bridge {
  readonly plan: number;
  readonly overAssignment: number;
  readonly pool: number;
  readonly notPlaceable: number;
  readonly bottomUpGap: number;
  readonly overrideGap: number;
  readonly rounding: number;
  /** What the plan is now over what was issued of it: nobody has it until quotas are issued again. */
  readonly unallocated: number;
  /** What is no longer carried because somebody starts later, leaves or is away. */
  readonly hiringSlip: number;
  /** Issued quotas of seats that are no longer there. */
  readonly seatsGone: number;
  /** What accounts that moved have brought to seats more than they took from others. */
  readonly moves: number;
  readonly final: number;
  readonly difference: number;
}

/** Sums to the cent, whatever the order. */
export const total = (amounts: readonly number[]): number => sumOf(amounts.map(cents)) / 100;

/** Steps with what is left over between plan and quotas: nothing. */
export const closed = (steps: Omit<Bridge, 'difference'>): Bridge => {
  const { plan, overAssignment, notPlaceable, bottomUpGap, overrideGap, rounding, final } = steps;
  const { unallocated, hiringSlip, seatsGone, moves } = steps;
  const given = [plan, overAssignment, -notPlaceable, bottomUpGap, overrideGap, -rounding];
  const walked = total([...given, -unallocated, -hiringSlip, -seatsGone, moves]);
  return { ...steps, difference: roundTo(walked - final, 2) };
};

/** All lines together. */
export const sumOfBridges = (bridges: readonly Bridge[]): Bridge =>
  bridgeOf((key) => total(bridges.map((bridge) => bridge[key])));

/** A bridge by what each of its steps comes to. */
export function bridgeOf(sum: (key: keyof Omit<Bridge, 'difference'>) => number): Bridge {
  return closed({
    plan: sum('plan'),
    overAssignment: sum('overAssignment'),
    pool: sum('pool'),
    notPlaceable: sum('notPlaceable'),
    bottomUpGap: sum('bottomUpGap'),
    overrideGap: sum('overrideGap'),
    rounding: sum('rounding'),
    unallocated: sum('unallocated'),
    hiringSlip: sum('hiringSlip'),
    seatsGone: sum('seatsGone'),
    moves: sum('moves'),
    final: sum('final'),
  });
}
