import { Failure } from '../../plan/failures';
import { isEditable } from '../account-at';
import type { Action } from '../action';
import { adviceNow } from '../advice-now';
import type { Suggestion } from '../advice';
import { editOrder } from '../edit-order';
import type { PaneState } from '../state';

/** Carries a suggestion out: its accounts get their new territory in the list. */
export const carryOut: Action<[key: string]> = {
  name: 'carry-out',
  label: 'action.carryOut',
  doing: 'writing.edit',
  when: (state) => state.standing !== undefined && isEditable(state),
  async perform({ workbook, state, look, change, say }, key) {
    const { understanding, standing } = state();
    const found = suggestionsIn(state()).find((one) => one.key === key);
    if (found === undefined || understanding === undefined || standing === undefined)
      throw new Failure('adviceOver');
    const names = standing.record.territories;
    await workbook.edit(
      editOrder(understanding, 'territory', (account) => {
        const move = found.moves.find((one) => one.account === account);
        return move === undefined ? undefined : names[move.to]?.name;
      }),
    );
    await look();
    change({ news: say('news.carriedOut', { count: found.moves.length }) });
  },
};

/** What is suggested by what stands now: what was suggested before is over. */
function suggestionsIn(state: PaneState): Suggestion[] {
  const { card, several, standing } = state;
  const { repair, helps = [] } = adviceNow(state) ?? {};
  return [
    ...(repair === undefined ? [] : [repair]),
    ...helps,
    ...(card !== undefined && card.standing === standing ? card.own : []),
    ...(several !== undefined && several.standing === standing ? [several.suggestion] : []),
  ];
}
