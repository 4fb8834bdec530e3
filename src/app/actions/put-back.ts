import type { Action } from '../action';
import { approvalEdit } from '../approval';
import { changesIn, refuseWithoutAccepted } from '../changes';
import { editOrder } from '../edit-order';
import { DATED_KEY } from '../logged';
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
    const { layer, rows, cells } = editOrder(understanding, 'territory', (account) => words.get(account));
    const edit = { layer, rows, cells: [...cells, ...approvalEdit(understanding, new Map(), new Set())] };
    // Days that were said of what was proposed go with it.
    const remember = { [DATED_KEY]: [] };
    if (standing.dated.length === 0) await workbook.edit(edit);
    else await workbook.apply({ layer: edit.layer, edit, sheets: [], decision: false, remember });
    await look();
    change({ edit: undefined, news: say('news.putBack', { count: words.size }) });
  },
};
