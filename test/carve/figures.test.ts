import { compile } from '../../src/carve/compile';
import { centresOf, interpret, metricResults } from '../../src/carve/interpret';
import { design, runToEnd, type Design } from '../../src/engine';
import { inputOf, rep, territoriesOf, type Row } from './team';

/** Accounts at the places of a list; the figures under test are put into the engine's answer by hand. */
const rows: Row[] = Array.from({ length: 20 }, (_, i) => ({ at: [0, i / 10], potential: 10 }));
const answer = runToEnd(design(compile(inputOf(rows))));
const planOf = (change: Partial<Design>, of = rows) => {
  const input = inputOf(of);
  return interpret(input, { ...answer, ...change }, territoriesOf(input));
};

test('of 20 distances, the mean is over all and nine in ten are below the 90th percentile', () => {
  // 20, 1, 2, … 19 km: not in order, and of more digits than a sort as text would survive.
  const distanceKm = Float32Array.from(rows, (_, i) => (i === 0 ? 20 : i));
  expect(planOf({ distanceKm })).toMatchObject({ meanKm: 10.5, p90Km: 19 });
});

test('an account without a place of its own counts in neither; without any there is no figure', () => {
  const distanceKm = Float32Array.from(rows, (_, i) => (i === 0 ? 1000 : 5));
  const [, ...others] = rows;
  expect(planOf({ distanceKm }, [{ potential: 10 }, ...others])).toMatchObject({ meanKm: 5, p90Km: 5 });
  expect(planOf({ distanceKm: new Float32Array(20).fill(NaN) })).toMatchObject({ meanKm: NaN, p90Km: NaN });
});

describe('a metric’s figures', () => {
  const seats = [rep('Ann'), rep('Bob'), rep('Cy')];
  const input = inputOf(rows, { seats });
  const resultOf = (load: number[], target: number[], change: Partial<Design> = {}) =>
    metricResults(input, {
      ...answer,
      load: Float64Array.from(load),
      target: Float64Array.from(target),
      worstDeviation: Float64Array.of(0.4, 0.1),
      toleranceFloor: Float64Array.of(0.02, 0),
      ...change,
    });

  test('are read territory by territory, metric by metric', () => {
    // Potential and count of three territories in turn.
    const [potential, count] = resultOf([60, 9, 100, 10, 140, 11], [100, 10, 100, 10, 100, 10]);
    expect([...potential!.load]).toEqual([60, 100, 140]);
    expect([...count!.load]).toEqual([9, 10, 11]);
    expect([...count!.target]).toEqual([10, 10, 10]);
    expect(potential).toMatchObject({ worstDeviation: 0.4, floor: 0.02 });
    expect(count).toMatchObject({ worstDeviation: 0.1, floor: 0 });
  });

  test('name the territory that is worst, above or below, the first of equals', () => {
    const worst = (loads: [number, number, number]) =>
      resultOf(
        loads.flatMap((load) => [load, 10]),
        [100, 10, 100, 10, 100, 10],
      )[0]!.worstTerritory;
    expect(worst([95, 104, 140])).toBe(2);
    expect(worst([95, 40, 140])).toBe(1);
    expect(worst([150, 80, 70])).toBe(0);
    expect(worst([75, 125, 100])).toBe(0);
    expect(worst([100, 100, 100])).toBe(0);
  });

  test('have the spread of the shares of target as a fraction of their mean', () => {
    const [{ cv } = { cv: NaN }] = resultOf([90, 10, 180, 10, 330, 10], [100, 10, 200, 10, 300, 10]);
    // Shares 0.9, 0.9 and 1.1: mean 29/30, deviation √2 · 0.2/3.
    expect(cv).toBeCloseTo((Math.SQRT2 * 0.2) / 3 / (29 / 30), 12);
    expect(resultOf([0, 10, 0, 10, 0, 10], [100, 10, 100, 10, 100, 10])[0]!.cv).toBe(0);
  });

  test('a territory that should hold nothing is on target', () => {
    const [potential] = resultOf([5, 10, 100, 10, 120, 10], [0, 10, 100, 10, 100, 10]);
    expect(potential!.worstTerritory).toBe(2);
    // Shares 1, 1 and 1.2: mean 16/15, deviation √2/15.
    expect(potential!.cv).toBeCloseTo(Math.SQRT2 / 16, 12);
  });

  test('stand in for what the engine does not say', () => {
    const none = { worstDeviation: new Float64Array(0), toleranceFloor: new Float64Array(0) };
    const [potential] = resultOf([70, 10, 100, 10, 120, 10], [100, 10, 100, 10, 100, 10], none);
    expect(potential!.worstDeviation).toBeCloseTo(0.3, 12);
    expect(potential!.floor).toBe(0);
  });
});

test('only a centre on the sphere has degrees', () => {
  const { places } = inputOf(rows).accounts;
  const all = (centres: number[], territories: number, of = places) =>
    centresOf(of, { centres: Float64Array.from(centres) }, territories);
  const at = (centres: number[], j: number) => all(centres, 2)[j];
  expect(at([6371, 0, 0, 0, 6371, 0], 1)).toEqual({
    latitude: 0,
    longitude: expect.closeTo(90, 9) as number,
  });
  expect(at([6371, 0, 0, 0, 0, 6371], 1)?.latitude).toBeCloseTo(90, 9);
  const third = all([1, 2, 3, 4, 5, 6, 6371, 6371, 0], 3)[2];
  expect([third?.latitude, third?.longitude]).toEqual([0, expect.closeTo(45, 9) as number]);
  // Three features are no sphere.
  const nowhere = inputOf([{ potential: 1 }, { potential: 1 }]).accounts.places;
  expect(all([6371, 0, 0, 0, 6371, 0], 2, nowhere)[1]).toEqual({ latitude: NaN, longitude: NaN });
});

test('pieces and centres go through where the engine tells them', () => {
  expect(planOf({})).not.toHaveProperty('pieces');
  const pieces = Int32Array.of(1, 2);
  const { centres, ...plan } = planOf({
    pieces,
    centres: Float64Array.of(6371, 0, 0, 0, 6371, 0),
  });
  expect(plan.pieces).toBe(pieces);
  expect(centres).toMatchObject([{ longitude: 0 }, { longitude: expect.closeTo(90, 9) as number }]);
});

test('what is too large is no part of the figures: they are those of the rest', () => {
  const large = rows.map((row, i): Row => (i === 0 ? { ...row, potential: 900 } : row));
  const input = inputOf(large, { seats: [rep('Ann'), rep('Bob'), rep('Cy')] });
  const apart = (worst: number): Partial<Design> => {
    const assignment = Int32Array.from(large, (_, i) => (i === 0 ? 0 : i <= worst ? 1 : 2));
    return {
      assignment,
      load: Float64Array.of(900, 1, 10 * worst, worst, 190 - 10 * worst, 19 - worst),
      target: new Float64Array(6).fill(1090 / 3),
      worstDeviation: Float64Array.of(1.5, 0.4),
      withinTolerance: false,
      toleranceFloor: Float64Array.of(1.4, 0.3),
      apart: {
        accounts: Int32Array.of(0),
        territories: Uint8Array.of(1, 0, 0),
        target: new Float64Array(0),
        worstDeviation: new Float64Array(0),
        toleranceFloor: Float64Array.of(0.01, 0),
        withinTolerance: true,
      },
    };
  };
  const plan = interpret(input, { ...answer, ...apart(10) }, territoriesOf(input));
  expect(plan.oversized).toEqual(Int32Array.of(0));
  expect([...plan.metrics[0]!.target]).toEqual([900, 95, 95]);
  expect(plan.metrics[0]).toMatchObject({ floor: 0.01 });
  expect(plan.metrics[0]!.worstDeviation).toBeCloseTo(5 / 95, 12);
  expect(plan.withinTolerance).toBe(true);
  expect(plan.notices).toMatchObject([{ code: 'oversized' }]);
  const uneven = interpret(input, { ...answer, ...apart(13) }, territoriesOf(input));
  expect(uneven.withinTolerance).toBe(false);
});

test('a seat for named accounts has a load and no share to be held against', () => {
  const input = inputOf(rows, { seats: [rep('Ann'), rep('Ned', { named: true }), rep('Cy')] });
  const [potential] = metricResults(input, {
    ...answer,
    load: Float64Array.of(88, 9, 500, 2, 110, 9),
    target: Float64Array.of(100, 10, 100, 10, 100, 10),
    worstDeviation: new Float64Array(0),
    toleranceFloor: new Float64Array(0),
  });
  expect([...potential!.load]).toEqual([88, 500, 110]);
  expect([...potential!.target]).toEqual([100, 0, 100]);
  expect(potential).toMatchObject({ worstTerritory: 0 });
  expect(potential!.worstDeviation).toBeCloseTo(0.12, 12);
  expect(potential!.cv).toBeCloseTo(0.11 / 0.99, 12);
});
