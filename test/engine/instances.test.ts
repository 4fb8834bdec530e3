import { InstanceError, readInstance } from '../bench/instance-file';
import { compactness, connected } from '../bench/instances';

const good = '4\n7 0 0 1 5\n3 1 0 2 6\n12 2 0 3 7\n9 5 0 4 8\n3\n7 3\n3 12\n12 9\n2 50 0.05 0.1\n';

test('an instance is read as it stands: ids need not be consecutive, m is not the number of activities', () => {
  const instance = readInstance(good, 'a.dat');
  expect(instance).toEqual({
    ids: [7, 3, 12, 9],
    points: Float64Array.of(0, 0, 1, 0, 2, 0, 5, 0),
    weights: [Float64Array.of(1, 2, 3, 4), Float64Array.of(5, 6, 7, 8)],
    edges: [
      [0, 1],
      [1, 2],
      [2, 3],
    ],
    territories: 2,
    tolerances: [0.05, 0.1],
  });
});

test('white space, blank lines and line ends do not matter', () => {
  const messy = `\r\n${good.replaceAll('\n', ' \r\n\r\n').replaceAll(' 0 ', '\t 0  ')}`;
  expect(readInstance(messy, 'a.dat')).toEqual(readInstance(good, 'a.dat'));
});

test('tolerances of 1 and more are percentages; the last goes for activities without their own', () => {
  const tolerances = (last: string) => readInstance(good.replace('2 50 0.05 0.1', last), 'a.dat').tolerances;
  expect(tolerances('2 50 5 10')).toEqual([0.05, 0.1]);
  expect(tolerances('2 2 0.3')).toEqual([0.3, 0.3]);
});

test.each([
  ['', 'a.dat, line 1: the file ends where the number of units should be.'],
  [good.replace('3 1 0 2 6', '3 1 0 2'), 'a.dat, line 3: 1 activities where the first unit has 2.'],
  [
    good.replace('3 1 0 2 6', '3 1 zero 2 6'),
    'a.dat, line 3: "zero" is not a number, unit 2 of 4 as "id x y w1 …" expected.',
  ],
  [good.replace('3 1 0 2 6', '7 1 0 2 6'), 'a.dat, line 3: id 7 appears twice.'],
  [good.replace('12 9', '12 4'), 'a.dat, line 9: there is no unit 4.'],
  [good.replace('2 50 0.05 0.1\n', ''), 'a.dat, line 10: the file ends where "p m tolerance …" should be.'],
  [good.replace('2 50', '5 50'), 'a.dat, line 10: 5 territories for 4 units.'],
  [good.replace(' 0.05 0.1', ''), 'a.dat, line 10: no tolerance is given.'],
])('a bad file is told in one sentence with its line', (text, sentence) => {
  expect(() => readInstance(text, 'a.dat')).toThrow(new InstanceError(sentence));
});

test('compactness is the distance to the best centre unit of each territory', () => {
  const instance = readInstance(good, 'a.dat');
  expect(compactness(instance, Int32Array.of(0, 0, 0, 1))).toBe(2); // around the middle one of 0, 1, 2
  expect(compactness(instance, Int32Array.of(0, 0, 1, 1))).toBe(1 + 3);
});

test('a territory is connected if the graph joins its units without leaving it; an empty one is not', () => {
  const instance = readInstance(good, 'a.dat');
  expect(connected(instance, Int32Array.of(0, 0, 1, 1))).toBe(1);
  expect(connected(instance, Int32Array.of(0, 1, 0, 0))).toBe(0.5);
  expect(connected(instance, Int32Array.of(0, 0, 0, 0))).toBe(0.5);
});
