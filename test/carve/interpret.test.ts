import { compile, type CarveInput } from '../../src/carve/compile';
import { interpret, metricResults } from '../../src/carve/interpret';
import { design, runToEnd } from '../../src/engine';
import { meanKmOf } from '../../src/carve/mean-km';
import { haversineKm } from '../../src/geo/sphere';
import { defaultSettings } from '../../src/plan/settings';
import { designOf, inputOf, locksOf, rep, territoriesOf, type Row } from './team';

/** Two towns 100 km apart along the equator, eight accounts each, potential 10. */
const towns: Row[] = Array.from({ length: 16 }, (_, i) => ({
  name: `A${i}`,
  at: [(i % 8) / 100, i < 8 ? 0 : 0.9],
  region: i < 8 ? 'US-XW' : 'US-XE',
  potential: 10,
}));

const carve = (input: CarveInput) => interpret(input, runToEnd(design(compile(input))), territoriesOf(input));

test('a plan counts what is placed, and its metrics are the sums of its accounts', () => {
  const plan = carve(inputOf(towns));
  expect(plan).toMatchObject({ withinTolerance: true, placed: 16, unassigned: 0, notices: [] });
  expect(new Set(plan.assignment.subarray(0, 8)).size).toBe(1);
  expect(plan.metrics.map(({ spec, load, target }) => [spec.id, [...load], [...target]])).toEqual([
    ['potential', [80, 80], [80, 80]],
    ['count', [8, 8], [8, 8]],
  ]);
  expect(plan.metrics[0]).toMatchObject({ worstDeviation: 0, cv: 0 });
});

test('centres are degrees amid the accounts, distances are great circles', () => {
  const plan = carve(inputOf(towns));
  const west = plan.centres[plan.assignment[0]!]!;
  expect(west.latitude).toBeCloseTo(0.035, 3);
  expect(west.longitude).toBeCloseTo(0, 3);
  const km = (row: Row) => haversineKm(west, { latitude: row.at![0], longitude: row.at![1] });
  expect(plan.meanKm).toBeCloseTo(towns.slice(0, 8).reduce((sum, row) => sum + km(row), 0) / 8, 2);
});

test('the distance of any plan is told as that of a design is: today’s and a saved one can stand beside it', () => {
  const rows = towns.map((row, i): Row => ({ ...row, potential: 1 + (i % 5) }));
  const input = inputOf([...rows, { potential: 3, region: 'US-XW' }]);
  const plan = carve(input);
  expect(meanKmOf(input, plan.assignment)).toBeCloseTo(plan.meanKm, 5);
  expect(plan.meanKm).toBeGreaterThan(1);
  const swapped = Int32Array.from(plan.assignment);
  [swapped[0], swapped[15]] = [plan.assignment[15] ?? -1, plan.assignment[0] ?? -1];
  expect(meanKmOf(input, swapped)).toBeGreaterThan(1.1 * plan.meanKm);
  // One of its seats is gone since.
  const fewer = inputOf([...rows, { potential: 3, region: 'US-XW' }], { seats: [rep('Ann')] });
  expect(meanKmOf(fewer, plan.assignment) / plan.meanKm).toBeCloseTo(1, 3);
  expect(meanKmOf(input, new Int32Array(17).fill(-1))).toBeNaN();
  expect(meanKmOf(inputOf([{ potential: 1 }, { potential: 2 }]), Int32Array.of(0, 1))).toBeNaN();
});

test('the deviation, its territory and the spread are told for uneven plans', () => {
  const locks = locksOf(
    16,
    Object.fromEntries(towns.map((_, i) => [i, [i < 10 ? 0 : 1, 'manual'] as const])),
  );
  const [potential] = carve(inputOf(towns, { locks })).metrics;
  expect(potential).toMatchObject({ worstTerritory: 0 });
  expect(potential!.worstDeviation).toBeCloseTo(0.25, 9);
  expect(potential!.cv).toBeCloseTo(0.25, 9);
});

test('every reason names what decided', () => {
  const rows: Row[] = [
    ...towns,
    { potential: 1, region: 'US-XE' },
    { potential: 1 },
    { at: [0, 0], segment: 'Public', potential: 1 },
    { at: [0, 0.9], segment: 'SMB', potential: 1 },
  ];
  const seats = [rep('Ann', { segment: 'SMB' }), rep('Bob', { segment: 'Enterprise' })];
  const locks = locksOf(rows.length, { 0: [0, 'exclude'] });
  const input = inputOf(rows, { seats, locks, settings: { ...defaultSettings, bySegment: true } });
  const plan = carve(input);
  expect(plan.reason(0)).toEqual({ code: 'locked', lock: 'exclude' });
  expect(plan.reason(3)).toMatchObject({ code: 'nearest', next: 'T02' });
  expect(plan.reason(16)).toEqual({ code: 'noPlace', by: 'state' });
  expect(plan.reason(17)).toEqual({ code: 'noPlace', by: 'balance' });
  expect(plan.reason(18)).toEqual({
    code: 'ineligible',
    by: { rule: 'segment', params: { segment: 'Public' } },
  });
  expect(plan.reason(19)).toEqual({
    code: 'onlyEligible',
    by: { rule: 'segment', params: { segment: 'SMB' } },
  });
  expect(plan.unassigned).toBe(1);
});

test('an account that is far for the sake of balance says how much nearer another centre was', () => {
  // Ten in the west, six in the east: two western ones must go east.
  const rows = towns.map((row, i): Row => (i === 8 || i === 9 ? { ...row, at: [0.03, 0.2] } : row));
  const plan = carve(inputOf(rows));
  const reasons = rows.map((_, i) => plan.reason(i));
  const balance = reasons.filter((reason) => reason.code === 'balance');
  expect(plan.withinTolerance).toBe(true);
  expect(balance.length).toBeGreaterThan(0);
  for (const { km, savedKm } of balance) {
    expect(savedKm).toBeGreaterThan(0.05);
    expect(savedKm).toBeLessThan(km);
  }
});

test('a family that is torn from the nearest centre says so', () => {
  const rows = towns.map((row, i): Row => (i === 0 || (i >= 8 && i < 11) ? { ...row, family: 1 } : row));
  const plan = carve(inputOf(rows));
  expect(plan.assignment[0]).toBe(plan.assignment[8]);
  expect(plan.reason(0)).toEqual({ code: 'family' });
});

test('stand-ins have no distance of their own: the mean is over known places', () => {
  // The most compact plan of both: else one account more makes other shares of the rest fair.
  const settings = { ...defaultSettings, evenness: 0 };
  const plan = carve(inputOf([...towns, { region: 'US-XW', potential: 1 }], { settings }));
  const bare = carve(inputOf(towns, { settings }));
  expect(plan.meanKm / bare.meanKm).toBeCloseTo(1, 1);
  expect(carve(inputOf([{ potential: 1 }, { potential: 2 }])).meanKm).toBeNaN();
});

test('a list without places has reasons and centres without km', () => {
  const plan = carve(inputOf(towns.map(({ name, potential }) => ({ name, potential }) as Row)));
  expect(plan.withinTolerance).toBe(true);
  expect(plan.centres).toEqual([
    { latitude: NaN, longitude: NaN },
    { latitude: NaN, longitude: NaN },
  ]);
  expect(plan.reason(0)).toEqual({ code: 'noPlace', by: 'balance' });
});

describe('figures of a metric', () => {
  const seats = [rep('Ann'), rep('Bob'), rep('Cy'), rep('Di')];
  /** Results of potential and count for these loads and targets: four territories, two metrics. */
  const results = (load: number[], target: number[], over = {}) =>
    metricResults(
      inputOf([], { seats }),
      designOf({ load: Float64Array.from(load), target: Float64Array.from(target), ...over }),
    );

  test('each metric has its own column of loads and targets', () => {
    const [potential, count] = results([1, 5, 2, 20, 3, 30, 4, 40], [2, 25, 2, 25, 2, 25, 2, 25]);
    expect([...potential!.load, ...potential!.target]).toEqual([1, 2, 3, 4, 2, 2, 2, 2]);
    expect([...count!.load, ...count!.target]).toEqual([5, 20, 30, 40, 25, 25, 25, 25]);
    expect([potential!.worstTerritory, count!.worstTerritory]).toEqual([3, 0]);
  });

  test('the coefficient of variation is the indices’ standard deviation over their mean', () => {
    const [potential] = results([1, 0, 2, 0, 3, 0, 6, 0], [2, 0, 2, 0, 2, 0, 2, 0]);
    const index = [0.5, 1, 1.5, 3];
    const mean = 1.5;
    const deviation = Math.sqrt(index.reduce((sum, x) => sum + (x - mean) ** 2, 0) / 4);
    expect(potential!.cv).toBeCloseTo(deviation / mean, 12);
  });

  test('of territories that deviate equally the first is the worst', () => {
    const [potential] = results([2, 0, 3, 0, 1, 0, 3, 0], [2, 0, 2, 0, 2, 0, 2, 0]);
    expect(potential!.worstTerritory).toBe(1);
    expect(results([2, 0, 2, 0, 2, 0, 2, 0], [2, 0, 2, 0, 2, 0, 2, 0])[0]!.worstTerritory).toBe(0);
  });

  test('a territory without a target is fair: it is neither the worst nor does it spread', () => {
    const [, count] = results([2, 0, 3, 0, 1, 0, 3, 0], [2, 0, 2, 0, 2, 0, 2, 0]);
    expect(count).toMatchObject({ worstTerritory: 0, cv: 0 });
    const [mixed] = results([2, 0, 0, 0, 2.2, 0, 2, 0], [2, 0, 0, 0, 2, 0, 2, 0]);
    expect(mixed).toMatchObject({ worstTerritory: 2 });
    expect(mixed!.cv).toBeLessThan(0.05);
    const [potential] = results([0, 0, 0, 0, 0, 0, 0, 0], [2, 0, 2, 0, 2, 0, 2, 0]);
    expect(potential!.cv).toBe(0);
  });

  test('worst deviation and floor are the engine’s, by metric', () => {
    const told = { worstDeviation: Float64Array.of(0.3, 0.2), toleranceFloor: Float64Array.of(0, 0.1) };
    const [potential, count] = results(new Array<number>(8).fill(1), new Array<number>(8).fill(1), told);
    expect(potential).toMatchObject({ worstDeviation: 0.3, floor: 0, spec: { id: 'potential' } });
    expect(count).toMatchObject({ worstDeviation: 0.2, floor: 0.1, spec: { id: 'count' } });
  });
});

test('nine in ten known places lie within the 90th percentile; stand-ins and unknown ones do not count', () => {
  const rows: Row[] = Array.from({ length: 20 }, (_, i) => ({ at: [0, i] as const }));
  const input = inputOf([...rows, {}, { at: [1, 1] }]);
  // 20 … 1 km, then a stand-in far away, then a placed account without a territory.
  const distanceKm = Float32Array.from([...rows.map((_, i) => 20 - i), 1000, NaN]);
  const assignment = new Int32Array(22);
  assignment[21] = -1;
  const plan = interpret(input, designOf({ assignment, distanceKm }), territoriesOf(input));
  expect([plan.meanKm, plan.p90Km]).toEqual([10.5, 19]);
  expect([plan.placed, plan.unassigned]).toEqual([21, 1]);
  const one = inputOf([{ at: [0, 0] }]);
  const alone = designOf({ assignment: Int32Array.of(0), distanceKm: Float32Array.of(4) });
  expect(interpret(one, alone, territoriesOf(one))).toMatchObject({ meanKm: 4, p90Km: 4 });
});

test('what the engine says of the whole plan goes through unchanged', () => {
  const input = inputOf([{ at: [0, 0] }], { current: Int32Array.of(1) });
  const told = { withinTolerance: false, cost: 3, bound: 2, gap: 0.5, meanKmUnbalanced: 7 };
  const moved = { accounts: 1, money: 8 };
  const design = designOf({ assignment: Int32Array.of(0), moved, ...told });
  const plan = interpret(input, design, territoriesOf(input));
  expect(plan).toMatchObject({ ...told, moved, assignment: Int32Array.of(0), current: Int32Array.of(1) });
  expect(plan.territories.map(({ owner }) => owner)).toEqual(['Ann', 'Bob']);
});

describe('coverage', () => {
  const covered: Row[] = [
    ...towns.map((row, i): Row => (i === 3 ? { ...row, family: 1 } : row)),
    { potential: 500, at: [0, 0], coverage: 'Pool', family: 1 },
    { potential: 500, at: [0, 0.9], coverage: 'House account' },
    { potential: 500, at: [0, 0], coverage: 'Partner' },
    { potential: 500, at: [0, 0], coverage: 'Do not assign' },
  ];

  test('takes accounts of the pool, of partners and unassignable ones out of plan and balance', () => {
    const plan = carve(inputOf(covered));
    expect(plan).toMatchObject({ placed: 16, unassigned: 4, withinTolerance: true });
    expect([...plan.metrics[0]!.load]).toEqual([80, 80]);
    expect([...plan.assignment.subarray(16)]).toEqual([-1, -1, -1, -1]);
    expect(plan.assignment[3]).toBeGreaterThanOrEqual(0);
    const models = [16, 17, 18, 19].map((i) => plan.reason(i));
    expect(models).toEqual(
      ['pool', 'pool', 'partner', 'none'].map((model) => ({
        code: 'ineligible',
        by: { rule: 'coverage', params: { model } },
      })),
    );
  });

  test('is told once a model, as a note', () => {
    expect(carve(inputOf(covered)).notices).toEqual([
      { code: 'nowhere.coverage', severity: 'note', params: { model: 'pool', accounts: 2 } },
      { code: 'nowhere.coverage', severity: 'note', params: { model: 'partner', accounts: 1 } },
      { code: 'nowhere.coverage', severity: 'note', params: { model: 'none', accounts: 1 } },
    ]);
  });

  test('gives way to a lock: first match wins', () => {
    const locks = locksOf(20, { 17: [1, 'manager'] });
    const plan = carve(inputOf(covered, { locks }));
    expect(plan.assignment[17]).toBe(1);
    expect(plan.reason(17)).toEqual({ code: 'locked', lock: 'manager' });
  });
});

test('an account that segment and region together let go nowhere is told by the rule that closed the door', () => {
  const seats = [rep('Ann', { segment: 'SMB', region: 'Texas' }), rep('Bob', { region: 'Ohio' })];
  const rows: Row[] = [
    { region: 'US-TX', state: 'TX', segment: 'SMB', potential: 1, at: [0, 0] },
    { region: 'US-OH', state: 'OH', segment: 'SMB', potential: 1, at: [0, 1] },
    { region: 'US-FL', state: 'FL', segment: 'SMB', potential: 1, at: [0, 1] },
    { region: 'US-FL', state: 'FL', segment: 'Large', potential: 1, at: [0, 1] },
  ];
  const settings = { ...defaultSettings, bySegment: true, byRegion: true };
  const plan = carve(inputOf(rows, { seats, settings }));
  const florida = { rule: 'region', params: { region: 'FL' } };
  expect([2, 3].map((i) => plan.reason(i))).toEqual([
    { code: 'ineligible', by: florida },
    { code: 'ineligible', by: florida },
  ]);
  expect(plan.reason(0)).toEqual({
    code: 'onlyEligible',
    by: { rule: 'region', params: { region: 'TX' } },
  });
  // Two classes, one cause.
  expect(plan.notices.filter(({ code }) => code.startsWith('nowhere'))).toEqual([
    {
      code: 'nowhere.region',
      severity: 'warning',
      params: { region: 'FL', accounts: 2, metric: 'potential', value: 2 },
    },
  ]);
});

test('a region of the team that nothing here bears out is told', () => {
  const seats = [rep('Ann', { region: 'Blue' }), rep('Bob')];
  const settings = { ...defaultSettings, byRegion: true };
  expect(carve(inputOf(towns, { seats, settings })).notices).toEqual([
    { code: 'regionUnknown', severity: 'warning', params: { regions: 'Blue' } },
  ]);
});

test('a segment without a seat is told as a warning', () => {
  const seats = [rep('Ann', { segment: 'SMB' }), rep('Bob', { segment: 'SMB' })];
  const rows: Row[] = ['SMB', 'SMB', 'Large'].map((segment, i) => ({ segment, potential: 1, at: [0, i] }));
  const settings = { ...defaultSettings, bySegment: true };
  expect(carve(inputOf(rows, { seats, settings })).notices).toContainEqual({
    code: 'nowhere.segment',
    severity: 'warning',
    params: { segment: 'Large', accounts: 1, metric: 'potential', value: 1 },
  });
});
