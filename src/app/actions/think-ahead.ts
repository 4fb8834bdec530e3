import type { Action } from '../action';
import { isReady } from '../state';
import { asShownFirst, design } from './design';

/** Larger lists are not worked on before somebody asks: it takes long, and may be for nothing. */
const MOST_ACCOUNTS = 5000;

/**
 * While the user reads what was found in the list, the engine begins with the plan that is going to be asked for, and
 * remembers it. Nothing is made of it, and nothing said of what goes wrong: both come when somebody asks.
 */
export const thinkAhead: Action = {
  name: 'think-ahead',
  label: 'action.workOut',
  quiet: true,
  canCancel: true,
  when: (state) => {
    const { understanding, designed, standing, thoughtAhead } = state;
    return (
      isReady(state) &&
      design.when(state) &&
      designed === undefined &&
      standing === undefined &&
      understanding !== undefined &&
      understanding !== thoughtAhead
    );
  },
  async perform({ state, change, solver }) {
    const { understanding } = state();
    if (understanding === undefined) return;
    change({ thoughtAhead: understanding });
    if (understanding.list.accounts.count > MOST_ACCOUNTS) return;
    const { solveAhead } = await import('../design');
    const first = asShownFirst(state(), understanding);
    void solveAhead(first, solver).catch(() => undefined);
  },
};
