import { Failure } from '../../plan/failures';
import type { Action } from '../action';
import { prepareOrder } from '../order';
import { isReady } from '../state';

/** Writes the plan of the preview. Keep or Revert decides. */
export const apply: Action = {
  name: 'apply',
  label: 'action.apply',
  doing: 'writing.apply',
  covers: true,
  when: (state) => isReady(state) && state.designed !== undefined && !state.isStale,
  async perform(context) {
    const { workbook, look, change, say } = context;
    // Hints may be late or lost: what is written must be the plan of what stands there now.
    const understanding = await look();
    const { designed, isStale } = context.state();
    if (understanding === undefined || designed === undefined) return;
    if (isStale) throw new Failure('changedSinceDesign');
    const order = await prepareOrder(understanding, designed, workbook);
    await workbook.apply(order, context.onProgress);
    change({
      pending: await workbook.pending(),
      news: say('news.applied', {
        columns: Object.values(order.names.columns).join(', '),
        sheets: Object.values(order.names.sheets).join(', '),
      }),
    });
  },
};
