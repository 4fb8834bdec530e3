import { Why, type Design } from '../engine/problem';
import type { Reason } from '../plan/reasons';
import type { Territory } from '../plan/territory';
import type { StandIn } from './stand-ins';

/** Shorter distances show as 0 km: no difference to speak of. */
const SHOWN_KM = 0.05;

/** Turns the engine's codes for account i into a reason that names territories. */
export function reasonOf(
  design: Design,
  territories: readonly Territory[],
  lockOf: (account: number) => string,
  standIn: (account: number) => StandIn | undefined,
  i: number,
): Reason {
  const by = standIn(i);
  const next = territories[design.runnerUp[i] ?? -1];
  const km = design.distanceKm[i] ?? NaN;
  const extraKm = design.runnerUpExtraKm[i] ?? NaN;
  switch (design.why[i]) {
    case Why.Unassigned:
      return { code: 'ineligible' };
    case Why.Pinned:
      return { code: 'locked', lock: lockOf(i) };
    case Why.OnlyEligible:
      return { code: 'onlyEligible' };
    case Why.Family:
      return { code: 'family' };
    case Why.Kept:
      return { code: 'kept' };
    case Why.NoPlace:
      return { code: 'noPlace', by: by ?? 'balance' };
    case Why.Balance:
      if (by !== undefined) return { code: 'noPlace', by };
      return next !== undefined && extraKm <= -SHOWN_KM
        ? { code: 'balance', km, nearer: next.id, savedKm: -extraKm }
        : Number.isNaN(km)
          ? { code: 'similar', ...(next === undefined ? {} : { next: next.id }) }
          : { code: 'nearest', km };
    default:
      if (by !== undefined) return { code: 'noPlace', by };
      if (Number.isNaN(km)) return { code: 'similar', ...(next === undefined ? {} : { next: next.id }) };
      return next === undefined || Number.isNaN(extraKm)
        ? { code: 'nearest', km }
        : { code: 'nearest', km, next: next.id, extraKm };
  }
}
