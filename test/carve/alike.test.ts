import { alikePoints, tellingFeatures } from '../../src/carve/alike';
import { compile } from '../../src/carve/compile';
import { interpret } from '../../src/carve/interpret';
import { design, runToEnd } from '../../src/engine';
import { defaultSettings } from '../../src/plan/settings';
import { inputOf, territoriesOf, type Row } from './team';

/** Segments in turn, so that the order of the rows tells nothing. */
const rows: Row[] = Array.from({ length: 24 }, (_, i) => ({
  potential: 10,
  segment: ['Banks', 'Shops'][i % 2] ?? '',
}));
const nobody = new Int32Array(rows.length).fill(-1);
const plan = (alike?: string, of: readonly Row[] = rows) => {
  const input = inputOf(of, { settings: { ...defaultSettings, ...(alike === undefined ? {} : { alike }) } });
  return interpret(input, runToEnd(design(compile(input))), territoriesOf(input));
};
const segmentsIn = ({ assignment }: { assignment: Int32Array }, territory: number): Set<unknown> =>
  new Set(rows.flatMap(({ segment }, i) => (assignment[i] === territory ? [segment] : [])));

test('where nothing says where accounts are, those that are alike go together', () => {
  const found = plan('segment');
  expect([0, 1].map((j) => segmentsIn(found, j).size)).toEqual([1, 1]);
  expect(found.withinTolerance).toBe(true);
  expect(found.reason(0)).toEqual({ code: 'noPlace', by: 'alike' });
  // Likeness is no distance.
  expect([found.meanKm, found.p90Km, found.meanKmUnbalanced]).toEqual([NaN, NaN, NaN]);
  expect(found.centres[0]?.latitude).toBeNaN();
  expect(plan().reason(0)).toEqual({ code: 'noPlace', by: 'balance' });
});

test('balance comes first: what one territory cannot hold goes to another, and says so', () => {
  const many = rows.map((row, i): Row => ({ ...row, segment: i < 16 ? 'Banks' : 'Shops' }));
  const found = plan('segment', many);
  expect(found.withinTolerance).toBe(true);
  const reasons = many.map((_, i) => found.reason(i));
  expect(reasons).toContainEqual({ code: 'noPlace', by: 'alike' });
  expect(found.placed).toBe(24);
});

test('places come before likeness', () => {
  const placed = rows.map((row, i): Row => ({ ...row, at: [0, i] }));
  expect(plan('segment', placed).assignment).toEqual(plan(undefined, placed).assignment);
});

const accountsWith = (segments: readonly string[], employees?: readonly number[]) => {
  const { accounts } = inputOf(segments.map((segment) => ({ segment })));
  const number = employees === undefined ? {} : { employees: Float64Array.from(employees) };
  return { ...accounts, number };
};

test('a feature tells accounts apart by words that come again, in whatever case, or by size', () => {
  expect(tellingFeatures(accountsWith(['A', 'a', 'B', 'b']))).toEqual(['segment']);
  expect(tellingFeatures(accountsWith(['A', 'A', 'a', 'A']))).toEqual([]);
  expect(tellingFeatures(accountsWith(['A', 'B', 'C', 'D']))).toEqual([]);
  expect(tellingFeatures(accountsWith(['', '', '', ''], [5, 5, 7, NaN]))).toEqual(['size']);
  expect(tellingFeatures(accountsWith(['', ''], [5, 5]))).toEqual([]);
});

test('values of a feature are 1 apart, as smallest and largest are; who has none is in the middle', () => {
  const accounts = accountsWith(['A', 'a', 'B', 'B'], [0, 999, 9, NaN]);
  const { points, dims } = alikePoints(accounts, { alike: 'segment+size' }, nobody.subarray(0, 4), 1) ?? {
    points: new Float64Array(0),
    dims: 0,
  };
  expect(dims).toBe(4);
  const apart = (a: number, b: number, from: number, to: number) =>
    Math.hypot(
      ...Array.from({ length: to - from }, (_, d) => {
        const [x = NaN, y = NaN] = [points[a * dims + from + d], points[b * dims + from + d]];
        return x - y;
      }),
    );
  expect(apart(0, 1, 0, 2)).toBe(0);
  expect(apart(0, 2, 0, 2)).toBeCloseTo(1, 12);
  expect(apart(0, 1, 2, 3)).toBeCloseTo(1, 12);
  expect(points[2 * dims + 2]).toBeCloseTo(1 / 3, 12);
  expect(points[3 * dims + 2]).toBeCloseTo(1 / 3, 12);
  expect(alikePoints(accounts, { alike: 'industry' }, nobody.subarray(0, 4), 1)).toBeUndefined();
  expect(alikePoints(accounts, {}, nobody.subarray(0, 4), 1)).toBeUndefined();
});

test('those who are alike in everything lie by their holders where one territory does not hold them', () => {
  const current = Int32Array.of(1, 0, 1, 0, -1, -1);
  const accounts = accountsWith(['A', 'A', 'A', 'A', 'B', 'B']);
  const found = alikePoints(accounts, { alike: 'segment' }, current, 2);
  const last = Array.from({ length: 6 }, (_, i) => found?.points[(i + 1) * 3 - 1] ?? NaN);
  expect([1, 3, 0, 2].map((i) => last[i])).toEqual([-0.09375, -0.03125, 0.03125, 0.09375]);
  expect(last.slice(4)).toEqual([0, 0]);
});
