import { Why, type Design } from '../engine/problem';
import type { Reason } from '../plan/reasons';
import { decidedBy } from '../plan/rules/rule';
import type { PlanRules } from '../plan/rules/plan-rules';
import type { Territory } from '../plan/territory';
import type { Unit } from '../plan/together';
import type { StandIn } from './stand-ins';

/** Shorter distances show as 0 km: no difference to speak of. */
const SHOWN_KM = 0.05;

/** Turns the engine's codes for account i into a reason that names territories. */
export function reasonOf(
  design: Design,
  territories: readonly Territory[],
  rules: PlanRules,
  standIn: (account: number) => StandIn | undefined,
  i: number,
  unitOf: (account: number) => Unit | undefined = () => undefined,
): Reason {
  const like = standIn(i);
  const unit = unitOf(i);
  const whole = unit === undefined ? {} : { unit };
  const next = territories[design.runnerUp[i] ?? -1];
  const km = design.distanceKm[i] ?? NaN;
  const extraKm = design.runnerUpExtraKm[i] ?? NaN;
  switch (design.why[i]) {
    case Why.Unassigned:
      return { code: 'ineligible', ...by(0) };
    case Why.Pinned:
      return { code: 'locked', lock: rules.lock.explain(i).params.kind };
    case Why.OnlyEligible:
      return { code: 'onlyEligible', ...by(1) };
    case Why.Family:
      return like === 'area' && unit === undefined
        ? { code: 'noPlace', by: like }
        : { code: 'family', ...whole };
    case Why.Apart:
      return { code: 'apart', ...whole };
    case Why.Kept:
      return { code: 'kept' };
    case Why.NoPlace:
      return { code: 'noPlace', by: 'balance' };
    case Why.Balance:
      // It would be with others that are liker, if balance did not want it here.
      if (like === 'alike' && extraKm < 0) return { code: 'noPlace', by: 'balance' };
      if (like !== undefined) return { code: 'noPlace', by: like };
      return next !== undefined && extraKm <= -SHOWN_KM
        ? { code: 'balance', km, nearer: next.id, savedKm: -extraKm }
        : { code: 'nearest', km };
    default:
      if (like !== undefined) return { code: 'noPlace', by: like };
      return next === undefined ? { code: 'nearest', km } : { code: 'nearest', km, next: next.id, extraKm };
  }

  /** The rule that leaves the account so many territories. */
  function by(left: 0 | 1) {
    const rule = decidedBy(rules.eligibility, territories.length, i, left);
    return rule === undefined ? {} : { by: rule.explain(i) };
  }
}
