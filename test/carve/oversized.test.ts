import { compile, type CarveInput } from '../../src/carve/compile';
import { interpret } from '../../src/carve/interpret';
import { design, runToEnd } from '../../src/engine';
import { inputOf, locksOf, rep, territoriesOf, type Row } from './team';

const seats = [rep('Ann'), rep('Bob'), rep('Cy')];
const metrics = [{ id: 'potential', fields: ['potential'], tolerance: 0.1 } as const];
const rows = (count: number, large: Readonly<Record<number, number>> = {}): Row[] =>
  Array.from({ length: count }, (_, i) => ({
    at: [40 + (i % 3), -100 + i / 10],
    potential: large[i] ?? 10,
  }));
const carve = (of: readonly Row[], over: Partial<CarveInput> = {}) => {
  const input = inputOf(of, { seats, metrics, ...over });
  return interpret(input, runToEnd(design(compile(input))), territoriesOf(input));
};
const [, ...rest] = rows(21);

test('one that nobody can share is its territory’s target; the figures are those of the others, the notice has both', () => {
  const plan = carve([{ at: [40, -100], potential: 900 }, ...rest]);
  expect(plan.oversized).toEqual(Int32Array.of(0));
  const own = plan.assignment[0] ?? -1;
  const [first] = plan.metrics;
  expect(first?.target).toEqual(new Float64Array(3).fill(100).fill(900, own, own + 1));
  expect(first?.worstDeviation).toBe(0);
  expect(plan.withinTolerance).toBe(true);
  expect(plan.notices.find(({ code }) => code === 'oversized')?.params).toEqual({
    accounts: 1,
    count: 1,
    territories: plan.territories[own]?.name,
    metric: 'potential',
    worst: 0,
    floor: 'none',
    // 900 of 1,100 are 245 % of a third.
    worstWith: expect.closeTo(900 / (1100 / 3) - 1, 9) as number,
    floorWith: expect.closeTo(900 / (1100 / 3) - 1, 9) as number,
  });
});

test('the same where it is locked to its territory', () => {
  const plan = carve([{ at: [40, -100], potential: 900 }, ...rest], {
    locks: locksOf(21, { 0: [1, 'manual'] }),
  });
  expect(plan.oversized).toEqual(Int32Array.of(0));
  expect(plan.metrics[0]?.target).toEqual(Float64Array.of(100, 900, 100));
});

test('how even the others are is told without what stands beside it', () => {
  const beside = Object.fromEntries([0, 1, 2, 3, 4, 5].map((i) => [i, [1, 'manual'] as const]));
  const plan = carve([{ at: [40, -100], potential: 120 }, ...rest], { locks: locksOf(21, beside) });
  // 200 are left for two, of which 50 are with Bob beside the account: 70 and 80 are left.
  expect(plan.metrics[0]?.target).toEqual(Float64Array.of(100, 120, 100));
  expect(plan.metrics[0]?.worstDeviation).toBeCloseTo(170 / 120 - 1, 9);
  const note = plan.notices.find(({ code }) => code === 'oversized');
  expect(note?.params['worst']).toBeCloseTo(0.3, 9);
});

test('where locks fill another territory the floor beside both says nothing of the plan', () => {
  const locks = locksOf(21, Object.fromEntries(Array.from({ length: 12 }, (_, i) => [i + 1, [2, 'manual']])));
  const plan = carve([{ at: [40, -100], potential: 900 }, ...rest], { locks });
  expect(plan.oversized).toEqual(Int32Array.of(0));
  expect(plan.metrics[0]?.floor).toBe(0);
});

test('one that another territory could hold is not oversized, though it is locked to one that cannot', () => {
  const half = { capacityShare: 0.5 };
  const plan = carve([{ at: [40, -100], potential: 80 }, ...rest.map((row) => ({ ...row, potential: 6 }))], {
    seats: [rep('Ann'), rep('Bob', half), rep('Cy', half)],
    locks: locksOf(21, { 0: [2, 'manual'] }),
  });
  expect(plan.oversized).toBeUndefined();
  expect(plan.metrics[0]?.target).toEqual(Float64Array.of(100, 50, 50));
});

test('ordinary accounts whose locks fill a territory are no oversized ones: it is held against its fair share', () => {
  const locks = locksOf(21, Object.fromEntries(Array.from({ length: 15 }, (_, i) => [i, [1, 'manual']])));
  const plan = carve(rows(21), { locks });
  expect(plan.oversized).toBeUndefined();
  expect(plan.metrics[0]?.target).toEqual(Float64Array.of(70, 70, 70));
  expect(plan.metrics[0]?.worstDeviation).toBeCloseTo(150 / 70 - 1, 9);
  expect(plan.withinTolerance).toBe(false);
  expect(plan.notices.map(({ code }) => code)).toContain('apart');
});

test('without one, nothing is said', () => {
  const plan = carve(rows(21));
  expect(plan).not.toHaveProperty('oversized');
  expect(plan.notices).toEqual([]);
});
