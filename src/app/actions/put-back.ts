import type { Action } from '../action';
import { changesIn, refuseWithoutAccepted } from '../changes';
import { editOrder } from '../edit-order';
import { hasStandingPlan } from './write-sheet';

/** What is proposed goes: every Territory cell says again what was accepted. */
export const putBack: Action = {
  name: 'put-back',
  label: 'action.putBack',
  doing: 'writing.edit',
  when: hasStandingPlan,
  async perform({ workbook, look, state, change, say }) {
    const understanding = await look();
    const { standing } = state();
    if (understanding === undefined || standing === undefined) return;
    refuseWithoutAccepted(understanding);
    const words = new Map(changesIn(understanding, standing).map(({ account, was }) => [account, was]));
    await workbook.edit(editOrder(understanding, 'territory', (account) => words.get(account)));
    await look();
    change({ edit: undefined, news: say('news.putBack', { count: words.size }) });
  },
};
