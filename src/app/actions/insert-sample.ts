import type { Action } from '../action';

/** Made-up accounts and a team, for a first try. */
export const insertSample: Action = {
  name: 'insert-sample',
  label: 'action.insertSample',
  doing: 'writing.sample',
  covers: true,
  when: ({ isEmpty }) => isEmpty,
  async perform({ workbook, look, onProgress }) {
    const { sampleSheets } = await import('../sample/sample');
    await workbook.insert(sampleSheets(), onProgress);
    await look();
  },
};
