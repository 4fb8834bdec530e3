import type { Action } from '../action';
import { isOpen } from '../state';
import { readBook } from '../understanding/book';
import { wordReport } from '../sentences';

/** Gives back the workbook as it was before Apply. What was set in the pane since then stays set. */
export const revert: Action = {
  name: 'revert',
  label: 'action.revert',
  doing: 'writing.revert',
  covers: true,
  when: ({ pending }) => isOpen(pending),
  async perform({ workbook, settings, look, change, say, onProgress }) {
    // What was typed into a blue cell and not looked at yet goes with its sheet; names and new rows go with the record.
    const { names } = await settings.open(await readBook(workbook));
    const said = settings.lasting(names);
    const report = await workbook.revert(onProgress);
    const news = wordReport(say, report);
    change({ pending: { state: 'none' }, news });
    const understanding = await look();
    if (understanding === undefined || Object.keys(said).length === 0) return;
    const before = JSON.stringify(settings.settings);
    await settings.say(said);
    await look();
    if (JSON.stringify(settings.settings) !== before)
      change({ news: `${news} ${say('reverted.saidStays')}` });
  },
};
