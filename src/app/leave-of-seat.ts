import { foldText } from '../exact/fold-text';
import { Failure } from '../plan/failures';
import { MAIN_LAYER } from '../plan/layer';
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

/** Into the blue cells of Quota Plan where they are, else into the settings that the workbook keeps. */
export async function sayOfLeave(
  { workbook, settings }: ActionContext,
  { understanding, id, owner }: SeatFound,
  words: Readonly<Record<string, number | string | null>>,
  cells: Parameters<typeof seatFill>[4],
): Promise<void> {
  const fill = await seatFill(understanding, workbook, id, 'quotaSeats', cells);
  if (fill.length > 0) await workbook.apply({ layer: MAIN_LAYER, fill, sheets: [], decision: false });
  else await settings.say({ quota: { seats: { [id]: { ...words, blank: NOT_BLANK, of: owner } } } });
}

/** A row on the log, and what is said of it. */
export async function logLeave(
  context: ActionContext,
  change: SeatFound & Pick<SeatChange, 'to' | 'effective' | 'until' | 'reason'>,
  news: string,
): Promise<void> {
  const { logSeat } = await import('./seat-log');
  const { name, owner, to, effective, until, reason } = change;
  const dates = { effective, ...(until === undefined ? {} : { until }) };
  const remarks = await logSeat(context, { territory: name, from: owner, to, reason, ...dates });
  if (remarks === undefined) return;
  context.change({ loads: undefined, news: [news, ...remarks].join(' ') });
}
