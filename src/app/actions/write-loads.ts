import { MAIN_LAYER } from '../../plan/layer';
import { namesOf } from '../../plan/ownership';
import { loadFiles } from '../../reports/loads';
import type { Action } from '../action';
import { wordApplied } from '../sentences';
import { showSheet } from '../show-sheet';
import { hasStandingPlan } from './write-sheet';

/** Writes the files that carry the accepted plan to other systems, each on a sheet of its own, and the sheet that lists them. */
export const writeLoads: Action = {
  name: 'write-loads',
  label: 'action.loads',
  doing: 'writing.loads',
  covers: true,
  when: hasStandingPlan,
  async perform({ workbook, clock, look, change, say, onProgress }) {
    const understanding = await look();
    if (understanding === undefined) return;
    const { loadsOrder } = await import('../loads-order');
    const { order, pack } = await loadsOrder(understanding, workbook, clock);
    const report = await workbook.apply(order, onProgress);
    await look();
    const names = namesOf(await workbook.owned(), MAIN_LAYER).sheets;
    const sheet = names[loadFiles.key] ?? say(loadFiles.name);
    const rows = pack.files.reduce((sum, file) => sum + file.rows.length, 0);
    change({
      loads: pack,
      news: [
        say('news.loads', { sheet, files: pack.files.filter((file) => file.rows.length > 0).length, rows }),
        ...wordApplied(say, report),
        ...(await showSheet({ workbook, say }, sheet)),
      ].join(' '),
    });
  },
};
