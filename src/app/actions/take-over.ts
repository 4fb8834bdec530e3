import type { Action } from '../action';
import { wordPending } from '../sentences';

/** Undoes what another pane has begun and not finished: the user says that it is gone. */
export const takeOver: Action = {
  name: 'take-over',
  label: 'action.takeOver',
  doing: 'writing.revert',
  covers: true,
  when: ({ pending }) => pending.state === 'otherPane',
  async perform({ workbook, look, change, say, numbers }) {
    const pending = await workbook.pending('takeOver');
    change({ pending, ...wordPending(say, numbers, pending) });
    await look();
  },
};
