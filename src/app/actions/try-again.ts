import type { Action } from '../action';
import { isOpen } from '../state';
import { takeUp } from './change-settings';

/** Looks for a list anew: what was chosen earlier and is none is forgotten. */
export const tryAgain: Action = {
  name: 'try-again',
  label: 'action.tryAgain',
  doing: 'pane.looking',
  when: ({ isListless, pending }) => isListless && !isOpen(pending),
  async perform(context) {
    await takeUp(context, { accounts: null });
  },
};
