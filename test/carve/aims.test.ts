import { solveFor, type Part } from '../../src/carve/aims';
import type { Problem } from '../../src/engine';
import { defaultSettings } from '../../src/plan/settings';
import { designOf, inputOf } from './team';

const rows = Array.from({ length: 6 }, (_, i) => ({ at: [40 + i, -100] as const, potential: 1 + i }));
const input = inputOf(rows, { current: Int32Array.from([0, 0, 0, 1, 1, 1]) });
const found = (centre: number) =>
  designOf({
    assignment: Int32Array.from([0, 0, 0, 1, 1, 1]),
    centres: new Float64Array(6).fill(centre),
    worstDeviation: Float64Array.from([0.01, 0.01]),
  });

/** An engine that notes what it is asked, and finds the first plan about 1, the second about 2. */
function engine() {
  const asked: { problem: Problem; part: Part }[] = [];
  return {
    asked,
    solve: (problem: Problem, part: Part) => {
      asked.push({ problem, part });
      return Promise.resolve(found(asked.length));
    },
  };
}

test('every aim begins from the plan as it is set, and says how far it is', async () => {
  for (const aim of ['compact', 'tightest', 'recommended', 'fewest'] as const) {
    const { asked, solve } = engine();
    const { design, asSet } = await solveFor(aim, input, undefined, solve);
    const [first, second] = asked;
    expect(asked).toHaveLength(2);
    expect(first?.problem).not.toHaveProperty('known');
    expect(first?.problem).not.toHaveProperty('limits');
    expect(second?.problem.known?.centres).toEqual(asSet?.centres);
    expect([first?.part, second?.part]).toEqual([
      { from: 0, to: 0.5 },
      { from: 0.5, to: 1 },
    ]);
    expect(design.centres[0]).toBe(2);
  }
});

test('a plan that is known is not found again, and the problem is the same', async () => {
  const anew = engine();
  const { asSet } = await solveFor('fewest', input, undefined, anew.solve);
  const again = engine();
  await solveFor('fewest', input, undefined, again.solve, asSet);
  expect(again.asked.map(({ problem }) => problem)).toEqual([anew.asked[1]?.problem]);
  const none = engine();
  const { design } = await solveFor(undefined, input, undefined, none.solve, asSet);
  expect(none.asked).toEqual([]);
  expect(design).toBe(asSet);
});

test('under a cap of the user’s each aim is on its own', async () => {
  const { asked, solve } = engine();
  const capped = { ...input, settings: { ...defaultSettings, cap: { accounts: 0.1, money: 1 } } };
  const { asSet } = await solveFor('compact', capped, undefined, solve, found(5));
  expect(asSet).toBeUndefined();
  expect(asked.map(({ problem }) => [problem.known, problem.keep])).toEqual([[undefined, 0]]);
});
