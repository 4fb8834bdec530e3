import { design, runToEnd, type Problem } from '../../src/engine';
import { grid } from './problems';

/** 144 accounts: of segment 0 the first 108, weight 1; the rest of segment 1, weight 5. Two seats each. */
const N = 144;
const big = (i: number) => i >= 108;
const base: Problem = {
  ...grid({ side: 12, territories: 4 }),
  metrics: [{ weight: Float64Array.from({ length: N }, (_, i) => (big(i) ? 5 : 1)), tolerance: 0.1 }],
  classOf: Int32Array.from({ length: N }, (_, i) => Number(big(i))),
  classes: 2,
  eligible: Uint8Array.of(1, 1, 0, 0, 0, 0, 1, 1),
  pool: Int32Array.of(0, 0, 1, 1),
};
const run = (over: Partial<Problem> = {}) => runToEnd(design({ ...base, ...over }));

test('territories of a pool are fair among themselves, whatever the others hold', () => {
  const plan = run();
  expect([...plan.target]).toEqual([54, 54, 90, 90]);
  expect(plan.withinTolerance).toBe(true);
  expect(plan.obstacles).toEqual([]);
  expect(plan.worstDeviation[0]).toBeLessThanOrEqual(0.1);
});

test('without pools the same problem cannot be met, and says so', () => {
  const { pool: _, ...one } = base;
  const plan = runToEnd(design(one));
  expect([...plan.target]).toEqual([72, 72, 72, 72]);
  expect(plan.withinTolerance).toBe(false);
  expect(plan.toleranceFloor[0]).toBeGreaterThan(0.2);
});

test('shares count within their pool', () => {
  expect([...run({ share: Float64Array.of(1, 3, 1, 1) }).target]).toEqual([27, 81, 90, 90]);
});

test('accounts that may go to several pools are shared by capacity, and the targets are of what each got', () => {
  const plan = run({
    classes: 3,
    classOf: base.classOf.map((c, i) => (i % 12 === 0 ? 2 : c)),
    eligible: Uint8Array.of(1, 1, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1),
  });
  const load = (j: number) => plan.load[j] ?? NaN;
  expect(plan.target[0]).toBeCloseTo((load(0) + load(1)) / 2, 9);
  expect(plan.target[2]).toBeCloseTo((load(2) + load(3)) / 2, 9);
  expect(plan.withinTolerance).toBe(true);
});

test('a pinned account is its territory’s pool’s', () => {
  const pinned = new Int32Array(N).fill(-1);
  pinned[0] = 2;
  expect([...run({ pinned }).target]).toEqual([53.5, 53.5, 90.5, 90.5]);
});

test('a pool that no account can reach leaves every pool with a share by capacity', () => {
  const plan = run({ eligible: Uint8Array.of(1, 1, 0, 0, 1, 1, 0, 0) });
  expect(plan.assignment.every((j) => j < 2)).toBe(true);
  expect(plan.target[2]).toBe(0);
});

test('a pool that is no number of one is refused', () => {
  expect(() => run({ pool: Int32Array.of(0, 0, 1, 4) })).toThrow(/pool/);
  expect(() => run({ pool: Int32Array.of(0, 0) })).toThrow(/pool/);
});
