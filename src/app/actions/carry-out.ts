import { Failure } from '../../plan/failures';
import type { Action } from '../action';
import type { Suggestion } from '../advice';
import { editOrder } from '../edit-order';
import type { PaneState } from '../state';

/** Carries a suggestion out: its accounts get their new territory in the list. */
export const carryOut: Action<[key: string]> = {
  name: 'carry-out',
  label: 'action.carryOut',
  doing: 'writing.edit',
  when: ({ standing, designed, pending }) =>
    standing !== undefined && designed === undefined && pending.state !== 'otherPane',
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
function suggestionsIn({ advice, card, edit, standing }: PaneState): Suggestion[] {
  return [
    ...(advice !== undefined && advice.edit === edit && advice.standing === standing
      ? [...(advice.repair === undefined ? [] : [advice.repair]), ...advice.helps]
      : []),
    ...(card !== undefined && card.standing === standing ? card.own : []),
  ];
}
