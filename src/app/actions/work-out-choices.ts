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
      const variant = { ...from, settings: { ...from.settings, aim } };
      const other = await designPlan(variant, solver, clock, undefined, signal);
      change({ alternatives: withPlan(alternativesOf(state()), aim, { ...other, from }) });
    }
  },
};

/** What there is to choose from so far; nothing where no plan is shown. */
export const alternativesOf = ({ alternatives, designed }: PaneState): Alternatives =>
  alternatives ?? { plans: designed === undefined ? [] : [designed], tried: [] };

/** What is to be tried next; undefined when all is. */
export function nextAim(state: PaneState): Aim | undefined {
  const { designed, isStale } = state;
  if (designed === undefined || isStale) return undefined;
  const { plans, tried } = alternativesOf(state);
  const isHeld = designed.plan.current.some((j) => j >= 0);
  return AIMS.filter((aim) => isHeld || !OF_HOLDERS.includes(aim)).find(
    (aim) => !tried.includes(aim) && plans[0]?.record.settings.aim !== aim,
  );
}

/** Without owners of today there is nobody to leave an account with. */
const OF_HOLDERS: readonly Aim[] = ['recommended', 'fewest'];

function withPlan({ plans, tried }: Alternatives, aim: Aim, plan: DesignedPlan): Alternatives {
  const isNew = plans.every(({ plan: { assignment } }) =>
    assignment.some((j, i) => j !== plan.plan.assignment[i]),
  );
  return { plans: isNew ? [...plans, plan] : plans, tried: [...tried, aim] };
}
