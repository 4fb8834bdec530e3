import { accountSelected } from './account-at';
import type { AccountAdvice, Advice } from './advice';
import type { PaneState } from './state';

/** What was worked out about the last move, if it is of that move and of what stands now. */
export const adviceNow = ({ advice, edit, standing }: PaneState): Advice | undefined =>
  advice?.edit === edit && advice?.standing === standing ? advice : undefined;

/** What was worked out about the selected account, if it is of what stands now. */
export const cardNow = (state: PaneState): AccountAdvice | undefined => {
  const { card, standing } = state;
  return card?.account === accountSelected(state) && card?.standing === standing ? card : undefined;
};
