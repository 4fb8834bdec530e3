import type { Action } from '../action';
import { isUndone } from '../state';
import { wordPending } from '../sentences';

/** First thing on opening: what stands in the workbook, and whether a decision is open. */
export const open: Action = {
  name: 'open',
  label: 'action.look',
  doing: 'pane.looking',
  when: () => true,
  async perform({ workbook, look, change, say, numbers }) {
    const pending = await workbook.pending();
    change({ pending, ...wordPending(say, numbers, pending) });
    if (isUndone(pending)) change({ trouble: say('pending.undone', { again: 'no' }) });
    await look();
  },
};
