import type { Design, Problem, Progress } from '../engine';
import type { SolverPort } from '../app/ports';
import type { Order, Report } from './messages';

/** The part of `Worker` that is used here, so that tests can bring their own. */
export interface WorkerHandle {
  onmessage: ((event: { data: Report }) => void) | null;
  onerror: ((event: { message: string }) => void) | null;
  postMessage(order: Order): void;
  terminate(): void;
}

/** The engine off the main thread: one worker a run, ended on cancel, so that Cancel is at once and real. */
export class WorkerSolver implements SolverPort {
  constructor(private readonly start: () => WorkerHandle) {}

  design(problem: Problem, onProgress: (progress: Progress) => void, signal?: AbortSignal): Promise<Design> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted === true) {
        reject(reasonOf(signal));
        return;
      }
      const worker = this.start();
      const end = (act: () => void) => {
        signal?.removeEventListener('abort', cancel);
        worker.terminate();
        act();
      };
      const cancel = () => {
        end(() => {
          reject(reasonOf(signal));
        });
      };
      signal?.addEventListener('abort', cancel);
      worker.onmessage = ({ data }) => {
        if (data.kind === 'progress') onProgress(data.progress);
        else if (data.kind === 'done') {
          end(() => {
            resolve(data.design);
          });
        } else {
          end(() => {
            reject(new Error(`${data.code}: ${data.message}`));
          });
        }
      };
      worker.onerror = ({ message }) => {
        end(() => {
          reject(new Error(`The solver could not be started: ${message}`));
        });
      };
      worker.postMessage({ problem });
    });
  }
}

function reasonOf(signal: AbortSignal | undefined): Error {
  const reason: unknown = signal?.reason;
  return reason instanceof Error ? reason : new DOMException('Cancelled', 'AbortError');
}
