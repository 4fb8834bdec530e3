import { Failure } from '../../plan/failures';
import { isSamePlace } from '../../plan/schedule';
import type { Action, ActionContext } from '../action';
import { knownBy, refuseWithoutAccepted } from '../changes';
import { proposeDated } from '../dated';
import { editOrder } from '../edit-order';
import { readLog } from '../logged';
import type { ApplyReport } from '../ports';
import { scheduleIn, type CoveredAccount } from '../schedule';
import { wordApplied } from '../sentences';
import type { StandingPlan } from '../standing-plan';
import { ourColumn } from '../understanding/our-column';
import type { Understanding } from '../understanding/understand';
import { hasStandingPlan } from './write-sheet';

/**
 * What is due today: accounts whose day has come are held no longer, and those that were covered for a while go back to
 * where they came from, accepted and on the log. One for which somebody has proposed another place meanwhile stays.
 */
export const carryOutDue: Action<[by: string]> = {
  name: 'carry-out-due',
  label: 'action.due',
  doing: 'writing.edit',
  when: hasStandingPlan,
  async perform(context, by) {
    const { clock, look, state, change, say } = context;
    const understanding = await look();
    const { standing } = state();
    if (understanding === undefined || standing === undefined) return;
    refuseWithoutAccepted(understanding);
    const { ended, due } = scheduleIn(understanding, standing, clock.now().toISOString().slice(0, 10));
    if (ended.length + due.length === 0) throw new Failure('nothingDue');
    const back = due.filter((one) => goesBack(one, understanding, standing));
    const report =
      back.length > 0
        ? await moveBack(context, back, understanding, standing, by)
        : ended.length > 0
          ? await endHolds(context, understanding, standing)
          : undefined;
    await look();
    const counts = { ended: ended.length, back: back.length, left: due.length - back.length };
    change({
      edit: undefined,
      loads: undefined,
      news: [say('news.due', counts), ...(report === undefined ? [] : wordApplied(say, report))].join(' '),
    });
  },
};

/** It is still where it was put for a while, and where it came from is still there. */
function goesBack(
  { account, change }: CoveredAccount,
  { list, book }: Pick<Understanding, 'book' | 'list'>,
  { record }: StandingPlan,
): boolean {
  const territory = ourColumn({ whole: list.whole, owned: book.owned }, 'territory');
  return (
    isSamePlace(territory.at(list.accounts.sheetRow[account] ?? 0), change.to) &&
    record.territories.some(({ name }) => isSamePlace(name, change.from))
  );
}

async function moveBack(
  context: ActionContext,
  back: readonly CoveredAccount[],
  understanding: Pick<Understanding, 'book' | 'list'>,
  standing: StandingPlan,
  by: string,
): Promise<ApplyReport | undefined> {
  const { workbook, look, say } = context;
  const { accept } = await import('../accept');
  const home = new Map(back.map(({ account, change }) => [account, change.from]));
  const dated = back.map(({ account, label, change, back: day }) => ({
    account: knownBy(understanding, account, label),
    to: change.from,
    effective: day,
  }));
  await proposeDated(workbook, understanding, standing, (i) => home.get(i), dated);
  const said = new Set(dated.map(({ account }) => account));
  const now = await look();
  if (now === undefined) return undefined;
  const isOne = (account: number, label: string) => said.has(knownBy(now, account, label));
  const done = await accept(
    context,
    (changes) => changes.filter(({ account, label, isKnown }) => isKnown && isOne(account, label)),
    { by, reason: say('log.coverEnded'), effective: context.clock.now().toISOString().slice(0, 10) },
  );
  return done?.report;
}

/** Their cells say no more who keeps them, and the log says that they are where they were accepted. */
async function endHolds(
  { workbook, clock, onProgress }: ActionContext,
  understanding: Understanding,
  standing: StandingPlan,
): Promise<ApplyReport> {
  const { holdEdit, logSheet } = await import('../change-log');
  const log = await readLog(workbook);
  const at = clock.now().toISOString();
  const { layer, rows } = editOrder(understanding, 'accepted', () => undefined);
  return workbook.apply(
    {
      layer,
      sheets: [await logSheet(log, understanding, standing, workbook, at)],
      edit: { layer, rows, cells: holdEdit(understanding, standing, log, at.slice(0, 10)) },
      decision: false,
    },
    onProgress,
  );
}
