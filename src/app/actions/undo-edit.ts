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
    const { edit, understanding: now } = state();
    if (edit === undefined || now === undefined) return;
    const then = accountsThen(edit.of, now);
    const was = new Map(edit.moved.map((move) => [move.account, move.was]));
    const order = editOrder(now, 'territory', (account) => was.get(then[account] ?? -1));
    await workbook.edit(order);
    await look();
    const count = order.cells[0]?.said.size ?? 0;
    change({ edit: undefined, news: say('news.undone', { count }) });
  },
};
