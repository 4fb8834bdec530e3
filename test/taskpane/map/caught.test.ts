import fc from 'fast-check';
import { caughtIn, toggled } from '../../../src/taskpane/map/caught';

const SQUARE = [0, 0, 10, 0, 10, 10, 0, 10];
const points = (...xy: number[]) => Float32Array.from(xy);

test('what is within the line is caught, what is outside or not on the map is not', () => {
  expect(caughtIn(SQUARE, points(5, 5, 15, 5, NaN, NaN, 1, 9, 5, -1))).toEqual([0, 3]);
  expect(caughtIn([0, 0, 10, 10], points(5, 5))).toEqual([]);
  expect(caughtIn([], points(5, 5))).toEqual([]);
});

test('a bay of the line is outside', () => {
  const bay = [0, 0, 10, 0, 10, 10, 5, 2, 0, 10];
  expect(caughtIn(bay, points(5, 8, 1, 5, 9, 5, 5, 1))).toEqual([1, 2, 3]);
});

test('it does not matter where the line begins, nor which way round it goes', () => {
  const corner = fc.integer({ min: 0, max: 100 });
  const line = fc.array(fc.tuple(corner, corner), { minLength: 3, maxLength: 12 });
  const dots = fc.array(fc.tuple(corner, corner), { maxLength: 30 });
  fc.assert(
    fc.property(line, dots, fc.nat(11), (corners, at, turn) => {
      // Between whole numbers no point lies on the line.
      const xy = points(...at.flatMap(([x, y]) => [x + 0.501, y + 0.25]));
      const shift = turn % corners.length;
      const other = [...corners.slice(shift), ...corners.slice(0, shift)].reverse();
      expect(caughtIn(other.flat(), xy)).toEqual(caughtIn(corners.flat(), xy));
    }),
  );
});

test('a point is taken in, and out again', () => {
  expect(toggled([1, 2], 3)).toEqual([1, 2, 3]);
  expect(toggled([1, 2, 3], 2)).toEqual([1, 3]);
});
