import { daySerial } from '../../../plan/schedule';
import { isIsoDay } from '../../../plan/settings';
import type { QuotaSeat } from '../../../reports/quota/context';
import type { Numbers } from '../../../text/numbers';
import type { Say } from '../../../text/say';
import { leavesIn, quotasWith } from '../../leaves';
import { ownersIn } from '../../schedule';
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
  understanding: Understanding,
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

/** What quota becomes if somebody starts in a seat on a day, or is away; none where a day is none, or there are no quotas. */
export function seatQuotaLines(
  { understanding, standing }: Pick<PaneState, 'understanding' | 'standing'>,
  say: Say,
  plain: Numbers,
  territory: string,
  days: { readonly start: string; readonly name: string } | { readonly from: string; readonly to: string },
): string[] {
  const at = standing?.record.territories.findIndex(({ name }) => name === territory) ?? -1;
  if (understanding === undefined || standing === undefined || at < 0) return [];
  if (!Object.entries(days).every(([key, day]) => key === 'name' || isIsoDay(day))) return [];
  const change: Partial<QuotaSeat> =
    'start' in days
      ? { owner: days.name, status: 'filled', start: daySerial(days.start), hired: daySerial(days.start) }
      : { leaveFrom: daySerial(days.from), leaveTo: daySerial(days.to) };
  const quotas = quotasWith(standing, understanding, at, change);
  if (quotas === undefined) return [];
  const { before, after } = quotas;
  const changed = before.flatMap((was, j) => (Math.round(was) === Math.round(after[j] ?? 0) ? [] : [j]));
  const others = changed.filter((j) => j !== at).length;
  return [
    say('year.quotaEffect', {
      territory,
      before: plain.whole(before[at] ?? 0),
      after: plain.whole(after[at] ?? 0),
    }),
    ...(others === 0 ? [] : [say('year.quotaOthers', { count: others })]),
  ];
}
