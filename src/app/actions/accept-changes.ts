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
  async perform({ workbook, clock, look, state, change, say, onProgress }, said) {
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
    const changes = now.filter(({ isKnown }) => isKnown);
    if (changes.length === 0) throw new Failure('nothingProposed');
    const { acceptanceOrder } = await import('../change-log');
    const order = await acceptanceOrder(changes, said, understanding, standing, workbook, clock);
    const report = await workbook.apply(order, onProgress);
    await look();
    const left = now.length - changes.length;
    change({
      edit: undefined,
      // They are those of before.
      loads: undefined,
      news: [say('news.accepted', { count: changes.length, left }), ...wordApplied(say, report)].join(' '),
    });
  },
};

const tell = (changes: ReturnType<typeof changesIn>): string =>
  JSON.stringify(changes.map(({ label, was, is }) => [label, was, is]).sort());
