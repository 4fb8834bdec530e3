import type { Action } from '../action';

/** Shows a cell that a sentence speaks of. */
export const select: Action<[address: string]> = {
  name: 'select',
  label: 'action.select',
  quiet: true,
  when: () => true,
  perform: ({ workbook }, address) => workbook.select(address),
};
