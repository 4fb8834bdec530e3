import { isEditable } from '../account-at';
import type { Action } from '../action';
import { selectedAccounts } from '../find-accounts';
import { territoryIndex } from '../territory-called';

/** What it would do if the selected rows went to a territory. Nothing is written: `carryOut` does that. */
export const weighSeveral: Action<[to: string]> = {
  name: 'weigh-several',
  label: 'action.weighSeveral',
  doing: 'pane.looking',
  when: (state) => state.standing !== undefined && isEditable(state),
  async perform({ workbook, look, state, change }, to) {
    const understanding = await look();
    const { standing } = state();
    if (understanding === undefined || standing === undefined) return;
    const accounts = await selectedAccounts(understanding, workbook);
    const { severalTo } = await import('../several');
    change({ several: severalTo(accounts, territoryIndex(standing, to), understanding, standing) });
  },
};
