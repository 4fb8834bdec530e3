import type { Action } from '../action';
import { isOpen, isUndone } from '../state';

/** The applied plan stands from now on. */
export const keep: Action = {
  name: 'keep',
  label: 'action.keep',
  when: ({ pending }) => isOpen(pending),
  async perform({ workbook, state, look, change, say }) {
    // What is left of the plan then is not said to stand.
    const { pending } = state();
    const isBroken = pending.state === 'broken' || isUndone(pending);
    await workbook.keep();
    change({
      pending: { state: 'none' },
      designed: undefined,
      isStale: false,
      drift: undefined,
      news: say(isBroken ? 'news.keptBroken' : 'news.kept'),
    });
    await look();
  },
};
