import { parentPort } from 'node:worker_threads';

/** Makes a thread of Node look like a web worker to what is loaded next: the part of `self` that our entry uses. */
const port = parentPort!;
Object.assign(globalThis, {
  self: {
    addEventListener(_type: 'message', listener: (event: { data: unknown }) => void) {
      port.on('message', (data) => {
        listener({ data });
      });
    },
    postMessage(report: unknown, transfer: ArrayBuffer[]) {
      port.postMessage(report, transfer);
    },
  },
});
