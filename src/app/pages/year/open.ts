import { USUAL_OPEN } from '../../../plan/open';
import { daySerial, serialDay } from '../../../plan/schedule';
import type { Numbers } from '../../../text/numbers';
import type { Say } from '../../../text/say';
import { interimLoads, openDay, openSeats } from '../../open-seats';
import { ownersIn } from '../../schedule';
import type { StandingPlan } from '../../standing-plan';
import type { Understanding } from '../../understanding/understand';

/** A territory that waits for its owner, as it is to be typed. Days are ISO, blank for none. */
export interface OpenLine {
  readonly territory: string;
  readonly text: string;
  readonly interim: string;
  readonly future: string;
  readonly start: string;
  /** It has its owner, who is back by the days of his leave. */
  readonly isAway: boolean;
}

export interface OpenView {
  readonly lines: readonly OpenLine[];
  /** What each covers besides his own, in words. */
  readonly loads: readonly string[];
  /** At most so much of a fair share, a fraction. */
  readonly cap: number;
}

/** @param today ISO day */
export function openIn(
  understanding: Pick<Understanding, 'settings' | 'team' | 'choices'>,
  { record, assignment, metrics: [metric] }: StandingPlan,
  say: Say,
  numbers: Numbers,
  today: string,
): OpenView {
  const seats = openSeats(understanding, record, openDay(understanding, record, daySerial(today)));
  const { cap } = understanding.settings.open ?? USUAL_OPEN;
  const counts = new Array<number>(record.territories.length).fill(0);
  assignment.forEach((j) => {
    if (j >= 0) counts[j] = (counts[j] ?? 0) + 1;
  });
  const loads =
    metric === undefined
      ? []
      : interimLoads(seats, ownersIn(understanding, record), metric.load, metric.target);
  return {
    lines: seats.map(({ at, territory, state, interim, future, from }) => {
      const start = from === undefined ? '' : serialDay(from);
      const said = {
        territory,
        state: say(`open.state.${state}`),
        count: counts[at] ?? 0,
        cover: interim === '' ? 'none' : interim,
        future: future === '' ? 'none' : future,
        start: start === '' ? 'none' : start,
      };
      return { territory, text: say('open.line', said), interim, future, start, isAway: state === 'away' };
    }),
    loads: loads.map(({ person, part }) =>
      say('open.load.line', {
        person,
        part: numbers.percent(part, 0),
        cap: numbers.percent(cap, 0),
        above: part > cap ? 'yes' : 'no',
      }),
    ),
    cap,
  };
}
