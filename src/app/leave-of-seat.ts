import { foldText } from '../exact/fold-text';
import { Failure } from '../plan/failures';
import type { ActionContext } from './action';
import { ownersIn } from './schedule';
import type { FillOrder } from './ports';
import type { SeatChange } from './seat-log';
import type { Said } from './settings/said';
import { seatFill } from './team-rows';
import { territoryIndex } from './territory-called';
import type { Understanding } from './understanding/understand';

/** A territory and who has it. */
export interface SeatFound {
  readonly understanding: Understanding;
  readonly id: string;
  readonly name: string;
  readonly owner: string;
}

/** @throws Failure `noTerritoryCalled`, `seatOpen` */
export async function seatOnLeave(
  { look, state }: ActionContext,
  territory: string,
): Promise<SeatFound | undefined> {
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
export function coverCalled({ team }: Pick<Understanding, 'team'>, owner: string, cover: string): string {
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

/** Into the blue cells of Quota Plan where they are, else into the settings that the workbook keeps; with a row on the log. */
export async function sayOfLeave(
  context: ActionContext,
  change: LeaveChange,
  words: Readonly<Record<string, number | string | null>>,
  cells: Parameters<typeof seatFill>[4],
  news: string,
): Promise<void> {
  const { understanding, id, owner } = change;
  const fill = await seatFill(understanding, context.workbook, id, 'quotaSeats', cells);
  const said = { quota: { seats: { [id]: { ...words, blank: NOT_BLANK, of: owner } } } };
  await logLeave(context, change, fill.length > 0 ? { fill } : { said }, news);
}

/** @param had whoever had the accounts, where that was not the owner */
type LeaveChange = SeatFound & { readonly had?: string } & Pick<
    SeatChange,
    'to' | 'effective' | 'until' | 'reason'
  >;

/**
 * A row on the log, and with it what is filled and what is said as a setting: all of it or nothing.
 * @param news what is said of it
 */
export async function logLeave(
  context: ActionContext,
  { name, owner, had = owner, to, effective, until, reason }: LeaveChange,
  { fill = [], said }: { readonly fill?: FillOrder; readonly said?: Said },
  news: string,
): Promise<void> {
  const dates = { effective, ...(until === undefined ? {} : { until }) };
  const row = { territory: name, from: had, to, reason, ...dates };
  const { fillAndLog } = await import('./fill-and-log');
  let remarks: string[] | undefined;
  if (said === undefined) remarks = await fillAndLog(context, fill, row);
  else
    await context.settings.say(said, async (key, value) => {
      remarks = await fillAndLog(context, fill, row, { [key]: value });
      // There is no plan any more to log it for.
      if (remarks === undefined) await context.workbook.save(key, value);
    });
  if (remarks === undefined) return;
  context.change({ loads: undefined, news: [news, ...remarks].join(' ') });
}
