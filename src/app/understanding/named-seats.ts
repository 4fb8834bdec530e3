import { matchOwners } from '../../intake';
import type { Accounts } from '../../plan/accounts';
import type { Notice } from '../../plan/design';
import type { AccountMapping } from '../../plan/fields';
import { roleIsNamed, type Rep, type Roster } from '../../plan/roster';
import type { Locks } from '../../plan/rules/lock';
import type { Settings } from '../../plan/settings';
import type { SeatChoice } from './choose-seats';

/** Seats for named accounts, told from the others. */
export interface NamedSeats {
  /** Those that hold something are marked; those that hold nothing yet have no territory. */
  readonly seating: SeatChoice;
  /** Whether roles and list both speak of them, and whether they stand apart; undefined where nobody speaks of them. */
  readonly holds: boolean | undefined;
  readonly notices: readonly Notice[];
}

/**
 * Named accounts are given by hand to seats of their own, outside the balanced rest (roles such as Named, Strategic, Key or
 * Global Account Manager). So it is where the list marks accounts as named and such a seat holds one of them; the user
 * may turn that round.
 */
export function namedSeats(
  seating: SeatChoice,
  accounts: Accounts,
  roster: Roster,
  columns: AccountMapping,
  settings: Settings,
): NamedSeats {
  const { seats } = seating;
  const isFor = seats.map((rep) => !rep.tbh && roleIsNamed(rep.role));
  if (!isFor.includes(true) || !isFor.includes(false)) return { seating, holds: undefined, notices: [] };
  const { seat } = matchOwners(accounts, roster, columns, seats);
  const flags = accounts.number.named;
  const held = seats.map(() => 0);
  let marked = 0;
  let elsewhere = 0;
  seat.forEach((j, i) => {
    if (j >= 0) held[j] = (held[j] ?? 0) + 1;
    if (flags?.[i] !== 1) return;
    if (isFor[j] === true) marked++;
    else elsewhere++;
  });
  if (marked === 0 && settings.namedSeats === undefined) return { seating, holds: undefined, notices: [] };
  if (settings.namedSeats === false) return { seating, holds: false, notices: [] };
  const isEmpty = (j: number) => isFor[j] === true && held[j] === 0;
  const waiting = seats.filter((_, j) => isEmpty(j));
  const apart = seats.filter((_, j) => isFor[j] === true && !isEmpty(j));
  const names = (some: readonly Rep[]) => some.map(({ name }) => name).join(', ');
  return {
    seating: {
      ...seating,
      seats: seats.flatMap((rep, j) =>
        isEmpty(j) ? [] : [isFor[j] === true ? { ...rep, named: true as const } : rep],
      ),
    },
    holds: true,
    notices: [
      ...(apart.length === 0
        ? []
        : [
            {
              code: 'namedSeats',
              severity: 'note' as const,
              params: {
                count: apart.length,
                names: names(apart),
                accounts: seats.reduce((sum, _, j) => sum + (isFor[j] === true ? (held[j] ?? 0) : 0), 0),
              },
            },
          ]),
      ...(waiting.length === 0
        ? []
        : [
            {
              code: 'namedWaiting',
              severity: 'warning' as const,
              params: { count: waiting.length, names: names(waiting) },
            },
          ]),
      ...(elsewhere === 0
        ? []
        : [{ code: 'namedElsewhere', severity: 'warning' as const, params: { count: elsewhere } }]),
    ],
  };
}

/**
 * All that seats for named accounts hold stays there: it was given by hand.
 * @param current N values: seat of today's owner, −1 none
 * @param locks those of cells come before: they may say that an account goes elsewhere
 */
export function withNamed(locks: Locks, current: Int32Array, seats: readonly Rep[]): Locks {
  if (!seats.some(({ named }) => named)) return locks;
  const isNamed = (i: number) => (locks.seat[i] ?? -1) < 0 && seats[current[i] ?? -1]?.named === true;
  return {
    seat: locks.seat.map((j, i) => (isNamed(i) ? (current[i] ?? -1) : j)),
    kind: (i) => (isNamed(i) ? 'named' : locks.kind(i)),
  };
}
