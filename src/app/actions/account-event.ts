import { changeId, nextNumber, type LoggedChange } from '../../plan/change-log';
import { Failure } from '../../plan/failures';
import { MAIN_LAYER } from '../../plan/layer';
import { isSamePlace } from '../../plan/schedule';
import { speak } from '../../text/say';
import { planAccountEvent, type AccountEvent } from '../account-event';
import type { Action } from '../action';
import { knownBy, refuseWithoutAccepted } from '../changes';
import { proposeDated } from '../dated';
import { byKeyAlone, editOrder } from '../edit-order';
import { LOG_KEY, readLog } from '../logged';
import { hasStandingPlan } from './write-sheet';

/**
 * An account is gone, merged, under another parent or with another owner: the list says so, and where it is to be elsewhere
 * for that it is proposed, with its day and its reason for the log. Where nothing moves the log says it at once.
 */
export const accountEvent: Action<[said: AccountEvent]> = {
  name: 'account-event',
  label: 'action.accountEvent',
  doing: 'writing.edit',
  when: hasStandingPlan,
  async perform({ workbook, clock, look, state, change, say, onProgress }, said) {
    const understanding = await look();
    const { standing } = state();
    if (understanding === undefined || standing === undefined) return;
    refuseWithoutAccepted(understanding);
    const planned = planAccountEvent(said, understanding, standing);
    if (planned instanceof Failure) throw planned;
    const { change: move, other, cell } = planned;
    const { account, label } = move;
    const words = speak(understanding.settings.language);
    const reason = words(`log.event.${said.kind}`, { other });
    const known = knownBy(understanding, account, label);
    const typed =
      cell === undefined
        ? []
        : editOrder(understanding, { header: cell.header }, (i) => (i === account ? cell.value : undefined))
            .cells;
    const told = { account: label, kind: said.kind, other, territory: move.is, day: said.effective };
    if (!isSamePlace(move.was, move.is)) {
      const day = { account: known, to: move.is, effective: said.effective, reason };
      const placeOf = (i: number) => (i === account ? move.is : undefined);
      await proposeDated(workbook, understanding, standing, placeOf, [day], typed);
      await look();
      change({ news: say('news.accountEvent', told) });
      return;
    }
    const { logSheet } = await import('../change-log');
    const at = clock.now().toISOString();
    const before = await readLog(workbook);
    const log = [
      ...before,
      {
        id: changeId(nextNumber(before)),
        kind: 'account',
        at,
        by: '',
        account: known,
        name: label,
        from: move.was,
        to: move.was,
        reason,
        effective: said.effective,
        fromShare: null,
        toShare: null,
      } satisfies LoggedChange,
    ];
    await workbook.apply(
      {
        layer: MAIN_LAYER,
        sheets: [await logSheet(log, understanding, standing, workbook, at)],
        ...(typed.length === 0
          ? {}
          : { edit: { layer: MAIN_LAYER, rows: byKeyAlone(understanding.list.rows), cells: typed } }),
        decision: false,
        remember: { [LOG_KEY]: log },
      },
      onProgress,
    );
    await look();
    change({ news: say('news.accountNoted', told) });
  },
};
