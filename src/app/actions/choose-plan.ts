import type { Action } from '../action';
import { isReady } from '../state';
import { alternativesOf } from '../alternatives';

/** Shows another of the plans to choose from; Apply writes the one that is shown. */
export const choosePlan: Action<[at: number]> = {
  name: 'choose-plan',
  label: 'action.choosePlan',
  when: (state) => isReady(state) && state.designed !== undefined && !state.isStale,
  perform({ state, change }, at) {
    const alternatives = alternativesOf(state());
    const designed = alternatives.plans[at];
    if (designed !== undefined) change({ designed, alternatives });
    return Promise.resolve();
  },
};
