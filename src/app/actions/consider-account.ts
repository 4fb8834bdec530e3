import { accountSelected } from '../account-at';
import type { Action } from '../action';
import { cardNow } from '../advice-now';
import type { PaneState } from '../state';

/** Looks at the account that is selected: where else it could go. It is not asked for, and gives way to what is. */
export const considerAccount: Action = {
  name: 'consider-account',
  label: 'action.workOut',
  quiet: true,
  canCancel: true,
  when: (state) => accountWanted(state) !== undefined,
  async perform({ state, solver, signal, change }) {
    const { understanding, standing } = state();
    const account = accountWanted(state());
    if (account === undefined || understanding === undefined || standing === undefined) return;
    const { adviseOnAccount } = await import('../advice');
    const none = { account, standing, own: [] };
    await adviseOnAccount(account, understanding, standing, solver, signal).then(
      (card) => {
        change({ card });
      },
      (error: unknown) => {
        // Asked again it would come to the same.
        if (!signal.aborted) change({ card: none });
        throw error;
      },
    );
  },
};

/** The selected account, where nothing is known of it yet. */
const accountWanted = (state: PaneState): number | undefined =>
  cardNow(state) === undefined ? accountSelected(state) : undefined;
