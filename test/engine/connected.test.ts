import { design, runToEnd, type Problem } from '../../src/engine';
import { piecesOf } from '../../src/engine/problem/borders';
import { normal, seeded } from '../../src/exact/random';
import { problemOf } from '../support/problem';
import { neighboursOf } from '../../src/carve/borders';
import { made } from '../bench/setups';
import { loads } from './checker';

/** A sheet of units of some weight, each beside up to four others, and not where that says. */
function sheet(seed: number, side = 12, territories = 7): Problem & { readonly neighbours: Int32Array } {
  const random = seeded(seed);
  const points: number[] = [];
  const pairs: number[] = [];
  const heavy = Float64Array.from({ length: side * side }, () => 1 + 3 * random());
  const light = Float64Array.from(heavy, () => 1 + 3 * random());
  for (let q = 0; q < side * side; q++) {
    points.push(10 * (q % side) + 4 * normal(random), 10 * Math.floor(q / side) + 4 * normal(random));
    if (q % side > 0) pairs.push(q - 1, q);
    if (q >= side) pairs.push(q - side, q);
  }
  const metrics = [heavy, light].map((weight) => ({ weight, tolerance: 0.05 }));
  const plain = problemOf(Float64Array.from(points), metrics, territories, { space: 'plane', dims: 2, seed });
  return { ...plain, neighbours: Int32Array.from(pairs) };
}

/** Accounts that are cut off from the most of their territory. */
function cutOff(
  { neighbours, territories }: { neighbours: Int32Array; territories: number },
  plan: Int32Array,
) {
  const next: number[][] = Array.from(plan, () => []);
  for (let q = 0; q < neighbours.length; q += 2) {
    const [a, b] = [neighbours[q]!, neighbours[q + 1]!];
    if (plan[a] === plan[b]) {
      next[a]!.push(b);
      next[b]!.push(a);
    }
  }
  const most = new Int32Array(territories);
  plan.forEach((j, i) => {
    const seen = new Set([i]);
    for (const a of seen) for (const b of next[a]!) seen.add(b);
    most[j] = Math.max(most[j]!, seen.size);
  });
  return plan.length - most.reduce((a, b) => a + b, 0);
}

const SEEDS = [1, 2, 3, 4, 5, 6];
const RUNS = SEEDS.map((seed) => {
  const problem = sheet(seed);
  const { neighbours: _, ...plain } = problem;
  return { problem, plain: runToEnd(design(plain)), whole: runToEnd(design(problem)) };
});

test('territories are connected where the tolerances allow it, for one or two per cent more distance', () => {
  const before = RUNS.reduce((sum, { problem, plain }) => sum + cutOff(problem, plain.assignment), 0);
  const after = RUNS.reduce((sum, { problem, whole }) => sum + cutOff(problem, whole.assignment), 0);
  expect(before).toBeGreaterThan(4);
  expect(after).toBeLessThanOrEqual(before / 4);
  const more = RUNS.map(({ plain, whole }) => whole.cost / plain.cost - 1).sort((a, b) => a - b);
  expect(more[SEEDS.length / 2]).toBeLessThan(0.02);
});

test('with three metrics, where single accounts lie all over the map, most of them find their way back', () => {
  const cut = [1, 2, 3].map((seed) => {
    const plain = made(300, 6, seed, 3, 0.05, true);
    const neighbours = neighboursOf(plain.points);
    const pieces = (problem: Problem) =>
      piecesOf({ ...plain, neighbours }, runToEnd(design(problem)).assignment).reduce((a, b) => a + b, 0);
    return [pieces(plain) - 6, pieces({ ...plain, neighbours }) - 6] as const;
  });
  const sum = (q: 0 | 1) => cut.reduce((all, pair) => all + pair[q], 0);
  expect(sum(1)).toBeLessThanOrEqual(sum(0) / 3);
});

test('and no load is further from its target for it', () => {
  for (const { problem, plain, whole } of RUNS) {
    expect(whole.withinTolerance).toBe(plain.withinTolerance);
    const { load, target } = loads(problem, whole.assignment);
    if (plain.withinTolerance) {
      load.forEach((l, at) => expect(Math.abs(l / target[at]! - 1)).toBeLessThanOrEqual(0.05 + 1e-9));
    }
    expect(whole.bound).toBeLessThanOrEqual(whole.cost);
  }
});

test('what may not go elsewhere stays: pins and eligibility hold before connection', () => {
  const problem = sheet(3);
  const pinned = problem.pinned.map((_, i) => (i % 29 === 0 ? i % problem.territories : -1));
  const { assignment } = runToEnd(design({ ...problem, pinned }));
  pinned.forEach((j, i) => expect(j < 0 || assignment[i] === j).toBe(true));
});

/** In how many pieces each territory is by `cutOff`'s own links: none is cut off where each is in one. */
test('what is told of pieces is so', () => {
  for (const { problem, whole } of RUNS) {
    const pieces = [...whole.pieces!];
    expect(pieces).toHaveLength(problem.territories);
    expect(pieces.every((many) => many === 1)).toBe(cutOff(problem, whole.assignment) === 0);
  }
  expect(RUNS[0]!.plain.pieces).toBeUndefined();
});

/** Ten places along a road, two accounts at each, for two territories. */
function road(over: Partial<Problem> = {}): Problem {
  const points = Float64Array.from({ length: 40 }, (_, q) => (q % 2 === 0 ? 10 * Math.floor(q / 4) : 0));
  const pairs = Array.from({ length: 9 }, (_, place) => [2 * place, 2 * place + 2]).flat();
  return problemOf(points, [{ weight: new Float64Array(20).fill(1), tolerance: 0.2 }], 2, {
    space: 'plane',
    dims: 2,
    neighbours: Int32Array.from(pairs),
    ...over,
  });
}
const plan = (text: string): Int32Array => Int32Array.from(text, (digit) => Number(digit));

test('accounts at one place are together, though only one of them is named as a neighbour', () => {
  expect([...piecesOf(road(), plan('00000000011111111111'))]).toEqual([1, 1]);
  expect([...piecesOf(road(), plan('01000000001111111111'))]).toEqual([1, 2]);
  expect([...piecesOf(road(), plan('00110000001111111111'))]).toEqual([2, 2]);
});

test('families hold together, and what is pinned apart is no piece of its own', () => {
  const family = new Int32Array(20).fill(-1);
  const apart = plan('11000000001111111100');
  expect([...piecesOf(road(), apart)]).toEqual([2, 2]);
  expect([...piecesOf(road({ family: family.fill(3, 0, 1).fill(3, 12, 13) }), apart)]).toEqual([2, 1]);
  const pinned = new Int32Array(20).fill(-1).fill(1, 0, 2);
  expect([...piecesOf(road({ pinned }), apart)]).toEqual([2, 1]);
});

test('what stands fast holds its neighbours, and moves beyond a cap are not made', () => {
  // A pinned account in the middle of the other's: its neighbours are not cut off by it.
  const pinned = new Int32Array(20).fill(-1).fill(0, 14, 15);
  const fast = runToEnd(design(road({ pinned })));
  expect([...fast.pieces!]).toEqual([1, 1]);
  expect(fast.withinTolerance).toBe(true);
  // Today's owners alternate: nothing hangs together, and only two may move.
  const current = Int32Array.from({ length: 20 }, (_, i) => Math.floor(i / 2) % 2);
  const capped = runToEnd(design(road({ current, cap: { accounts: 0.1, money: 1 } })));
  expect(capped.moved.accounts).toBeLessThanOrEqual(2);
  const free = runToEnd(design(road({ current })));
  expect([...free.pieces!]).toEqual([1, 1]);
});
