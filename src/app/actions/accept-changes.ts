import { Failure } from '../../plan/failures';
import type { Action } from '../action';
import type { Acceptance } from '../change-log';
import { changesIn, refuseWithoutAccepted } from '../changes';
import { wordApplied } from '../sentences';
import { hasStandingPlan } from './write-sheet';

/** What is proposed by hand becomes what is accepted: issued quota and load files follow it, and the log has a row for each. */
export const acceptChanges: Action<[said: Acceptance]> = {
  name: 'accept-changes',
  label: 'action.acceptChanges',
  doing: 'writing.edit',
  when: hasStandingPlan,
  async perform(context, said) {
    const { look, state, change, say, workbook } = context;
    const { accept, refuseClosed, tell } = await import('../accept');
    const before = state();
    const seen =
      before.understanding === undefined || before.standing === undefined
        ? []
        : changesIn(before.understanding, before.standing);
    const understanding = await look();
    const { standing } = state();
    if (understanding === undefined || standing === undefined) return;
    refuseWithoutAccepted(understanding);
    const now = changesIn(understanding, standing);
    // Nobody accepts what was not shown.
    if (tell(now) !== tell(seen)) throw new Failure('changesMoved');
    await refuseClosed(understanding, standing, workbook, now, said);
    const done = await accept(context, (changes) => changes.filter(({ isKnown }) => isKnown), said);
    if (done === undefined) return;
    const count = done.accepted.length;
    change({
      edit: undefined,
      // They are those of before.
      loads: undefined,
      news: [
        say('news.accepted', { count, left: now.length - count }),
        ...wordApplied(say, done.report),
      ].join(' '),
    });
  },
};
