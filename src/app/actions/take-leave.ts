import { foldText } from '../../exact/fold-text';
import { Failure } from '../../plan/failures';
import { MAIN_LAYER } from '../../plan/layer';
import { daySerial, daysLater } from '../../plan/schedule';
import { isDay } from '../../plan/settings';
import type { Action, ActionContext } from '../action';
import { ownersIn } from '../schedule';
import { wordApplied } from '../sentences';
import { seatFill } from '../team-rows';
import { territoryIndex } from '../territory-called';
import type { Understanding } from '../understanding/understand';
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
    const isOne = (day: string) => /^\d{4}-\d{2}-\d{2}$/.test(day) && isDay(day);
    if (!isOne(from) || !isOne(to) || to < from) throw new Failure('leaveDays', { from, to });
    const seat = await seatOf(context, territory);
    if (seat === undefined) return;
    const by = coverCalled(seat.understanding, seat.owner, cover);
    const day = (iso: string) => ({ value: daySerial(iso), format: 'yyyy-mm-dd' });
    const words = { leaveFrom: daySerial(from), leaveTo: daySerial(to), coveredBy: by };
    await sayOf(context, seat, words, {
      leaveFrom: day(from),
      leaveTo: day(to),
      coveredBy: { value: by },
    });
    const { say } = context;
    const params = { owner: seat.owner, territory: seat.name, from, to, cover: by === '' ? 'none' : by };
    await log(
      context,
      { ...seat, to: by, effective: from, until: to, reason: say('log.leave') },
      say('news.leave', { ...params, back: daysLater(to, 1) }),
    );
  },
};

/** Somebody is back, or stays after all: nothing is said of a leave any more. */
export const endLeave: Action<[territory: string]> = {
  name: 'end-leave',
  label: 'action.endLeave',
  doing: 'writing.quota',
  when: hasStandingPlan,
  async perform(context, territory) {
    const seat = await seatOf(context, territory);
    if (seat === undefined) return;
    const blank = { value: '' };
    await sayOf(
      context,
      seat,
      { leaveFrom: null, leaveTo: null, coveredBy: null },
      { leaveFrom: blank, leaveTo: blank, coveredBy: blank },
    );
    const { say, clock } = context;
    const effective = clock.now().toISOString().slice(0, 10);
    await log(
      context,
      { ...seat, to: seat.owner, effective, reason: say('log.leaveEnded') },
      say('news.leaveEnded', { owner: seat.owner, territory: seat.name }),
    );
  },
};

interface SeatFound {
  readonly understanding: Understanding;
  readonly id: string;
  readonly name: string;
  readonly owner: string;
}

/** @throws Failure `noTerritoryCalled`, `seatOpen` */
async function seatOf({ look, state }: ActionContext, territory: string): Promise<SeatFound | undefined> {
  const understanding = await look();
  const { standing } = state();
  if (understanding === undefined || standing === undefined) return undefined;
  const j = territoryIndex(standing, territory);
  const { id = '', name = '' } = standing.record.territories[j] ?? {};
  const owner = ownersIn(understanding, standing.record)[j] ?? '';
  if (owner === '') throw new Failure('seatOpen', { name });
  return { understanding, id, name, owner };
}

/** Somebody of the team by his name. @throws Failure `noCover` */
function coverCalled({ team }: Understanding, owner: string, cover: string): string {
  const word = cover.trim();
  if (word === '') return '';
  const found = team.roster.reps.find(
    ({ tbh, active, name }) => !tbh && active && foldText(name) === foldText(word),
  );
  if (found === undefined || foldText(found.name) === foldText(owner))
    throw new Failure('noCover', { name: word, owner });
  return found.name;
}

/** What was cleared before is said again. */
const NOT_BLANK = { leaveFrom: null, leaveTo: null, coveredBy: null };

/** Into the blue cells of Quota Plan where they are, else into the settings that the workbook keeps. */
async function sayOf(
  { workbook, settings }: ActionContext,
  { understanding, id, owner }: SeatFound,
  words: Readonly<Record<string, number | string | null>>,
  cells: Parameters<typeof seatFill>[4],
): Promise<void> {
  const fill = await seatFill(understanding, workbook, id, 'quotaSeats', cells);
  if (fill.length > 0) await workbook.apply({ layer: MAIN_LAYER, fill, sheets: [], decision: false });
  else await settings.say({ quota: { seats: { [id]: { ...words, blank: NOT_BLANK, of: owner } } } });
}

async function log(
  context: ActionContext,
  change: SeatFound & {
    readonly to: string;
    readonly effective: string;
    readonly until?: string;
    readonly reason: string;
  },
  news: string,
): Promise<void> {
  const { look, state } = context;
  const now = await look();
  const { standing } = state();
  if (now === undefined || standing === undefined) return;
  const { logSeats } = await import('../seat-log');
  const { name, owner, to, effective, until, reason } = change;
  const dates = { effective, ...(until === undefined ? {} : { until }) };
  const report = await logSeats(
    context,
    [{ territory: name, from: owner, to, reason, ...dates }],
    now,
    standing,
  );
  await look();
  context.change({ loads: undefined, news: [news, ...wordApplied(context.say, report)].join(' ') });
}
