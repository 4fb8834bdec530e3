import { Failure } from '../plan/failures';
import type { ActionContext } from './action';
import { closedThrough } from './attainment-sources';
import { changesIn, type Change } from './changes';
import { acceptanceOrder, type Acceptance } from './change-log';
import { datedFor } from './dated';
import { addHoldColumns, hasHoldColumns } from './holds';
import type { ApplyReport, WorkbookPort } from './ports';
import type { StandingPlan } from './standing-plan';
import type { Understanding } from './understanding/understand';
import { dayOf } from './schedule';

/**
 * Accepts some of what is proposed, and writes the log. Where something of it is still to come, the list gets columns that
 * say who keeps it until when.
 * @param pick what is accepted of all that is proposed; asked again where the list has got new columns in between
 * @throws Failure `nothingProposed`, `damagedLog`
 */
export async function accept(
  { workbook, clock, look, state, onProgress }: ActionContext,
  pick: (
    changes: readonly Change[],
    understanding: Understanding,
    standing: StandingPlan,
  ) => readonly Change[],
  said: Acceptance,
): Promise<{ readonly accepted: readonly Change[]; readonly report: ApplyReport } | undefined> {
  let understanding = state().understanding;
  let { standing } = state();
  if (understanding === undefined || standing === undefined) return undefined;
  let changes = pick(changesIn(understanding, standing), understanding, standing);
  if (changes.length === 0) throw new Failure('nothingProposed');
  const day = dayOf(clock.now().toISOString().slice(0, 10), standing.record);
  const isToCome = datedFor(changes, said, understanding, standing).some(({ effective }) => effective > day);
  if (isToCome && !hasHoldColumns(understanding)) {
    await addHoldColumns(understanding, workbook);
    understanding = await look();
    standing = state().standing;
    if (understanding === undefined || standing === undefined) return undefined;
    const again = pick(changesIn(understanding, standing), understanding, standing);
    if (tell(again) !== tell(changes)) throw new Failure('changesMoved');
    changes = again;
  }
  const order = await acceptanceOrder(changes, said, understanding, standing, workbook, clock);
  const report = await workbook.apply(order, onProgress);
  await look();
  return { accepted: changes, report };
}

/** What changes say, whatever rows they stand in. */
export const tell = (changes: readonly Change[]): string =>
  JSON.stringify(changes.map(({ label, was, is }) => [label, was, is]).sort());

/**
 * What is closed stays as it was: no credit changes afterwards.
 * @throws Failure `periodClosed` where a change were to hold from a day of it
 */
export async function refuseClosed(
  understanding: Pick<Understanding, 'book' | 'list'>,
  standing: StandingPlan,
  workbook: WorkbookPort,
  changes: readonly Change[],
  said: Acceptance,
): Promise<void> {
  const closed = await closedThrough(understanding, workbook);
  if (closed === undefined) return;
  const known = changes.filter(({ isKnown }) => isKnown);
  const early = datedFor(known, said, understanding, standing).find(({ effective }) => effective <= closed);
  if (early !== undefined) throw new Failure('periodClosed', { day: early.effective, closed });
}
