import { Failure } from '../../plan/failures';
import type { Action } from '../action';
import { LONGEST_NAME, readScenarios, withScenario, writeScenarios, type Saved } from '../scenarios';
import { isReady, type PaneState } from '../state';
import { weighedOf } from '../weigh-scenarios';

/** What would be saved: the plan that is looked at, else the one that stands. */
export function toBeSaved(state: PaneState): (Saved & { readonly from: 'preview' | 'standing' }) | undefined {
  const { designed, isStale, standing, understanding } = state;
  if (!isReady(state)) return undefined;
  if (designed !== undefined && !isStale) {
    const { plan, record, from } = designed;
    return { record, assignment: plan.assignment, of: from, from: 'preview' };
  }
  if (standing === undefined || understanding === undefined) return undefined;
  return { record: standing.record, assignment: standing.assignment, of: understanding, from: 'standing' };
}

/** Saves a plan under a name. Nothing else in the workbook changes. */
export const saveScenario: Action<[name: string]> = {
  name: 'save-scenario',
  label: 'action.saveScenario',
  doing: 'writing.edit',
  when: (state) => toBeSaved(state) !== undefined,
  async perform({ state, change, workbook, clock, say }, typed) {
    const saved = toBeSaved(state());
    if (saved === undefined) return;
    const name = typed.trim();
    const { length } = Array.from(name);
    if (length === 0 || length > LONGEST_NAME) throw new Failure('scenarioName', { most: LONGEST_NAME });
    const kept = await readScenarios(workbook);
    const scenarios = withScenario(kept.scenarios, name, saved, clock.now().toISOString());
    await writeScenarios(workbook, { ...kept, scenarios });
    change({
      scenarios: weighedOf(scenarios, state().scenarios),
      news: say('news.scenarioSaved', { name }),
    });
  },
};
