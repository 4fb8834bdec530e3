import { isEditable } from '../account-at';
import type { Action } from '../action';
import type { StandingPlan } from '../standing-plan';
import { territoryIndex } from '../territory-called';

/**
 * What it would do if accounts that were caught on the map of a plan went to a territory. Nothing is written: `carryOut`
 * does that.
 */
export const weighCaught: Action<[of: StandingPlan, accounts: readonly number[], to: string]> = {
  name: 'weigh-caught',
  label: 'action.weighSeveral',
  quiet: true,
  when: (state) => state.standing !== undefined && isEditable(state),
  async perform({ state, change }, of, accounts, to) {
    const { understanding, standing } = state();
    // Nobody asked but the map, and it asks anew of the plan that stands by now.
    if (understanding === undefined || standing !== of) return;
    const { severalTo } = await import('../several');
    change({ several: severalTo(accounts, territoryIndex(standing, to), understanding, standing) });
  },
};
