import type { Action } from '../action';
import { isReady } from '../state';
import { writePlan } from './apply';

/** Writes the plan for the accounts it was designed for, although others came, went or changed since. */
export const applyRest: Action = {
  name: 'apply-rest',
  label: 'action.applyRest',
  doing: 'writing.apply',
  covers: true,
  when: (state) => isReady(state) && state.isStale && state.drift !== undefined,
  perform: (context) => writePlan(context, 'rest'),
};
