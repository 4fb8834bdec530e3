import { compile } from '../../src/carve/compile';
import { centreOf, interpret, metricResults } from '../../src/carve/interpret';
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
  const at = (centres: number[], j: number) =>
    centreOf({ ...answer, centres: Float64Array.from(centres) }, j, 2);
  expect(at([6371, 0, 0, 0, 6371, 0], 1)).toEqual({
    latitude: 0,
    longitude: expect.closeTo(90, 9) as number,
  });
  expect(at([6371, 0, 0, 0, 0, 6371], 1).latitude).toBeCloseTo(90, 9);
  expect(at([1, 2, 3, 4], 1)).toEqual({ latitude: NaN, longitude: NaN });
});
