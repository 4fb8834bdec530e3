import { Failure } from '../../plan/failures';
import type { Action, ActionContext } from '../action';
import { pastedOver } from '../astray';
import { carryOver, driftParams, hasDrifted } from '../carry-over';
import { isReady } from '../state';
import { wordApplied, wordFailure } from '../sentences';

/** Writes the plan of the preview. Keep or Revert decides. */
export const apply: Action = {
  name: 'apply',
  label: 'action.apply',
  doing: 'writing.apply',
  covers: true,
  when: (state) => isReady(state) && state.designed !== undefined && !state.isStale,
  perform: (context) => writePlan(context, 'all'),
};

/**
 * Writes the plan of the preview over the accounts as they stand now, whatever rows they have moved to.
 * @param who `rest`: accounts that came or changed since do not stop it
 * @throws Failure `changedSinceDesign`, `rowsChanged`; nothing is written then
 */
export async function writePlan(context: ActionContext, who: 'all' | 'rest'): Promise<void> {
  const { workbook, look, change, say } = context;
  // Hints may be late or lost: what is written must be the plan of what stands there now.
  const understanding = await look();
  const { designed, refused } = context.state();
  const before = pastedOver(understanding, context.state());
  if (understanding === undefined || designed === undefined) return;
  const carried = carryOver(designed, understanding);
  if (carried === undefined) throw new Failure('changedSinceDesign');
  if (who === 'all' && hasDrifted(carried.drift))
    throw new Failure('rowsChanged', driftParams(carried.drift));
  const { prepareOrder } = await import('../write-order');
  const order = await prepareOrder(understanding, carried.designed, workbook);
  const { columns = [] } = order.accounts ?? {};
  const shown = columns.filter(({ folded }) => folded !== true);
  const report = await workbook.apply(order, context.onProgress);
  change({
    pending: await workbook.pending(),
    designed: carried.designed,
    saidBefore: undefined,
    isStale: false,
    drift: undefined,
    // What stood beside other accounts stands beside its own now.
    refused: refused.filter(
      (said) => !before.some((failure) => said === wordFailure(say, context.numbers, failure)),
    ),
    news: [
      say('news.applied', {
        columns: shown.map(({ header }) => header).join(', '),
        folded: columns.length - shown.length,
        sheets: Object.values(order.names.sheets).join(', '),
      }),
      ...wordApplied(say, report),
    ].join(' '),
  });
}
