import type { Action } from '../action';
import { isOpen } from '../state';
import { readBook } from '../understanding/book';
import { wordReport } from '../words';

/** Gives back the workbook as it was before Apply. What was set in the pane since then stays set. */
export const revert: Action = {
  name: 'revert',
  label: 'action.revert',
  doing: 'writing.revert',
  covers: true,
  when: ({ pending }) => isOpen(pending),
  async perform({ workbook, settings, look, change, say, onProgress }) {
    // What was typed into a blue cell and not looked at yet goes with its sheet.
    await settings.open(await readBook(workbook));
    const { said } = settings;
    const report = await workbook.revert(onProgress);
    change({ pending: { state: 'none' }, news: wordReport(say, report) });
    const understanding = await look();
    if (understanding === undefined || Object.keys(said).length === 0) return;
    await settings.say(said);
    await look();
    change({ news: `${wordReport(say, report)} ${say('reverted.saidStays')}` });
  },
};
