import type { StandingPlan } from './standing-plan';
import { seatCalled } from './understanding/standing-seats';
import type { Understanding } from './understanding/understand';

/** A territory of the plan that stands is closed for good: its seat has no share. */
export const isClosedSeat = (understanding: Pick<Understanding, 'choices'>, id: string): boolean =>
  seatCalled(understanding, id)?.capacityShare === 0;

/** Names of territories in which nobody holds an account: those that are closed, and those that may be. */
export function emptyTerritories(
  understanding: Pick<Understanding, 'choices'>,
  { record, assignment }: Pick<StandingPlan, 'record' | 'assignment'>,
): { readonly closed: readonly string[]; readonly empty: readonly string[] } {
  const held = new Set(assignment);
  const names = (isOne: (j: number, id: string) => boolean) =>
    record.territories.flatMap(({ id, name }, j) => (isOne(j, id) ? [name] : []));
  return {
    closed: names((_, id) => isClosedSeat(understanding, id)),
    empty: names((j, id) => !held.has(j) && !isClosedSeat(understanding, id)),
  };
}
