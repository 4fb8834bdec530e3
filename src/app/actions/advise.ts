import { isEditable } from '../account-at';
import type { Action } from '../action';
import { adviceNow } from '../advice-now';
import type { PaneState } from '../state';

/** Works out what could be done about the last move by hand. It is not asked for, and gives way to what is. */
export const advise: Action = {
  name: 'advise',
  label: 'action.workOut',
  quiet: true,
  canCancel: true,
  when: isWanting,
  async perform({ state, solver, signal, change }) {
    const { edit, understanding, standing } = state();
    if (edit === undefined || understanding === undefined || standing === undefined) return;
    const { adviseOn } = await import('../advice');
    const none = { edit, standing, helps: [] };
    await adviseOn(edit, understanding, standing, solver, signal).then(
      (advice) => {
        change({ advice });
      },
      (error: unknown) => {
        // Asked again it would come to the same.
        if (!signal.aborted) change({ advice: none });
        throw error;
      },
    );
  },
};

function isWanting(state: PaneState): boolean {
  const { edit, standing, understanding } = state;
  if (edit === undefined || standing === undefined || understanding === undefined) return false;
  return isEditable(state) && adviceNow(state) === undefined;
}
