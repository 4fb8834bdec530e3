import type { Counsel, Design, EngineErrorCode, Problem, Progress, Question } from '../engine';
import type { EngineErrorParameters } from '../engine/problem/errors';

/** To the worker: one problem. It serves one run after the other, and is ended with one that fails or is cancelled. */
export interface Order {
  readonly problem: Problem;
  /** What is asked about a plan of this problem; absent: a plan is to be made. */
  readonly about?: { readonly assignment: Int32Array; readonly question: Question };
}

/** From the worker: progress any number of times, then one end. */
export type Report =
  | { readonly kind: 'progress'; readonly progress: Progress }
  | { readonly kind: 'done'; readonly design: Design }
  | { readonly kind: 'told'; readonly counsel: Counsel }
  /** The engine does not start on this problem. */
  | { readonly kind: 'refused'; readonly code: EngineErrorCode; readonly parameters: EngineErrorParameters }
  /** A fault of ours. */
  | { readonly kind: 'failed'; readonly message: string };
