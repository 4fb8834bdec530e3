/**
 * Order of accounts along a Hilbert curve, so that neighbours in memory are neighbours on the map and a
 * box tree over consecutive runs has small boxes. On the sphere the curve runs over the unfolded
 * octahedron (Engelhardt & Dachsbacher 2008), which needs no inexact function.
 */
const SIDE = 32768; // 15 bits a coordinate: a 30-bit key, sorted in two 15-bit passes

/** Writes the two curve coordinates of a point to `out`. */
export type Flatten = (point: Float64Array, out: Float64Array) => void;

/** The octahedral map of a direction to the square [−1, 1]². */
export function flattenSphere(p: Float64Array, out: Float64Array): void {
  const x = p[0]!;
  const y = p[1]!;
  const z = p[2]!;
  const norm = Math.abs(x) + Math.abs(y) + Math.abs(z);
  if (norm === 0) {
    out[0] = 0;
    out[1] = 0;
    return;
  }
  // Continuous but for four seams that run from the equator to the south pole.
  const u = x / norm;
  const v = y / norm;
  if (z >= 0) {
    out[0] = u;
    out[1] = v;
  } else {
    out[0] = (1 - Math.abs(v)) * (u >= 0 ? 1 : -1);
    out[1] = (1 - Math.abs(u)) * (v >= 0 ? 1 : -1);
  }
}

/** Uses two of the coordinates as they are. */
export function flattenAxes(a: number, b: number): Flatten {
  return (p, out) => {
    out[0] = a >= 0 ? p[a]! : 0;
    out[1] = b >= 0 ? p[b]! : 0;
  };
}

/** Distance along the curve of the cell (x, y), both 0 … SIDE − 1. */
function hilbertKey(x: number, y: number): number {
  let key = 0;
  for (let s = SIDE >> 1; s > 0; s >>= 1) {
    const rx = (x & s) > 0 ? 1 : 0;
    const ry = (y & s) > 0 ? 1 : 0;
    key = key * 4 + ((3 * rx) ^ ry);
    if (ry === 0) {
      if (rx === 1) {
        x = SIDE - 1 - x;
        y = SIDE - 1 - y;
      }
      const t = x;
      x = y;
      y = t;
    }
  }
  return key;
}

/** Keys of n points given as pairs of flat coordinates; points with NaN get key 0. */
export function hilbertKeys(flat: Float32Array): Uint32Array {
  const n = flat.length >> 1;
  let x0 = Infinity;
  let x1 = -Infinity;
  let y0 = Infinity;
  let y1 = -Infinity;
  for (let i = 0; i < n; i++) {
    const x = flat[2 * i]!;
    const y = flat[2 * i + 1]!;
    if (x < x0) x0 = x;
    if (x > x1) x1 = x;
    if (y < y0) y0 = y;
    if (y > y1) y1 = y;
  }
  const widest = Math.max(x1 - x0, y1 - y0);
  const scale = widest > 0 ? (SIDE - 1) / widest : 0;
  const keys = new Uint32Array(n);
  for (let i = 0; i < n; i++) {
    const x = flat[2 * i]!;
    if (x === x) keys[i] = hilbertKey(((x - x0) * scale) | 0, ((flat[2 * i + 1]! - y0) * scale) | 0);
  }
  return keys;
}

/** Positions 0 … n − 1 in rising order of key, equal keys in their order of position. */
export function sortByKey(keys: Uint32Array): Uint32Array {
  const n = keys.length;
  let order = new Uint32Array(n);
  let spare = new Uint32Array(n);
  for (let i = 0; i < n; i++) order[i] = i;
  for (const shift of [0, 15]) {
    const count = new Uint32Array(SIDE + 1);
    for (let i = 0; i < n; i++) count[((keys[i]! >>> shift) & (SIDE - 1)) + 1]!++;
    for (let b = 0; b < SIDE; b++) count[b + 1]! += count[b]!;
    for (let i = 0; i < n; i++) spare[count[(keys[order[i]!]! >>> shift) & (SIDE - 1)]!++] = order[i]!;
    [order, spare] = [spare, order];
  }
  return order;
}

/** Stable counting sort of an order by a small number per position. Returns the order and group starts. */
export function sortByGroup(
  order: Uint32Array,
  groupOf: Int32Array,
  groups: number,
): { order: Uint32Array; start: Uint32Array } {
  const start = new Uint32Array(groups + 1);
  for (let i = 0; i < groupOf.length; i++) start[groupOf[i]! + 1]!++;
  for (let g = 0; g < groups; g++) start[g + 1]! += start[g]!;
  const at = start.slice();
  const out = new Uint32Array(order.length);
  for (let i = 0; i < order.length; i++) out[at[groupOf[order[i]!]!]!++] = order[i]!;
  return { order: out, start };
}
