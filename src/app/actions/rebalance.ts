import { Failure } from '../../plan/failures';
import type { Action } from '../action';
import { outOfBandIn } from '../out-of-band';
import { propose } from '../propose';
import { hasStandingPlan } from './write-sheet';

/** Proposes the fewest moves that bring the plan that stands back into its tolerances. */
export const rebalance: Action<[most: number]> = {
  name: 'rebalance',
  label: 'action.rebalance',
  doing: 'writing.edit',
  canCancel: true,
  when: hasStandingPlan,
  /** @param most part of the placed accounts that may move, 0 … 1 */
  async perform(context, most) {
    if (!(most >= 0 && most <= 1)) throw new Failure('badBudget');
    const { backInBand } = await import('../reshuffle');
    const done = await propose(context, (asked) => backInBand(most, asked));
    const { standing } = context.state();
    if (done === undefined || standing === undefined) return;
    context.change({
      news: context.say('news.rebalanced', { count: done.count, out: outOfBandIn(standing) }),
    });
  },
};
