import { AIMS, type Aim } from '../../plan/settings';
import type { Action } from '../action';
import type { DesignedPlan } from '../design';
import { isReady, type Alternatives, type PaneState } from '../state';

/**
 * Works out, one after the other, the plans that are worth choosing from beside the one that is shown. It is not asked for:
 * it ends for whatever the user asks for, and goes on afterwards.
 */
export const workOutChoices: Action = {
  name: 'work-out-choices',
  label: 'action.workOut',
  quiet: true,
  canCancel: true,
  when: (state) => isReady(state) && nextAim(state) !== undefined,
  async perform({ state, solver, clock, signal, change }) {
    const { designPlan } = await import('../design');
    for (let aim = nextAim(state()); aim !== undefined; aim = nextAim(state())) {
      const { designed } = state();
      if (designed === undefined) return;
      const { from } = designed;
      const { aim: _, ...asSet } = from.settings;
      const variant = { ...from, settings: aim === 'set' ? asSet : { ...asSet, aim } };
      const other = await designPlan(variant, solver, clock, undefined, signal, designed.asSet);
      change({ alternatives: withPlan(alternativesOf(state()), aim, { ...other, from }) });
    }
  },
};

/** What there is to choose from so far; nothing where no plan is shown. */
export const alternativesOf = ({ alternatives, designed }: PaneState): Alternatives =>
  alternatives ?? { plans: designed === undefined ? [] : [designed], tried: [] };

/** What is to be tried next, the plan as it is set among them; undefined when all is. */
export function nextAim(state: PaneState): Aim | 'set' | undefined {
  const { designed, isStale } = state;
  if (designed === undefined || isStale) return undefined;
  const { plans, tried } = alternativesOf(state);
  const isHeld = designed.plan.current.some((j) => j >= 0);
  const shown = plans[0]?.record.settings.aim ?? 'set';
  return (['set', ...AIMS] as const)
    .filter((aim) => isHeld || !OF_HOLDERS.includes(aim))
    .find((aim) => !tried.includes(aim) && aim !== shown);
}

/** Without owners of today there is nobody to leave an account with. */
const OF_HOLDERS: readonly (Aim | 'set')[] = ['recommended', 'fewest'];

function withPlan({ plans, tried }: Alternatives, aim: Aim | 'set', plan: DesignedPlan): Alternatives {
  const isNew = plans.every(({ plan: { assignment } }) =>
    assignment.some((j, i) => j !== plan.plan.assignment[i]),
  );
  return { plans: isNew ? [...plans, plan] : plans, tried: [...tried, aim] };
}
