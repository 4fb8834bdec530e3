import { Failure } from '../../plan/failures';
import { isEditable } from '../account-at';
import type { Action } from '../action';
import { newAccounts, refuseWithoutAccepted } from '../changes';
import { editOrder } from '../edit-order';
import { hasStandingPlan } from './write-sheet';

/** Finds territories for accounts that came since: the nearest that may hold each and stays within its tolerance. Proposed, not accepted. */
export const placeAccounts: Action = {
  name: 'place-accounts',
  label: 'action.placeAccounts',
  doing: 'writing.edit',
  when: (state) => hasStandingPlan(state) && isEditable(state),
  async perform({ workbook, look, state, change, say, solver, signal }) {
    const understanding = await look();
    const { standing } = state();
    if (understanding === undefined || standing === undefined) return;
    refuseWithoutAccepted(understanding);
    const accounts = newAccounts(understanding);
    const { placesFor } = await import('../advice');
    const placed = await placesFor(accounts, understanding, standing, solver, signal);
    if (placed === undefined) throw new Failure('noSeats');
    const names = standing.record.territories;
    const words = new Map(
      [...placed].flatMap(([account, to]) => {
        const name = names[to]?.name;
        return name === undefined ? [] : [[account, name] as const];
      }),
    );
    if (words.size > 0)
      await workbook.edit(editOrder(understanding, 'territory', (account) => words.get(account)));
    await look();
    change({ news: say('news.placed', { count: words.size, left: accounts.length - words.size }) });
  },
};
