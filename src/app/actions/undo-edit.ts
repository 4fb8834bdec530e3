import { isEditable } from '../account-at';
import type { Action } from '../action';
import { orderOfEdit } from '../edit-order';

/** Takes the last move back, whoever made it: its accounts say again what they said before. */
export const undoEdit: Action = {
  name: 'undo-edit',
  label: 'action.undoEdit',
  doing: 'writing.edit',
  when: (state) => state.edit !== undefined && isEditable(state),
  async perform({ workbook, state, look, change, say }) {
    const { edit, understanding: now } = state();
    if (edit === undefined || now === undefined) return;
    const { order, count } = orderOfEdit(edit, now, 'territory', ({ was }) => was);
    await workbook.edit(order);
    await look();
    change({ edit: undefined, news: say('news.undone', { count }) });
  },
};
