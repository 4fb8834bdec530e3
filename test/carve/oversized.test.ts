import { compile, type CarveInput } from '../../src/carve/compile';
import { interpret } from '../../src/carve/interpret';
import { design, runToEnd } from '../../src/engine';
import { oversizedIn } from '../../src/carve/oversized';
import { defaultSettings } from '../../src/plan/settings';
import { designOf, inputOf, locksOf, rep, territoriesOf, type Row } from './team';

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

describe('what is set apart, told without the engine', () => {
  const two = [...metrics, { id: 'count', fields: [], tolerance: 0.2 } as const];
  /** A plan of these accounts, of which the engine sets some apart in some territories. */
  const told = (
    potential: readonly number[],
    assignment: readonly number[],
    over: Partial<CarveInput> = {},
    { accounts = [0], territories = [1, 0, 0], floors = [0.3, 0.1] } = {},
  ) => {
    const list = potential.map((one): Row => ({ potential: one }));
    const input = inputOf(list, { seats, metrics: two, ...over });
    const load = new Float64Array(input.seats.length * 2);
    assignment.forEach((j, i) => {
      load[2 * j] = (load[2 * j] ?? 0) + (potential[i] ?? 0);
      load[2 * j + 1] = (load[2 * j + 1] ?? 0) + 1;
    });
    const none = new Float64Array(0);
    const apart = {
      accounts: Int32Array.from(accounts),
      territories: Uint8Array.from(territories),
      target: none,
      worstDeviation: none,
      toleranceFloor: Float64Array.from(floors),
      withinTolerance: true,
    };
    return oversizedIn(input, designOf({ assignment: Int32Array.from(assignment), load, apart }));
  };

  test('each territory is held against its share of the rest, metric by metric', () => {
    const half = [rep('Ann'), rep('Bob'), rep('Cy', { capacityShare: 0.5 })];
    const found = told([900, 60, 40, 90, 50], [0, 1, 1, 2, 2], { seats: half });
    expect(found).toMatchObject({ accounts: Int32Array.of(0), isApart: [true, false, false] });
    // 240 and four accounts for one and a half seats.
    const near = (value: number) => expect.closeTo(value, 9) as number;
    expect(found?.targets.map((of) => [...of])).toEqual([
      [900, 160, 80],
      [1, near(8 / 3), near(4 / 3)],
    ]);
    expect(found?.worst).toBeCloseTo(140 / 80 - 1, 12);
    expect(found?.floors).toEqual([0.3, 0.1]);
  });

  test('the floor of the engine holds where it left out the same territories, and only there', () => {
    const floorsOf = (territories: number[]) =>
      told([900, 60, 40], [0, 1, 2], {}, { territories, floors: [0.3, 0.1] })?.floors;
    expect(floorsOf([1, 0, 0])).toEqual([0.3, 0.1]);
    expect(floorsOf([1, 1, 0])).toEqual([0, 0]);
    expect(floorsOf([0, 0, 0])).toEqual([0, 0]);
  });

  test('a territory with a small one of them has its share of the rest', () => {
    const found = told([900, 20, 100, 60], [0, 1, 1, 2], {}, { accounts: [0, 1] });
    expect(found?.isApart).toEqual([true, false, false]);
    expect([...found!.targets[0]!]).toEqual([900, 90, 90]);
    const both = told([900, 800, 100, 60], [0, 2, 1, 1], {}, { accounts: [0, 1], territories: [1, 0, 1] });
    expect(both?.isApart).toEqual([true, false, true]);
    expect([...both!.targets[0]!]).toEqual([900, 160, 800]);
    expect(both?.worst).toBe(0);
  });

  test('segments share by themselves; a seat for named accounts shares in nothing', () => {
    const team = [
      rep('Ned', { named: true }),
      rep('Ann', { segment: 'SMB' }),
      rep('Bob', { segment: 'Large' }),
      rep('Cy', { segment: 'SMB' }),
    ];
    const segments = ['SMB', 'SMB', 'Large', 'SMB'];
    const potential = [900, 100, 70, 50];
    const { accounts } = inputOf(segments.map((segment, i) => ({ segment, potential: potential[i]! })));
    const settings = { ...defaultSettings, bySegment: true };
    const found = told(potential, [1, 3, 2, 0], { seats: team, accounts, settings });
    expect(found?.isApart).toEqual([false, true, false, false]);
    expect([...found!.targets[0]!]).toEqual([0, 900, 70, 100]);
    const alone = told([900, 100, 70, 50], [0, 3, 2, 1], { seats: team, accounts, settings });
    expect(alone?.isApart).toEqual([false, false, false, false]);
  });

  test('nothing is, where the engine set nothing apart or only what is locked', () => {
    expect(told([9, 9, 9], [0, 1, 2], {}, { accounts: [] })).toBeUndefined();
    expect(oversizedIn(inputOf([], { seats }), designOf({}))).toBeUndefined();
  });

  test('without a metric the territories that hold one are apart', () => {
    const { isApart, targets, worst, floors } = told([900, 60, 40], [1, 0, 2], { metrics: [] })!;
    expect({ isApart, targets, worst, floors }).toEqual({
      isApart: [false, true, false],
      targets: [],
      worst: 0,
      floors: [],
    });
  });
});
