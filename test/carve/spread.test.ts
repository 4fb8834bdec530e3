import { centresOf } from '../../src/carve/spread';

/** Centres of the groups of places in degrees; a place that is absent is not known. */
function centres(groupOf: readonly number[], groups: number, places: readonly (readonly number[])[]) {
  const latitude = Float64Array.from(places, ([north = NaN]) => north);
  const longitude = Float64Array.from(places, ([, east = NaN]) => east);
  return centresOf(Int32Array.from(groupOf), groups, { latitude, longitude }).map((centre) => [
    centre.latitude,
    centre.longitude,
  ]);
}
const near = (degrees: number) => expect.closeTo(degrees, 9) as number;

test('the centre of a group is the mean of its places, each counting the same', () => {
  const places = [
    [10, 20],
    [0, 40],
    [30, 20],
    [0, 50],
    [0, 90],
    [0, 130],
  ];
  expect(centres([0, 1, 0, 2, 2, 2], 3, places)).toEqual([
    [near(20), near(20)],
    [near(0), near(40)],
    [near(0), near(90)],
  ]);
  // Two at one place draw it there.
  const [[, east = NaN] = []] = centres([0, 0, 0], 1, [
    [0, 0],
    [0, 0],
    [0, 9],
  ]);
  expect(east).toBeGreaterThan(2.9);
  expect(east).toBeLessThan(3.1);
});

test('it lies between places on both sides of the date line, not on the other side of the earth', () => {
  const [[north = NaN, east = NaN] = []] = centres([0, 0], 1, [
    [-17, 178],
    [-17, -178],
  ]);
  expect(Math.abs(east)).toBeCloseTo(180, 9);
  expect(north).toBeCloseTo(-17, 1);
});

test('who has no place or no group counts nowhere; a group without a place has no centre', () => {
  expect(centres([0, 0, -1, 1], 3, [[5, 6], [], [70, 70], []])).toEqual([
    [near(5), near(6)],
    [NaN, NaN],
    [NaN, NaN],
  ]);
});
