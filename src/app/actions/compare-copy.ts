import type { Action } from '../action';
import { refuseWithoutAccepted } from '../changes';
import { hasStandingPlan } from './write-sheet';

/** Compares a returned planning copy with the list, account by account. Nothing is written. */
export const compareCopy: Action<[name: string]> = {
  name: 'compare-copy',
  label: 'action.compareCopy',
  doing: 'pane.looking',
  when: hasStandingPlan,
  async perform({ workbook, look, state, change }, name) {
    change({ merge: undefined });
    const understanding = await look();
    const { standing } = state();
    if (understanding === undefined || standing === undefined) return;
    refuseWithoutAccepted(understanding);
    const { mergeWith } = await import('../merge-copy');
    change({ merge: { found: await mergeWith(name, understanding, standing, workbook), decided: {} } });
  },
};
