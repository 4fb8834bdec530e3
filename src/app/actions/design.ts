import type { Action } from '../action';
import { isReady } from '../state';

/** The primary button: designs territories and shows a preview. Nothing is written. */
export const design: Action = {
  name: 'design',
  label: 'action.design',
  doing: 'stage.check',
  covers: true,
  canCancel: true,
  when: (state) =>
    isReady(state) &&
    state.understanding?.choices.blocked === undefined &&
    (state.designed === undefined || state.isStale),
  async perform({ look, solver, clock, signal, progress, change }) {
    const understanding = await look();
    if (understanding === undefined) return;
    signal.throwIfAborted();
    const { designPlan } = await import('../design');
    const designed = await designPlan(
      understanding,
      solver,
      clock,
      ({ stage, done, worstDeviation }) => {
        progress({ stage, done, worst: worstDeviation });
      },
      signal,
    );
    change({ designed, alternatives: undefined, isStale: false, drift: undefined });
  },
};
