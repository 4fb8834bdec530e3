import { Failure } from '../../plan/failures';
import { daySerial, daysLater } from '../../plan/schedule';
import type { Action } from '../action';
import { sayOfLeave, seatOnLeave } from '../leave-of-seat';
import { leaveOfSeat } from '../leaves';
import { hasStandingPlan } from './write-sheet';

/**
 * Somebody is back earlier than was said, and the days on which he was away stay relieved; or a leave that is to come is
 * called off, and nothing is said of it any more.
 */
export const endLeave: Action<[territory: string]> = {
  name: 'end-leave',
  label: 'action.endLeave',
  doing: 'writing.quota',
  when: hasStandingPlan,
  async perform(context, territory) {
    const seat = await seatOnLeave(context, territory);
    const { record } = context.state().standing ?? {};
    if (seat === undefined || record === undefined) return;
    const { say, clock } = context;
    const { understanding, id, name, owner } = seat;
    const today = clock.now().toISOString().slice(0, 10);
    const leave = leaveOfSeat(understanding, record, id);
    if (leave === undefined || leave.to < today) throw new Failure('noLeave', { owner, name });
    const blank = { value: '' };
    if (leave.from >= today) {
      await sayOfLeave(
        context,
        { ...seat, to: owner, effective: today, reason: say('log.leaveOff') },
        { leaveFrom: null, leaveTo: null, coveredBy: null },
        { leaveFrom: blank, leaveTo: blank, coveredBy: blank },
        say('news.leaveEnded', { owner, territory: name }),
      );
      return;
    }
    const last = daysLater(today, -1);
    await sayOfLeave(
      context,
      {
        ...{ ...seat, ...(leave.cover !== '' && { had: leave.cover }) },
        ...{ to: owner, effective: today, reason: say('log.leaveEnded') },
      },
      { leaveFrom: daySerial(leave.from), leaveTo: daySerial(last), coveredBy: leave.cover },
      { leaveTo: { value: daySerial(last), format: 'yyyy-mm-dd' } },
      say('news.leaveShort', { owner, territory: name, from: leave.from, to: last }),
    );
  },
};
