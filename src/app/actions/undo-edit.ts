import type { Action } from '../action';
import { accountsThen } from '../carry-over';
import { editOrder } from '../edit-order';

/** Takes the last move back, whoever made it: its accounts say again what they said before. */
export const undoEdit: Action = {
  name: 'undo-edit',
  label: 'action.undoEdit',
  doing: 'writing.edit',
  when: ({ edit, designed, pending }) =>
    edit !== undefined && designed === undefined && pending.state !== 'otherPane',
  async perform({ workbook, state, look, change, say }) {
    const { edit } = state();
    const now = await look();
    // Something was moved meanwhile: that is the last move now, and was not the one to take back.
    if (edit === undefined || now === undefined || state().edit !== edit) return;
    const then = accountsThen(edit.of, now);
    const was = new Map(edit.moved.map((move) => [move.account, move.was]));
    const order = editOrder(now, 'territory', (account) => was.get(then[account] ?? -1));
    await workbook.edit(order);
    await look();
    const count = order.cells[0]?.said.size ?? 0;
    change({ edit: undefined, news: say('news.undone', { count }) });
  },
};
