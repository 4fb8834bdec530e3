import { compile } from '../../carve/compile';
import type { Action } from '../action';
import { carveInput } from '../carve-input';
import { isReady, type PaneState } from '../state';

/** The plan that is shown has no curve yet; where nobody holds accounts there is none. */
export const needCurve = ({ designed, isStale, curve }: PaneState): boolean =>
  designed !== undefined &&
  !isStale &&
  curve?.of !== designed.from &&
  designed.plan.current.some((j) => j >= 0);

/** Works out the plans between today and equal shares. It gives way to whatever the user asks for, and goes on afterwards. */
export const workOutCurve: Action = {
  name: 'work-out-curve',
  label: 'action.curve',
  quiet: true,
  canCancel: true,
  when: (state) => isReady(state) && needCurve(state),
  async perform({ state, change, solver, signal }) {
    const { designed } = state();
    if (designed === undefined) return;
    const { from } = designed;
    const question = { territories: [], repair: false, curve: true };
    const { curve: points = [] } = await solver.counsel(
      compile(carveInput(from)),
      from.choices.current,
      question,
      signal,
    );
    change({ curve: { of: from, points } });
  },
};
