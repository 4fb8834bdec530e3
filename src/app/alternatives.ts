import { AIMS, type Aim } from '../plan/settings';
import type { DesignedPlan } from './design';
import type { Alternatives, PaneState } from './state';

/** What there is to choose from so far; nothing where no plan is shown. */
export const alternativesOf = ({ alternatives, designed }: PaneState): Alternatives =>
  alternatives ?? { plans: designed === undefined ? [] : [designed], tried: [] };

/** What is to be tried next, the plan as it is set among them; undefined when all is. */
export function nextAim(state: PaneState): Aim | 'set' | undefined {
  const { designed, isStale } = state;
  if (designed === undefined || isStale) return undefined;
  const { plans, tried } = alternativesOf(state);
  const isHeld = designed.plan.current.some((j) => j >= 0);
  const [first] = plans;
  const shown =
    first?.scenario === undefined && first?.point === undefined
      ? (first?.record.settings.aim ?? 'set')
      : undefined;
  return (['set', ...AIMS] as const)
    .filter((aim) => isHeld || !OF_HOLDERS.includes(aim))
    .find((aim) => !tried.includes(aim) && aim !== shown);
}

/** Without owners of today there is nobody to leave an account with. */
const OF_HOLDERS: readonly (Aim | 'set')[] = ['recommended', 'fewest'];

/** With a plan that was found for an aim, unless it is one of those that are there. */
export function withPlan({ plans, tried }: Alternatives, aim: Aim | 'set', plan: DesignedPlan): Alternatives {
  const isNew = plans.every(({ plan: { assignment } }) =>
    assignment.some((j, i) => j !== plan.plan.assignment[i]),
  );
  return { plans: isNew ? [...plans, plan] : plans, tried: [...tried, aim] };
}
