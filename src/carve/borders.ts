import Delaunator from 'delaunator';

const DIMS = 3;

/**
 * Which accounts are neighbours: those that the Delaunay triangulation of the sphere links, seen from the middle of
 * all (a stereographic projection keeps circles, and so the triangulation). Accounts at one place are linked one to the
 * next, and the first of them to the others; where all stand on a line, each is linked to the next.
 * @param points N × 3, on a sphere around the origin; NaN where a place is not known
 * @returns pairs of accounts, 2 × pairs
 */
export function neighboursOf(points: Float64Array): Int32Array {
  const firsts = new Map<string, number>();
  const pairs: number[] = [];
  const last: number[] = [];
  for (let i = 0; i < points.length / DIMS; i++) {
    const place = points.subarray(i * DIMS, (i + 1) * DIMS);
    if (place.some(Number.isNaN)) continue;
    const key = place.join();
    const first = firsts.get(key);
    if (first === undefined) firsts.set(key, i);
    else pairs.push(last[first] ?? first, i);
    last[first ?? i] = i;
  }
  const members = [...firsts.values()];
  for (const [a, b] of links(flat(points, members))) pairs.push(members[a] ?? 0, members[b] ?? 0);
  return Int32Array.from(pairs);
}

function links(xy: Float64Array): [number, number][] {
  const { triangles, halfedges, hull } = new Delaunator(xy);
  const found: [number, number][] = [];
  // Without a triangle all stand on a line, and the hull has them in order.
  if (triangles.length === 0)
    for (let h = 1; h < hull.length; h++) found.push([hull[h - 1] ?? 0, hull[h] ?? 0]);
  triangles.forEach((from, e) => {
    const next = triangles[e % 3 === 2 ? e - 2 : e + 1] ?? 0;
    // Each edge once: of its two sides, or at the hull.
    if ((halfedges[e] ?? -1) < e) found.push([from, next]);
  });
  return found;
}

/** Places in a plane, as they are seen from the point opposite to their middle. */
function flat(points: Float64Array, members: readonly number[]): Float64Array {
  const at = (i: number): Vector => [
    points[i * DIMS] ?? 0,
    points[i * DIMS + 1] ?? 0,
    points[i * DIMS + 2] ?? 0,
  ];
  const sum = members.reduce<Vector>((total, i) => plus(total, at(i)), [0, 0, 0]);
  const up = unit(sum, [0, 0, 1]);
  // Any direction that is not that of `up` gives the other two.
  const [x, y, z] = up.map(Math.abs) as unknown as Vector;
  const aside: Vector = x <= y && x <= z ? [1, 0, 0] : y <= z ? [0, 1, 0] : [0, 0, 1];
  const east = unit(cross(aside, up), [1, 0, 0]);
  const north = cross(up, east);
  const xy = new Float64Array(2 * members.length);
  members.forEach((i, m) => {
    const place = at(i);
    const depth = Math.max(Math.sqrt(dot(place, place)) + dot(place, up), Number.MIN_VALUE);
    xy[2 * m] = dot(place, east) / depth;
    xy[2 * m + 1] = dot(place, north) / depth;
  });
  return xy;
}

type Vector = readonly [number, number, number];

const dot = (a: Vector, b: Vector): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
const plus = (a: Vector, b: Vector): Vector => [a[0] + b[0], a[1] + b[1], a[2] + b[2]];
const cross = (a: Vector, b: Vector): Vector => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
];

function unit(vector: Vector, instead: Vector): Vector {
  const length = Math.sqrt(dot(vector, vector));
  return length > 0 ? [vector[0] / length, vector[1] / length, vector[2] / length] : instead;
}
