import { design, runToEnd, type Obstacle, type Problem } from '../../src/engine';
import { problemOf } from '../support/problem';
import { breaches } from './checker';
import { grid } from './problems';

/** 36 accounts of weight 1 on a square, three territories, ±10 %: each may hold 10.8 … 13.2. */
const base: Problem = {
  ...grid({ side: 6, territories: 3 }),
  metrics: [{ weight: new Float64Array(36).fill(1), tolerance: 0.1 }],
};
const run = (over: Partial<Problem>) => runToEnd(design({ ...base, ...over }));
/** Sums are of scaled weights: right to nine digits. */
const about = (value: number) => expect.closeTo(value, 9) as number;
const of = <K extends Obstacle['kind']>(list: readonly Obstacle[], kind: K) =>
  list.filter((o): o is Extract<Obstacle, { kind: K }> => o.kind === kind);

test('a problem that can be met has no obstacle and no floor', () => {
  const result = run({});
  expect(result.obstacles).toEqual([]);
  expect(result.withinTolerance).toBe(true);
  expect(result.toleranceFloor[0]).toBeCloseTo(0, 12);
});

test('an account larger than any territory may be is named, with the limit and the tolerance it would need', () => {
  const weight = new Float64Array(36).fill(1);
  weight[10] = 40; // total 75, target 25, limit 27.5
  const result = run({ metrics: [{ weight, tolerance: 0.1 }] });
  expect(of(result.obstacles, 'oversized')).toEqual([
    { kind: 'oversized', account: 10, metric: 0, value: about(40), limit: about(27.5) },
  ]);
  expect(result.withinTolerance).toBe(false);
  expect(result.toleranceFloor[0]).toBeCloseTo(0.6, 9);
  expect(result.worstDeviation[0]).toBeCloseTo(0.6, 9); // nearest plan: the big one alone
});

test('a family that is too heavy together is named by its first member', () => {
  const family = Int32Array.from({ length: 36 }, (_, i) => (i >= 4 && i < 20 ? 7 : -1));
  const result = run({ family });
  expect(of(result.obstacles, 'oversized')).toEqual([
    { kind: 'oversized', account: 4, metric: 0, value: about(16), limit: about(13.2) },
  ]);
});

test('pins that overfill a territory are named with their load', () => {
  const pinned = Int32Array.from({ length: 36 }, (_, i) => (i < 15 ? 1 : -1));
  const result = run({ pinned });
  expect(of(result.obstacles, 'pinned')).toEqual([
    { kind: 'pinned', territory: 1, metric: 0, value: about(15), limit: about(13.2) },
  ]);
  expect(result.toleranceFloor[0]).toBeCloseTo(0.25, 9);
  expect(breaches({ ...base, pinned }, result.assignment)).toEqual([]);
});

test('a segment that does not fit into its territories is named with them', () => {
  const classOf = Int32Array.from({ length: 36 }, (_, i) => (i < 30 ? 1 : 0));
  const eligible = Uint8Array.from([1, 1, 1, 1, 0, 1]); // class 1: 30 accounts into two territories of 13.2
  const result = run({ classes: 2, classOf, eligible });
  expect(of(result.obstacles, 'tooMuch')).toEqual([
    {
      kind: 'tooMuch',
      classes: Int32Array.of(1),
      territories: Int32Array.of(0, 2),
      metric: 0,
      value: about(30),
      limit: about(26.4),
    },
  ]);
  expect(result.toleranceFloor[0]).toBeGreaterThanOrEqual(0.25 - 1e-9);
  expect(result.worstDeviation[0]).toBeCloseTo(0.5, 9); // nearest plan: 15, 15 and the six others
  expect([...result.load].sort((a, b) => a - b)).toEqual([6, 15, 15]);
});

test('a territory that too few accounts may go to is named with what it lacks', () => {
  const classOf = Int32Array.from({ length: 36 }, (_, i) => (i < 31 ? 1 : 0));
  const eligible = Uint8Array.from([1, 1, 1, 1, 0, 1]); // territory 1 can get 5 at most
  const result = run({ classes: 2, classOf, eligible });
  expect(of(result.obstacles, 'tooLittle')).toEqual([
    {
      kind: 'tooLittle',
      territories: Int32Array.of(1),
      metric: 0,
      value: about(5),
      limit: about(10.8),
    },
  ]);
  expect(result.toleranceFloor[0]).toBeGreaterThanOrEqual(7 / 12 - 1e-9);
  expect([...result.assignment].filter((j) => j === 1)).toHaveLength(5); // nearest plan: it gets them all
});

test('a cap that forbids the tolerances is named with what would be needed, and is kept', () => {
  const current = Int32Array.from({ length: 36 }, (_, i) => (i < 28 ? 0 : i < 32 ? 1 : 2));
  const result = run({ current, cap: { accounts: 0.1, money: 1 } });
  expect(of(result.obstacles, 'cap')).toEqual([{ kind: 'cap', by: 'accounts', allowed: 3, needed: 15 }]);
  expect(result.moved.accounts).toBeLessThanOrEqual(3);
  expect(result.withinTolerance).toBe(false);
});

test('the cap counts money too', () => {
  const current = Int32Array.from({ length: 36 }, (_, i) => (i < 28 ? 0 : i < 32 ? 1 : 2));
  const money = Float64Array.from({ length: 36 }, (_, i) => (i < 28 ? 10 : 0));
  const result = run({ current, money, cap: { accounts: 1, money: 0.2 } });
  const [named] = of(result.obstacles, 'cap');
  expect(named).toMatchObject({ by: 'money', needed: 150 });
  expect(result.moved.money).toBeLessThanOrEqual(56 * (1 + 1e-9));
});

test('two members of a family pinned apart are a conflict; both pins hold', () => {
  const pinned = new Int32Array(36).fill(-1);
  pinned[3] = 0;
  pinned[30] = 2;
  const family = new Int32Array(36).fill(-1);
  for (const i of [3, 12, 30]) family[i] = 5;
  const result = run({ pinned, family });
  expect(of(result.obstacles, 'conflict')).toEqual([{ kind: 'conflict', account: 3, other: 30 }]);
  expect([result.assignment[3], result.assignment[30]]).toEqual([0, 2]);
});

test('accounts without any territory are counted per class and stay out of the targets', () => {
  const classOf = Int32Array.from({ length: 36 }, (_, i) => (i % 6 === 0 ? 1 : 0));
  const result = run({ classes: 2, classOf, eligible: Uint8Array.from([1, 1, 1, 0, 0, 0]) });
  expect(of(result.obstacles, 'ineligible')).toEqual([{ kind: 'ineligible', classIndex: 1, accounts: 6 }]);
  expect([...result.target]).toEqual([10, 10, 10]);
  expect(result.withinTolerance).toBe(true);
});

test('fewer families than territories: the empty ones are counted', () => {
  const family = Int32Array.from({ length: 36 }, (_, i) => i % 2);
  const result = run({ family });
  expect(of(result.obstacles, 'empty')).toEqual([{ kind: 'empty', territories: 1 }]);
});

test('New York as one account: 33 even territories are the most, at ±5 %', () => {
  // A made-up country: one city of 3 % of all, the rest small. 1.05 ÷ 33 > 3 % ≥ 1.05 ÷ 36.
  const n = 400;
  const weight = new Float64Array(n).fill(97 / (n - 1));
  weight[0] = 3;
  const points = new Float64Array(2 * n).map((_, at) => ((at * 7919) % 1009) as number);
  const with_ = (territories: number) =>
    runToEnd(
      design({
        ...base,
        accounts: n,
        territories,
        points,
        metrics: [{ weight, tolerance: 0.05 }],
        share: new Float64Array(territories).fill(1),
        eligible: new Uint8Array(territories).fill(1),
        classOf: new Int32Array(n),
        pinned: new Int32Array(n).fill(-1),
        family: new Int32Array(n).fill(-1),
        current: new Int32Array(n).fill(-1),
      }),
    );
  expect(with_(33)).toMatchObject({ withinTolerance: true, obstacles: [] });
  const tooMany = with_(36);
  expect(tooMany.withinTolerance).toBe(false);
  expect(of(tooMany.obstacles, 'oversized')).toMatchObject([{ account: 0 }]);
});

test('where the plan of today stands, accounts that may go nowhere leave it all the same', () => {
  const problem = problemOf(
    new Float64Array(0),
    [{ weight: new Float64Array(8).fill(1), tolerance: 0.1 }],
    2,
    {
      accounts: 8,
      space: 'none',
      dims: 0,
      classOf: Int32Array.of(0, 0, 0, 1, 0, 0, 0, 1),
      classes: 2,
      eligible: Uint8Array.of(1, 1, 0, 0),
      pinned: new Int32Array(8).fill(-1),
      family: new Int32Array(8).fill(-1),
      current: Int32Array.of(0, 0, 0, 0, 1, 1, 1, 1),
      keep: 1,
    },
  );
  const answer = runToEnd(design(problem));
  expect([...answer.assignment]).toEqual([0, 0, 0, -1, 1, 1, 1, -1]);
  expect(answer.moved.accounts).toBe(2);
});
