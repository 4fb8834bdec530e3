import type { Action } from '../action';
import type { TableRef } from '../ports';
import { isReady } from '../state';
import { refKey } from '../understanding/tables';
import { takeUp } from './change-settings';

/** Plans another table of the workbook (`accounts`), or reads another as the team list (`reps`). */
export const chooseTable: Action<[which: 'accounts' | 'reps', key: string]> = {
  name: 'choose-table',
  label: 'action.change',
  doing: 'pane.looking',
  asks: true,
  when: isReady,
  async perform(context, which, key) {
    const { understanding } = context.state();
    const candidates = which === 'accounts' ? understanding?.list.candidates : understanding?.team.candidates;
    const ref = candidates?.find((candidate) => refKey(candidate) === key);
    if (ref !== undefined) await takeUp(context, { [which]: placeOf(ref) });
  },
};

const placeOf = ({ sheet, table }: TableRef): { sheet: string; table?: string } => ({
  sheet,
  ...(table === undefined ? {} : { table }),
});
