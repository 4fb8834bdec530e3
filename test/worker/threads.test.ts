import { join } from 'node:path';
import { EngineError, type Problem, type Progress } from '../../src/engine';
import { InlineSolver } from '../../src/worker/inline-solver';
import { WorkerSolver } from '../../src/worker/worker-solver';
import { grid, strewn } from '../engine/problems';
import { solverThread, threadOf, type Thread } from './thread';

const small = (): Problem => strewn(300, 6, [0.05, 0.2], 3, true);
/** Keeps an engine busy for far longer than a test may take to end it. */
const long = (): Problem => ({ ...strewn(20_000, 60, [0.01, 0.01, 0.01], 1), effort: 10 });

/** Threads as the solver started them. */
let threads: Thread[] = [];
const solverOver = (start: () => Thread) =>
  new WorkerSolver(() => {
    const thread = start();
    threads.push(thread);
    return thread;
  });
const solver = solverOver(solverThread);

beforeEach(() => {
  threads = [];
});
// A thread that nobody ends would hang here until the test fails.
afterEach(() => Promise.all(threads.map(({ ended }) => ended)));

const ignore = () => undefined;

/** Everything in it as plain arrays and numbers: what came from a thread has constructors of its own. */
const plain = (value: object): unknown =>
  Object.fromEntries(
    Object.entries(value).map(([key, part]: [string, unknown]) => [
      key,
      ArrayBuffer.isView(part) ? Array.from(part as unknown as ArrayLike<number>) : part,
    ]),
  );

test('a thread finds the same plan as this thread, tells how far it is, and leaves the problem as it was', async () => {
  const problem = small();
  const before = structuredClone(problem);
  const seen: Progress[] = [];
  const design = await solver.design(problem, (progress) => seen.push(progress));
  expect(plain(design)).toEqual(plain(await new InlineSolver().design(small(), ignore)));
  expect(seen.length).toBeGreaterThan(0);
  for (const { stage, done } of seen) {
    expect(typeof stage).toBe('string');
    expect(done).toBeGreaterThanOrEqual(0);
    expect(done).toBeLessThanOrEqual(1);
  }
  expect(plain(problem)).toEqual(plain(before));
  expect(problem.metrics.map(({ weight }) => weight.length)).toEqual([300, 300]);
});

test('cancel ends the thread in the middle of its work, and the next design has a thread of its own', async () => {
  const controller = new AbortController();
  let reports = 0;
  const running = solver.design(
    long(),
    () => {
      reports++;
      controller.abort();
    },
    controller.signal,
  );
  await expect(running).rejects.toMatchObject({ name: 'AbortError' });
  await threads[0]?.ended;
  expect(reports).toBe(1);

  const design = await solver.design(small(), ignore, new AbortController().signal);
  expect(design.assignment).toHaveLength(300);
  expect(threads).toHaveLength(2);
});

test('what the engine refuses is the same error as without a thread', async () => {
  const broken = { ...grid({ side: 4, territories: 2 }), current: new Int32Array(3) };
  const here: unknown = await new InlineSolver().design(broken, ignore).catch((error: unknown) => error);
  const there: unknown = await solver.design(broken, ignore).catch((error: unknown) => error);
  expect(here).toBeInstanceOf(EngineError);
  expect(there).toBeInstanceOf(EngineError);
  expect(there).toMatchObject({
    code: 'length',
    parameters: (here as EngineError).parameters,
    message: (here as EngineError).message,
  });
});

test('a thread that cannot load its file says so', async () => {
  const lost = solverOver(() => threadOf(join(__dirname, 'no-such-worker.js')));
  await expect(lost.design(small(), ignore)).rejects.toThrow(
    /^The solver could not be started: .*no-such-worker/,
  );
});

test('a thread that dies at work rejects the design, and its last words are not lost', async () => {
  const dying = solverOver(() =>
    threadOf(
      `const { parentPort } = require('node:worker_threads');
      parentPort.on('message', () => {
        parentPort.postMessage({ kind: 'progress', progress: { stage: 'seed', done: 0.1, worstDeviation: 1 } });
        setTimeout(() => { throw new Error('out of breath'); }, 20);
      });`,
      { eval: true },
    ),
  );
  const seen: Progress[] = [];
  const dies = dying.design(small(), (progress) => seen.push(progress));
  await expect(dies).rejects.toThrow('The solver broke off: out of breath');
  expect(seen).toEqual([{ stage: 'seed', done: 0.1, worstDeviation: 1 }]);
});
