import type { Progress } from '../engine/problem';
import type { ActionContext } from './action';

/** Tells the pane how far a run of the engine is. */
export const howFar =
  ({ progress }: Pick<ActionContext, 'progress'>) =>
  ({ stage, done, worstDeviation }: Progress): void => {
    progress({ stage, done, worst: worstDeviation });
  };
