import fc from 'fast-check';
import {
  design,
  evaluate,
  repair,
  runToEnd,
  Standing,
  Why,
  type Design,
  type Problem,
} from '../../src/engine';
import { examples } from './arbitrary';
import { breaches } from './checker';
import { restOf } from './rest';
import { strewn } from './problems';

/** Accounts on a square, the first ones so many times as heavy as all others together would be per territory. */
function withWhales(times: readonly number[], over: Partial<Problem> = {}): Problem {
  const plain = strewn(200, 6, [0.05], 5);
  const weight = plain.metrics[0]!.weight.slice();
  const fair = weight.reduce((a, b) => a + b, 0) / 6;
  times.forEach((x, i) => (weight[31 * i + 4] = x * fair));
  return { ...plain, metrics: [{ weight, tolerance: 0.05 }], ...over };
}
const run = (problem: Problem): Design => runToEnd(design(problem));
const whale = (i: number) => 31 * i + 4;
const members = ({ assignment }: Design, j: number) =>
  [...assignment.keys()].filter((i) => assignment[i] === j);

test('an oversized account is alone, and the rest is balanced among the other territories', () => {
  const result = run(withWhales([3]));
  const own = result.assignment[whale(0)]!;
  expect(members(result, own)).toEqual([whale(0)]);
  expect(result.why[whale(0)]).toBe(Why.Apart);
  expect([...result.apart!.accounts]).toEqual([whale(0)]);
  expect([...result.apart!.territories]).toEqual([0, 1, 2, 3, 4, 5].map((j) => (j === own ? 1 : 0)));
  expect(result.apart!.withinTolerance).toBe(true);
  expect(result.apart!.worstDeviation[0]).toBeLessThanOrEqual(0.05);
  // With it, no plan is within the tolerance, and that is said too.
  expect(result.withinTolerance).toBe(false);
  expect(result.toleranceFloor[0]).toBeGreaterThan(0.9);
});

test('what becomes too large when the largest are gone is set apart as well', () => {
  // At first only the largest is above a sixth; each that goes makes the shares of the others smaller.
  const result = run(withWhales([10, 2.5, 2.2]));
  expect([...result.apart!.accounts]).toEqual([whale(0), whale(1), whale(2)]);
  const plain = run(withWhales([1.02]));
  expect(plain.apart).toBeNull();
  expect(new Set(result.assignment).size).toBe(6);
});

test('it stays with its holder, and a plan is as compact beside it as without it', () => {
  const current = Int32Array.from({ length: 200 }, (_, i) => i % 6);
  const problem = withWhales([4], { current });
  expect(run(problem).assignment[whale(0)]).toBe(current[whale(0)]);
  const result = run(withWhales([4]));
  const rest = [...result.assignment.keys()].filter((i) => i !== whale(0));
  const { points, metrics } = withWhales([4]);
  const alone = run({
    ...strewn(199, 5, [0.05], 5),
    points: Float64Array.from(rest.flatMap((i) => [points[2 * i]!, points[2 * i + 1]!])),
    metrics: [{ weight: Float64Array.from(rest, (i) => metrics[0]!.weight[i]!), tolerance: 0.05 }],
  });
  const km = (list: Iterable<number>) => [...list].reduce((a, b) => a + b, 0);
  expect(km(result.distanceKm) / 199).toBeLessThan(1.05 * alone.meanKm);
});

test('a limit on moves that leaves room for an even rest is not called too tight', () => {
  const plain = strewn(200, 6, [0.05], 7);
  const weight = plain.metrics[0]!.weight.slice();
  weight[whale(0)] = (4 / 6) * weight.reduce((a, b) => a + b, 0);
  const money = weight.map((w, i) => (i === whale(0) ? 0 : w));
  const current = Int32Array.from({ length: 200 }, (_, i) => (i % 6 === 0 && i % 4 > 0 ? 1 : i % 6));
  current[whale(0)] = 0;
  const within = (part: number) =>
    run({
      ...plain,
      metrics: [{ weight, tolerance: 0.05 }],
      current,
      money,
      cap: { accounts: 1, money: part },
    });
  const roomy = within(0.14);
  expect(roomy.apart?.withinTolerance).toBe(true);
  expect(roomy.obstacles.map(({ kind }) => kind)).toEqual(['oversized']);
  const tight = within(0.06);
  expect(tight.apart?.withinTolerance).toBe(false);
  expect(tight.obstacles).toContainEqual(expect.objectContaining({ kind: 'cap', by: 'money' }));
});

test('pins that alone are too much have their territory to themselves', () => {
  const pinned = Int32Array.from({ length: 200 }, (_, i) => (i < 60 ? 2 : -1));
  const result = run(withWhales([], { pinned }));
  expect(members(result, 2)).toEqual([...Array(60).keys()]);
  expect(result.apart).toMatchObject({ accounts: new Int32Array(0), withinTolerance: true });
  expect(result.apart!.territories[2]).toBe(1);
});

test('a plan that stands is measured as the design was; repair leaves the oversized account alone', () => {
  const problem = withWhales([3, 2]);
  const result = run(problem);
  expect(evaluate(problem, result.assignment).apart).toEqual(result.apart);
  const edited = result.assignment.slice();
  const other = [0, 1, 2, 3, 4, 5].filter((j) => result.apart!.territories[j] === 0);
  edited.forEach((j, i) => {
    if (j === other[0] && i % 3 === 0) edited[i] = other[1]!;
  });
  const mended = runToEnd(repair(problem, edited));
  expect(mended.apart?.withinTolerance).toBe(true);
  expect([0, 1].map((q) => mended.assignment[whale(q)])).toEqual(
    [0, 1].map((q) => result.assignment[whale(q)]),
  );
});

test('a plan that stands follows an oversized account that is moved', () => {
  const problem = withWhales([3]);
  const { assignment } = run(problem);
  const standing = new Standing(problem, assignment);
  const to = (assignment[whale(0)]! + 1) % 6;
  standing.set(whale(0), to);
  expect([...standing.measures.target]).toEqual([
    ...new Standing(problem, standing.assignment).measures.target,
  ]);
});

test('however many and large, none is empty, all rules hold, and no plan beats the floor without them', () => {
  const sizes = fc.array(fc.double({ min: 0.2, max: 30, noNaN: true }), { maxLength: 7 });
  fc.assert(
    fc.property(sizes, fc.integer({ min: 1, max: 99 }), (times, seed) => {
      const problem = { ...withWhales(times), seed, effort: 0.2 };
      const result = run(problem);
      expect(breaches(problem, result.assignment)).toEqual([]);
      expect(new Set(result.assignment).size).toBe(6);
      const { apart } = result;
      if (!apart) return;
      expect(apart.toleranceFloor[0]).toBeLessThanOrEqual(apart.worstDeviation[0]! + 1e-9);
      const { target, closed } = restOf(problem, result.assignment);
      expect([...apart.territories].map((flag) => flag === 1)).toEqual(closed);
      target.forEach((goal, at) => expect(apart.target[at]).toBeCloseTo(goal, 6));
      for (const i of apart.accounts) expect(apart.territories[result.assignment[i]!]).toBe(1);
    }),
    examples(40),
  );
});
