import { fairShareWith } from '../../src/app/share-with';
import { fairTargets } from '../../src/plan/fair-targets';

/** What closing or opening a territory does to a fair share is what the figures of a plan say before and after. */

const SPEC = { id: 'm0', fields: ['potential'] } as unknown as Parameters<typeof fairShareWith>[0]['spec'];
const LOAD = [120, 90, 0, 70, 0];
const POOL = [0, 0, 0, 1, 0];
/** What each is held against, by the plan's own arithmetic. */
const targets = (share: readonly number[]) =>
  fairTargets(
    { share, pool: POOL, isOutside: share.map(() => false) },
    { load: LOAD, oversized: share.map(() => 0) },
    share.map(() => false),
  );
const metricWith = (share: readonly number[]) => ({
  spec: SPEC,
  load: Float64Array.from(LOAD),
  target: targets(share),
  index: new Float64Array(LOAD.length),
});
const isWith = POOL.map((pool) => pool === 0);

test.each([
  ['closed', [1, 0.5, 1, 1, 1], [1, 0.5, 0, 1, 1]],
  ['opened again', [1, 0.5, 0, 1, 1], [1, 0.5, 0.8, 1, 1]],
])('%s: each of the others is held against what it would be then', (_, now, then) => {
  const told = fairShareWith(metricWith(now), { shares: now, isWith, at: 2, then: then[2] ?? 0 });
  const [before, after] = [targets(now), targets(then)];
  expect(told?.before).toBeCloseTo(before[0] ?? NaN, 9);
  expect(told?.after).toBeCloseTo(after[0] ?? NaN, 9);
  const parts = (of: Float64Array) => [0, 1, 4].map((j) => (LOAD[j] ?? 0) / (of[j] ?? NaN));
  const ends = (of: Float64Array) => [Math.min(...parts(of)), Math.max(...parts(of))];
  expect(told?.others.count).toBe(3);
  told?.others.before.forEach((end, n) => {
    expect(end).toBeCloseTo(ends(before)[n] ?? NaN, 9);
  });
  told?.others.after.forEach((end, n) => {
    expect(end).toBeCloseTo(ends(after)[n] ?? NaN, 9);
  });
  expect(told?.after).not.toBeCloseTo(told?.before ?? NaN, 3);
});

test('nothing is said where one share does not hold for all, nobody is left, or accounts are held there', () => {
  const now = [1, 0.5, 1, 1, 1];
  const metric = metricWith(now);
  const say = (more: Partial<Parameters<typeof fairShareWith>[1]>, of = metric) =>
    fairShareWith(of, { shares: now, isWith, at: 2, then: 0, ...more });
  expect(say({})).toBeDefined();
  // One that is held against its own oversized accounts.
  expect(
    say({}, { ...metric, target: metric.target.map((one, j) => (j === 0 ? 2 * one : one)) }),
  ).toBeUndefined();
  expect(say({ isWith: POOL.map(() => true) })).toBeUndefined();
  expect(say({ isWith: POOL.map((__, j) => j === 2) })).toBeUndefined();
  expect(say({ at: 0 })).toBeUndefined();
});
