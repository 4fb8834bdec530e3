import { speak } from '../../text/say';
import type { Action } from '../action';
import { accountsThen } from '../carry-over';
import { editOrder } from '../edit-order';

/** The last move is a decision: its accounts are locked where they are now, for later designs too. */
export const keepEdit: Action = {
  name: 'keep-edit',
  label: 'action.keepEdit',
  doing: 'writing.edit',
  when: ({ edit, designed, pending }) =>
    edit?.moved.some(({ to }) => to >= 0) === true && designed === undefined && pending.state !== 'otherPane',
  async perform({ workbook, state, look, change, say }) {
    const { edit, understanding: now } = state();
    if (edit === undefined || now === undefined) return;
    const then = accountsThen(edit.of, now);
    const kept = new Set(edit.moved.filter(({ to }) => to >= 0).map(({ account }) => account));
    const word = speak(now.settings.language)('lock.manager');
    const order = editOrder(now, 'lock', (account) => (kept.has(then[account] ?? -1) ? word : undefined));
    await workbook.edit(order);
    await look();
    change({ edit: undefined, news: say('news.editKept', { count: order.cells[0]?.said.size ?? 0, word }) });
  },
};
