import type { Action } from '../action';
import { isOpen } from '../state';

/** The applied plan stands from now on. */
export const keep: Action = {
  name: 'keep',
  label: 'action.keep',
  when: ({ pending }) => isOpen(pending),
  async perform({ workbook, state, look, change, say }) {
    const isBroken = state().pending.state === 'broken';
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
