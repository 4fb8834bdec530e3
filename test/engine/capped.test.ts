import { design, runToEnd, type MoveCap, type Problem } from '../../src/engine';
import { Sites } from '../../src/engine/centres/sites';
import { dualOf } from '../../src/engine/centres/solve';
import { leastAllowed } from '../../src/engine/centres/tolls';
import { rivalsOf } from '../../src/engine/problem/atoms';
import { buildCore } from '../../src/engine/problem/core';
import { bind } from '../../src/engine/problem/families';
import { centresOf } from '../../src/engine/problem/figures';
import { measuresOf } from '../../src/engine/problem/measures';
import { rebalance } from '../../src/engine/standing/rebalance';
import { Standing } from '../../src/engine/standing/standing';
import { made } from '../bench/setups';
import { solveRelaxed } from '../support/highs';
import { costAt, inherited, overspent, programmeWithin } from '../support/limits';
import { strewn } from './problems';

const within = (cap: MoveCap, seed = 2): Problem => ({ ...inherited(made(200, 6, seed, 1, 0.1), seed), cap });
const run = (problem: Problem) => runToEnd(design(problem));

test.each<[string, MoveCap]>([
  ['a fifth of the accounts', { accounts: 0.2, money: 1 }],
  ['a fifth of the accounts and a tenth of the money', { accounts: 0.2, money: 0.1 }],
])('what moves is chosen nearly as well as if accounts could be split: %s', async (_, cap) => {
  const problem = within(cap, 1);
  const result = run(problem);
  expect(overspent(problem, result)).toBe(0);
  expect(result.withinTolerance).toBe(true);
  const { value } = await solveRelaxed(programmeWithin(problem, result));
  expect(costAt(problem, result)).toBeLessThan(1.03 * value);
  expect(result.bound).toBeLessThanOrEqual(result.cost);
  // The bound knows the cap: without it, it would lie far below.
  expect(result.cost).toBeLessThan(1.05 * result.bound);
});

test('the wider the cap, the more compact the plan', () => {
  const km = [0.05, 0.1, 0.2, 0.4].map((accounts) => run(within({ accounts, money: 1 })).meanKm);
  expect([...km].sort((a, b) => b - a)).toEqual(km);
});

test('where the cap forbids the tolerance, the plan comes as near to it as the cap allows', () => {
  const problem = within({ accounts: 1, money: 0.02 });
  const result = run(problem);
  expect(overspent(problem, result)).toBe(0);
  const at = (tolerance: number): Problem => ({
    ...problem,
    metrics: problem.metrics.map((metric) => ({ ...metric, tolerance })),
  });
  const worst = result.worstDeviation[0]!;
  const wider = run(at(1.05 * worst));
  expect(wider.withinTolerance).toBe(true);
  expect(result.obstacles.some(({ kind }) => kind === 'cap')).toBe(!result.withinTolerance);
});

test('where the cap forbids the tolerance, it is said how much would have to leave, and that much is enough', () => {
  const problem = within({ accounts: 0.02, money: 1 });
  // The accounts of two territories are with one person.
  const lopsided = { ...problem, current: problem.current.map((j) => (j === 1 ? 0 : j)) };
  const result = run(lopsided);
  expect([result.withinTolerance, result.moved.accounts <= 4]).toEqual([false, true]);
  const cap = result.obstacles.find(({ kind }) => kind === 'cap') as { allowed: number; needed: number };
  expect(cap).toMatchObject({ by: 'accounts', allowed: 4 });
  expect(cap.needed).toBeGreaterThan(4);
  const enough = run({ ...lopsided, cap: { accounts: cap.needed / 200, money: 1 } });
  expect([enough.withinTolerance, enough.obstacles]).toEqual([true, []]);
});

test('a territory that nobody has today gets its accounts where the free design would have it', async () => {
  const problem = within({ accounts: 0.3, money: 1 });
  const vacant = { ...problem, current: problem.current.map((j) => (j === 5 ? 4 : j)) };
  const result = run(vacant);
  expect([result.withinTolerance, overspent(vacant, result)]).toEqual([true, 0]);
  const { value } = await solveRelaxed(programmeWithin(vacant, result));
  expect(costAt(vacant, result)).toBeLessThan(1.05 * value);
  // Three accounts without a place change little.
  const some = run({ ...vacant, points: vacant.points.map((x, at) => (at < 9 ? NaN : x)) });
  expect([some.withinTolerance, some.meanKm < 1.05 * result.meanKm]).toEqual([true, true]);
});

test('what the rules move beyond the cap is said', () => {
  const problem = strewn(60, 3, [0.1], 4);
  const family = Int32Array.from({ length: 60 }, (_, i) => (i < 30 ? i >> 1 : -1));
  const current = Int32Array.from({ length: 60 }, (_, i) => i % 3);
  const { moved, obstacles } = run({ ...problem, family, current, cap: { accounts: 0, money: 1 } });
  expect(moved.accounts).toBe(15);
  expect(obstacles).toContainEqual({ kind: 'cap', by: 'accounts', allowed: 0, needed: 15 });
});

test('limits on classes of moves hold together, each by its own count', () => {
  const problem = { ...within({ accounts: 0.5, money: 1 }) };
  const customer = problem.money!.map((money) => (money > 0 ? 1 : 0));
  const prospect = customer.map((is) => 1 - is);
  const leaving = (stake: Float64Array, plan: Int32Array) =>
    plan.reduce((sum, j, i) => (j === problem.current[i] ? sum : sum + stake[i]!), 0);
  const limits = [
    { stake: customer, most: 9 },
    { stake: prospect, most: 30 },
  ];
  const { assignment, withinTolerance } = run({ ...problem, limits });
  expect(withinTolerance).toBe(true);
  expect(leaving(customer, assignment)).toBeLessThanOrEqual(9);
  expect(leaving(prospect, assignment)).toBeLessThanOrEqual(30);
});

test('as few of a class leave as the tolerances take: no other plan found has fewer', () => {
  const { cap: _, ...problem } = within({ accounts: 1, money: 1 });
  const customer = problem.money!.map((money) => (money > 0 ? 1 : 0));
  const leaving = (plan: Int32Array) =>
    plan.reduce((sum, j, i) => (j === problem.current[i] ? sum : sum + customer[i]!), 0);
  const fewest = run({ ...problem, limits: [{ stake: customer, most: 'fewest' }] });
  expect(fewest.withinTolerance).toBe(true);
  const least = leaving(fewest.assignment);
  expect(least).toBeLessThan(leaving(run(problem).assignment) / 3);
  for (const accounts of [0.1, 0.2]) {
    expect(least).toBeLessThanOrEqual(leaving(run({ ...problem, cap: { accounts, money: 1 } }).assignment));
  }
});

test('where no money may move, what has none still may', () => {
  const problem = within({ accounts: 1, money: 0 });
  const { moved, assignment } = run(problem);
  expect(moved.money).toBe(0);
  expect(moved.accounts).toBeGreaterThan(0);
  expect([...assignment].every((j, i) => j === problem.current[i] || problem.money![i] === 0)).toBe(true);
});

describe('where the holders of today are scattered, and their centres lie close together', () => {
  const scattered: Problem = {
    ...made(200, 6, 3, 1, 0.1),
    current: Int32Array.from({ length: 200 }, (_, i) => (i * 7919 + (i >> 3)) % 6),
  };
  const moved = ({ assignment }: { assignment: Int32Array }) =>
    assignment.reduce((sum, j, i) => sum + (j === scattered.current[i] ? 0 : 1), 0);

  test('as few leave as single moves from the plan of today take', () => {
    const from = new Standing(scattered, scattered.current);
    runToEnd(rebalance(from, scattered.current));
    const stake = new Float64Array(200).fill(1);
    const plan = run({ ...scattered, limits: [{ stake, most: 'fewest' }] });
    expect(plan.withinTolerance).toBe(true);
    expect(moved(plan)).toBeLessThanOrEqual(moved(from));
  });

  test('the prices find that so few need leave, however far all are from the centres', () => {
    const stake = new Float64Array(200).fill(1);
    const problem = { ...scattered, limits: [{ stake, most: 'fewest' as const }] };
    const binding = bind(problem);
    const measures = measuresOf(problem, binding);
    const core = buildCore(problem, true, { binding, measures, closed: new Uint8Array(6), heads: [] });
    const dual = dualOf(core, core.cloud, problem.keep, rivalsOf(core));
    const { origin } = core;
    const today = centresOf(problem, measures, problem.current);
    new Sites(
      core,
      today.map((c, at) => c - origin[at % origin.length]!),
    ).apply(dual);
    dual.measureSpacing();
    const [least] = runToEnd(leastAllowed(core, dual));
    expect(least).toBeLessThan(5);
  });
});
