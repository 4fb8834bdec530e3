import { Failure } from '../../plan/failures';
import { speak } from '../../text/say';
import { accountSelected, keyOf } from '../account-at';
import type { Action } from '../action';
import { editOrder } from '../edit-order';

/** Locks the account that is selected where it is, or takes its lock away. */
export const setLock: Action<[key: string, locks: boolean]> = {
  name: 'set-lock',
  label: 'action.lock',
  doing: 'writing.edit',
  when: (state) => accountSelected(state) !== undefined,
  async perform({ workbook, state, look, change, say }, key, locks) {
    const { understanding } = state();
    const account = accountSelected(state());
    if (understanding === undefined || account === undefined) return;
    // Another account may be selected by now.
    if (keyOf(understanding.list, account) !== key) throw new Failure('adviceOver');
    const word = locks ? speak(understanding.settings.language)('lock.manual') : '';
    await workbook.edit(editOrder(understanding, 'lock', (one) => (one === account ? word : undefined)));
    await look();
    change({ news: say(locks ? 'news.locked' : 'news.unlocked') });
  },
};
