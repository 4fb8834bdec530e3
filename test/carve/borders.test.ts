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
