import type { Action } from '../action';
import { setShare } from '../set-share';
import { hasStandingPlan } from './write-sheet';

/**
 * A territory that nobody holds an account in is closed: its share becomes nothing, so that its target is the others', and
 * nothing goes there. Its row, its number and what was issued to it stay until the next design.
 */
export const closeTerritory: Action<[territory: string]> = {
  name: 'close-territory',
  label: 'action.close',
  doing: 'writing.edit',
  when: hasStandingPlan,
  perform: (context, territory) => setShare(context, territory, 'close'),
};
