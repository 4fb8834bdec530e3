import { foldText } from '../../exact/fold-text';
import { textAt } from '../../plan/columns';
import { Failure } from '../../plan/failures';
import { UNASSIGNED } from '../../plan/territory';
import type { Action } from '../action';
import { editOrder } from '../edit-order';
import { hasStandingPlan } from './write-sheet';

/** Proposes another territory for an account, told by its id, else by its name where no other has it. */
export const moveAccount: Action<[account: string, to: string]> = {
  name: 'move-account',
  label: 'action.moveAccount',
  doing: 'writing.edit',
  when: hasStandingPlan,
  async perform({ workbook, look, state, change, say }, word, to) {
    const understanding = await look();
    const { standing } = state();
    if (understanding === undefined || standing === undefined) return;
    const { text, count } = understanding.list.accounts;
    const all = Array.from({ length: count }, (_, i) => i);
    const byId = all.filter((i) => textAt(text.accountId, i)?.trim() === word.trim());
    const found =
      byId.length > 0
        ? byId
        : all.filter(
            (i) => foldText(textAt(text.accountName, i) ?? '') === foldText(word) && word.trim() !== '',
          );
    const [account] = found;
    if (account === undefined || found.length > 1)
      throw new Failure('noSuchAccount', { account: word, count: found.length });
    const names = [...standing.record.territories.map(({ name }) => name), UNASSIGNED];
    const name = names.find((one) => one.toLowerCase() === to.trim().toLowerCase());
    if (name === undefined) throw new Failure('noTerritoryCalled', { name: to });
    await workbook.edit(editOrder(understanding, 'territory', (i) => (i === account ? name : undefined)));
    await look();
    change({ news: say('news.accountMoved', { account: word, name }) });
  },
};
