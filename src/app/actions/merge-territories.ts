import { Failure } from '../../plan/failures';
import type { Action } from '../action';
import { propose } from '../propose';
import { territoryIndex } from '../territory-called';
import { hasStandingPlan } from './write-sheet';

/** Two territories become one: all accounts of the first are proposed for the second, and nothing else moves. */
export const mergeTerritories: Action<[from: string, into: string]> = {
  name: 'merge-territories',
  label: 'action.merge',
  doing: 'writing.edit',
  when: hasStandingPlan,
  async perform(context, from, into) {
    const done = await propose(context, ({ standing }) => {
      const [gone, to] = [territoryIndex(standing, from), territoryIndex(standing, into)];
      if (gone === to) throw new Failure('mergeSame', { name: from });
      const moves = [...standing.assignment].flatMap((at, account) =>
        at === gone ? [[account, to] as const] : [],
      );
      if (moves.length === 0) throw new Failure('noneThere', { name: from });
      return Promise.resolve(new Map(moves));
    });
    if (done !== undefined)
      context.change({ news: context.say('news.merged', { count: done.count, from, into }) });
  },
};
