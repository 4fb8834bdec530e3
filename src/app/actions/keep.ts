import type { Action } from '../action';

/** The applied plan stands from now on. */
export const keep: Action = {
  name: 'keep',
  label: 'action.keep',
  when: ({ pending }) => pending.state === 'applied',
  async perform({ workbook, look, change, say }) {
    await workbook.keep();
    change({
      pending: { state: 'none' },
      designed: undefined,
      isStale: false,
      drift: undefined,
      news: say('news.kept'),
    });
    await look();
  },
};
