import { WorkerSolver, type WorkerHandle } from '../../src/worker/worker-solver';
import { EngineError, runToEnd, design as designed, type Progress } from '../../src/engine';
import { grid } from '../engine/problems';

const problem = grid({ side: 4, territories: 2 });
const progress: Progress = { stage: 'balance', done: 0.5, worstDeviation: 0.2 };

/** A worker that says what the test has it say, and keeps count. */
class ToldWorker implements WorkerHandle {
  onmessage: WorkerHandle['onmessage'] = null;
  onerror: WorkerHandle['onerror'] = null;
  readonly orders: unknown[] = [];
  ends = 0;
  postMessage(order: unknown): void {
    this.orders.push(order);
  }
  terminate(): void {
    this.ends++;
  }
}

/** How many listeners a signal has: a leak would keep every problem of a session in memory. */
function countedSignal(controller: AbortController): { signal: AbortSignal; listeners: () => number } {
  const { signal } = controller;
  const listeners = new Set<unknown>();
  const add = signal.addEventListener.bind(signal);
  const remove = signal.removeEventListener.bind(signal);
  signal.addEventListener = (type: string, listener: EventListener) => {
    listeners.add(listener);
    add(type, listener);
  };
  signal.removeEventListener = (type: string, listener: EventListener) => {
    listeners.delete(listener);
    remove(type, listener);
  };
  return { signal, listeners: () => listeners.size };
}

function begin(controller = new AbortController()) {
  const worker = new ToldWorker();
  const { signal, listeners } = countedSignal(controller);
  const seen: Progress[] = [];
  const running = new WorkerSolver(() => worker).design(problem, (p) => seen.push(p), signal);
  return { worker, running, seen, listeners };
}

test('the worker gets the problem once, and is ended when it is done', async () => {
  const { worker, running, seen, listeners } = begin();
  expect(worker.orders).toEqual([{ problem }]);
  expect(listeners()).toBe(1);
  worker.onmessage?.({ data: { kind: 'progress', progress } });
  expect(worker.ends).toBe(0);
  const design = runToEnd(designed(problem));
  worker.onmessage?.({ data: { kind: 'done', design } });
  expect(await running).toBe(design);
  expect(seen).toEqual([progress]);
  expect(worker.ends).toBe(1);
  expect(listeners()).toBe(0);
});

test('a cancelled worker is ended at once, and what it had still to say is not heard', async () => {
  const controller = new AbortController();
  const { worker, running, seen, listeners } = begin(controller);
  const { onmessage, onerror } = worker;
  expect([onmessage, onerror]).not.toContain(null);
  const reason = new Error('the pane closed');
  controller.abort(reason);
  expect(worker.ends).toBe(1);
  expect([worker.onmessage, worker.onerror]).toEqual([null, null]);
  await expect(running).rejects.toBe(reason);
  expect(seen).toEqual([]);
  expect(listeners()).toBe(0);
});

test('cancelled for a reason that is no error, the design is rejected with one', async () => {
  const controller = new AbortController();
  const { running } = begin(controller);
  controller.abort('enough');
  await expect(running).rejects.toMatchObject({ name: 'AbortError', message: 'Cancelled' });
});

test('a refusal of the engine arrives as its own error, and the worker is ended', async () => {
  const { worker, running, listeners } = begin();
  const parameters = { field: 'share', expected: 2, actual: 3 };
  worker.onmessage?.({ data: { kind: 'refused', code: 'length', parameters } });
  await expect(running).rejects.toEqual(new EngineError('length', parameters));
  await expect(running).rejects.toMatchObject({ code: 'length', parameters });
  expect(worker.ends).toBe(1);
  expect(listeners()).toBe(0);
});

test('a fault of the engine’s arrives in its own words, and the worker is ended', async () => {
  const { worker, running } = begin();
  worker.onmessage?.({ data: { kind: 'failed', message: 'TypeError: no account' } });
  await expect(running).rejects.toThrow(/^TypeError: no account$/);
  expect(worker.ends).toBe(1);
});

test('a worker that fails before its first word could not be started; after it, it broke off', async () => {
  const silent = begin();
  silent.worker.onerror?.({ message: 'no such file' });
  await expect(silent.running).rejects.toThrow('The solver could not be started: no such file');
  expect(silent.worker.ends).toBe(1);
  const heard = begin();
  heard.worker.onmessage?.({ data: { kind: 'progress', progress } });
  heard.worker.onerror?.({ message: 'out of memory' });
  await expect(heard.running).rejects.toThrow('The solver broke off: out of memory');
  expect(heard.worker.ends).toBe(1);
});

test('with a signal that has fired before, no worker is started', async () => {
  const start = jest.fn(() => new ToldWorker());
  const reason = new Error('too late');
  const running = new WorkerSolver(start).design(problem, () => undefined, AbortSignal.abort(reason));
  await expect(running).rejects.toBe(reason);
  expect(start).not.toHaveBeenCalled();
});

test('without a signal there is nothing to cancel, and a design is a design', async () => {
  const worker = new ToldWorker();
  const running = new WorkerSolver(() => worker).design(problem, () => undefined);
  const design = runToEnd(designed(problem));
  worker.onmessage?.({ data: { kind: 'done', design } });
  expect(await running).toBe(design);
});

test('a problem that cannot be sent ends the worker that was started for it', async () => {
  const worker = new ToldWorker();
  worker.postMessage = () => {
    throw new Error('cannot be cloned');
  };
  const { signal, listeners } = countedSignal(new AbortController());
  const running = new WorkerSolver(() => worker).design(problem, () => undefined, signal);
  await expect(running).rejects.toThrow('cannot be cloned');
  expect(worker.ends).toBe(1);
  expect(listeners()).toBe(0);
});

describe('a worker that waits for the next run', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  const plan = runToEnd(designed(problem));
  const done = ({ onmessage }: ToldWorker): void => onmessage?.({ data: { kind: 'done', design: plan } });
  function waiting() {
    const workers: ToldWorker[] = [];
    const solver = new WorkerSolver(() => {
      const worker = new ToldWorker();
      workers.push(worker);
      return worker;
    }, 1000);
    const run = (signal?: AbortSignal) => solver.design(problem, () => undefined, signal);
    return { workers, run };
  }

  test('serves it, if it comes in time', async () => {
    const { workers, run } = waiting();
    const first = run();
    done(workers[0]!);
    await first;
    jest.advanceTimersByTime(999);
    const second = run();
    jest.advanceTimersByTime(5000);
    expect(workers).toHaveLength(1);
    expect(workers[0]?.orders).toEqual([{ problem }, { problem }]);
    expect(workers[0]?.ends).toBe(0);
    done(workers[0]!);
    expect(await second).toBe(plan);
    jest.advanceTimersByTime(1000);
    expect(workers[0]?.ends).toBe(1);
    void run();
    expect(workers).toHaveLength(2);
  });

  test('is ended by a cancel all the same, and one that breaks while it waits is not asked again', async () => {
    const { workers, run } = waiting();
    const controller = new AbortController();
    const cancelled = run(controller.signal);
    controller.abort(new Error('enough'));
    await expect(cancelled).rejects.toThrow('enough');
    expect(workers[0]?.ends).toBe(1);
    const next = run();
    done(workers[1]!);
    await next;
    workers[1]?.onerror?.({ message: 'out of memory' });
    expect(workers[1]?.ends).toBe(1);
    void run();
    expect(workers).toHaveLength(3);
  });

  test('runs side by side have workers of their own, of which one waits', async () => {
    const { workers, run } = waiting();
    const both = [run(), run()];
    expect(workers).toHaveLength(2);
    workers.forEach(done);
    await Promise.all(both);
    expect(workers.map(({ ends }) => ends)).toEqual([0, 1]);
  });
});
