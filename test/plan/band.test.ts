import { BAND_EPSILON, fairIndex, isInBand, isWithin } from '../../src/plan/band';
import { MAIN_LAYER } from '../../src/plan/layer';

test('a load is in band up to its limit on either side, and not beyond', () => {
  expect([89, 90, 100, 110, 111].map((load) => isInBand(load, 100, 0.1))).toEqual([
    false,
    true,
    true,
    true,
    false,
  ]);
});

test('a load at its limit is inside although its sum is a few roundings off', () => {
  expect(1.1 / 1 - 1).toBeGreaterThan(0.1); // as doubles have it
  expect(isInBand(1.1, 1, 0.1)).toBe(true);
  expect(isWithin(-0.1 - BAND_EPSILON / 2, 0.1)).toBe(true);
  expect(isWithin(-0.1 - 2 * BAND_EPSILON, 0.1)).toBe(false);
  expect(BAND_EPSILON).toBeLessThan(1e-6);
});

test('without a target every load is fair', () => {
  expect([fairIndex(30, 20), fairIndex(0, 20), fairIndex(5, 0)]).toEqual([1.5, 0, 1]);
  expect(isInBand(0, 0, 0.1)).toBe(true);
});

test('there is one layer today', () => {
  expect(MAIN_LAYER).toBe('main');
});
