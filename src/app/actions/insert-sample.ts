import type { Action } from '../action';
import { isOpen } from '../state';

/** Made-up accounts and a team, for a first try. */
export const insertSample: Action = {
  name: 'insert-sample',
  label: 'action.insertSample',
  doing: 'writing.sample',
  covers: true,
  when: ({ isEmpty, isListless, pending }) => isEmpty || (isListless && !isOpen(pending)),
  async perform({ workbook, look, onProgress, settings, state }) {
    const { sampleSheets } = await import('../sample/sample');
    const insert = (remember = {}) => workbook.insert(sampleSheets(), onProgress, remember);
    // What was chosen before and could not be planned gives way.
    if (state().isListless) await settings.say({ accounts: null }, (key, value) => insert({ [key]: value }));
    else await insert();
    await look();
  },
};
