import { join } from 'node:path';
import { Worker, type WorkerOptions } from 'node:worker_threads';
import type { WorkerHandle } from '../../src/worker/worker-solver';

/** A thread of Node that looks like a web worker, and tells when it has really ended. */
export interface Thread extends WorkerHandle {
  readonly ended: Promise<void>;
}

/** A thread that runs the product's own worker, from its entry on. */
export const solverThread = (): Thread =>
  threadOf(
    `require('tsx/cjs'); require('node:worker_threads').workerData.forEach((file) => require(file));`,
    {
      eval: true,
      workerData: [
        join(__dirname, 'web-worker.ts'),
        join(__dirname, '..', '..', 'src', 'entry', 'worker.ts'),
      ],
    },
  );

/** A thread that runs a file, or with `eval` the text itself. */
export function threadOf(file: string, options?: WorkerOptions): Thread {
  const worker = new Worker(file, options);
  const thread: Thread = {
    onmessage: null,
    onerror: null,
    postMessage: (order) => {
      worker.postMessage(order);
    },
    terminate: () => {
      void worker.terminate();
    },
    ended: new Promise((resolve) => {
      worker.once('exit', () => {
        resolve();
      });
    }),
  };
  worker.on('message', (data) => {
    thread.onmessage?.({ data });
  });
  worker.on('error', ({ message }) => {
    thread.onerror?.({ message });
  });
  return thread;
}
