import type { Action } from '../action';
import type { Whose } from '../merge-copy';
import { hasStandingPlan } from './write-sheet';

/** Says whose territory an account keeps that both the list and a returned copy have moved. */
export const decideConflict: Action<[key: string, whose: Whose]> = {
  name: 'decide-conflict',
  label: 'action.decideConflict',
  when: (state) => hasStandingPlan(state) && state.merge !== undefined,
  perform({ state, change }, key, whose) {
    const { merge } = state();
    if (merge?.found.conflicts.some((one) => one.key === key) === true)
      change({ merge: { ...merge, decided: { ...merge.decided, [key]: whose } } });
    return Promise.resolve();
  },
};
