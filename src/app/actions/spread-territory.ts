import type { Action } from '../action';
import { propose } from '../propose';
import { territoryIndex } from '../territory-called';
import { hasStandingPlan } from './write-sheet';

/** Somebody leaves: everything of one territory is proposed for those around it, and nothing else moves. */
export const spreadTerritory: Action<[territory: string]> = {
  name: 'spread-territory',
  label: 'action.spread',
  doing: 'writing.edit',
  when: hasStandingPlan,
  async perform(context, territory) {
    const { spreadOf } = await import('../reshuffle');
    const done = await propose(context, (asked) =>
      spreadOf(territoryIndex(asked.standing, territory), asked),
    );
    if (done !== undefined) context.change({ news: context.say('news.spread', { ...done, territory }) });
  },
};
