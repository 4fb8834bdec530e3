import {
  counsel,
  design,
  type Counsel,
  type Design,
  type Problem,
  type Progress,
  type Question,
} from '../engine';
import type { SolverPort } from '../app/ports';

/** For how long the engine may hold the thread, in ms: it reports hundreds of times, and each letting go takes one more. */
const HOLD_MS = 10;

/** The engine on this thread, for headless runs: it lets go of the thread between rounds. */
export class InlineSolver implements SolverPort {
  async design(
    problem: Problem,
    onProgress: (progress: Progress) => void,
    signal?: AbortSignal,
  ): Promise<Design> {
    const job = design(problem);
    let since = -Infinity;
    for (let step = job.next(); ; step = job.next()) {
      if (step.done === true) return step.value;
      onProgress(step.value);
      if (performance.now() - since >= HOLD_MS) {
        await new Promise((resolve) => setTimeout(resolve, 0));
        since = performance.now();
      }
      signal?.throwIfAborted();
    }
  }

  async counsel(
    problem: Problem,
    assignment: Int32Array,
    question: Question,
    signal?: AbortSignal,
  ): Promise<Counsel> {
    await new Promise((resolve) => setTimeout(resolve, 0));
    signal?.throwIfAborted();
    return counsel(problem, assignment, question);
  }
}
