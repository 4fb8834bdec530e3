import { foldText } from '../exact/fold-text';
import { USUAL_OPEN } from '../plan/open';
import type { RunRecord } from '../plan/run-record';
import { daySerial } from '../plan/schedule';
import { quotaSeats, quotaSettings } from './quota-sources';
import type { Understanding } from './understanding/understand';

/** A territory that nobody has yet, or whose owner is not there yet. */
export interface OpenSeat {
  /** Index of the territory. */
  readonly at: number;
  readonly id: string;
  readonly territory: string;
  /** Blank: nobody has it. */
  readonly owner: string;
  readonly state: 'open' | 'starts' | 'away';
  /** Who looks after it until then; blank: nobody. */
  readonly interim: string;
  /** Who is going to have it; blank: nobody knows. */
  readonly future: string;
  /** First day on which it is that owner's, a 1900 serial; undefined: nobody knows. */
  readonly from: number | undefined;
}

/** The day of which open territories are told: as set, else that from which the plan holds, if that is to come. */
export function openDay(
  { settings }: Pick<Understanding, 'settings'>,
  record: RunRecord,
  today: number,
): number {
  const { effectiveFrom } = record.settings;
  const holds = effectiveFrom === undefined ? 0 : daySerial(effectiveFrom);
  return Math.floor(settings.open?.day ?? Math.max(today, holds));
}

/** Territories without an owner on a day, in the order of the plan. @param day 1900 serial */
export function openSeats(
  understanding: Pick<Understanding, 'team' | 'choices' | 'settings'>,
  record: RunRecord,
  day: number,
): OpenSeat[] {
  const { seats: said } = understanding.settings.open ?? USUAL_OPEN;
  return quotaSeats(understanding, record, quotaSettings(understanding)).flatMap((seat, at): OpenSeat[] => {
    const { id, territory, owner, coveredBy: interim, start, leaveFrom, leaveTo } = seat;
    const known = { at, id, territory, owner, interim: interim.trim() };
    if (owner === '')
      return [{ ...known, state: 'open', future: said[id]?.future?.trim() ?? '', from: start }];
    const isAway = leaveFrom !== undefined && leaveTo !== undefined && leaveFrom <= leaveTo && leaveTo >= day;
    if (isAway) return [{ ...known, state: 'away', future: owner, from: leaveTo + 1 }];
    return start !== undefined && start > day
      ? [{ ...known, state: 'starts', future: owner, from: start }]
      : [];
  });
}

/** What somebody looks after besides his own. */
export interface InterimLoad {
  readonly person: string;
  readonly territories: readonly string[];
  /** Part of the fair share of his own territories; of a mean one where he has none. */
  readonly part: number;
}

/**
 * Interim load by person, in no balance of theirs.
 * @param owners of all territories; @param load K values of what is balanced first; @param target the fair shares
 */
export function interimLoads(
  open: readonly OpenSeat[],
  owners: readonly string[],
  load: ArrayLike<number>,
  target: ArrayLike<number>,
): InterimLoad[] {
  const people = new Map<string, OpenSeat[]>();
  for (const seat of open) {
    if (seat.interim === '') continue;
    const key = foldText(seat.interim);
    people.set(key, [...(people.get(key) ?? []), seat]);
  }
  // A territory that has no target (closed, or for named accounts) is no fair share of anybody's.
  const shares = Array.from(target).filter((value) => value > 0);
  const mean = shares.reduce((sum, value) => sum + value, 0) / Math.max(1, shares.length);
  return [...people].map(([key, seats]) => {
    const own = owners.reduce((sum, owner, j) => (foldText(owner) === key ? sum + (target[j] ?? 0) : sum), 0);
    const covered = seats.reduce((sum, { at }) => sum + (load[at] ?? 0), 0);
    const share = own > 0 ? own : mean;
    return {
      person: seats[0]?.interim ?? '',
      territories: seats.map(({ territory }) => territory),
      part: share > 0 ? covered / share : 0,
    };
  });
}
