import type { Cloud } from './cloud';
import type { Core } from './core';

/** Territories with the same eligible classes, and the points that may go to them. */
export interface Pool {
  readonly territories: readonly number[];
  /** Points of the cloud (positions) and the share of each point's mass that this pool should take. */
  readonly points: Int32Array;
  readonly mass: Float64Array;
}

/** Splits the territories into pools of equal eligibility, and the mass of shared points by capacity. */
export function poolsOf(core: Core, cloud: Cloud): Pool[] {
  const { k, target, metrics, problem } = core;
  const { eligible } = core.binding;
  const rows = eligible.length / k;
  const byColumn = new Map<string, number[]>();
  for (let j = 0; j < k; j++) {
    const column = new Uint8Array(rows);
    for (let r = 0; r < rows; r++) column[r] = eligible[r * k + j]!;
    const key = column.join('');
    const list = byColumn.get(key);
    if (list) list.push(j);
    else byColumn.set(key, [j]);
  }
  const capacity = (js: readonly number[]): number => {
    let sum = 0;
    for (const j of js) sum += metrics > 0 ? target[j * metrics]! : problem.share[j]!;
    return sum;
  };
  const lists = [...byColumn.values()];
  return lists.map((territories) => {
    const points: number[] = [];
    const mass: number[] = [];
    for (const group of cloud.groups) {
      if (!group.placed) continue;
      const row = group.row * k;
      if (eligible[row + territories[0]!] !== 1) continue;
      let all = 0;
      for (const list of lists) if (eligible[row + list[0]!] === 1) all += capacity(list);
      const part = capacity(territories) / all;
      for (let i = group.start; i < group.end; i++) {
        points.push(i);
        mass.push(cloud.u[i]! * part);
      }
    }
    return { territories, points: Int32Array.from(points), mass: Float64Array.from(mass) };
  });
}

/**
 * Centres by recursive bisection across the principal axis, each side getting the mass of its territories'
 * shares (after Kalcsics, Nickel & Schröder 2005).
 */
export function bisectionSeeds(cloud: Cloud, pool: Pool, share: (territory: number) => number): number[][] {
  const { dims, lifted, z } = cloud;
  const centres: number[][] = pool.territories.map(() => new Array<number>(dims).fill(0));
  const ids = Int32Array.from(pool.points, (_, q) => q);
  const along = new Float64Array(ids.length);

  const at = (q: number, d: number) => z[pool.points[q]! * lifted + d]!;
  const split = (from: number, to: number, low: number, high: number): void => {
    let mass = 0;
    const mean = new Array<number>(dims).fill(0);
    for (let t = from; t < to; t++) {
      const q = ids[t]!;
      mass += pool.mass[q]!;
      for (let d = 0; d < dims; d++) mean[d]! += pool.mass[q]! * at(q, d);
    }
    if (mass > 0) for (let d = 0; d < dims; d++) mean[d]! /= mass;
    else if (to > from) for (let d = 0; d < dims; d++) mean[d] = at(ids[from]!, d);
    if (high - low === 1) {
      centres[low] = mean;
      return;
    }
    const axis = principalAxis(
      dims,
      from,
      to,
      (t, d) => at(ids[t]!, d) - mean[d]!,
      (t) => pool.mass[ids[t]!]!,
    );
    for (let t = from; t < to; t++) {
      const q = ids[t]!;
      let s = 0;
      for (let d = 0; d < dims; d++) s += axis[d]! * (at(q, d) - mean[d]!);
      along[q] = s;
    }
    ids.subarray(from, to).sort((a, b) => along[a]! - along[b]! || a - b);
    const mid = (low + high) >> 1;
    let left = 0;
    let all = 0;
    for (let j = low; j < high; j++) {
      all += share(pool.territories[j]!);
      if (j < mid) left += share(pool.territories[j]!);
    }
    const goal = (mass * left) / all;
    let cut = from;
    let sum = 0;
    while (cut < to && sum + pool.mass[ids[cut]!]! / 2 < goal) sum += pool.mass[ids[cut++]!]!;
    split(from, cut, low, mid);
    split(cut, to, mid, high);
  };
  split(0, ids.length, 0, centres.length);
  return centres;
}

/** Direction of most variance by power iteration from the widest coordinate. */
function principalAxis(
  dims: number,
  from: number,
  to: number,
  value: (t: number, d: number) => number,
  weight: (t: number) => number,
): Float64Array {
  const cov = new Float64Array(dims * dims);
  for (let t = from; t < to; t++) {
    const w = weight(t);
    for (let d = 0; d < dims; d++)
      for (let e = 0; e <= d; e++) cov[d * dims + e]! += w * value(t, d) * value(t, e);
  }
  let widest = 0;
  for (let d = 0; d < dims; d++) {
    for (let e = d + 1; e < dims; e++) cov[d * dims + e] = cov[e * dims + d]!;
    if (cov[d * dims + d]! > cov[widest * dims + widest]!) widest = d;
  }
  let axis = new Float64Array(dims);
  axis[widest] = 1;
  for (let it = 0; it < 30; it++) {
    const image = new Float64Array(dims);
    let norm = 0;
    for (let d = 0; d < dims; d++) {
      for (let e = 0; e < dims; e++) image[d]! += cov[d * dims + e]! * axis[e]!;
      norm += image[d]! * image[d]!;
    }
    if (!(norm > 0)) return axis;
    norm = Math.sqrt(norm);
    for (let d = 0; d < dims; d++) image[d]! /= norm;
    axis = image;
  }
  return axis;
}
