import { Failure } from '../../plan/failures';
import type { Action } from '../action';
import { propose } from '../propose';
import { hasStandingPlan } from './write-sheet';

/** Somebody leaves: everything of one territory is proposed for those around it, and nothing else moves. */
export const spreadTerritory: Action<[territory: string]> = {
  name: 'spread-territory',
  label: 'action.spread',
  doing: 'writing.edit',
  when: hasStandingPlan,
  async perform(context, territory) {
    const { spreadOf } = await import('../reshuffle');
    const done = await propose(context, (asked) => {
      const names = asked.standing.record.territories;
      const index = names.findIndex(({ name }) => name.toLowerCase() === territory.trim().toLowerCase());
      if (index < 0) throw new Failure('noTerritoryCalled', { name: territory });
      return spreadOf(index, asked);
    });
    if (done !== undefined) context.change({ news: context.say('news.spread', { ...done, territory }) });
  },
};
