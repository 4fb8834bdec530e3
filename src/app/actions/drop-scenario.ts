import type { Action } from '../action';
import { isCalled, readScenarios, scenarioCalled, writeScenarios } from '../scenarios';
import { isReady } from '../state';
import { weighedOf } from '../weigh-scenarios';

/** Deletes a saved plan. The plan in the workbook is another thing, and stays. */
export const dropScenario: Action<[name: string]> = {
  name: 'drop-scenario',
  label: 'action.dropScenario',
  doing: 'writing.edit',
  when: isReady,
  async perform({ state, change, workbook, say }, name) {
    const kept = await readScenarios(workbook);
    // Another pane may have deleted it.
    change({ scenarios: weighedOf(kept.scenarios, state().scenarios) });
    const { name: called } = scenarioCalled(kept.scenarios, name);
    const left = kept.scenarios.filter((one) => !isCalled(name)(one));
    await writeScenarios(workbook, { ...kept, scenarios: left });
    change({
      scenarios: weighedOf(left, state().scenarios),
      news: say('news.scenarioDropped', { name: called }),
    });
  },
};
