import { changeId, nextNumber, type LoggedChange } from '../../plan/change-log';
import { MAIN_LAYER } from '../../plan/layer';
import { Failure } from '../../plan/failures';
import { speak } from '../../text/say';
import type { Action } from '../action';
import { holdEdit, logSheet, quotaSheets } from '../change-log';
import { knownBy, refuseWithoutAccepted } from '../changes';
import { endOf, holdableIn, type HoldKind } from '../deal-holds';
import { addHoldColumns, hasHoldColumns } from '../holds';
import { LOG_KEY, readLog } from '../logged';
import { wordApplied } from '../sentences';
import { hasStandingPlan } from './write-sheet';

/**
 * Accounts whose contract renews, or whose deal closes, within 90 days stay with whoever had them until that day, although
 * the plan has them elsewhere: each on the log, with its day, and in the list.
 */
export const holdDeals: Action<[kind: HoldKind]> = {
  name: 'hold-deals',
  label: 'action.holdDeals',
  doing: 'writing.edit',
  when: hasStandingPlan,
  async perform({ workbook, clock, look, state, change, say, onProgress }, kind) {
    const at = clock.now().toISOString();
    const today = at.slice(0, 10);
    let understanding = await look();
    let { standing } = state();
    if (understanding === undefined || standing === undefined) return;
    refuseWithoutAccepted(understanding);
    if (holdableIn(understanding, standing, kind, today).length === 0) throw new Failure('nothingToHold');
    if (!hasHoldColumns(understanding)) {
      await addHoldColumns(understanding, workbook);
      understanding = await look();
      ({ standing } = state());
      if (understanding === undefined || standing === undefined) return;
    }
    const words = speak(understanding.settings.language);
    const now = understanding;
    const held = holdableIn(now, standing, kind, today);
    const before = await readLog(workbook);
    const first = nextNumber(before);
    const log = [
      ...before,
      ...held.map((one, n): LoggedChange => ({
        id: changeId(first + n),
        at,
        by: '',
        account: knownBy(now, one.account, one.label),
        name: one.label,
        from: one.from,
        to: one.to,
        reason: words(`log.hold.${kind}`),
        effective: endOf(one),
        fromShare: null,
        toShare: null,
      })),
    ];
    const report = await workbook.apply(
      {
        layer: MAIN_LAYER,
        sheets: [
          ...(await quotaSheets(log, now, workbook, clock)),
          await logSheet(log, now, standing, workbook, at),
        ],
        edit: {
          layer: MAIN_LAYER,
          rows: now.list.rows,
          cells: holdEdit(now, { ...standing, log }, log, today),
        },
        decision: false,
        remember: { [LOG_KEY]: log },
      },
      onProgress,
    );
    await look();
    change({
      loads: undefined,
      news: [say('news.held', { count: held.length, kind }), ...wordApplied(say, report)].join(' '),
    });
  },
};
