import { foldText } from '../../exact/fold-text';
import type { Rep } from '../../plan/roster';

/**
 * A territory of the standing plan; `owner` is blank for an open seat and absent in records of earlier versions. `seat`
 * is whose seat it is by the team list, where somebody else was put in it.
 */
export interface StandingTerritory {
  readonly name: string;
  readonly owner?: string | undefined;
  readonly seat?: string | undefined;
}

/**
 * The seats in the order of the plan that stands, so that a territory keeps its number, its name and its locks with
 * its rep however the team list is sorted. Who is new takes the place of one who left.
 *
 * @returns `seats` reordered, and for each standing territory the seat that has it now, −1 none
 */
export function standingSeats(
  seats: readonly Rep[],
  territories: readonly StandingTerritory[],
): { seats: readonly Rep[]; seatOf: readonly number[] } {
  if (!territories.some(({ owner }) => owner !== undefined)) {
    const sameTeam = territories.length === seats.length;
    return { seats, seatOf: territories.map((_, j) => (sameTeam ? j : -1)) };
  }
  const free = new Set(seats);
  const holders = territories.map(({ owner, seat }) => {
    const ofSeat = seat === undefined ? undefined : [...free].find((rep) => holds(rep, seat));
    const holder = ofSeat ?? [...free].find((rep) => holds(rep, owner ?? ''));
    if (holder !== undefined) free.delete(holder);
    return holder;
  });
  const places = seats.map((_, j) => holders[j]);
  const waiting = [...holders.slice(seats.length).filter((rep) => rep !== undefined), ...free];
  const ordered = places.map((rep) => rep ?? waiting.shift()).filter((rep) => rep !== undefined);
  const seatOf = holders.map((holder, j) => {
    if (holder !== undefined) return ordered.indexOf(holder);
    const heir = ordered[j];
    return heir !== undefined && free.has(heir) ? j : -1;
  });
  return { seats: ordered, seatOf };
}

const holds = (rep: Rep, owner: string): boolean =>
  owner === '' ? rep.tbh : !rep.tbh && foldText(rep.name) === foldText(owner);
