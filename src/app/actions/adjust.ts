import type { ActionContext } from '../action';
import type { Action } from '../action';
import type { SettingsDesk } from '../settings/desk';
import type { SettingsChange } from '../settings/said';
import { isReady } from '../state';

/** Takes a changed setting over, remembers it in the workbook and looks again. A preview of before is dropped. */
export async function takeOver(
  { settings, look, change }: ActionContext,
  said: Parameters<SettingsDesk['say']>[0],
): Promise<void> {
  await settings.say(said);
  change({ designed: undefined, isStale: false, drift: undefined });
  await look();
}

/** Any setting that needs nothing else to be known. */
export const adjust: Action<[change: SettingsChange]> = {
  name: 'adjust',
  label: 'action.change',
  doing: 'pane.looking',
  asks: true,
  when: isReady,
  perform: takeOver,
};
