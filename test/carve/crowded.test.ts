import { withCrowdsLaidOut } from '../../src/carve/crowded';
import { toSphereKm } from '../../src/geo/sphere';

const TOWN = toSphereKm(43.07, 141.35);
const ELSEWHERE = toSphereKm(35, 139);
const pointsOf = (rows: readonly (readonly number[])[]) => Float64Array.from(rows.flat());
const at = (points: Float64Array, i: number) => [...points.subarray(3 * i, 3 * i + 3)];
const km = (a: readonly number[], b: readonly number[]) =>
  Math.sqrt(a.reduce((sum, x, d) => sum + (x - (b[d] ?? NaN)) ** 2, 0));
const nowhere = () => false;

test('accounts in one spot, more than a territory holds, are laid out side by side by holder; others stay', () => {
  const points = pointsOf([TOWN, TOWN, TOWN, TOWN, ELSEWHERE, [NaN, NaN, NaN]]);
  const current = Int32Array.of(1, 0, 1, 0, 0, -1);
  const laid = withCrowdsLaidOut(points, current, 2, nowhere);
  const spots = [0, 1, 2, 3].map((i) => at(laid, i));
  expect(new Set(spots.map((spot) => spot.join())).size).toBe(4);
  for (const spot of spots) expect(km(spot, TOWN)).toBeLessThan(16);
  // Nearer to those of the same holder than to any of the other.
  expect(km(spots[0]!, spots[2]!)).toBeLessThan(km(spots[0]!, spots[1]!));
  expect(km(spots[1]!, spots[3]!)).toBeLessThan(km(spots[1]!, spots[0]!) + 1e-9);
  expect(at(laid, 4)).toEqual(ELSEWHERE);
  expect(Number.isNaN(laid[15])).toBe(true);
  expect(at(points, 0)).toEqual(TOWN);
});

test('as many as a territory holds stay in their spot', () => {
  const points = pointsOf([TOWN, TOWN, ELSEWHERE, ELSEWHERE]);
  expect(withCrowdsLaidOut(points, new Int32Array(4), 2, nowhere)).toBe(points);
});

test('those who stand for a region are laid out farther than those in a town', () => {
  const points = pointsOf([TOWN, TOWN, TOWN, TOWN]);
  const reach = (isRegion: () => boolean) => {
    const laid = withCrowdsLaidOut(points, new Int32Array(4), 4, isRegion);
    return km(at(laid, 0), at(laid, 3));
  };
  expect(reach(() => true)).toBeGreaterThan(2 * reach(nowhere));
});

describe('a line through the spot', () => {
  const R = 6371;
  /** How far from their spot accounts are laid out, in km, in their order. */
  const shifts = (spot: readonly number[], current: readonly number[], isRegion = nowhere) => {
    const points = pointsOf([ELSEWHERE, ELSEWHERE.map((x) => -x), ...current.map(() => spot)]);
    const laid = withCrowdsLaidOut(points, Int32Array.of(0, 0, ...current), 2, isRegion);
    expect(at(laid, 0)).toEqual(ELSEWHERE);
    return current.map((_, i) => at(laid, i + 2).map((x, d) => x - (spot[d] ?? NaN)));
  };
  const eastward = [-11.25, -3.75, 3.75, 11.25];

  test('runs from west to east over 30 km in a town, evenly: holders in turn, and each holder’s as they are listed', () => {
    expect(shifts([R, 0, 0], [1, 0, -1, 0])).toEqual([
      [0, 11.25, 0],
      [0, -3.75, 0],
      [0, -11.25, 0],
      [0, 3.75, 0],
    ]);
    expect(shifts([0, R, 0], [2, 2, 2, 2])).toEqual(eastward.map((along) => [-along, 0, 0]));
  });

  test('runs over 150 km amid a region', () => {
    expect(shifts([R, 0, 0], [0, 0, 0, 0], () => true)).toEqual(eastward.map((along) => [0, 5 * along, 0]));
  });

  test('runs along the surface anywhere, at a pole as well', () => {
    const aside = shifts(TOWN, [0, 0, 0, 0]);
    const radius = Math.sqrt(TOWN[0] ** 2 + TOWN[1] ** 2);
    aside.forEach(([x, y, z], i) => {
      expect(x).toBeCloseTo((-TOWN[1] / radius) * eastward[i]!, 9);
      expect(y).toBeCloseTo((TOWN[0] / radius) * eastward[i]!, 9);
      expect(z).toBe(0);
    });
    expect(shifts([0, 0, R], [0, 0, 0, 0])).toEqual(eastward.map((along) => [along, 0, 0]));
  });
});

test('accounts without a place make no territory larger', () => {
  const none = [NaN, NaN, NaN];
  const points = pointsOf([none, none, none, none, TOWN, TOWN, ELSEWHERE]);
  const laid = withCrowdsLaidOut(points, new Int32Array(7), 2, nowhere);
  expect(at(laid, 4)).not.toEqual(at(laid, 5));
  expect([0, 1, 2, 3].map((i) => at(laid, i))).toEqual([none, none, none, none]);
});
