import type { Design, EngineErrorCode, Problem, Progress } from '../engine';

/** To the worker: one problem, once. A worker serves one run and is ended with it. */
export interface Order {
  readonly problem: Problem;
}

/** From the worker: progress any number of times, then one end. */
export type Report =
  | { readonly kind: 'progress'; readonly progress: Progress }
  | { readonly kind: 'done'; readonly design: Design }
  | {
      readonly kind: 'failed';
      readonly code: EngineErrorCode | 'internal';
      readonly message: string;
    };
