import { counsel, design, EngineError } from '../engine';
import type { Order, Report } from './messages';

/** The part of a worker's global scope that is used here. */
export interface WorkerScope {
  addEventListener(type: 'message', listener: (event: { data: Order }) => void): void;
  postMessage(report: Report, transfer: Transferable[]): void;
}

/** Progress is worth a message this often; more would only load the pane. */
const MS_BETWEEN_REPORTS = 60;

/** Inside the worker: runs the engine and reports, or answers what is asked about a plan. Cancelling is ending the worker from outside. */
export function serve(scope: WorkerScope, now: () => number): void {
  scope.addEventListener('message', ({ data }) => {
    try {
      const { problem, about } = data;
      if (about !== undefined) {
        scope.postMessage({ kind: 'told', counsel: counsel(problem, about.assignment, about.question) }, []);
        return;
      }
      const job = design(problem);
      let last = -Infinity;
      for (let step = job.next(); ; step = job.next()) {
        if (step.done === true) {
          scope.postMessage({ kind: 'done', design: step.value }, buffersOf(step.value));
          return;
        }
        const time = now();
        if (time - last < MS_BETWEEN_REPORTS) continue;
        last = time;
        scope.postMessage({ kind: 'progress', progress: step.value }, []);
      }
    } catch (error) {
      scope.postMessage(reportOf(error), []);
    }
  });
}

function reportOf(error: unknown): Report {
  if (!(error instanceof EngineError)) return { kind: 'failed', message: String(error) };
  return { kind: 'refused', code: error.code, parameters: error.parameters };
}

/** The memory behind the typed arrays of an answer, each once: it is handed over, not copied. */
function buffersOf(answer: object): ArrayBuffer[] {
  const buffers = new Set<ArrayBuffer>();
  for (const value of Object.values(answer) as unknown[]) {
    if (ArrayBuffer.isView(value) && value.buffer instanceof ArrayBuffer) buffers.add(value.buffer);
  }
  return [...buffers];
}
