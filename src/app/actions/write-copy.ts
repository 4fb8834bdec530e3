import { Failure } from '../../plan/failures';
import { isSamePlace } from '../../plan/schedule';
import { MAIN_LAYER } from '../../plan/layer';
import { namesOf } from '../../plan/ownership';
import { planningCopy } from '../../reports/planning-copy';
import { buildSheet, sourcesOf } from '../../reports/sheet';
import type { Action } from '../action';
import { refuseWithoutAccepted } from '../changes';
import { readOwnTable } from '../own-table';
import { wordApplied } from '../sentences';
import { showSheet } from '../show-sheet';
import { hasStandingPlan } from './write-sheet';

/** Writes what a manager gets on a sheet of its own, which speaks of nothing outside itself. */
export const writeCopy: Action<[manager: string]> = {
  name: 'write-copy',
  label: 'action.copy',
  doing: 'writing.copy',
  covers: true,
  when: hasStandingPlan,
  async perform({ workbook, clock, look, state, change, say, onProgress }, manager) {
    const understanding = await look();
    const { standing } = state();
    if (understanding === undefined || standing === undefined) return;
    refuseWithoutAccepted(understanding);
    const { copyContext } = await import('../planning-copy-sources');
    const context = copyContext(manager, understanding, standing, clock);
    // What somebody has moved on the copy that stands here is not written over.
    const before = await readOwnTable(workbook, understanding.book.survey, planningCopy.key, 'copyAccounts');
    const [from = [], now = [], why = []] = ['from', 'territory', 'why'].map((key) => before?.column(key));
    const edited = now.filter((cell, n) => !isSamePlace(String(cell), String(from[n] ?? ''))).length;
    if (edited > 0 || why.some((cell) => cell !== '')) throw new Failure('copyEdited', { count: edited });
    const spec = await buildSheet(planningCopy, sourcesOf({ copy: () => context }));
    const order = { layer: MAIN_LAYER, sheets: [spec], decision: false };
    const report = await workbook.apply(order, onProgress);
    await look();
    const sheet = namesOf(await workbook.owned(), MAIN_LAYER).sheets[planningCopy.key] ?? spec.name;
    const team = context.territories.filter(({ isTeam }) => isTeam).length;
    change({
      news: [
        say('news.copy', { manager: context.manager, sheet, accounts: context.accounts.length, team }),
        ...wordApplied(say, report),
        ...(await showSheet({ workbook, say }, sheet)),
      ].join(' '),
    });
  },
};
