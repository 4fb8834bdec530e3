import type { Design, EngineErrorCode, Problem, Progress } from '../engine';
import type { EngineErrorParameters } from '../engine/problem/errors';

/** To the worker: one problem, once. A worker serves one run and is ended with it. */
export interface Order {
  readonly problem: Problem;
}

/** From the worker: progress any number of times, then one end. */
export type Report =
  | { readonly kind: 'progress'; readonly progress: Progress }
  | { readonly kind: 'done'; readonly design: Design }
  /** The engine does not start on this problem. */
  | { readonly kind: 'refused'; readonly code: EngineErrorCode; readonly parameters: EngineErrorParameters }
  /** A fault of ours. */
  | { readonly kind: 'failed'; readonly message: string };
