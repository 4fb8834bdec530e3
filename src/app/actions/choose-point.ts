import type { Action } from '../action';
import { alternativesOf } from '../alternatives';
import { isReady } from '../state';
import { notToBeRun } from '../what-was-read';

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
    const { aim: _, ...asSet } = found.record.settings;
    const chosen = { ...found, point: at, record: notToBeRun({ ...found.record, settings: asSet }) };
    // One point is among the plans to choose from: the one that is shown.
    const others = alternatives.plans.filter((plan) => plan.point === undefined);
    change({ designed: chosen, alternatives: { ...alternatives, plans: [...others, chosen] } });
  },
};
