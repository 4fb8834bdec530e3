import type { Action } from '../action';
import { isOpen, isReady } from '../state';
import { takeUp } from './change-settings';

/** Reads the cells that are selected as the list of accounts, headers first: what was found was none, or another. */
export const useSelection: Action = {
  name: 'use-selection',
  label: 'action.useSelection',
  doing: 'pane.looking',
  when: (state) => isReady(state) || (state.isListless && !isOpen(state.pending)),
  async perform(context) {
    await takeUp(context, { accounts: await context.workbook.selection() });
  },
};
