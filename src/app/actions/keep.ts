import type { Action } from '../action';
import { astrayByMemory, astrayIn } from '../astray';
import { isOpen, isUndone } from '../state';
import { ourColumn } from '../understanding/our-column';
import type { Understanding } from '../understanding/understand';

/** The applied plan stands from now on. */
export const keep: Action = {
  name: 'keep',
  label: 'action.keep',
  when: ({ pending }) => isOpen(pending),
  async perform({ workbook, state, look, change, say }) {
    // What is left of the plan then is not said to stand.
    const { pending, designed } = state();
    const isBroken = pending.state === 'broken' || isUndone(pending);
    await workbook.keep();
    change({ pending: { state: 'none' }, designed: undefined, isStale: false, drift: undefined });
    const understanding = await look();
    const astray =
      understanding === undefined
        ? 0
        : designed === undefined
          ? astrayByMemory(understanding)
          : astrayIn(designed, understanding);
    const { metrics = [] } = state().standing ?? {};
    const follows = hasTerritories(understanding) && metrics.length > 0 ? 'yes' : 'no';
    if (isBroken) change({ news: say('news.keptBroken') });
    else if (astray > 0) change({ news: say('news.keptAstray', { count: astray }) });
    else if (designed === undefined) change({ news: say('news.keptWritten') });
    else change({ news: say('news.kept', { follows }) });
  },
};

/** The column of territories is in the list. */
const hasTerritories = (understanding: Understanding | undefined): boolean =>
  understanding !== undefined &&
  ourColumn({ whole: understanding.list.whole, owned: understanding.book.owned }, 'territory').isThere;
