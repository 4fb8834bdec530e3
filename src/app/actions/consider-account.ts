import { accountAt } from '../account-at';
import type { Action } from '../action';
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
function accountWanted(state: PaneState): number | undefined {
  const account = accountSelected(state);
  const { card, standing } = state;
  return account === card?.account && card?.standing === standing ? undefined : account;
}

/** The account in the selected row, beside a plan that stands; undefined for none. */
export function accountSelected({
  selected,
  understanding,
  standing,
  designed,
  pending,
}: PaneState): number | undefined {
  if (selected === undefined || understanding === undefined || standing === undefined) return undefined;
  if (designed !== undefined || pending.state === 'otherPane') return undefined;
  const account = accountAt(understanding, selected);
  return account < 0 ? undefined : account;
}
