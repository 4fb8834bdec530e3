import { Failure } from '../../plan/failures';
import type { Action } from '../action';
import type { Acceptance } from '../change-log';
import { approvalsIn, isApprovalAsked, tellApprovals } from '../approval';
import { changesIn, refuseWithoutAccepted, type Change } from '../changes';
import { wordApplied } from '../sentences';
import type { StandingPlan } from '../standing-plan';
import type { Understanding } from '../understanding/understand';
import { hasStandingPlan } from './write-sheet';

/**
 * What is proposed by hand becomes what is accepted: issued quota and load files follow it, and the log has a row for each.
 * Where managers are asked, that is what they approved.
 */
export const acceptChanges: Action<[said: Acceptance]> = {
  name: 'accept-changes',
  label: 'action.acceptChanges',
  doing: 'writing.edit',
  when: hasStandingPlan,
  async perform(context, said) {
    const { look, state, change, say, workbook } = context;
    const { accept, refuseClosed, tell } = await import('../accept');
    const before = state();
    const seen = before.understanding && before.standing && shown(before.understanding, before.standing);
    const understanding = await look();
    const { standing } = state();
    if (understanding === undefined || standing === undefined) return;
    refuseWithoutAccepted(understanding);
    const now = shown(understanding, standing);
    // Nobody accepts what was not shown.
    if (tell(now.changes) !== tell(seen?.changes ?? []) || now.decisions !== (seen?.decisions ?? ''))
      throw new Failure('changesMoved');
    const acceptable = acceptableOf(now.changes, understanding, standing);
    if (acceptable.length === 0 && isApprovalAsked(understanding) && now.changes.length > 0)
      throw new Failure('noneApproved');
    await refuseClosed(understanding, standing, workbook, acceptable, said);
    const done = await accept(context, acceptableOf, said);
    if (done === undefined) return;
    const count = done.accepted.length;
    change({
      edit: undefined,
      // They are those of before.
      loads: undefined,
      news: [
        isApprovalAsked(understanding)
          ? say('news.acceptedApproved', { count, left: now.changes.length - count })
          : say('news.accepted', { count, left: now.changes.length - count }),
        ...wordApplied(say, done.report),
      ].join(' '),
    });
  },
};

/** What can be accepted: whatever names a territory; where managers are asked, what they approved of it. */
function acceptableOf(
  changes: readonly Change[],
  understanding: Understanding,
  standing: StandingPlan,
): readonly Change[] {
  if (!isApprovalAsked(understanding)) return changes.filter(({ isKnown }) => isKnown);
  return approvalsIn(understanding, standing, changes).flatMap(({ change, state }) =>
    state === 'approved' ? [change] : [],
  );
}

/** What is proposed, and where managers are asked what they have decided. */
function shown(understanding: Understanding, standing: StandingPlan) {
  const changes = changesIn(understanding, standing);
  const decisions = isApprovalAsked(understanding)
    ? tellApprovals(approvalsIn(understanding, standing, changes))
    : '';
  return { changes, decisions };
}
