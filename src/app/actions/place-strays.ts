import type { Action } from '../action';
import { outOfPlace } from '../out-of-place';
import { propose } from '../propose';
import { hasStandingPlan } from './write-sheet';

/** Finds territories for accounts that stand where the rules do not have them any more. Proposed, not accepted. */
export const placeStrays: Action = {
  name: 'place-strays',
  label: 'action.placeStrays',
  doing: 'writing.edit',
  when: hasStandingPlan,
  async perform(context) {
    const { placesFor } = await import('../reshuffle');
    const done = await propose(context, (asked) =>
      placesFor([...outOfPlace(asked.understanding, asked.standing).keys()], asked),
    );
    if (done !== undefined) context.change({ news: context.say('news.straysPlaced', { ...done }) });
  },
};
