import type { Action } from '../action';
import { isOpen } from '../state';

/** Drops the preview: back to what was found, and to the settings from before a scenario was opened. */
export const discard: Action = {
  name: 'discard',
  label: 'action.back',
  when: ({ designed, pending }) => designed !== undefined && !isOpen(pending),
  async perform({ state, settings, look, change }) {
    const { saidBefore } = state();
    change({ designed: undefined, isStale: false, drift: undefined, saidBefore: undefined });
    if (saidBefore === undefined) return;
    const { OF_PLAN } = await import('../recall-scenario');
    await settings.takeBack(OF_PLAN, saidBefore);
    await look();
  },
};
