import type { Action, ActionContext } from '../action';
import type { SettingsDesk } from '../settings/desk';
import type { SettingsChange } from '../settings/said';
import { isReady } from '../state';

/** Takes a changed setting over, remembers it in the workbook and looks again. A preview of before is dropped. */
export async function takeUp(
  { settings, look, change }: ActionContext,
  said: Parameters<SettingsDesk['say']>[0],
): Promise<void> {
  await settings.say(said);
  change({ designed: undefined, isStale: false, drift: undefined, saidBefore: undefined });
  await look();
}

/** Any setting that needs nothing else to be known. */
export const changeSettings: Action<[change: SettingsChange]> = {
  name: 'change-settings',
  label: 'action.change',
  doing: 'pane.looking',
  asks: true,
  when: isReady,
  perform: takeUp,
};
