import type { Counsel, Design, Problem, Progress, Question } from '../engine';
// Not by the engine's door: the pane must not load the engine, its worker does.
import { EngineError } from '../engine/problem/errors';
import type { SolverPort } from '../app/ports';
import type { Order, Report } from './messages';

/** The part of `Worker` that is used here, so that tests can bring their own. */
export interface WorkerHandle {
  onmessage: ((event: { data: Report }) => void) | null;
  onerror: ((event: { message: string }) => void) | null;
  postMessage(order: Order): void;
  terminate(): void;
}

/**
 * The engine off the main thread: one run at a time in a worker, ended on cancel, so that Cancel is at once and real. A
 * worker that has answered waits for the next run for a while, if asked to: one that has worked before is compiled, and
 * twice as fast. Rejects with the signal's reason, with the `EngineError` that the engine threw, or with an `Error` when
 * the worker cannot be started or breaks off.
 */
export class WorkerSolver implements SolverPort {
  private waiting:
    { readonly worker: WorkerHandle; readonly timer: ReturnType<typeof setTimeout> } | undefined;

  /** @param waitMs for how long a worker that has answered waits for the next run; 0: not at all */
  constructor(
    private readonly start: () => WorkerHandle,
    private readonly waitMs = 0,
  ) {}

  design(problem: Problem, onProgress: (progress: Progress) => void, signal?: AbortSignal): Promise<Design> {
    return this.run({ problem }, onProgress, signal, (report) =>
      report.kind === 'done' ? report.design : undefined,
    );
  }

  counsel(
    problem: Problem,
    assignment: Int32Array,
    question: Question,
    signal?: AbortSignal,
  ): Promise<Counsel> {
    return this.run(
      { problem, about: { assignment, question } },
      () => undefined,
      signal,
      (report) => (report.kind === 'told' ? report.counsel : undefined),
    );
  }

  /** @param answerIn what a report answers; undefined for one that does not */
  private run<Answer>(
    order: Order,
    onProgress: (progress: Progress) => void,
    signal: AbortSignal | undefined,
    answerIn: (report: Report) => Answer | undefined,
  ): Promise<Answer> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted === true) {
        reject(reasonOf(signal));
        return;
      }
      const worker = this.take();
      /** Whatever the worker still says after its end is not for the caller. */
      const leave = () => {
        signal?.removeEventListener('abort', cancel);
        worker.onmessage = null;
        worker.onerror = null;
      };
      const end = () => {
        leave();
        worker.terminate();
      };
      const fail = (error: Error) => {
        end();
        reject(error);
      };
      const cancel = () => {
        fail(reasonOf(signal));
      };
      let answered = false;
      signal?.addEventListener('abort', cancel);
      worker.onmessage = ({ data }) => {
        answered = true;
        if (data.kind === 'progress') onProgress(data.progress);
        else if (data.kind === 'refused') fail(new EngineError(data.code, data.parameters));
        else if (data.kind === 'failed') fail(new Error(data.message));
        else {
          const answer = answerIn(data);
          if (answer === undefined) fail(new Error(`The solver answered something else: ${data.kind}.`));
          else {
            leave();
            this.keep(worker);
            resolve(answer);
          }
        }
      };
      worker.onerror = ({ message }) => {
        fail(new Error(`The solver ${answered ? 'broke off' : 'could not be started'}: ${message}`));
      };
      try {
        worker.postMessage(order);
      } catch (error) {
        end();
        throw error;
      }
    });
  }

  /** The worker that waits, or a new one. */
  private take(): WorkerHandle {
    const { waiting } = this;
    if (waiting === undefined) return this.start();
    this.waiting = undefined;
    clearTimeout(waiting.timer);
    return waiting.worker;
  }

  /** Lets a worker wait, unless another does. */
  private keep(worker: WorkerHandle): void {
    if (this.waitMs === 0 || this.waiting !== undefined) {
      worker.terminate();
      return;
    }
    const drop = () => {
      if (this.waiting?.worker !== worker) return;
      clearTimeout(this.waiting.timer);
      this.waiting = undefined;
      worker.terminate();
    };
    worker.onerror = drop;
    this.waiting = { worker, timer: setTimeout(drop, this.waitMs) };
  }
}

function reasonOf(signal: AbortSignal | undefined): Error {
  const reason: unknown = signal?.reason;
  return reason instanceof Error ? reason : new DOMException('Cancelled', 'AbortError');
}
