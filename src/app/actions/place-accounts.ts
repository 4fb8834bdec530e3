import type { Action } from '../action';
import { newAccounts } from '../changes';
import { propose } from '../propose';
import { hasStandingPlan } from './write-sheet';

/** Finds territories for accounts that came since: the nearest that may hold each and stays within its tolerance. Proposed, not accepted. */
export const placeAccounts: Action = {
  name: 'place-accounts',
  label: 'action.placeAccounts',
  doing: 'writing.edit',
  when: hasStandingPlan,
  async perform(context) {
    const { placesFor } = await import('../reshuffle');
    const done = await propose(context, (asked) => placesFor(newAccounts(asked.understanding), asked));
    if (done !== undefined) context.change({ news: context.say('news.placed', { ...done }) });
  },
};
