import { foldText } from '../../exact/fold-text';
import type { Rep } from '../../plan/roster';
import { nextIds, territoryId, type TerritoryId } from '../../plan/territory-id';
import type { Choices } from './choices';

/**
 * A territory of the standing plan; `owner` is blank for an open seat and absent in records of earlier versions. `seat`
 * is whose seat it is by the team list, where somebody else was put in it.
 */
export interface StandingTerritory {
  readonly id: string;
  readonly name: string;
  readonly owner?: string | undefined;
  readonly seat?: string | undefined;
}

/**
 * The seats in the order of the plan that stands, so that a territory keeps its number, its name and its locks with
 * its rep however the team list is sorted. Who is new takes the place of one who left; where nobody does, his number goes
 * with him.
 *
 * @param promised ids that nobody else may have
 * @returns `seats` reordered, their ids, and for each standing territory the seat that has it now, −1 none
 */
export function standingSeats(
  seats: readonly Rep[],
  territories: readonly StandingTerritory[],
  promised: readonly string[] = [],
): { seats: readonly Rep[]; seatOf: readonly number[]; ids: readonly TerritoryId[] } {
  if (!territories.some(({ owner }) => owner !== undefined)) {
    const sameTeam = territories.length === seats.length;
    const seatOf = territories.map((_, j) => (sameTeam ? j : -1));
    const ids = seats.map(
      (_, j) => (sameTeam ? territories[j]?.id : undefined) ?? territoryId(j, seats.length),
    );
    return { seats, seatOf, ids: ids as TerritoryId[] };
  }
  const free = new Set(seats);
  const holders = territories.map(({ owner, seat }) => {
    const ofSeat = seat === undefined ? undefined : [...free].find((rep) => holds(rep, seat));
    const holder = ofSeat ?? [...free].find((rep) => holds(rep, owner ?? ''));
    if (holder !== undefined) free.delete(holder);
    return holder;
  });
  const waiting = [...free];
  const heirs = holders.map((holder) => holder ?? waiting.shift());
  const ordered = [...heirs.filter((rep) => rep !== undefined), ...waiting];
  const more = nextIds(
    territories.map(({ id }) => id),
    promised,
    waiting.length,
  );
  const kept = territories.flatMap(({ id }, j) => (heirs[j] === undefined ? [] : [id as TerritoryId]));
  return {
    seats: ordered,
    seatOf: heirs.map((rep) => (rep === undefined ? -1 : ordered.indexOf(rep))),
    ids: [...kept, ...more],
  };
}

const holds = (rep: Rep, owner: string): boolean =>
  owner === '' ? rep.tbh : !rep.tbh && foldText(rep.name) === foldText(owner);

/** The seat of a territory as the user has it now; undefined where the team has none for it any more. */
export const seatCalled = (
  { choices: { seats, ids } }: { readonly choices: Pick<Choices, 'seats' | 'ids'> },
  id: string,
): Rep | undefined => seats[(ids as readonly string[]).indexOf(id)];
