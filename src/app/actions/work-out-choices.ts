import type { Action } from '../action';
import { alternativesOf, nextAim, withPlan } from '../alternatives';
import { isReady } from '../state';

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
  async perform(context) {
    const { state, change } = context;
    const { designFor } = await import('../design-for');
    for (let aim = nextAim(state()); aim !== undefined; aim = nextAim(state())) {
      const { designed } = state();
      if (designed === undefined) return;
      const other = await designFor(aim, designed.from, context, undefined, designed.asSet);
      change({ alternatives: withPlan(alternativesOf(state()), aim, other) });
    }
  },
};
