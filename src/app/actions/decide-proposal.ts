import { Failure } from '../../plan/failures';
import { accountLabel } from '../../plan/accounts';
import { speak } from '../../text/say';
import type { Action } from '../action';
import { approvalsIn, isApprovalAsked, type Verdict } from '../approval';
import { changesIn } from '../changes';
import { editOrder } from '../edit-order';
import { accountCalled } from '../find-accounts';
import { hasStandingPlan } from './write-sheet';

/** Types a manager's decision into its cell; blank takes it back. Only what was put up can be decided. */
export const decideProposal: Action<[account: string, said: Verdict | '']> = {
  name: 'decide-proposal',
  label: 'action.decideProposal',
  doing: 'writing.edit',
  when: hasStandingPlan,
  async perform({ workbook, look, state, change, say }, word, said) {
    const understanding = await look();
    const { standing } = state();
    if (understanding === undefined || standing === undefined) return;
    if (!isApprovalAsked(understanding)) throw new Failure('approvalOff');
    const account = accountCalled(understanding, word);
    const label = accountLabel(understanding.list.accounts, account);
    const one = approvalsIn(understanding, standing, changesIn(understanding, standing)).find(
      (approval) => approval.change.account === account,
    );
    if (one === undefined || one.state === 'notAsked') throw new Failure('notPutUp', { account: label });
    const words = speak(understanding.settings.language);
    const cell = said === '' ? '' : words(`approval.${said}`);
    await workbook.edit(editOrder(understanding, 'approval', (i) => (i === account ? cell : undefined)));
    await look();
    change({
      news: say('news.decided', {
        account: label,
        territory: one.change.is,
        said: said === '' ? 'none' : said,
      }),
    });
  },
};
