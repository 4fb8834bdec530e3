import type { Action } from '../action';
import { LONGEST_NAME, readScenarios, withScenario, writeScenarios, type Saved } from '../scenarios';
import { isReady, type PaneState } from '../state';
import { weighedOf } from '../weigh-scenarios';

/** What would be saved: the plan that is looked at, else the one that stands. */
export function toBeSaved({ designed, isStale, standing, understanding }: PaneState): Saved | undefined {
  if (designed !== undefined) {
    const { plan, record, from } = designed;
    return isStale ? undefined : { record, assignment: plan.assignment, of: from };
  }
  if (standing === undefined || understanding === undefined) return undefined;
  return { record: standing.record, assignment: standing.assignment, of: understanding };
}

/** Saves a plan under a name. Nothing else in the workbook changes. */
export const saveScenario: Action<[name: string]> = {
  name: 'save-scenario',
  label: 'action.saveScenario',
  doing: 'writing.edit',
  when: (state) => isReady(state) && toBeSaved(state) !== undefined,
  async perform({ state, change, workbook, clock, say }, typed) {
    const saved = toBeSaved(state());
    const name = typed.trim().slice(0, LONGEST_NAME);
    if (saved === undefined || name === '') return;
    const scenarios = withScenario(await readScenarios(workbook), name, saved, clock.now().toISOString());
    await writeScenarios(workbook, scenarios);
    change({
      scenarios: weighedOf(scenarios, state().scenarios),
      news: say('news.scenarioSaved', { name }),
    });
  },
};
