import type { Action } from '../action';
import { alternativesOf } from '../alternatives';
import { isReady } from '../state';

/** Shows a point of the curve as the preview; Apply writes it like any other plan. */
export const choosePoint: Action<[at: number]> = {
  name: 'choose-point',
  label: 'action.choosePlan',
  doing: 'pane.looking',
  when: (state) => isReady(state) && state.designed !== undefined && !state.isStale,
  async perform(context, at) {
    const { state, change, solver, clock, signal } = context;
    const { designed, curve } = state();
    const point = curve?.points[at];
    if (designed === undefined || point === undefined || curve?.of !== designed.from) return;
    const alternatives = alternativesOf(state());
    const known = alternatives.plans.find((plan) => plan.point === at);
    if (known !== undefined) {
      change({ designed: known, alternatives });
      return;
    }
    const { describePlan } = await import('../design');
    const found = await describePlan(designed.from, point.assignment, new Map(), solver, clock, signal);
    const { read, settings, ...record } = found.record;
    const { aim: _, ...asSet } = settings;
    const chosen = {
      ...found,
      point: at,
      // No run of the engine by these settings leads there.
      record: {
        ...record,
        settings: asSet,
        ...(read === undefined ? {} : { read: { ...read, onPlan: true } }),
      },
    };
    // One point is among the plans to choose from: the one that is shown.
    const others = alternatives.plans.filter((plan) => plan.point === undefined);
    change({ designed: chosen, alternatives: { ...alternatives, plans: [...others, chosen] } });
  },
};
