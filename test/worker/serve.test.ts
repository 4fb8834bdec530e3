import { design, runToEnd, type Problem } from '../../src/engine';
import type { Report } from '../../src/worker/messages';
import { serve } from '../../src/worker/serve';
import { grid, strewn } from '../engine/problems';

// Jest's own ArrayBuffer is not the one that typed arrays are made with inside a test.
globalThis.ArrayBuffer = new Float64Array(0).buffer.constructor as ArrayBufferConstructor;

/** Serves one order on this thread; `step` is how many ms pass from one look at the clock to the next. */
function served(problem: Problem, step: number): { report: Report; transfer: readonly Transferable[] }[] {
  const said: { report: Report; transfer: readonly Transferable[] }[] = [];
  let order: ((event: { data: { problem: Problem } }) => void) | undefined;
  let time = 0;
  serve(
    {
      addEventListener: (type, listener) => {
        expect(type).toBe('message');
        order = listener;
      },
      postMessage: (report, transfer) => said.push({ report, transfer }),
    },
    () => (time += step),
  );
  order?.({ data: { problem } });
  return said;
}

const problem = strewn(300, 6, [0.05], 3);
const steps = [...design(problem)];

test('every step is told when steps are slow, every second at half the pace, the first alone when time stands', () => {
  const told = (step: number) =>
    served(problem, step).flatMap(({ report }) => (report.kind === 'progress' ? [report.progress] : []));
  expect(steps.length).toBeGreaterThan(4);
  expect(told(60)).toEqual(steps);
  expect(told(30)).toEqual(steps.filter((_, i) => i % 2 === 0));
  expect(told(0)).toEqual(steps.slice(0, 1));
});

test('the answer comes last, and its arrays are handed over, each once', () => {
  const said = served(problem, 0);
  const last = said.at(-1);
  expect(last?.report.kind).toBe('done');
  const answer = runToEnd(design(problem));
  expect(last?.report).toEqual({ kind: 'done', design: answer });
  const { transfer = [], report } = last ?? {};
  expect(new Set(transfer).size).toBe(transfer.length);
  const arrays = report?.kind === 'done' ? Object.values(report.design).filter(ArrayBuffer.isView) : [];
  // All but `why`: of typed arrays, Jest has Uint8Array alone from outside.
  const buffers = arrays.filter((array) => !(array instanceof Uint8Array)).map(({ buffer }) => buffer);
  expect(buffers.length).toBeGreaterThan(5);
  expect(new Set(transfer)).toEqual(new Set(buffers));
  for (const { transfer: nothing } of said.slice(0, -1)) expect(nothing).toEqual([]);
});

test('a refusal keeps its code and what it speaks of; any other fault its words', () => {
  const refused = served({ ...grid({ side: 4, territories: 2 }), territories: 0 }, 0);
  expect(refused).toEqual([
    {
      report: {
        kind: 'refused',
        code: 'count',
        parameters: expect.objectContaining({ field: 'territories', value: 0 }) as object,
      },
      transfer: [],
    },
  ]);
  const [failed] = served(undefined as unknown as Problem, 0);
  expect(failed?.report).toEqual({
    kind: 'failed',
    message: expect.stringMatching(/^TypeError: /) as string,
  });
  expect(failed?.transfer).toEqual([]);
});
