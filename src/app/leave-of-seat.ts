import { foldText } from '../exact/fold-text';
import { Failure } from '../plan/failures';
import type { ActionContext } from './action';
import { ownersIn } from './schedule';
import type { SeatChange } from './seat-log';
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
export function coverCalled({ team }: Understanding, owner: string, cover: string): string {
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

/**
 * Into the blue cells of Quota Plan where they are, else into the settings that the workbook keeps; together with a row on
 * the log. What is said of it is told.
 */
export async function sayOfLeave(
  context: ActionContext,
  change: SeatFound & Pick<SeatChange, 'to' | 'effective' | 'until' | 'reason'>,
  words: Readonly<Record<string, number | string | null>>,
  cells: Parameters<typeof seatFill>[4],
  news: string,
): Promise<void> {
  const { understanding, id, name, owner, to, effective, until, reason } = change;
  const fill = await seatFill(understanding, context.workbook, id, 'quotaSeats', cells);
  const dates = { effective, ...(until === undefined ? {} : { until }) };
  const row = { territory: name, from: owner, to, reason, ...dates };
  const said = { quota: { seats: { [id]: { ...words, blank: NOT_BLANK, of: owner } } } };
  const { fillAndLog } = await import('./fill-and-log');
  const { logSeat } = await import('./seat-log');
  let remarks: string[] | undefined;
  if (fill.length > 0) remarks = await fillAndLog(context, fill, row);
  else
    await context.settings.say(said, async (key, value) => {
      remarks = await logSeat(context, row, { [key]: value });
      if (remarks === undefined) await context.workbook.save(key, value);
    });
  if (remarks === undefined) return;
  context.change({ loads: undefined, news: [news, ...remarks].join(' ') });
}
