import { isInBand } from '../plan/band';
import type { StandingPlan } from './standing-plan';

/** Territories that are out of tolerance on any metric, as Balance has it. */
export const outOfBandIn = ({ metrics, record }: StandingPlan): number =>
  record.territories.filter((_, j) =>
    metrics.some(({ spec, load, target }) => !isInBand(load[j] ?? 0, target[j] ?? 0, spec.tolerance)),
  ).length;
