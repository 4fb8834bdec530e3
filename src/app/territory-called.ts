import { Failure } from '../plan/failures';
import { UNASSIGNED } from '../plan/territory';
import type { StandingPlan } from './standing-plan';

/** A territory of the plan that stands, or none, as it is called there. @throws Failure `noTerritoryCalled` */
export function territoryCalled({ record }: Pick<StandingPlan, 'record'>, word: string): string {
  const names = [...record.territories.map(({ name }) => name), UNASSIGNED];
  const name = names.find((one) => one.toLowerCase() === word.trim().toLowerCase());
  if (name === undefined) throw new Failure('noTerritoryCalled', { name: word });
  return name;
}

/** Its index among the territories. @throws Failure `noTerritoryCalled`, for none too */
export function territoryIndex({ record }: Pick<StandingPlan, 'record'>, word: string): number {
  const index = record.territories.findIndex(({ name }) => name.toLowerCase() === word.trim().toLowerCase());
  if (index < 0) throw new Failure('noTerritoryCalled', { name: word });
  return index;
}
