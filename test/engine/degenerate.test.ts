import {
  bestMoves,
  design,
  evaluate,
  lockPrices,
  place,
  repair,
  runToEnd,
  tradeOff,
  type Problem,
} from '../../src/engine';
import { problemOf } from '../support/problem';
import { breaches } from './checker';
import { grid } from './problems';

/** Everything the engine offers, on one problem: none may throw, loop or break a rule. */
function everything(problem: Problem) {
  const designed = runToEnd(design(problem));
  expect(breaches(problem, designed.assignment)).toEqual([]);
  for (const value of [designed.load, designed.target, designed.worstDeviation, designed.toleranceFloor]) {
    for (const x of value) expect(Number.isFinite(x)).toBe(true);
  }
  const described = evaluate(problem, designed.assignment);
  expect(described.worstDeviation).toEqual(designed.worstDeviation);
  const repaired = runToEnd(repair(problem, designed.assignment));
  expect(breaches(problem, repaired.assignment)).toEqual([]);
  const nobody = new Int32Array(problem.accounts).fill(-1);
  expect(breaches(problem, place(problem, nobody, [...nobody.keys()]))).toEqual([]);
  expect(breaches(problem, runToEnd(repair(problem, nobody)).assignment)).toEqual([]);
  expect(runToEnd(tradeOff(problem, designed.assignment)).length).toBeGreaterThan(0);
  expect(bestMoves(problem, designed.assignment, 0).length).toBeLessThanOrEqual(3);
  lockPrices(problem, designed.assignment);
  return designed;
}

/** n accounts of weight 1 at the given places of a plane, 2 territories unless told. */
function on(places: readonly (readonly [number, number])[], over: Partial<Problem> = {}): Problem {
  const n = places.length;
  const k = over.territories ?? 2;
  return {
    ...grid({ side: 1, territories: k }),
    accounts: n,
    points: Float64Array.from(places.flat()),
    metrics: [{ weight: new Float64Array(n).fill(1), tolerance: 0.05 }],
    classOf: new Int32Array(n),
    pinned: new Int32Array(n).fill(-1),
    family: new Int32Array(n).fill(-1),
    current: new Int32Array(n).fill(-1),
    ...over,
  };
}
const row = (n: number) => Array.from({ length: n }, (_, i): [number, number] => [i, 0]);

test('no account at all', () => {
  const designed = everything(on([]));
  expect(designed.assignment).toHaveLength(0);
  expect(designed.obstacles).toContainEqual({ kind: 'empty', territories: 2 });
});

test('one account, one territory', () => {
  const designed = everything(on([[5, 5]], { territories: 1 }));
  expect([...designed.assignment]).toEqual([0]);
  expect(designed.withinTolerance).toBe(true);
});

test('as many territories as accounts: one each', () => {
  const designed = everything(on(row(7), { territories: 7 }));
  expect([...designed.assignment].sort()).toEqual([0, 1, 2, 3, 4, 5, 6]);
  expect(designed.withinTolerance).toBe(true);
});

test('more territories than accounts: each account alone, the rest named as empty', () => {
  const designed = everything(on(row(3), { territories: 5 }));
  expect(new Set(designed.assignment).size).toBe(3);
  expect(designed.obstacles).toContainEqual({ kind: 'empty', territories: 2 });
  expect(designed.withinTolerance).toBe(false);
});

test('all accounts in one place are still shared out evenly', () => {
  const designed = everything(
    on(
      Array.from({ length: 40 }, (): [number, number] => [3, 4]),
      { territories: 4 },
    ),
  );
  expect([...designed.load]).toEqual([10, 10, 10, 10]);
  expect(designed.meanKm).toBe(0);
});

test('accounts on a line are cut into runs', () => {
  const designed = everything(on(row(60), { territories: 3 }));
  expect(designed.withinTolerance).toBe(true);
  const changes = [...designed.assignment].filter((j, i, all) => i > 0 && j !== all[i - 1]);
  expect(changes).toHaveLength(2);
});

test('weights of zero: the metric is left out and nearness decides', () => {
  const n = 30;
  const designed = everything(on(row(n), { metrics: [{ weight: new Float64Array(n), tolerance: 0.05 }] }));
  expect(designed.withinTolerance).toBe(true);
  expect(new Set(designed.assignment).size).toBe(2);
});

test('no metric: nearness alone', () => {
  const designed = everything(on(row(30), { metrics: [] }));
  expect(designed.withinTolerance).toBe(true);
  expect(new Set(designed.assignment).size).toBe(2);
});

test('one account holds all the weight', () => {
  const weight = new Float64Array(20);
  weight[7] = 5;
  const designed = everything(on(row(20), { metrics: [{ weight, tolerance: 0.05 }] }));
  expect(designed.obstacles).toContainEqual(
    expect.objectContaining({ kind: 'oversized', account: 7, value: 5 }),
  );
});

test('every account pinned: they stay, whatever the balance', () => {
  const pinned = Int32Array.from({ length: 12 }, (_, i) => (i < 10 ? 0 : 1));
  const designed = everything(on(row(12), { pinned }));
  expect(designed.assignment).toEqual(pinned);
  expect(designed.obstacles).toContainEqual(
    expect.objectContaining({ kind: 'pinned', territory: 0, value: expect.closeTo(10, 9) as number }),
  );
});

test('a class without accounts changes nothing', () => {
  const plain = on(row(20));
  const extra = { ...plain, classes: 3, eligible: Uint8Array.from([1, 1, 0, 0, 1, 0]) };
  expect(everything(extra).assignment).toEqual(everything(plain).assignment);
});

test('no account has a place', () => {
  const designed = everything(on(Array.from({ length: 20 }, (): [number, number] => [NaN, NaN])));
  expect([...designed.load]).toEqual([10, 10]);
});

test('some accounts have no place: balance puts them', () => {
  const places = row(40).map(([x, y], i): [number, number] => (i % 4 === 0 ? [NaN, NaN] : [x, y]));
  const designed = everything(on(places));
  expect(designed.withinTolerance).toBe(true);
  expect(designed.distanceKm.filter((km) => Number.isNaN(km))).toHaveLength(10);
});

test('huge and tiny weights and coordinates give the plan of ordinary ones', () => {
  const scaled = (place: number, weight: number) => {
    const n = 48;
    const points = Array.from({ length: n }, (_, i): [number, number] => [
      place * (i % 8),
      place * Math.floor(i / 8),
    ]);
    return on(points, {
      metrics: [{ weight: new Float64Array(n).fill(weight), tolerance: 0.05 }],
      territories: 3,
    });
  };
  const ordinary = everything(scaled(1, 1));
  expect(ordinary.withinTolerance).toBe(true);
  for (const [place, weight] of [
    [1e6, 1],
    [1e-6, 1],
    [1, 1e12],
    [1, 1e-12],
    [1, 1e280],
    [1, 1e-280],
  ] as const) {
    const designed = everything(scaled(place, weight));
    expect(designed.withinTolerance).toBe(true);
    expect(designed.gap).toBeLessThan(0.05);
  }
});

test('shares a million to one', () => {
  const designed = everything(on(row(50), { share: Float64Array.from([1e6, 1]) }));
  expect(designed.assignment.filter((j) => j === 0).length).toBeGreaterThan(45);
});

test('one family of everybody goes to one territory', () => {
  const designed = everything(on(row(9), { family: new Int32Array(9) }));
  expect(new Set(designed.assignment).size).toBe(1);
});

test('two families alternating along a line stay whole', () => {
  const family = Int32Array.from({ length: 16 }, (_, i) => i % 2);
  const designed = everything(on(row(16), { family }));
  expect(designed.withinTolerance).toBe(true);
  expect(designed.assignment[0]).not.toBe(designed.assignment[1]);
});

test('antipodes and poles', () => {
  const km = 6371;
  const corners = [
    [km, 0, 0],
    [-km, 0, 0],
    [0, km, 0],
    [0, -km, 0],
    [0, 0, km],
    [0, 0, -km],
  ];
  const points = Float64Array.from([...corners, ...corners].flat());
  const designed = everything({
    ...on(row(12)),
    space: 'sphere',
    dims: 3,
    points,
    territories: 3,
    share: new Float64Array(3).fill(1),
    eligible: new Uint8Array(3).fill(1),
  });
  expect(designed.withinTolerance).toBe(true);
  for (const x of designed.distanceKm) expect(x).toBeLessThanOrEqual(3.1416 * km);
});

test('a work limit of nothing still gives a plan', () => {
  expect(breaches(on(row(30)), everything({ ...on(row(30)), effort: 0 }).assignment)).toEqual([]);
});

test('many accounts that have a place but no weight, beside some that have weight but no place', () => {
  const n = 1600;
  const points = Float64Array.from({ length: 2 * n }, (_, at) => (at < 100 ? NaN : (at * 37) % 1009));
  const weight = Float64Array.from({ length: n }, (_, i) => (i < 50 ? 1 : 0));
  const problem = problemOf(points, [{ weight, tolerance: 0.05 }], 5, { space: 'plane', dims: 2 });
  const { withinTolerance, assignment } = runToEnd(design(problem));
  expect(withinTolerance).toBe(true);
  expect(assignment.every((j) => j >= 0)).toBe(true);
});
