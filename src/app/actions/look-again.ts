import type { Action } from '../action';

/** Follows a hint from the workbook: what is shown is brought up to date, or said to be out of date. */
export const lookAgain: Action = {
  name: 'look-again',
  label: 'action.look',
  quiet: true,
  asks: true,
  when: () => true,
  async perform({ look }) {
    await look();
  },
};
