import type { Action } from '../action';
import { isUndone } from '../state';
import { writePlan } from './apply';
import { revert } from './revert';

/** Finishes what Excel's own Undo has taken back in part: takes back the rest, and writes the plan anew. */
export const applyAgain: Action = {
  name: 'apply-again',
  label: 'action.applyAgain',
  doing: 'writing.apply',
  covers: true,
  when: ({ pending, designed }) => isUndone(pending) && designed !== undefined,
  async perform(context) {
    await revert.perform(context);
    await writePlan(context, 'all');
  },
};
