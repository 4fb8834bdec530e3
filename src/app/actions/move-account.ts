import type { Action } from '../action';
import { editOrder } from '../edit-order';
import { accountCalled } from '../find-accounts';
import { territoryCalled } from '../territory-called';
import { hasStandingPlan } from './write-sheet';

/** Proposes another territory for an account, told by its id, else by its name where no other has it. */
export const moveAccount: Action<[account: string, to: string]> = {
  name: 'move-account',
  label: 'action.moveAccount',
  doing: 'writing.edit',
  when: hasStandingPlan,
  async perform({ workbook, look, state, change, say }, word, to) {
    const understanding = await look();
    const { standing } = state();
    if (understanding === undefined || standing === undefined) return;
    const account = accountCalled(understanding, word);
    const name = territoryCalled(standing, to);
    await workbook.edit(editOrder(understanding, 'territory', (i) => (i === account ? name : undefined)));
    await look();
    change({ news: say('news.accountMoved', { account: word, name }) });
  },
};
