import type { StandingPlan } from './standing-plan';
import type { Understanding } from './understanding/understand';

/** A territory of the plan that stands is closed for good: its seat has no share. */
export const isClosedSeat = ({ choices }: Pick<Understanding, 'choices'>, at: number): boolean =>
  choices.seats[at]?.capacityShare === 0;

/** Names of territories in which nobody holds an account: those that are closed, and those that may be. */
export function emptyTerritories(
  understanding: Understanding,
  { record, assignment }: Pick<StandingPlan, 'record' | 'assignment'>,
): { readonly closed: readonly string[]; readonly empty: readonly string[] } {
  const held = new Set(assignment);
  const names = (isOne: (j: number) => boolean) =>
    record.territories.flatMap(({ name }, j) => (isOne(j) ? [name] : []));
  return {
    closed: names((j) => isClosedSeat(understanding, j)),
    empty: names((j) => !held.has(j) && !isClosedSeat(understanding, j)),
  };
}
