import { neighboursOf } from '../../src/carve/borders';
import { seeded } from '../../src/exact/random';
import { toSphereKm } from '../../src/geo/sphere';

/** Who is linked to whom, by account. */
function linksOf(points: Float64Array): Set<number>[] {
  const links = Array.from({ length: points.length / 3 }, () => new Set<number>());
  const pairs = neighboursOf(points);
  for (let q = 0; q < pairs.length; q += 2) {
    links[pairs[q]!]!.add(pairs[q + 1]!);
    links[pairs[q + 1]!]!.add(pairs[q]!);
  }
  return links;
}

const sphere = (places: readonly (readonly [north: number, east: number])[]): Float64Array =>
  Float64Array.from(places.flatMap(([north, east]) => toSphereKm(north, east)));

/** Whoever can be reached from the first. */
function reached(links: readonly Set<number>[]): number {
  const seen = new Set([0]);
  for (const i of seen) for (const o of links[i]!) seen.add(o);
  return seen.size;
}

test.each([
  ['a country', 40, 55, -10, 40],
  ['on both sides of the date line', -40, 40, 150, 60],
  ['around a pole', 60, 30, 0, 360],
])('%s: everybody is linked to the nearest, and all hang together', (_, south, high, west, wide) => {
  const random = seeded(7);
  const points = sphere(
    Array.from({ length: 120 }, () => [south + high * random() * 0.9, west + wide * random()]),
  );
  const links = linksOf(points);
  const square = (a: number, b: number) =>
    [0, 1, 2].reduce((sum, d) => sum + (points[3 * a + d]! - points[3 * b + d]!) ** 2, 0);
  links.forEach((near, i) => {
    const others = links.map((__, o) => o).filter((o) => o !== i);
    const nearest = others.reduce((best, o) => (square(i, o) < square(i, best) ? o : best));
    expect(near.has(nearest)).toBe(true);
  });
  expect(reached(links)).toBe(120);
  // Triangles have three edges each, and each edge two triangles.
  expect(links.reduce((sum, near) => sum + near.size, 0) / 2).toBeLessThanOrEqual(3 * 120 - 6);
});

test('accounts of one place are linked to each other, those of no place to nobody', () => {
  const points = sphere([
    [50, 8],
    [50, 8],
    [51, 9],
    [50, 8],
    [52, 7],
    [49, 6],
  ]);
  points.fill(NaN, 6, 9);
  const links = linksOf(points);
  expect(links[2]!.size).toBe(0);
  expect([...links[1]!].sort()).toEqual([0, 3]);
  expect(links[0]!.has(4) && links[0]!.has(5) && links[4]!.has(5)).toBe(true);
});

test('along a line each is linked to the next', () => {
  const links = linksOf(
    sphere([
      [0, 10],
      [0, 30],
      [0, 20],
      [0, 40],
    ]),
  );
  expect(links.map((near) => [...near].sort())).toEqual([[2], [2, 3], [0, 1], [1]]);
});

test('one place and none have no neighbours', () => {
  expect([...neighboursOf(sphere([[1, 2]]))]).toEqual([]);
  expect([...neighboursOf(new Float64Array(0))]).toEqual([]);
});

test('accounts of one place are linked one to the next, wherever in the list, and each pair is told once', () => {
  const points = sphere([
    [50, 8],
    [51, 9],
    [51, 9],
    [52, 7],
    [51, 9],
    [49, 6],
  ]);
  const links = linksOf(points);
  expect([...links[4]!]).toEqual([2]);
  expect([...links[2]!].sort()).toEqual([1, 4]);
  const pairs = neighboursOf(points);
  // Four places: five or six edges, and two links within the one.
  const told = Array.from({ length: pairs.length / 2 }, (_, q) =>
    [...pairs.subarray(2 * q, 2 * q + 2)].sort().join(),
  );
  expect(new Set(told).size).toBe(told.length);
});

/** Whether some circle through both has nobody inside: the plane through them and a third has all others on one side. */
function isDelaunay(points: Float64Array, a: number, b: number): boolean {
  const at = (i: number) => [0, 1, 2].map((d) => points[3 * i + d]!);
  const minus = (p: number[], q: number[]) => p.map((x, d) => x - q[d]!);
  const n = points.length / 3;
  const all = Array.from({ length: n }, (_, i) => i);
  const origin = at(a);
  const [ux, uy, uz] = minus(at(b), origin) as [number, number, number];
  return all.some((c) => {
    if (c === a || c === b) return false;
    const [vx, vy, vz] = minus(at(c), origin) as [number, number, number];
    const normal = [uy * vz - uz * vy, uz * vx - ux * vz, ux * vy - uy * vx];
    const sides = all.map((i) => minus(at(i), origin).reduce((sum, x, d) => sum + x * normal[d]!, 0));
    const eps = 1e-3;
    return sides.every((side) => side < eps) || sides.every((side) => side > -eps);
  });
}

test.each([
  ['off Africa', 0, 0],
  ['in the Indian Ocean', 0, 90],
  ['at the pole', 90, 0],
  ['at the other pole', -90, 0],
  ['in the Pacific', 0, 180],
  ['in Africa', 12, 30],
])(
  'around a place %s, neighbours are those with a circle of their own, as far as half the earth',
  (_, north, east) => {
    const random = seeded(3);
    const [x, y, z] = toSphereKm(north, east);
    // In all directions from the middle, two by two, so that it is the middle exactly.
    const strewn: number[][] = [];
    while (strewn.length < 24) {
      const [a, b, c] = [random() - 0.5, random() - 0.5, random() - 0.5];
      const far = Math.sqrt(a * a + b * b + c * c);
      if (far > 0.5) continue;
      const along = (a * x + b * y + c * z) / (x * x + y * y + z * z);
      const side = [a - along * x, b - along * y, c - along * z].map((part) => 2 * part);
      for (const sign of [1, -1]) {
        const place = [x, y, z].map((part, d) => part / 6371 + sign * side[d]!);
        const length = Math.sqrt(place.reduce((sum, part) => sum + part * part, 0));
        strewn.push(place.map((part) => (6371 * part) / length));
      }
    }
    const points = Float64Array.from([x, y, z, ...strewn.flat()]);
    const links = linksOf(points);
    expect(reached(links)).toBe(25);
    // As many as a triangulation of places around one of them has, with 3 to 10 at the hull.
    const edges = links.reduce((sum, near) => sum + near.size, 0) / 2;
    expect(edges).toBeGreaterThanOrEqual(3 * 25 - 3 - 10);
    links.forEach((near, i) => {
      for (const o of near) expect(isDelaunay(points, i, o)).toBe(true);
    });
  },
);

test('places all around the earth have no middle, and hang together all the same', () => {
  const corners = [
    [1, 1, 1],
    [1, -1, -1],
    [-1, 1, -1],
    [-1, -1, 1],
  ];
  const links = linksOf(Float64Array.from(corners.flat(), (x) => 3678 * x));
  expect(reached(links)).toBe(4);
  // All but the pair around the corner of the map.
  expect(links.reduce((sum, near) => sum + near.size, 0) / 2).toBe(5);
});
