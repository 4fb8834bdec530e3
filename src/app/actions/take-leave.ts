import { foldText } from '../../exact/fold-text';
import { Failure } from '../../plan/failures';
import { daySerial, daysLater } from '../../plan/schedule';
import { isIsoDay } from '../../plan/settings';
import type { Action } from '../action';
import { coverCalled, sayOfLeave, seatOnLeave } from '../leave-of-seat';
import { leaveOfSeat } from '../leaves';
import { hasStandingPlan } from './write-sheet';

/** Who is away, from which day to which (ISO, both of them days of absence), and who covers; blank: nobody. */
export interface Absence {
  readonly territory: string;
  readonly from: string;
  readonly to: string;
  readonly cover: string;
}

/**
 * Somebody is away for a while: quota is relieved by the days, as the conventions have it, load files give the accounts to
 * whoever covers as long as it lasts, and the page says when he is back. The plan stays as it is.
 */
export const takeLeave: Action<[said: Absence]> = {
  name: 'take-leave',
  label: 'action.leave',
  doing: 'writing.quota',
  when: hasStandingPlan,
  async perform(context, { territory, from, to, cover }) {
    if (!isIsoDay(from) || !isIsoDay(to) || to < from) throw new Failure('leaveDays', { from, to });
    const seat = await seatOnLeave(context, territory);
    if (seat === undefined) return;
    const by = coverCalled(seat.understanding, seat.owner, cover);
    const { record } = context.state().standing ?? {};
    const noted = record && leaveOfSeat(seat.understanding, record, seat.id);
    if (noted?.from === from && noted.to === to && foldText(noted.cover) === foldText(by))
      throw new Failure('sameLeave', { owner: seat.owner, name: seat.name, from, to });
    const day = (iso: string) => ({ value: daySerial(iso), format: 'yyyy-mm-dd' });
    const words = { leaveFrom: daySerial(from), leaveTo: daySerial(to), coveredBy: by };
    const cells = { leaveFrom: day(from), leaveTo: day(to), coveredBy: { value: by } };
    const { say } = context;
    const params = { owner: seat.owner, territory: seat.name, from, to, cover: by === '' ? 'none' : by };
    await sayOfLeave(
      context,
      { ...seat, to: by, effective: from, until: to, reason: say('log.leave') },
      words,
      cells,
      [
        say('news.leave', { ...params, back: daysLater(to, 1) }),
        // A seat has one: of days that are part of the new one nothing is lost.
        ...(noted === undefined || (from <= noted.from && noted.to <= to)
          ? []
          : [say('news.leaveInstead', { from: noted.from, to: noted.to })]),
      ].join(' '),
    );
  },
};
