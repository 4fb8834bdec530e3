import type { Action } from '../action';

/** Drops the preview: back to what was found. */
export const discard: Action = {
  name: 'discard',
  label: 'action.back',
  when: ({ designed, pending }) => designed !== undefined && pending.state !== 'applied',
  perform({ change }) {
    change({ designed: undefined, isStale: false, drift: undefined });
    return Promise.resolve();
  },
};
