import { changeId, nextNumber, type LoggedChange } from '../plan/change-log';
import { MAIN_LAYER } from '../plan/layer';
import type { ActionContext } from './action';
import { logSheet, quotaSheets } from './change-log';
import { LOG_KEY, readLog } from './logged';
import type { ApplyReport, WriteOrder } from './ports';
import { wordApplied } from './sentences';
import type { StandingPlan } from './standing-plan';
import type { Understanding } from './understanding/understand';

/** Something that happened to a seat: who had it and who has it, in words, from which day, up to which. */
export interface SeatChange {
  readonly territory: string;
  readonly from: string;
  readonly to: string;
  readonly reason: string;
  /** ISO days. */
  readonly effective: string;
  readonly until?: string;
}

/**
 * Puts what happened to seats on the log, and writes the sheets of quota anew where they stand.
 * @param remember saved with it, by key
 */
async function logSeats(
  { workbook, clock, onProgress }: Pick<ActionContext, 'workbook' | 'clock' | 'onProgress'>,
  changes: readonly SeatChange[],
  understanding: Understanding,
  standing: StandingPlan,
  remember: WriteOrder['remember'] = {},
): Promise<ApplyReport> {
  const before = await readLog(workbook);
  const at = clock.now().toISOString();
  const first = nextNumber(before);
  const log = [
    ...before,
    ...changes.map((change, n): LoggedChange => ({
      id: changeId(first + n),
      kind: 'seat',
      at,
      by: '',
      account: '',
      name: change.territory,
      from: change.from,
      to: change.to,
      reason: change.reason,
      effective: change.effective,
      ...(change.until === undefined ? {} : { until: change.until }),
      fromShare: null,
      toShare: null,
    })),
  ];
  const sheets = [
    ...(await quotaSheets(log, understanding, workbook, clock)),
    await logSheet(log, understanding, standing, workbook, at),
  ];
  return workbook.apply(
    { layer: MAIN_LAYER, sheets, decision: false, remember: { ...remember, [LOG_KEY]: log } },
    onProgress,
  );
}

/**
 * The same of one seat, over the workbook as it stands by now; it is looked at again afterwards.
 * @returns what is to be said besides; undefined where no plan stands any more
 */
export async function logSeat(
  context: ActionContext,
  change: SeatChange,
  remember: WriteOrder['remember'] = {},
): Promise<string[] | undefined> {
  const { look, state, say } = context;
  const now = await look();
  const { standing } = state();
  if (now === undefined || standing === undefined) return undefined;
  const report = await logSeats(context, [change], now, standing, remember);
  await look();
  return wordApplied(say, report);
}
