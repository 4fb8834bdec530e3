import type { Action } from '../action';
import { wordHanded } from '../pages/scenarios/view';
import { readScenarios, scenarioCalled } from '../scenarios';
import { isReady } from '../state';

/** Shows a saved plan as the preview, with the settings that it was made with; Apply writes it like any other. */
export const openScenario: Action<[name: string]> = {
  name: 'open-scenario',
  label: 'action.openScenario',
  doing: 'pane.looking',
  covers: true,
  asks: true,
  when: isReady,
  async perform(context, name) {
    const { look, state, change, settings, workbook, places, say } = context;
    const found = await look();
    if (found === undefined) return;
    const scenario = scenarioCalled((await readScenarios(workbook)).scenarios, name);
    const [{ recallScenario, refuseScenario, settingsWith, wordsOf }, { understand }] = await Promise.all([
      import('../recall-scenario'),
      import('../understanding/understand'),
    ]);
    // Whether it can be is known before anything is said.
    const under = await understand({ workbook, places }, found.book, settingsWith(found.settings, scenario));
    refuseScenario(scenario, under);
    const saidBefore = state().saidBefore ?? settings.said;
    change({ designed: undefined, isStale: false, drift: undefined });
    await settings.say(wordsOf(scenario));
    const now = await look();
    if (now === undefined) return;
    const { designed, handed } = await recallScenario(scenario, now, context);
    change({
      saidBefore,
      designed,
      alternatives: undefined,
      isStale: false,
      drift: undefined,
      news: [
        say('news.scenarioOpened', { name: scenario.name }),
        ...handed.map((one) => `${wordHanded(say, one)}.`),
      ].join(' '),
    });
  },
};
