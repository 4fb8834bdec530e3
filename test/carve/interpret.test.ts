import { compile, type CarveInput } from '../../src/carve/compile';
import { interpret } from '../../src/carve/interpret';
import { design, runToEnd } from '../../src/engine';
import { haversineKm } from '../../src/geo/sphere';
import { defaultSettings } from '../../src/plan/settings';
import { inputOf, locksOf, rep, territoriesOf, type Row } from './team';

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
  const plan = carve(inputOf([...towns, { region: 'US-XW', potential: 1 }]));
  const bare = carve(inputOf(towns));
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
