import type { Action } from '../action';
import { setShare } from '../set-share';
import { hasStandingPlan } from './write-sheet';

/** It is one among the others again. */
export const reopenTerritory: Action<[territory: string]> = {
  name: 'reopen-territory',
  label: 'action.reopen',
  doing: 'writing.edit',
  when: hasStandingPlan,
  perform: (context, territory) => setShare(context, territory, 'reopen'),
};
