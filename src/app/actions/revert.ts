import type { Action } from '../action';
import { isOpen } from '../state';
import { wordReport } from '../words';

/** Gives back the workbook as it was before Apply. What was set in the pane since then stays set. */
export const revert: Action = {
  name: 'revert',
  label: 'action.revert',
  doing: 'writing.revert',
  covers: true,
  when: ({ pending }) => isOpen(pending),
  async perform({ workbook, settings, look, change, say, onProgress }) {
    const { said } = settings;
    const report = await workbook.revert(onProgress);
    change({ pending: { state: 'none' }, news: wordReport(say, report) });
    const understanding = await look();
    if (understanding === undefined || Object.keys(said).length === 0) return;
    await settings.say(said);
    await look();
  },
};
