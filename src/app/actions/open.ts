import type { Action } from '../action';

/** First thing on opening: what stands in the workbook, and whether a decision is open. */
export const open: Action = {
  name: 'open',
  label: 'action.look',
  doing: 'pane.looking',
  when: () => true,
  async perform({ workbook, look, change, say }) {
    const pending = await workbook.pending();
    change({ pending });
    if (pending.state === 'rolledBack') change({ news: say('news.rolledBack') });
    await look();
  },
};
