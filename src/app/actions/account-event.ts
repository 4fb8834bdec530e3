import { changeId, nextNumber, type LoggedChange } from '../../plan/change-log';
import { Failure } from '../../plan/failures';
import { MAIN_LAYER } from '../../plan/layer';
import { isSamePlace } from '../../plan/schedule';
import { UNASSIGNED } from '../../plan/territory';
import { speak } from '../../text/say';
import { planAccountEvent, type AccountEvent } from '../account-event';
import { withoutDecisions } from '../approval';
import type { Action } from '../action';
import { knownBy, refuseWithoutAccepted } from '../changes';
import { proposeDated } from '../dated';
import { editOrder, withoutColumns } from '../edit-order';
import { DATED_KEY, LOG_KEY, readLog } from '../logged';
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
    const { change: move, other, cell, effective, tookBack } = planned;
    const { account, label } = move;
    const words = speak(understanding.settings.language);
    const reason = words(`log.event.${said.kind}`, { other });
    const known = knownBy(understanding, account, label);
    const typed =
      cell === undefined
        ? []
        : editOrder(understanding, { header: cell.header }, (i) => (i === account ? cell.value : undefined))
            .cells;
    const told = {
      ...{ account: label, kind: said.kind, other, territory: move.is, day: effective },
      tookBack: tookBack === undefined ? 'none' : tookBack || UNASSIGNED,
    };
    if (!isSamePlace(move.was, move.is)) {
      const lock = said.kind === 'gone' ? ({ lock: 'none' } as const) : {};
      const day = { account: known, to: move.is, effective, reason, ...lock };
      const placeOf = (i: number) => (i === account ? move.is : undefined);
      const changed = cell === undefined ? [] : [cell.header];
      await proposeDated(workbook, understanding, standing, placeOf, [day], { cells: typed, changed });
      await look();
      change({ news: say('news.accountEvent', told) });
      return;
    }
    const { logSheet } = await import('../change-log');
    const at = clock.now().toISOString();
    const before = await readLog(workbook);
    // Said twice, it happened once.
    const last = before.filter((one) => one.account === known).at(-1);
    if (last?.reason === reason && cell === undefined && tookBack === undefined)
      throw new Failure('eventAgain', { account: label, id: last.id });
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
        effective,
        fromShare: null,
        toShare: null,
      } satisfies LoggedChange,
    ];
    const one = new Set([account]);
    const back =
      tookBack === undefined
        ? []
        : [
            ...editOrder(understanding, 'territory', (i) => (i === account ? move.was : undefined)).cells,
            ...withoutDecisions(understanding, one),
          ];
    const changed = cell === undefined ? [] : [cell.header];
    await workbook.apply(
      {
        layer: MAIN_LAYER,
        sheets: [await logSheet(log, understanding, standing, workbook, at)],
        ...(typed.length + back.length === 0
          ? {}
          : {
              edit: {
                layer: MAIN_LAYER,
                rows: withoutColumns(understanding.list.rows, changed),
                cells: [...typed, ...back],
              },
            }),
        decision: false,
        remember: {
          [LOG_KEY]: log,
          ...(tookBack === undefined
            ? {}
            : { [DATED_KEY]: standing.dated.filter((dated) => dated.account !== known) }),
        },
      },
      onProgress,
    );
    await look();
    change({ news: say('news.accountNoted', told) });
  },
};
