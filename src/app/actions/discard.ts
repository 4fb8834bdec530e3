import type { Action } from '../action';
import { isOpen } from '../state';

/** Drops the preview: back to what was found. */
export const discard: Action = {
  name: 'discard',
  label: 'action.back',
  when: ({ designed, pending }) => designed !== undefined && !isOpen(pending),
  perform({ change }) {
    change({ designed: undefined, isStale: false, drift: undefined });
    return Promise.resolve();
  },
};
