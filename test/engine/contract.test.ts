import { design, EngineError, evaluate, place, repair, runToEnd, type Problem } from '../../src/engine';
import { grid } from './problems';

const good = grid({ side: 3, territories: 2 });
const codeOf = (act: () => unknown) => {
  try {
    act();
  } catch (error) {
    if (error instanceof EngineError) return { code: error.code, ...error.parameters };
    throw error;
  }
  return 'accepted';
};
const asked = (over: Partial<Problem>) => codeOf(() => runToEnd(design({ ...good, ...over })));

test('a problem that keeps the contract is accepted', () => expect(asked({})).toBe('accepted'));

test.each<[string, Partial<Problem>, object]>([
  ['no territory', { territories: 0 }, { code: 'count', field: 'territories', value: 0 }],
  ['half an account', { accounts: 4.5 }, { code: 'count', field: 'accounts' }],
  ['an unknown space', { space: 'torus' as 'plane' }, { code: 'unknown', field: 'space', value: 'torus' }],
  ['a plane of three dimensions', { dims: 3 }, { code: 'count', field: 'dims', min: 2, max: 2 }],
  [
    'too few points',
    { points: new Float64Array(4) },
    { code: 'length', field: 'points', expected: 18, actual: 4 },
  ],
  [
    'half a place',
    { points: new Float64Array(18).fill(1).fill(NaN, 3, 4) },
    { code: 'notFinite', field: 'points' },
  ],
  [
    'an infinite place',
    { points: new Float64Array(18).fill(Infinity) },
    { code: 'notFinite', field: 'points', index: 0 },
  ],
  [
    'a negative weight',
    { metrics: [{ weight: Float64Array.from([1, 1, 1, 1, -2, 1, 1, 1, 1]), tolerance: 0.1 }] },
    { code: 'range', index: 4, value: -2 },
  ],
  [
    'a weight that is no number',
    { metrics: [{ weight: new Float64Array(9).fill(NaN), tolerance: 0.1 }] },
    { code: 'notFinite', index: 0 },
  ],
  [
    'a negative tolerance',
    { metrics: [{ weight: new Float64Array(9), tolerance: -0.1 }] },
    { code: 'range', field: 'metrics.0.tolerance' },
  ],
  ['a share of nothing', { share: Float64Array.from([1, 0]) }, { code: 'range', field: 'share', index: 1 }],
  [
    'a class that does not exist',
    { classOf: new Int32Array(9).fill(1) },
    { code: 'range', field: 'classOf' },
  ],
  ['eligibility of the wrong size', { eligible: new Uint8Array(3) }, { code: 'length', field: 'eligible' }],
  ['a pin to nowhere', { pinned: new Int32Array(9).fill(2) }, { code: 'range', field: 'pinned', max: 1 }],
  [
    'a territory of today that does not exist',
    { current: new Int32Array(9).fill(7) },
    { code: 'range', field: 'current' },
  ],
  ['negative money', { money: new Float64Array(9).fill(-1) }, { code: 'range', field: 'money' }],
  [
    'a limit on what counts less than nothing',
    { limits: [{ stake: new Float64Array(9).fill(-1), most: 2 }] },
    { code: 'range', field: 'limits[0].stake' },
  ],
  [
    'a neighbour that is no account',
    { neighbours: Int32Array.of(0, 9) },
    { code: 'range', field: 'neighbours' },
  ],
  ['a negative cap', { cap: { accounts: -1, money: 1 } }, { code: 'range', field: 'cap.accounts' }],
  ['a home weight above one', { homeWeight: 2 }, { code: 'range', field: 'homeWeight' }],
  ['a seed that is no whole number', { seed: 1.5 }, { code: 'count', field: 'seed' }],
])('%s is refused by name', (_, over, expected) => expect(asked(over)).toMatchObject(expected));

test.each([
  ['evaluate', (plan: number[]) => evaluate(good, plan)],
  ['repair', (plan: number[]) => runToEnd(repair(good, plan))],
  ['place', (plan: number[]) => place(good, plan, [0])],
])('%s refuses an assignment of the wrong length or to nowhere', (_, act) => {
  expect(codeOf(() => act([0, 1]))).toMatchObject({
    code: 'length',
    field: 'assignment',
    expected: 9,
    actual: 2,
  });
  expect(codeOf(() => act([0, 1, 2, 0, 0, 0, 0, 0, 0]))).toMatchObject({
    code: 'range',
    field: 'assignment',
    index: 2,
  });
  expect(codeOf(() => act([0, 1, 0.5, 0, 0, 0, 0, 0, 0]))).not.toBe('accepted');
});

test('place refuses accounts that do not exist', () => {
  const plan = new Int32Array(9);
  for (const account of [9, -1, 0.5, NaN]) {
    expect(codeOf(() => place(good, plan, [account]))).toMatchObject({ field: 'accounts' });
  }
});

test('the input is never changed', () => {
  const copy = structuredClone(good);
  const plan = Int32Array.from([0, 0, 0, 0, 0, 0, 0, 1, 1]);
  const before = plan.slice();
  runToEnd(design(good));
  runToEnd(repair(good, plan));
  evaluate(good, plan);
  place(good, plan, [1]);
  expect(good).toEqual(copy);
  expect(plan).toEqual(before);
});

test('a job that is dropped stops, and one that runs on reports its stages in order', () => {
  const order = ['check', 'seed', 'balance', 'refine', 'repair', 'match', 'explain'];
  const stages = [...design(grid({ side: 12, territories: 4 }))];
  expect(stages.length).toBeGreaterThan(5);
  stages.forEach(({ stage, done }, q) => {
    expect(done).toBeGreaterThanOrEqual(stages[q - 1]?.done ?? 0);
    expect(done).toBeLessThanOrEqual(1);
    expect(order.indexOf(stage)).toBeGreaterThanOrEqual(order.indexOf(stages[q - 1]?.stage ?? 'check'));
  });
  const job = design(good);
  job.next();
  expect(job.return(undefined as never).done).toBe(true);
  expect(job.next().done).toBe(true);
});
