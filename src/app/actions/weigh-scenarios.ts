import { Failure } from '../../plan/failures';
import type { Action } from '../action';
import { readScenarios } from '../scenarios';
import { isReady, type PaneState } from '../state';
import { weighedOf, type WeighedScenario } from '../weigh-scenarios';

/** The saved plans are not known yet, or one of them not over the accounts of now. */
export const needWeighing = ({ scenarios, understanding }: PaneState): boolean =>
  understanding !== undefined &&
  (scenarios === undefined || scenarios.some(({ now }) => now?.at !== understanding));

/** Works out what each saved plan is over the accounts as they stand. It gives way to whatever the user asks for. */
export const weighScenarios: Action = {
  name: 'weigh-scenarios',
  label: 'action.weighScenarios',
  quiet: true,
  canCancel: true,
  when: (state) => isReady(state) && needWeighing(state),
  async perform(context) {
    const { state, change, workbook, places, signal } = context;
    const { understanding } = state();
    if (understanding === undefined) return;
    const [{ recallScenario, settingsWith }, { understand }] = await Promise.all([
      import('../recall-scenario'),
      import('../understanding/understand'),
    ]);
    const { scenarios, damaged } = await readScenarios(workbook);
    let known: readonly WeighedScenario[] = weighedOf(scenarios, state().scenarios);
    change({ scenarios: known, damagedScenarios: damaged.length });
    for (const { scenario, now } of known) {
      if (now?.at === understanding) continue;
      signal.throwIfAborted();
      const settings = settingsWith(understanding.settings, scenario);
      const plan = await understand({ workbook, places }, understanding.book, settings)
        .then((under) => recallScenario(scenario, under, context))
        .catch((error: unknown) => {
          if (error instanceof Failure) return error;
          throw error;
        });
      known = known.map((one) =>
        one.scenario === scenario ? { scenario, now: { at: understanding, plan } } : one,
      );
      change({ scenarios: known });
    }
  },
};
