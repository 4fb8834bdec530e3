import { Failure } from '../../plan/failures';
import { daySerial, daysLater } from '../../plan/schedule';
import { isIsoDay } from '../../plan/settings';
import type { Action } from '../action';
import { coverCalled, logLeave } from '../leave-of-seat';
import { openDay, openSeats } from '../open-seats';
import { seatFill } from '../team-rows';
import { territoryIndex } from '../territory-called';
import { dateSerial } from '../time';
import { hasStandingPlan } from './write-sheet';

/** Who looks after a territory until its owner is there, who that is going to be, and from which day (ISO); blank: nobody, or nobody knows. */
export interface Cover {
  readonly territory: string;
  readonly by: string;
  readonly future: string;
  readonly start: string;
}

/** Whoever covers has the accounts in load files until the owner is there; in no balance and no quota of his. */
export const coverOpen: Action<[said: Cover]> = {
  name: 'cover-open',
  label: 'action.cover',
  doing: 'writing.quota',
  when: hasStandingPlan,
  async perform(context, { territory, by, future, start }) {
    const { workbook, look, state, clock, say } = context;
    if (start !== '' && !isIsoDay(start)) throw new Failure('joinerDay', { day: start });
    const understanding = await look();
    const { standing } = state();
    if (understanding === undefined || standing === undefined) return;
    const { record } = standing;
    const at = territoryIndex(standing, territory);
    const today = dateSerial(clock.now());
    const seat = openSeats(understanding, record, openDay(understanding, record, today)).find(
      (one) => one.at === at,
    );
    const name = record.territories[at]?.name ?? territory;
    if (seat === undefined) throw new Failure('notOpen', { name });
    const cover = coverCalled(understanding, seat.owner, by);
    const serial = start === '' ? '' : daySerial(start);
    const day = { value: serial, format: 'yyyy-mm-dd' };
    const comes = future.trim();
    // Somebody who is away is back by the days of his leave.
    const isAway = seat.state === 'away';
    const onQuotaPlan = await seatFill(understanding, workbook, seat.id, 'quotaSeats', {
      coveredBy: { value: cover },
      ...(isAway ? {} : { start: day }),
    });
    const here = await seatFill(understanding, workbook, seat.id, 'openTerritories', {
      future: { value: comes },
      interimTyped: { value: cover },
      ...(isAway ? {} : { fromTyped: day }),
    });
    // What no cell says is said by the settings.
    const blank = {
      coveredBy: cover === '' ? true : null,
      ...(isAway ? {} : { start: serial === '' ? true : null }),
    };
    const words = {
      coveredBy: cover === '' ? null : cover,
      ...(isAway ? {} : { start: serial === '' ? null : serial }),
      blank,
    };
    const said = {
      ...(onQuotaPlan.length === 0 && { quota: { seats: { [seat.id]: words } } }),
      open: { seats: { [seat.id]: { future: comes === '' ? null : comes } } },
    };
    const effective = clock.now().toISOString().slice(0, 10);
    await logLeave(
      context,
      {
        understanding,
        id: seat.id,
        name,
        owner: seat.owner,
        to: cover,
        effective,
        ...(start > effective && { until: daysLater(start, -1) }),
        reason: say('log.cover'),
      },
      { fill: [...onQuotaPlan, ...here], said },
      say('news.cover', {
        territory: name,
        cover: cover === '' ? 'none' : cover,
        future: comes === '' ? 'none' : comes,
        start: start === '' ? 'none' : start,
      }),
    );
  },
};
