import { speak } from '../../text/say';
import { isEditable } from '../account-at';
import type { Action } from '../action';
import { orderOfEdit } from '../edit-order';

/** The last move is a decision: its accounts are locked where they are now, for later designs too. */
export const keepEdit: Action = {
  name: 'keep-edit',
  label: 'action.keepEdit',
  doing: 'writing.edit',
  when: (state) => state.edit?.moved.some(({ to }) => to >= 0) === true && isEditable(state),
  async perform({ workbook, state, look, change, say }) {
    const { edit, understanding: now } = state();
    if (edit === undefined || now === undefined) return;
    const word = speak(now.settings.language)('lock.manager');
    const { order, count } = orderOfEdit(edit, now, 'lock', ({ to }) => (to >= 0 ? word : undefined));
    await workbook.edit(order);
    await look();
    change({ edit: undefined, news: say('news.editKept', { count, word }) });
  },
};
