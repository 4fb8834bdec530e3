import type { Action } from '../action';
import { rosterTemplate } from '../roster-template';
import { isReady } from '../state';

/** Adds a team list to fill in, with the seats known so far, and reads it from now on. */
export const makeTeamList: Action = {
  name: 'make-team-list',
  label: 'team.make',
  doing: 'writing.reps',
  covers: true,
  asks: true,
  when: isReady,
  async perform({ workbook, settings, look, change, say, onProgress }) {
    const understanding = await look();
    if (understanding === undefined) return;
    const list = await rosterTemplate(understanding, workbook);
    const columns = Object.keys(understanding.settings.repColumns);
    await settings.say(
      {
        reps: { sheet: list.name, table: list.name },
        repColumns: Object.fromEntries(columns.map((field) => [field, null])),
      },
      (key, value) => workbook.insert([list], onProgress, { [key]: value }),
    );
    change({ designed: undefined, isStale: false, drift: undefined });
    await look();
    change({ news: say('news.reps', { name: list.name }) });
  },
};
