import type { Action } from '../action';
import { hasStandingPlan } from './write-sheet';

/** Compares a newer export on another sheet with the list, account by account. Nothing is written. */
export const compareExport: Action<[name: string]> = {
  name: 'compare-export',
  label: 'action.compareExport',
  doing: 'pane.looking',
  when: hasStandingPlan,
  async perform({ workbook, look, change }, name) {
    change({ refresh: undefined });
    const understanding = await look();
    if (understanding === undefined) return;
    const { compareWith } = await import('../refresh');
    change({ refresh: await compareWith(name, understanding, workbook) });
  },
};
