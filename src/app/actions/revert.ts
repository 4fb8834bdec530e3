import type { Action } from '../action';
import { merge, type Said } from '../settings/said';
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
    // What was typed into a blue cell and not looked at yet goes with its sheet.
    const book = await readBook(workbook);
    await settings.open(book);
    const { said } = settings;
    const isMore = book.record !== undefined && saysMore(said, book.record.settings);
    const report = await workbook.revert(onProgress);
    const news = wordReport(say, report);
    change({ pending: { state: 'none' }, news });
    const understanding = await look();
    if (understanding === undefined || Object.keys(said).length === 0) return;
    await settings.say(said);
    await look();
    if (isMore) change({ news: `${news} ${say('reverted.saidStays')}` });
  },
};

/** Whether something else was said than what the plan was made with. */
const saysMore = (said: Said, settings: object): boolean =>
  JSON.stringify(merge({ ...settings }, said)) !== JSON.stringify(settings);
