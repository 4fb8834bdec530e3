import type { Action, ActionContext } from '../action';
import { withPlan } from '../alternatives';
import { howFar } from '../how-far';
import { isReady, type PaneState } from '../state';
import type { Understanding } from '../understanding/understand';

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
  async perform(context) {
    const { look, signal, change } = context;
    const understanding = await look();
    if (understanding === undefined) return;
    signal.throwIfAborted();
    change({
      ...(await designed(context, understanding)),
      isStale: false,
      drift: undefined,
      saidBefore: undefined,
    });
  },
};

/** What is designed first: as it is set, or for the recommended plan, where somebody holds accounts and nobody said who stays. */
export const asShownFirst = (
  { isStayingOpen }: Pick<PaneState, 'isStayingOpen'>,
  understanding: Understanding,
): Understanding =>
  !isStayingOpen || understanding.choices.current.every((j) => j < 0)
    ? understanding
    : { ...understanding, settings: { ...understanding.settings, aim: 'recommended' } };

/**
 * The plan to be shown first, and those that came about with it. Nobody wants half of the customers to change hands for
 * the shortest ways: where accounts are held and nothing was said of what stays, that is the recommended one, if it
 * keeps the tolerances wherever the plan as set does.
 */
async function designed(
  context: ActionContext,
  understanding: Understanding,
): Promise<Pick<PaneState, 'designed' | 'alternatives'>> {
  const { solver, clock, signal, state } = context;
  const [{ designPlan }, { designFor }] = await Promise.all([import('../design'), import('../design-for')]);
  const tell = howFar(context);
  if (asShownFirst(state(), understanding) === understanding)
    return {
      designed: await designPlan(understanding, solver, clock, tell, signal),
      alternatives: undefined,
    };
  const recommended = await designFor('recommended', understanding, context, tell);
  const asSet = await designFor('set', understanding, context, undefined, recommended.asSet);
  const isFirst = recommended.plan.withinTolerance || !asSet.plan.withinTolerance;
  return {
    designed: isFirst ? recommended : asSet,
    alternatives: withPlan({ plans: [recommended], tried: ['recommended'] }, 'set', asSet),
  };
}
