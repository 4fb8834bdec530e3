import type { Action } from '../action';
import { sayOfLeave, seatOnLeave } from '../leave-of-seat';
import { hasStandingPlan } from './write-sheet';

/** Somebody is back, or stays after all: nothing is said of a leave any more. */
export const endLeave: Action<[territory: string]> = {
  name: 'end-leave',
  label: 'action.endLeave',
  doing: 'writing.quota',
  when: hasStandingPlan,
  async perform(context, territory) {
    const seat = await seatOnLeave(context, territory);
    if (seat === undefined) return;
    const blank = { value: '' };
    const { say, clock } = context;
    const effective = clock.now().toISOString().slice(0, 10);
    await sayOfLeave(
      context,
      { ...seat, to: seat.owner, effective, reason: say('log.leaveEnded') },
      { leaveFrom: null, leaveTo: null, coveredBy: null },
      { leaveFrom: blank, leaveTo: blank, coveredBy: blank },
      say('news.leaveEnded', { owner: seat.owner, territory: seat.name }),
    );
  },
};
