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

/** The engine on this thread, for headless runs: it lets go of the thread between rounds. */
export class InlineSolver implements SolverPort {
  async design(
    problem: Problem,
    onProgress: (progress: Progress) => void,
    signal?: AbortSignal,
  ): Promise<Design> {
    const job = design(problem);
    for (let step = job.next(); ; step = job.next()) {
      if (step.done === true) return step.value;
      onProgress(step.value);
      await new Promise((resolve) => setTimeout(resolve, 0));
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
