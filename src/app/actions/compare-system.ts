import { MAIN_LAYER } from '../../plan/layer';
import { namesOf } from '../../plan/ownership';
import { mismatches } from '../../reports/mismatches';
import type { Action } from '../action';
import { wordApplied } from '../sentences';
import { showSheet } from '../show-sheet';
import { hasStandingPlan } from './write-sheet';

/** Compares another system's table with the plan that was accepted, and writes what differs, and the files that mend it. */
export const compareSystem: Action<[name: string]> = {
  name: 'compare-system',
  label: 'action.compareSystem',
  doing: 'writing.mismatches',
  covers: true,
  when: hasStandingPlan,
  async perform({ workbook, clock, look, change, say, onProgress }, name) {
    change({ mismatches: undefined });
    const understanding = await look();
    if (understanding === undefined) return;
    const { mismatchOrder } = await import('../mismatch-order');
    const { order, pack } = await mismatchOrder(name, understanding, workbook, clock);
    const report = await workbook.apply(order, onProgress);
    await look();
    const names = namesOf(await workbook.owned(), MAIN_LAYER).sheets;
    const sheet = names[mismatches.key] ?? say(mismatches.name);
    const differ = pack.kinds.reduce((sum, { count }) => sum + count, 0);
    change({
      mismatches: pack,
      news: [
        say('news.mismatches', { name: pack.name, rows: pack.rows, agree: pack.agree, differ, sheet }),
        ...wordApplied(say, report),
        ...(await showSheet({ workbook, say }, sheet)),
      ].join(' '),
    });
  },
};
