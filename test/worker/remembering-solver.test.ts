import type { Design, Problem, Progress } from '../../src/engine';
import type { SolverPort } from '../../src/app/ports';
import { isSame, RememberingSolver } from '../../src/worker/remembering-solver';
import { strewn } from '../engine/problems';

/** A solver whose runs end when the test says so. */
class Slow implements SolverPort {
  readonly runs: {
    readonly problem: Problem;
    readonly tell: (progress: Progress) => void;
    readonly signal: AbortSignal | undefined;
    readonly end: (design: Design) => void;
    readonly fail: (error: Error) => void;
  }[] = [];
  asked = 0;

  design(problem: Problem, tell: (progress: Progress) => void, signal?: AbortSignal): Promise<Design> {
    return new Promise((end, fail) => {
      this.runs.push({ problem, tell, signal, end, fail });
      signal?.addEventListener('abort', () => {
        fail(signal.reason as Error);
      });
    });
  }

  counsel(): ReturnType<SolverPort['counsel']> {
    this.asked++;
    return Promise.resolve({ moves: [], own: [] });
  }
}

const problem = (seed = 1): Problem => strewn(20, 3, [0.1], seed);
const answer = (steps: number) => ({ steps }) as Design;
const nothing = () => undefined;
const progress: Progress = { stage: 'seed', done: 0.5, worstDeviation: 1 };
const signal = () => new AbortController();

test('what was asked before is answered at once, from arrays that say the same', async () => {
  const slow = new Slow();
  const solver = new RememberingSolver(slow);
  const first = solver.design(problem(), nothing, signal().signal);
  slow.runs[0]?.end(answer(1));
  expect(await first).toEqual(answer(1));
  expect(await solver.design(problem(), nothing, signal().signal)).toEqual(answer(1));
  expect(slow.runs).toHaveLength(1);
  void solver.design({ ...problem(), seed: 99 }, nothing, signal().signal);
  expect(slow.runs).toHaveLength(2);
});

test('the last four are known, no more', async () => {
  const slow = new Slow();
  const solver = new RememberingSolver(slow);
  const ask = async (seed: number) => {
    const before = slow.runs.length;
    const asked = solver.design(problem(seed), nothing, signal().signal);
    if (slow.runs.length > before) slow.runs.at(-1)?.end(answer(seed));
    expect(await asked).toEqual(answer(seed));
    return slow.runs.length - before;
  };
  for (const seed of [1, 2, 3, 4]) await ask(seed);
  expect(await ask(1)).toBe(0);
  await ask(5);
  expect(await ask(2)).toBe(0);
  expect(await ask(1)).toBe(1);
});

test('whoever asks for what was begun ahead joins it, and hears how far it is', async () => {
  const slow = new Slow();
  const solver = new RememberingSolver(slow);
  const ahead = solver.design(problem(), nothing);
  const heard: Progress[] = [];
  const asked = solver.design(problem(), (said) => heard.push(said), signal().signal);
  expect(slow.runs).toHaveLength(1);
  slow.runs[0]?.tell(progress);
  slow.runs[0]?.end(answer(2));
  expect(await Promise.all([ahead, asked])).toEqual([answer(2), answer(2)]);
  expect(heard).toEqual([progress]);
});

test('what was begun ahead gives way to another problem, and to a question', async () => {
  const slow = new Slow();
  const solver = new RememberingSolver(slow);
  const ahead = solver.design(problem(), nothing);
  const other = solver.design(problem(2), nothing, signal().signal);
  await expect(ahead).rejects.toThrow();
  slow.runs[1]?.end(answer(3));
  expect(await other).toEqual(answer(3));
  const again = solver.design(problem(4), nothing);
  await solver.counsel(problem(), new Int32Array(20), { territories: [], repair: false });
  await expect(again).rejects.toThrow();
  expect(slow.asked).toBe(1);
});

test('the end of a run that gave way is not that of the one it gave way to', async () => {
  const slow = new Slow();
  const solver = new RememberingSolver(slow);
  const ahead = solver.design(problem(), nothing);
  const other = solver.design(problem(2), nothing, signal().signal);
  await expect(ahead).rejects.toThrow();
  const joined = solver.design(problem(2), nothing, signal().signal);
  expect(slow.runs).toHaveLength(2);
  slow.runs[1]?.end(answer(3));
  expect(await Promise.all([other, joined])).toEqual([answer(3), answer(3)]);
});

test('what somebody asked for does not give way', async () => {
  const slow = new Slow();
  const solver = new RememberingSolver(slow);
  const asked = solver.design(problem(), nothing, signal().signal);
  void solver.design(problem(2), nothing, signal().signal);
  expect(slow.runs[0]?.signal?.aborted).toBe(false);
  slow.runs[0]?.end(answer(4));
  expect(await asked).toEqual(answer(4));
});

test('it is over when the last one who asked gives up, although it was begun ahead', async () => {
  const slow = new Slow();
  const solver = new RememberingSolver(slow);
  const ahead = solver.design(problem(), nothing);
  const [one, other] = [signal(), signal()];
  const both = [
    solver.design(problem(), nothing, one.signal),
    solver.design(problem(), nothing, other.signal),
  ];
  const ended = Promise.allSettled([ahead, ...both]);
  one.abort(new Error('enough'));
  expect(slow.runs[0]?.signal?.aborted).toBe(false);
  other.abort(new Error('enough'));
  expect(slow.runs[0]?.signal?.aborted).toBe(true);
  expect((await ended).map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
  // The next one begins anew.
  void solver.design(problem(), nothing, signal().signal);
  expect(slow.runs).toHaveLength(2);
});

test('who asks anew right after it was stopped is not told that it was', async () => {
  const slow = new Slow();
  const solver = new RememberingSolver(slow);
  const first = signal();
  const given = solver.design(problem(), nothing, first.signal);
  first.abort();
  const again = solver.design(problem(), nothing, signal().signal);
  await expect(given).rejects.toThrow('abort');
  slow.runs.at(-1)?.end(answer(1));
  expect(await again).toEqual(answer(1));

  void solver.design(problem(2), nothing).catch(nothing);
  void solver.counsel(problem(), new Int32Array(20), { territories: [], repair: false });
  const joined = solver.design(problem(2), nothing, signal().signal);
  slow.runs.at(-1)?.end(answer(2));
  expect(await joined).toEqual(answer(2));
});

test('a failure is told to whoever waits, and not remembered', async () => {
  const slow = new Slow();
  const solver = new RememberingSolver(slow);
  const asked = solver.design(problem(), nothing, signal().signal);
  slow.runs[0]?.fail(new Error('broke off'));
  await expect(asked).rejects.toThrow('broke off');
  void solver.design(problem(), nothing, signal().signal);
  expect(slow.runs).toHaveLength(2);
});

test('two values are the same in all they hold', () => {
  expect(
    isSame({ a: [1, NaN], b: Float64Array.of(1, NaN) }, { a: [1, NaN], b: Float64Array.of(1, NaN) }),
  ).toBe(true);
  expect(isSame({ a: 1 }, { a: 1, b: undefined })).toBe(false);
  expect(isSame(Float64Array.of(1, 2), Float64Array.of(1, 3))).toBe(false);
  expect(isSame(Float64Array.of(1), Float64Array.of(1, 2))).toBe(false);
  expect(isSame({ a: null }, { a: {} })).toBe(false);
  expect([isSame({ a: 1 }, { a: {} }), isSame({ a: {} }, { a: 1 })]).toEqual([false, false]);
  expect(isSame('x', 'y')).toBe(false);
});
