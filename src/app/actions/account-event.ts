import { changeId, nextNumber, type LoggedChange } from '../../plan/change-log';
import { Failure } from '../../plan/failures';
import { MAIN_LAYER } from '../../plan/layer';
import { isSamePlace } from '../../plan/schedule';
import { UNASSIGNED } from '../../plan/territory';
import { speak } from '../../text/say';
import { planAccountEvent, type AccountEvent, type AccountEventPlan } from '../account-event';
import { withoutDecisions } from '../approval';
import type { Action, ActionContext } from '../action';
import { knownBy, refuseWithoutAccepted } from '../changes';
import { proposeDated } from '../dated';
import { editOrder, withoutColumns } from '../edit-order';
import { DATED_KEY, LOG_KEY, readLog } from '../logged';
import type { EditOrder, WorkbookPort } from '../ports';
import type { StandingPlan } from '../standing-plan';
import type { Understanding } from '../understanding/understand';
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
    const { change: move, other, effective, tookBack } = planned;
    const isMove = !isSamePlace(move.was, move.is);
    if (isMove) await propose(planned, said, understanding, standing, workbook);
    else await note(planned, said, understanding, standing, { workbook, clock, onProgress });
    await look();
    const told = {
      ...{ account: move.label, kind: said.kind, other, territory: move.is, day: effective },
      tookBack: tookBack === undefined ? 'none' : tookBack || UNASSIGNED,
    };
    change({ news: say(isMove ? 'news.accountEvent' : 'news.accountNoted', told) });
  },
};

/** The cell of the list that the event changes; none where it changes none. */
const typedCells = (
  { change: { account }, cell }: AccountEventPlan,
  understanding: Pick<Understanding, 'list'>,
): EditOrder['cells'] =>
  cell === undefined
    ? []
    : editOrder(understanding, { header: cell.header }, (i) => (i === account ? cell.value : undefined))
        .cells;

const changedColumns = ({ cell }: AccountEventPlan): string[] => (cell === undefined ? [] : [cell.header]);

/** What the log says of it. */
const reasonOf = (
  { other }: AccountEventPlan,
  { kind }: AccountEvent,
  understanding: Pick<Understanding, 'settings'>,
): string => speak(understanding.settings.language)(`log.event.${kind}`, { other });

/** The account is to be elsewhere: proposed for its day. */
async function propose(
  planned: AccountEventPlan,
  said: AccountEvent,
  understanding: Pick<Understanding, 'settings' | 'book' | 'list'>,
  standing: StandingPlan,
  workbook: WorkbookPort,
): Promise<void> {
  const { change: move, effective } = planned;
  const { account, label } = move;
  const day = {
    account: knownBy(understanding, account, label),
    to: move.is,
    effective,
    reason: reasonOf(planned, said, understanding),
    ...(said.kind === 'gone' && ({ lock: 'none' } as const)),
  };
  const placeOf = (i: number) => (i === account ? move.is : undefined);
  await proposeDated(workbook, understanding, standing, placeOf, [day], {
    cells: typedCells(planned, understanding),
    changed: changedColumns(planned),
  });
}

/** Nothing moves: the log says it at once, and what was proposed for the account goes back. @throws Failure `eventAgain` */
async function note(
  planned: AccountEventPlan,
  said: AccountEvent,
  understanding: Pick<Understanding, 'settings' | 'book' | 'list'>,
  standing: StandingPlan,
  { workbook, clock, onProgress }: Pick<ActionContext, 'workbook' | 'clock' | 'onProgress'>,
): Promise<void> {
  const { change: move, cell, effective, tookBack } = planned;
  const { account, label } = move;
  const known = knownBy(understanding, account, label);
  const reason = reasonOf(planned, said, understanding);
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
  const back =
    tookBack === undefined
      ? []
      : [
          ...editOrder(understanding, 'territory', (i) => (i === account ? move.was : undefined)).cells,
          ...withoutDecisions(understanding, new Set([account])),
        ];
  const cells = [...typedCells(planned, understanding), ...back];
  const rows = withoutColumns(understanding.list.rows, changedColumns(planned));
  await workbook.apply(
    {
      layer: MAIN_LAYER,
      sheets: [await logSheet(log, understanding, standing, workbook, at)],
      ...(cells.length > 0 && { edit: { layer: MAIN_LAYER, rows, cells } }),
      decision: false,
      remember: {
        [LOG_KEY]: log,
        ...(tookBack !== undefined && {
          [DATED_KEY]: standing.dated.filter((dated) => dated.account !== known),
        }),
      },
    },
    onProgress,
  );
}
