import { Failure } from '../plan/failures';
import { MAIN_LAYER } from '../plan/layer';
import type { ActionContext } from './action';
import type { FillOrder, WriteOrder } from './ports';
import { logSeat, type SeatChange } from './seat-log';

/**
 * What is typed for a seat and its row on the log are written together, or not at all.
 * @param remember saved with them, by key
 * @returns what is to be said besides; undefined where no plan stands any more
 */
export async function fillAndLog(
  context: ActionContext,
  fill: FillOrder,
  change: SeatChange,
  remember: WriteOrder['remember'] = {},
): Promise<string[] | undefined> {
  if (fill.length === 0) return logSeat(context, change, remember);
  let remarks: string[] | undefined;
  try {
    await context.workbook.together({ layer: MAIN_LAYER, fill, sheets: [], decision: false }, async () => {
      remarks = await logSeat(context, change, remember);
    });
  } catch (error) {
    // What was looked at in between is not there any more.
    if (error instanceof Failure && error.code !== 'hostGone') await context.look();
    throw error;
  }
  return remarks;
}
