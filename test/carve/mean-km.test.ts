import { meanKmOf } from '../../src/carve/mean-km';
import { haversineKm } from '../../src/geo/sphere';
import { inputOf, rep, type Row } from './team';

const DEGREE = haversineKm({ latitude: 0, longitude: 0 }, { latitude: 0, longitude: 1 });
const spots: Row[] = [
  // Each a degree from the middle, two degrees, and four.
  { at: [0, 0] },
  { at: [0, 2] },
  { at: [-2, 50] },
  { at: [2, 50] },
  { at: [4, 90] },
  { at: [-4, 90] },
].map(({ at }) => ({ at: [at[0]!, at[1]!], potential: 10 }));
const meanOf = (rows: readonly Row[], assignment: readonly number[], seats = 3) =>
  meanKmOf(
    inputOf(rows, { seats: Array.from({ length: seats }, (_, j) => rep(`Rep ${j}`)) }),
    Int32Array.from(assignment),
  ) / DEGREE;

test('the mean is over all accounts, each to the middle of its own territory', () => {
  expect(meanOf(spots, [0, 0, 1, 1, 2, 2])).toBeCloseTo((1 + 2 + 4) / 3, 6);
  expect(meanOf(spots, [2, 2, 0, 0, 1, 1])).toBeCloseTo((1 + 2 + 4) / 3, 6);
});

test('who has no place or no territory does not count', () => {
  const rows: Row[] = [...spots, { potential: 10 }, { at: [60, -120], potential: 10 }];
  expect(meanOf(rows, [0, 0, 1, 1, 2, 2, 0, -1])).toBeCloseTo((1 + 2 + 4) / 3, 6);
  expect(meanOf(spots, [0, 0, -1, -1, -1, -1])).toBeCloseTo(1, 6);
  expect(meanOf(spots, [-1, -1, -1, -1, -1, -1])).toBeNaN();
  expect(meanOf([{ potential: 1 }, { potential: 2 }], [0, 1])).toBeNaN();
});

test('a plan of more or fewer territories than there are seats by now is as far as it is', () => {
  for (const seats of [1, 2, 3, 5]) expect(meanOf(spots, [0, 0, 1, 1, 2, 2], seats)).toBeCloseTo(7 / 3, 6);
});
