import { daySerial } from '../../../plan/schedule';
import { isIsoDay } from '../../../plan/settings';
import { metricLabel } from '../../../reports/context';
import type { QuotaSeat } from '../../../reports/quota/context';
import type { Numbers } from '../../../text/numbers';
import type { Say } from '../../../text/say';
import { leavesIn } from '../../leaves';
import { moneyWith } from '../../money-with';
import { ownersIn } from '../../schedule';
import { sharesWith } from '../../share-with';
import type { StandingPlan } from '../../standing-plan';
import type { PaneState } from '../../state';
import type { Understanding } from '../../understanding/understand';

/** Who has which territory, who could, and who is away. */
export interface SeatsView {
  /** Names of territories that nobody has, and of those that somebody has. */
  readonly open: readonly string[];
  readonly filled: readonly string[];
  /** Active people of the team, by name. */
  readonly people: readonly string[];
  readonly leaves: readonly string[];
  /** Names of the territories whose owner is away, or going to be. */
  readonly away: readonly string[];
}

export const NO_SEATS: SeatsView = { open: [], filled: [], people: [], leaves: [], away: [] };

/** @param today ISO day */
export function seatsIn(
  understanding: Pick<Understanding, 'settings' | 'team' | 'choices'>,
  { record }: StandingPlan,
  say: Say,
  today: string,
): SeatsView {
  const owners = ownersIn(understanding, record);
  const names = record.territories.map(({ name }) => name);
  const leaves = leavesIn(understanding, record, today);
  return {
    open: names.filter((_, j) => owners[j] === ''),
    filled: names.filter((_, j) => owners[j] !== ''),
    people: [
      ...new Set(
        understanding.team.roster.reps.flatMap(({ name, tbh, active }) => (tbh || !active ? [] : [name])),
      ),
    ],
    leaves: leaves.map(({ back, cover, ...leave }) =>
      say(back <= today ? 'year.leaveBack' : 'year.leaveLine', {
        ...leave,
        back,
        cover: cover === '' ? 'none' : cover,
      }),
    ),
    away: leaves.filter(({ back }) => back > today).map(({ territory }) => territory),
  };
}

/** What is going to be said of a seat. Days are ISO, blank where nobody knows one. */
export type SeatSaid =
  | { readonly start: string; readonly name: string }
  | { readonly from: string; readonly to: string }
  | { readonly opens: string }
  | { readonly share: 'none' | 'again' };

/**
 * What quota and pay become if somebody starts in a seat on a day, is away, or covers an open one until a day, or if it is
 * closed or opened again; none where a day is none, or there are no quotas.
 */
export function seatMoneyLines(
  { understanding, standing }: Pick<PaneState, 'understanding' | 'standing'>,
  say: Say,
  plain: Numbers,
  territory: string,
  said: SeatSaid,
): string[] {
  const at = standing?.record.territories.findIndex(({ name }) => name === territory) ?? -1;
  if (understanding === undefined || standing === undefined || at < 0) return [];
  const days = 'start' in said ? [said.start] : 'from' in said ? [said.from, said.to] : [];
  const opens = 'opens' in said && said.opens !== '' ? [said.opens] : [];
  if (![...days, ...opens].every(isIsoDay)) return [];
  const money = moneyWith(
    standing,
    understanding,
    at,
    changeOf(said, standing.record.territories[at]?.share),
  );
  if (money === undefined) return [];
  const { quotas, pays, last } = money;
  const changed = quotas.before.flatMap((was, j) =>
    Math.round(was) === Math.round(quotas.after[j] ?? 0) ? [] : [j],
  );
  const others = changed.filter((j) => j !== at).length;
  const [first] = [...days, ...opens];
  const before = pays?.before[at];
  const after = pays?.after[at];
  return [
    ...(first !== undefined && first > last ? [say('year.afterYear', { day: first, end: last })] : []),
    say('year.quotaEffect', {
      territory,
      before: plain.whole(quotas.before[at] ?? 0),
      after: plain.whole(quotas.after[at] ?? 0),
    }),
    ...(others === 0 ? [] : [say('year.quotaOthers', { count: others })]),
    ...(pays === undefined
      ? []
      : before === undefined || after === undefined
        ? [say('year.seatPayUnknown', { territory })]
        : [say('year.seatPay', { territory, before: plain.whole(before), after: plain.whole(after) })]),
  ];
}

/** What a fair share becomes if a territory is closed, or opened again, and how the others stand to it then: a line a metric. */
export function seatShareLines(
  { understanding, standing }: Pick<PaneState, 'understanding' | 'standing'>,
  say: Say,
  plain: Numbers,
  territory: string,
  share: 'none' | 'again',
): string[] {
  const at = standing?.record.territories.findIndex(({ name }) => name === territory) ?? -1;
  if (understanding === undefined || standing === undefined || at < 0) return [];
  return sharesWith(standing, understanding, at, share).map(({ spec, before, after, others }) =>
    say('year.fairShare', {
      metric: metricLabel(say, spec),
      before: plain.whole(before),
      after: plain.whole(after),
      count: others.count,
      least: plain.percent(others.before[0]),
      most: plain.percent(others.before[1]),
      leastThen: plain.percent(others.after[0]),
      mostThen: plain.percent(others.after[1]),
    }),
  );
}

/** What of a seat is otherwise then. @param share of it when the plan was designed */
function changeOf(said: SeatSaid, share = 1): Partial<QuotaSeat> {
  if ('start' in said) {
    const day = daySerial(said.start);
    return { owner: said.name, status: 'filled', start: day, hired: day };
  }
  if ('from' in said) return { leaveFrom: daySerial(said.from), leaveTo: daySerial(said.to) };
  if ('opens' in said) return { start: said.opens === '' ? undefined : daySerial(said.opens) };
  return { capacity: said.share === 'none' ? 0 : share > 0 ? share : 1 };
}
