import { beyondBooks, overfilled, takingNone, type Room } from '../../src/carve/books';
import { counsel, design, runToEnd, type Problem } from '../../src/engine';
import { repairedInBooks } from '../../src/app/books';
import { leavingOut } from '../../src/app/reshuffle';
import { strewn } from '../engine/problems';

const K = 4;
const room = (accounts: number[], hours = new Array<number>(K).fill(Infinity), n = 0): Room => ({
  accounts: Float64Array.from(accounts),
  hours: Float64Array.from(hours),
  work: new Float64Array(n).fill(10),
});
const plan = (...seats: number[]) => Int32Array.from(seats);
const held = (assignment: Int32Array, j: number) => assignment.filter((at) => at === j).length;

test('a seat is overfilled if it holds more than its book and more than before', () => {
  const before = plan(0, 0, 0, 1, -1);
  const after = plan(0, 0, 0, 1, 1);
  expect(overfilled(after, before, room([2, 1, 9, 9]))).toEqual([1]);
  expect(overfilled(after, before, room([2, 2, 9, 9]))).toEqual([]);
  expect(overfilled(plan(0, 0, 0, 0, -1), before, room([3, 2, 9, 9]))).toEqual([0]);
  expect(overfilled(after, before, room([9, 9, 9, 9], [9, 19, 99, 99], 5))).toEqual([1]);
  expect(overfilled(after, before, room([9, 9, 9, 9], [9, 20, 99, 99], 5))).toEqual([]);
});

test('the lowest go first, of equal ones the later; who may not go stays, and what takes no time helps no hours', () => {
  const books = (accounts: number, hours: number) => ({
    accounts: Float64Array.of(accounts),
    hours: Float64Array.of(hours),
    work: Float64Array.of(10, 10, 0, 10, 10),
    score: Float64Array.of(5, 3, 1, 3, 0),
    free: Uint8Array.of(1, 1, 1, 1, 0),
  });
  const all = plan(0, 0, 0, 0, 0);
  expect(beyondBooks(all, books(3, Infinity))).toEqual({ accounts: [2, 3], seats: [] });
  expect(beyondBooks(all, books(Infinity, 30))).toEqual({ accounts: [3], seats: [] });
  expect(beyondBooks(all, books(5, 30))).toEqual({ accounts: [3], seats: [] });
  expect(beyondBooks(all, books(0, Infinity))).toEqual({ accounts: [2, 3, 1, 0], seats: [0] });
});

test('nothing may come to a seat that takes none, and what is there may stay', () => {
  const problem: Problem = { ...strewn(5, K, [0.5], 1), classOf: Int32Array.of(0, 0, 1, 1, 0), classes: 2 };
  const at = plan(2, 0, 2, -1, 1);
  const narrowed = takingNone(problem, at, new Set([2]));
  for (let i = 0; i < 5; i++) {
    for (let j = 0; j < K; j++) {
      const may = problem.eligible[(problem.classOf[i] ?? 0) * K + j];
      expect(narrowed.eligible[(narrowed.classOf[i] ?? 0) * K + j]).toBe(j === 2 && at[i] !== 2 ? 0 : may);
    }
  }
  expect(takingNone(problem, at, new Set())).toBe(problem);
  // What is said class by class goes with the classes, else no engine takes the problem.
  const said = {
    ...problem,
    keepOf: Float64Array.of(1, 0.1),
    preference: Float64Array.from({ length: 8 }, (_, n) => n),
  };
  for (const now of [takingNone(said, at, new Set([2])), leavingOut(said, at)]) {
    expect(now.keepOf).toHaveLength(now.classes);
    expect(now.preference).toHaveLength(now.classes * K);
    at.forEach((j, i) => {
      const [was, is] = [said.classOf[i] ?? 0, now.classOf[i] ?? 0];
      // Whom nobody has is nobody's business.
      if (j < 0) return;
      expect(now.keepOf?.[is]).toBe(said.keepOf[was]);
      expect(now.preference?.slice(is * K, is * K + K)).toEqual(said.preference.slice(was * K, was * K + K));
    });
    expect(() => counsel(now, at, { territories: [], repair: false })).not.toThrow();
  }
});

test.each([1, 2, 3])('a repair fills no book beyond its limit, plan %i', async (seed) => {
  const problem = { ...strewn(80, K, [0.05], seed), seed };
  const good = runToEnd(design(problem)).assignment;
  // Half of what the second has comes to the first: back in balance, some of it would have to go elsewhere.
  let n = 0;
  const broken = good.map((j) => (j === 1 && n++ % 2 === 0 ? 0 : j));
  const now = { ...problem, current: broken };
  const ask = (asked: Problem) =>
    Promise.resolve(counsel(asked, broken, { territories: [], repair: true }).repaired);
  const freely = await repairedInBooks(now, broken, undefined, ask);
  expect(held(freely, 1)).toBeGreaterThan(held(broken, 1));
  const limit = held(broken, 1);
  const within = await repairedInBooks(now, broken, room([99, limit, 99, 99], undefined, 80), ask);
  expect(held(within, 1)).toBeLessThanOrEqual(limit);
  // What it leaves is still a repair: the first gives away.
  expect(held(within, 0)).toBeLessThan(held(broken, 0));
});
