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
    const all = await readScenarios(workbook);
    const { name: called } = scenarioCalled(all, name);
    const left = all.filter((one) => !isCalled(name)(one));
    await writeScenarios(workbook, left);
    change({
      scenarios: weighedOf(left, state().scenarios),
      news: say('news.scenarioDropped', { name: called }),
    });
  },
};
